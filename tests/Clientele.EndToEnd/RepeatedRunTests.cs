using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Runs on a shop that is published already: what is new since, whatever happened in between.</summary>
public sealed class RepeatedRunTests : IDisposable
{
    readonly Folder _folder = new();
    readonly string[] _lines = [.. Orders.Lines(400)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_newer_export_and_one_that_is_sent_again_are_told_apart()
    {
        var (older, newer) = Exports();
        var shop = new Shop(_folder["it's a \"shop\""]);
        Run(older, shop);
        var first = shop.RunId;

        var grown = Run(newer, shop);
        Assert.Contains(
            $"beside what was published before: 200 new, 0 changed, {_lines.Length - 200:N0} the same",
            grown.Output,
            StringComparison.Ordinal
        );
        Assert.Equal($"{first},200,0,{_lines.Length - 200},0", Since(shop));
        Assert.Contains("200 lines are new", Read(shop), StringComparison.Ordinal);
        shop.IsWhole();

        File.Copy(newer, _folder["again.csv"]);
        Assert.Contains(
            "Nothing has changed",
            Run(_folder["again.csv"], shop).Output,
            StringComparison.Ordinal
        );
        Run(Orders.Write(_folder, "reversed.csv", _lines.Reverse()), shop);
        Assert.EndsWith($",0,0,{_lines.Length},0", Since(shop), StringComparison.Ordinal);

        Run(older, shop);
        Assert.EndsWith($",0,0,{_lines.Length - 200},200", Since(shop), StringComparison.Ordinal);
        Assert.Contains(
            "200 lines that were published before are in no file any more",
            Read(shop),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_import_and_its_answer_depend_on_the_run_before()
    {
        var (older, newer) = Exports();
        var (fresh, grown) = (new Shop(_folder["a/shop"]), new Shop(_folder["b/shop"]));
        Run(older, grown);
        Run(newer, grown);
        Run(newer, fresh);

        string[] compare = ["tables/import.csv", "insights.json"];
        Assert.Equal(fresh.Hashes(compare), grown.Hashes(compare));
        var (of, after) = (fresh.Insights, grown.Insights);
        of.AsObject().Remove("read");
        after.AsObject().Remove("read");
        Assert.Equal(of.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public void A_killed_run_repeated_compares_with_what_is_published_and_doubles_nothing()
    {
        var (older, newer) = Exports();
        var (killed, calm) = (new Shop(_folder["a/shop"]), new Shop(_folder["b/shop"]));
        Run(older, killed);
        Run(older, calm);
        foreach (var step in (string[])["Reading", "Building", "Publishing"])
        {
            KillAt(step, newer, killed);
        }

        // Whoever is killed while it publishes has published, or has not: the run is made in any case.
        TheProgram.Run([.. Call(newer, killed), "--seed", "1"]).Good();
        TheProgram.Run([.. Call(newer, calm), "--seed", "1"]).Good();

        string[] compare = ["tables/import.csv", "insights.json"];
        Assert.Equal(calm.Hashes(compare), killed.Hashes(compare));
        using var database = killed.Open();
        Assert.Equal(_lines.Length, Number(database, "select count(*) from raw.lines"));
        Assert.Equal(
            _lines.Length,
            Number(database, "select sum(new_since + changed_since + same_since) from results.import")
        );
        Assert.Equal(0, Number(database, "select sum(gone_since) from results.import"));
        killed.IsWhole();
    }

    [Theory]
    [InlineData("manifest.json", "{", "its manifest cannot be read")]
    [InlineData("manifest.json", "{\"run_id\":\"x\"}", "its manifest cannot be read")]
    [InlineData("shop.duckdb", "no database", "its database cannot be read")]
    public void A_damaged_shop_is_published_anew_and_said_not_to_be_compared(
        string file,
        string text,
        string said
    )
    {
        var (older, newer) = Exports();
        var shop = new Shop(_folder["shop"]);
        Run(older, shop);
        File.WriteAllText(shop[$"current/{file}"], text);

        var outcome = Run(newer, shop);

        Assert.Contains($"not compared, for {said}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(said, shop.Insights["read"]!["caveats"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(",,,,", Since(shop));
        shop.IsWhole();
    }

    [Theory]
    [InlineData("manifest.json", "status")]
    [InlineData("insights.json", "ask", "cohorts")]
    public void Readers_of_a_damaged_shop_say_what_to_do(string file, params string[] call)
    {
        var shop = new Shop(_folder["shop"]);
        Run(Exports().Older, shop);
        File.WriteAllText(shop[$"current/{file}"], "{");

        var errors = TheProgram.Run([.. call, "--shop", shop.Path]).Refused(1).Errors;

        Assert.Contains(
            $"{file} is damaged, or of another version of Clientele: publish the shop anew",
            errors,
            StringComparison.Ordinal
        );
    }

    /// <summary>All lines, and all but the last two hundred.</summary>
    (string Older, string Newer) Exports() =>
        (Orders.Write(_folder, "older.csv", _lines[..^200]), Orders.Write(_folder, "newer.csv", _lines));

    static string[] Call(string file, Shop shop) =>
        ["run", file, "--shop", shop.Path, "--questions", "cohorts"];

    static Outcome Run(string file, Shop shop) => TheProgram.Run(Call(file, shop)).Good();

    static void KillAt(string step, string file, Shop shop)
    {
        using var process = TheProgram.Start(Call(file, shop));
        while (
            process.StandardOutput.ReadLine() is { } line && !line.StartsWith(step, StringComparison.Ordinal)
        ) { }

        TheProgram.Signal(process, TheProgram.Kill);
        process.WaitForExit();
    }

    /// <summary>compared_with to gone_since of the only table that was read.</summary>
    static string Since(Shop shop)
    {
        using var database = shop.Open();
        var row = database.Read(
            new(
                "since",
                "select compared_with, new_since, changed_since, same_since, gone_since from results.import"
            )
        );
        return string.Join(',', row.Columns.Select(c => c.ToText(0)));
    }

    static string Read(Shop shop) => shop.Insights["read"]!.ToJsonString();

    static double Number(DuckDatabase database, string query) =>
        database.Read(new("test", query)).Columns[0].ToNumbers()[0];
}
