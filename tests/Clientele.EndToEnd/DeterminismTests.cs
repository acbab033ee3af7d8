using System.IO.Compression;

namespace Clientele.Tests;

/// <summary>Same input, as-of and seed: the same bytes, whatever the threads and the order of the rows.</summary>
public sealed class DeterminismTests(SmallShop small)
{
    /// <summary>All shops of one name: the name stands in insights.json.</summary>
    static Shop Run(Folder folder, string part, string file, params string[] more)
    {
        var shop = new Shop(folder[$"{part}/myshop"]);
        TheProgram.Run(["run", file, "--shop", shop.Path, .. more]).Good();
        return shop;
    }

    [Fact]
    public void The_same_run_in_another_directory_gives_the_same_bytes_and_run_id()
    {
        using var folder = new Folder();

        var again = Run(folder, "again", small.OrderFile, "--threads", "2");

        Assert.Equal(small.Published.RunId, again.RunId);
        Assert.Equal(small.Published.Hashes(), again.Hashes());
        Assert.Equal(
            File.ReadAllBytes(small.Published["report.html"]),
            File.ReadAllBytes(again["report.html"])
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Shuffled_rows_and_other_threads_give_the_same_bytes(int seed)
    {
        using var folder = new Folder();
        var lines = File.ReadAllLines(small.OrderFile).Skip(1).ToArray();
        new Random(seed).Shuffle(lines);

        var shuffled = Run(
            folder,
            "shuffled",
            Orders.Write(folder, "orders.csv", lines),
            "--threads",
            $"{seed}"
        );

        Assert.NotEqual(small.Published.RunId, shuffled.RunId);
        Assert.Equal(small.Published.Hashes(), shuffled.Hashes());
    }

    [Theory]
    [InlineData("rfm-classic")]
    [InlineData("rfm-classic-quartiles")]
    [InlineData("insiders")]
    public void Every_recipe_gives_the_same_bytes_for_shuffled_rows(string recipe)
    {
        using var folder = new Folder();
        var lines = Orders.Lines(300).ToArray();
        string[] options = ["--recipe", recipe, "--threads"];
        Directory.CreateDirectory(folder["b"]);
        var first = Run(folder, "first", Orders.Write(folder, "orders.csv", lines), [.. options, "1"]);
        new Random(5).Shuffle(lines);

        var second = Run(folder, "second", Orders.Write(folder, "b/orders.csv", lines), [.. options, "2"]);

        // Guests are numbered in the order of the file, as the recipe's source does it.
        string[] fileOrder = recipe == "insiders" ? [.. first.Hashes().Keys] : [];
        Assert.Equal(first.Hashes(fileOrder), second.Hashes(fileOrder));
    }

    [Fact]
    public void Every_space_and_algorithm_gives_the_same_bytes_for_shuffled_rows()
    {
        using var folder = new Folder();
        var lines = Orders.Lines(1500).ToArray();
        string[] options =
        [
            "--questions",
            "segments",
            "--space",
            "raw,pca,umap,tsne,tree-umap,tree-cooccurrence",
            "--algorithm",
            "kmeans,minibatch,gmm,ward,average,complete,single,dbscan,hdbscan,kmedoids",
            "--k",
            "4..6",
            "--threads",
        ];
        Directory.CreateDirectory(folder["b"]);
        var first = Run(folder, "first", Orders.Write(folder, "orders.csv", lines), [.. options, "1"]);
        new Random(7).Shuffle(lines);

        var second = Run(folder, "second", Orders.Write(folder, "b/orders.csv", lines), [.. options, "2"]);

        Assert.Equal(first.Hashes(), second.Hashes());
        Assert.Equal(
            File.ReadAllBytes(first["models/segments.json"]),
            File.ReadAllBytes(second["models/segments.json"])
        );
    }

    [Fact]
    public void Another_seed_changes_segments_and_what_is_drawn_only()
    {
        using var folder = new Folder();

        var other = Run(folder, "other", small.OrderFile, "--seed", "99");

        string[] mayDiffer =
        [
            "tables/segments.csv",
            "tables/segment_scan.csv",
            "tables/segment_comparison.csv",
            "tables/segment_profile.csv",
            "tables/segment_rules.csv",
            "tables/embedding.csv",
            "tables/customers.csv",
            "tables/customer_value.csv",
            "tables/value_tournament.csv",
            "tables/value_deciles.csv",
            "tables/value_importance.csv",
            "tables/revenue_forecast.csv",
            "tables/value_correlations.csv",
            "insights.json",
        ];
        Assert.NotEqual(small.Published.RunId, other.RunId);
        Assert.Equal(small.Published.Hashes(mayDiffer), other.Hashes(mayDiffer));
    }

    [Fact]
    public void An_as_of_equals_a_run_on_the_file_cut_there()
    {
        using var folder = new Folder();
        var cut = new DateTime(2023, 9, 10);
        var lines = File.ReadLines(small.OrderFile).Skip(1).Where(l => Orders.TimeOf(l) < cut);

        var whole = Run(folder, "whole", small.OrderFile, "--as-of", "2023-09-10");
        var short_ = Run(folder, "short", Orders.Write(folder, "orders.csv", lines), "--as-of", "2023-09-10");

        SameResults(whole, short_);
    }

    [Fact]
    public void Online_Retail_gives_the_same_bytes_shuffled_with_one_and_two_threads()
    {
        var file = TestData.Data("online-retail/online_retail.csv.gz");
        using var folder = new Folder();
        var lines = Read(file);
        new Random(3).Shuffle(lines.AsSpan(1));
        File.WriteAllLines(folder["online_retail.csv"], lines);
        Directory.CreateDirectory(folder["plain"]);
        File.WriteAllLines(folder["plain/online_retail.csv"], Read(file));

        var first = Run(folder, "first", folder["plain/online_retail.csv"], "--threads", "2");
        var second = Run(folder, "second", folder["online_retail.csv"], "--threads", "1");

        Assert.Equal(first.Hashes(), second.Hashes());
        Assert.InRange(File.ReadAllBytes(first["report.html"]).Length, 10_000, 3_000_000);
    }

    [Fact]
    public void Online_Retail_as_of_a_day_equals_a_run_on_the_file_cut_there()
    {
        var file = TestData.Data("online-retail/online_retail.csv.gz");
        using var folder = new Folder();
        var lines = Read(file);
        Directory.CreateDirectory(folder["cut"]);
        File.WriteAllLines(
            folder["cut/online_retail.csv.gz.csv"],
            lines.Take(1).Concat(lines.Skip(1).Where(l => Orders.TimeOf(l) < new DateTime(2011, 9, 10)))
        );
        File.WriteAllLines(folder["online_retail.csv.gz.csv"], lines);

        var whole = Run(folder, "whole", folder["online_retail.csv.gz.csv"], "--as-of", "2011-09-10");
        var cut = Run(folder, "short", folder["cut/online_retail.csv.gz.csv"], "--as-of", "2011-09-10");

        SameResults(whole, cut);
    }

    static string[] Read(string gzip)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(gzip), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>All result tables and answers; ledger and import tell of the whole file, the ledger in its own two figures too.</summary>
    static void SameResults(Shop whole, Shop cut)
    {
        string[] ofFile = ["ledger.csv", "tables/import.csv", "insights.json"];
        Assert.Empty(whole.Hashes(ofFile).Except(cut.Hashes(ofFile)).Select(pair => pair.Key));
        Assert.Equal(WithoutLedger(whole), WithoutLedger(cut));
    }

    static string WithoutLedger(Shop shop)
    {
        var report = shop.Insights;
        report.AsObject().Remove("read");
        foreach (var figures in report["insights"]!.AsArray().Select(i => i!["figures"]!.AsArray()))
        {
            var told = figures.Where(f =>
                f!["kind"]!.GetValue<string>() == "waterfall"
                || f["title"]!.GetValue<string>().StartsWith("The ledger", StringComparison.Ordinal)
            );
            told.ToList().ForEach(figure => figures.Remove(figure));
        }

        return report.ToJsonString();
    }
}
