using System.Text.Json.Nodes;

namespace Clientele.Tests;

/// <summary><c>doctor</c>: a sound machine and shop, and everything that may be wrong with a shop.</summary>
public sealed class DoctorTests(SmallShop small)
{
    [Fact]
    public void A_sound_machine_and_shop_have_no_fault()
    {
        var hashes = small.Published.Hashes();

        var said = TheProgram.Run("doctor", "--shop", small.Published.Path).Good().Output;

        Assert.EndsWith("No fault.\n", said, StringComparison.Ordinal);
        Assert.All(
            (string[])
                [
                    "ok     runtime: .NET 10",
                    "ok     DuckDB: v1.",
                    "ok     published run: current points to runs/",
                    "ok     manifest: run " + small.Published.RunId,
                    "ok     database: opens for reading.",
                    "ok     tables: all ",
                    "ok     lock: no run is at work.",
                    "ok     leftovers: none.",
                ],
            line => Assert.Contains(line, said, StringComparison.Ordinal)
        );
        Assert.All(
            said.TrimEnd('\n').Split('\n')[..^1],
            line => Assert.Matches("^(ok   |note |fault)  [^:]+: .+[.]$", line)
        );
        Assert.Equal(hashes, small.Published.Hashes());
    }

    [Fact]
    public void Without_a_shop_only_the_machine_is_looked_at()
    {
        using var folder = new Folder();

        var said = TheProgram.RunIn(folder.Path, [], "doctor").Good().Output;

        Assert.DoesNotContain("manifest", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void As_json_every_check_is_an_object()
    {
        var json = JsonNode.Parse(
            TheProgram.Run("doctor", "--shop", small.Published.Path, "--json").Good().Output
        )!;

        Assert.Equal(0, json["faults"]!.GetValue<int>());
        Assert.All(
            json["checks"]!.AsArray(),
            check =>
            {
                Assert.Contains(check!["verdict"]!.GetValue<string>(), (string[])["ok", "note"]);
                Assert.NotEmpty(check["said"]!.GetValue<string>());
            }
        );
    }

    [Theory]
    [InlineData("current/report.html", null, "is not whole: report.html cannot be found")]
    [InlineData("current/manifest.json", "{ \"run_id\": ", "manifest: it cannot be read")]
    [InlineData("current/manifest.json", "{}", "manifest: it cannot be read")]
    [InlineData("current/manifest.json", null, "manifest.json cannot be found")]
    [InlineData("current/shop.duckdb", "no database", "database: it does not open")]
    [InlineData(
        "current/tables/rfm_segments.csv",
        null,
        "rfm_segments cannot be read in tables/rfm_segments.csv"
    )]
    [InlineData(
        "current/tables/rfm_segments.csv",
        "a\n1\n",
        "rfm_segments cannot be read in tables/rfm_segments.csv"
    )]
    [InlineData("clientele.yml", "colour: red\n", "settings: clientele.yml, line 1: unknown key 'colour'")]
    public void A_broken_shop_is_a_fault_with_what_to_do(string file, string? text, string said)
    {
        using var folder = new Folder();
        var shop = Copy(folder);
        File.Delete(shop[file]);
        if (text != null)
        {
            File.WriteAllText(shop[file], text);
        }

        var outcome = TheProgram.Run("doctor", "--shop", shop.Path);

        Assert.Equal(1, outcome.Code);
        var line = Assert.Single(
            outcome.Output.Split('\n'),
            l => l.StartsWith("fault", StringComparison.Ordinal) && l.Contains(said, StringComparison.Ordinal)
        );
        Assert.Matches("[.] (Run it anew: clientele run FILE --shop |See docs/settings.md)", line);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void A_table_that_lost_a_row_is_found_in_the_file()
    {
        using var folder = new Folder();
        var shop = Copy(folder);
        var lines = File.ReadAllLines(shop["current/tables/rfm.csv"]);
        File.WriteAllLines(shop["current/tables/rfm.csv"], lines[..^1]);

        var outcome = TheProgram.Run("doctor", "--shop", shop.Path);

        Assert.Equal(1, outcome.Code);
        Assert.Contains(
            $"rfm has {lines.Length - 1} rows by the manifest, but {lines.Length - 2} in tables/rfm.csv",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_manifest_of_another_run_and_a_link_to_nothing_are_faults()
    {
        using var folder = new Folder();
        var shop = Copy(folder);
        var other = File.ReadAllText(shop["manifest.json"])
            .Replace(shop.RunId, new string('0', 16), StringComparison.Ordinal);
        File.WriteAllText(shop["current/manifest.json"], other);
        Assert.Contains("but lies in", Fault(shop), StringComparison.Ordinal);

        Directory.Delete(shop["runs"], recursive: true);
        Assert.Contains("which is not there", Fault(shop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "holds no published shop. Make one: clientele run FILE --shop /")]
    [InlineData("file", "is a file. Name a directory")]
    public void A_place_without_a_shop_is_a_fault(string name, string said)
    {
        using var folder = new Folder();
        folder.Write("file", "");

        Assert.Contains(said, Fault(new Shop(folder[name])), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Leftovers_and_a_held_lock_are_notes()
    {
        using var folder = new Folder();
        var shop = Copy(folder);
        folder.Write("shop/next.duckdb", "");
        Directory.CreateDirectory(shop[$"runs/{new string('a', 16)}.partial"]);

        var left = TheProgram.Run("doctor", "--shop", shop.Path).Good().Output;
        using var held = new FileStream(
            shop[".lock"],
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        var busy = TheProgram.Run("doctor", "--shop", shop.Path).Good().Output;

        Assert.Contains(
            "note   leftovers: a run that died left next.duckdb, runs/aaaa",
            left,
            StringComparison.Ordinal
        );
        Assert.Contains("note   lock: a run is at work in this shop.", busy, StringComparison.Ordinal);
        Assert.Contains("belong to the run that is at work", busy, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_that_lack_something_are_told_so()
    {
        using var folder = new Folder();

        var outcome = TheProgram.RunIn(
            folder.Path,
            [("TMPDIR", folder["nowhere"]), ("PATH", folder.Path)],
            "doctor"
        );

        Assert.Equal(1, outcome.Code);
        outcome.Says(
            "note   Chromium: not found.",
            "note   fonts: there is no fc-list to ask.",
            "fault  temporary files: "
        );
        Assert.EndsWith("1 fault.\n", outcome.Output, StringComparison.Ordinal);
    }

    static string Fault(Shop shop)
    {
        var outcome = TheProgram.Run("doctor", "--shop", shop.Path);
        Assert.Equal(1, outcome.Code);
        return outcome.Output;
    }

    Shop Copy(Folder folder)
    {
        TheProgram
            .Finish(
                TheProgram.Start("/usr/bin/env", ["cp", "-a", small.Published.Path, folder["shop"]], null, [])
            )
            .Good();
        return new Shop(folder["shop"]);
    }
}
