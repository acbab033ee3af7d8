using System.Text.Json;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Publishing, keeping and letting go of a shop on disk.</summary>
public sealed class ShopDirectoryTests
{
    [Fact]
    public void A_run_that_publishes_nothing_leaves_nothing()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["a/b/shop"]);

        using (shop.Lock())
        {
            shop.Prepare(Id(1));
            File.WriteAllText(shop.NextDatabase, "half");
            shop.Abandon();
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_was_there_before_stays()
    {
        using var folder = new TestFolder();
        folder.Write("clientele.yml", "name: Ours\n");
        Directory.CreateDirectory(folder["runs"]);

        using (new ShopDirectory(folder.Path).Lock()) { }

        Assert.Equal(
            [folder["clientele.yml"], folder["runs"]],
            Directory.GetFileSystemEntries(folder.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_shop_that_was_published_is_kept_whole()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);
        Publish(shop, 1);
        var before = Directory.GetFileSystemEntries(shop.Root, "*", SearchOption.AllDirectories).Order();

        using (shop.Lock())
        {
            shop.Prepare(Id(2));
            shop.Abandon();
        }

        Assert.Equal(
            before,
            Directory.GetFileSystemEntries(shop.Root, "*", SearchOption.AllDirectories).Order()
        );
        Assert.Equal(Id(1), shop.Manifest!.RunId);
    }

    [Fact]
    public void Of_two_at_once_the_second_is_told_to_wait_and_changes_nothing()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);
        using (shop.Lock())
        {
            Assert.Contains(
                "Another run holds",
                Assert.Throws<ShopBusyException>(() => new ShopDirectory(folder["shop"]).Lock()).Message,
                StringComparison.Ordinal
            );
            Assert.True(File.Exists(shop[".lock"]));
        }

        shop.Lock().Dispose();
        Assert.False(Directory.Exists(shop.Root));
    }

    [Fact]
    public void Readers_see_one_run_through_one_link()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);

        Publish(shop, 1);
        var first = shop.PublishedFolder;
        Publish(shop, 2);

        Assert.Equal("runs/" + Id(2), new DirectoryInfo(shop["current"]).LinkTarget);
        Assert.Equal("current/report.html", new FileInfo(shop["report.html"]).LinkTarget);
        Assert.Equal("report of 2", File.ReadAllText(shop["report.html"]));
        Assert.Equal("table of 2", File.ReadAllText(shop["tables/rfm.csv"]));
        Assert.Equal("report of 1", File.ReadAllText(Path.Combine(first, "report.html")));
        Assert.False(Path.Exists(shop["current.next"]));
    }

    [Fact]
    public void The_same_run_is_replaced_and_leaves_no_old_one()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);

        Publish(shop, 1);
        Publish(shop, 1, "again");

        Assert.Equal("report of again", File.ReadAllText(shop["report.html"]));
        Assert.Equal([shop[$"runs/{Id(1)}"]], Directory.GetDirectories(shop["runs"]));
    }

    [Fact]
    public void Twelve_runs_are_kept_and_two_of_them_whole()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);

        for (var run = 1; run <= 15; run++)
        {
            Publish(shop, run);
        }

        var kept = Directory
            .GetDirectories(shop["runs"])
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(4, 12).Select(Id), kept);
        Assert.All(kept, run => Assert.True(File.Exists(shop[$"runs/{run}/tables/rfm.csv"])));
        Assert.Equal([Id(14), Id(15)], kept.Where(run => File.Exists(shop[$"runs/{run}/report.html"])));
    }

    [Fact]
    public void A_clock_that_was_wrong_does_not_cost_the_published_run()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);
        for (var run = 20; run <= 33; run++)
        {
            Publish(shop, run);
        }

        Publish(shop, 1);

        Assert.Equal("report of 1", File.ReadAllText(shop["report.html"]));
    }

    [Fact]
    public void Folders_of_others_in_runs_are_left_alone()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder.Path);
        foreach (var theirs in (string[])["runs/mine.old", "runs/model.partial", "runs/experiment"])
        {
            Directory.CreateDirectory(folder[theirs]);
        }

        folder.Write("runs/experiment/manifest.json", "{\"not\": \"ours\"}");

        Publish(shop, 1);

        Assert.Equal(4, Directory.GetDirectories(folder["runs"]).Length);
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("tables/x")]
    [InlineData("current/x")]
    public void A_name_that_is_taken_is_refused_before_anything_is_made(string taken)
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder[taken])!);
        folder.Write(taken, "theirs");

        var error = Assert.Throws<ConfigurationException>(() => new ShopDirectory(folder.Path).Lock());

        Assert.Contains("that is not ours", error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData(".profile")]
    [InlineData("work/notes.txt")]
    [InlineData("runs/7/model.bin", "train.py")]
    public void A_folder_of_others_is_refused_and_left_as_it_was(params string[] theirs)
    {
        using var folder = new TestFolder();
        Fill(folder, theirs);
        var before = Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories);
        var shop = new ShopDirectory(folder.Path);

        var error = Assert.Throws<ConfigurationException>(() => shop.Lock());

        Assert.Equal(
            $"{shop.Root} is not empty and no shop. Name an empty or a new directory as --shop; or, if this one is to be a shop: clientele init --shop {shop.Written}",
            error.Message
        );
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData]
    [InlineData("clientele.yml")]
    [InlineData("clientele.yml", "orders.csv")]
    [InlineData(".lock", "next.duckdb", "next.duckdb.wal", "runs/0123456789abcdef.partial/ledger.csv")]
    [InlineData("runs/0123456789abcdef.partial/ledger.csv")]
    [InlineData("state/segments.json")]
    public void An_empty_folder_and_one_of_ours_are_places_for_a_shop(params string[] ours)
    {
        using var folder = new TestFolder();
        Fill(folder, ours);
        var shop = new ShopDirectory(folder.Path);

        Publish(shop, 1);
        folder.Write("notes.txt", "beside it");
        Publish(shop, 2);

        Assert.Equal("report of 2", File.ReadAllText(shop["report.html"]));
    }

    [Theory]
    [InlineData("file", "is a file")]
    [InlineData("file/shop", "would lie under the file")]
    [InlineData("file/a/b", "would lie under the file")]
    public void A_shop_is_no_file_and_not_under_one(string path, string said)
    {
        using var folder = new TestFolder();
        folder.Write("file", "theirs");

        Assert.Contains(
            said,
            Assert.Throws<ConfigurationException>(() => new ShopDirectory(folder[path]).Lock()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_a_matter_of_configuration()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc.");

        Assert.Contains(
            "Cannot write in '/proc/shop'",
            Assert.Throws<ConfigurationException>(() => new ShopDirectory("/proc/shop").Lock()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_manifest_of_before_has_no_unanswered_questions()
    {
        using var folder = new TestFolder();
        var shop = new ShopDirectory(folder["shop"]);
        Publish(shop, 1);
        var file = shop[$"runs/{Id(1)}/manifest.json"];
        var old = JsonSerializer.Deserialize<Dictionary<string, object>>(File.ReadAllText(file))!;
        old.Remove("unanswered");
        File.WriteAllText(file, JsonSerializer.Serialize(old));

        Assert.Empty(shop.Manifest!.Unanswered);
    }

    static void Fill(TestFolder folder, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            folder.Write(file, "theirs");
        }
    }

    static string Id(int run) => $"{run:x16}";

    static void Publish(ShopDirectory shop, int run, string? what = null)
    {
        using var held = shop.Lock();
        var folder = shop.Prepare(Id(run));
        File.WriteAllText(Path.Combine(folder, "report.html"), $"report of {what ?? $"{run}"}");
        File.WriteAllText(Path.Combine(folder, "tables", "rfm.csv"), $"table of {what ?? $"{run}"}");
        new Manifest
        {
            RunId = Id(run),
            Shop = "test",
            AsOf = new(2024, 1, 1),
            Seed = 0,
            Recipe = "default",
            Version = "0",
            Inputs = [],
            Questions = [],
            Tables = new Dictionary<string, int>(),
            PublishedAt = new(2024, 1, 1, 0, run, 0, TimeSpan.Zero),
            Seconds = new Dictionary<string, double>(),
        }.Write(Path.Combine(folder, "manifest.json"));
        shop.Publish(Id(run));
    }
}
