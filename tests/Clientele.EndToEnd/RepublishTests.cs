using System.Text.Json.Nodes;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class RepublishTests
{
    [Fact]
    public void The_same_run_again_publishes_nothing()
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);
        var before = File.ReadAllBytes(shop["manifest.json"]);
        var published = Directory.ResolveLinkTarget(shop["current"], false)!.LastWriteTimeUtc;

        var again = Run(file, shop).Good();

        Assert.Contains("Nothing has changed", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Seconds", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(shop["manifest.json"]));
        Assert.Equal(published, Directory.ResolveLinkTarget(shop["current"], false)!.LastWriteTimeUtc);
    }

    [Theory]
    [InlineData("--seed", "1")]
    [InlineData("--as-of", "2023-07-01")]
    [InlineData("--set", "cohorts.period=quarter")]
    [InlineData("--recipe", "rfm-classic")]
    [InlineData("--map", "country=Description")]
    public void A_changed_option_is_another_run(string option, string value)
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);
        var before = shop.RunId;

        Run(file, shop, option, value).Good();

        Assert.NotEqual(before, shop.RunId);
        shop.IsWhole();
    }

    [Fact]
    public void Threads_are_no_part_of_the_run()
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);

        Assert.Contains(
            "Nothing has changed",
            Run(file, shop, "--threads", "1").Good().Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_last_twelve_runs_are_kept()
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);
        var first = shop.RunId;
        for (var day = 1; day <= 14; day++)
        {
            Imitate(shop, first, $"{day:x16}", new DateTimeOffset(2020, 1, day, 0, 0, 0, TimeSpan.Zero));
        }

        Run(file, shop, "--seed", "1").Good();

        var kept = Directory.GetDirectories(shop["runs"]).Select(Path.GetFileName).ToList();
        Assert.Equal(12, kept.Count);
        Assert.Contains(shop.RunId, kept);
        Assert.Contains(first, kept);
        Assert.Contains($"{14:x16}", kept);
        Assert.DoesNotContain($"{4:x16}", kept);
        Assert.All(kept, run => Assert.True(File.Exists(shop[$"runs/{run}/manifest.json"])));
        Assert.All(kept, run => Assert.True(File.Exists(shop[$"runs/{run}/tables/cohorts.csv"])));
    }

    [Fact]
    public void A_reader_keeps_the_shop_that_it_opened()
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);
        using var reader = shop.Open();
        var counted = Count(reader);

        Run(file, shop, "--as-of", "2023-06-01").Good();

        Assert.Equal(counted, Count(reader));
        using var now = shop.Open();
        Assert.NotEqual(counted, Count(now));
    }

    [Fact]
    public void A_run_can_be_published_again_after_another()
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);
        // These two say what is new beside the run before, which is another one now.
        string[] compare = ["tables/import.csv", "insights.json"];
        var (first, hashes) = (shop.RunId, shop.Hashes(compare));

        Run(file, shop, "--seed", "1").Good();
        Run(file, shop).Good();

        Assert.Equal(first, shop.RunId);
        Assert.Equal(hashes, shop.Hashes(compare));
        shop.IsWhole();
        Assert.Equal(2, Directory.GetDirectories(shop["runs"]).Length);
    }

    [Fact]
    public void What_people_save_beside_the_shop_survives()
    {
        using var folder = new Folder();
        var (shop, file) = Quick(folder);
        Directory.CreateDirectory(shop["state"]);
        File.WriteAllText(shop["state/segments.json"], "{}");

        Run(file, shop, "--seed", "1").Good();

        Assert.Equal("{}", File.ReadAllText(shop["state/segments.json"]));
    }

    internal static Outcome Run(string file, Shop shop, params string[] more) =>
        TheProgram.Run(["run", file, "--shop", shop.Path, "--questions", "cohorts", .. more]);

    /// <summary>A shop that answers one cheap question.</summary>
    internal static (Shop Shop, string File) Quick(Folder folder)
    {
        var file = Orders.Write(folder, "orders.csv", Orders.Lines(200));
        var shop = new Shop(folder["shop"]);
        Run(file, shop).Good();
        return (shop, file);
    }

    static double Count(DuckDatabase database) =>
        database.Read(new("customers", "select count(*) as n from results.customers")).Number("n");

    static void Imitate(Shop shop, string original, string run, DateTimeOffset published)
    {
        Directory.CreateDirectory(shop[$"runs/{run}/tables"]);
        var manifest = shop.Manifest;
        manifest["run_id"] = run;
        manifest["published_at"] = JsonValue.Create(published);
        File.WriteAllText(shop[$"runs/{run}/manifest.json"], manifest.ToJsonString());
        File.Copy(shop[$"runs/{original}/tables/cohorts.csv"], shop[$"runs/{run}/tables/cohorts.csv"]);
    }
}
