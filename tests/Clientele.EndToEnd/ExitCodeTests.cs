using Clientele.Cli;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class ExitCodeTests(SmallShop small)
{
    [Fact]
    public void A_good_run_ends_with_zero() => Assert.Equal(0, small.Outcome.Code);

    [Theory]
    [InlineData("")]
    [InlineData("paint")]
    [InlineData("run")]
    [InlineData("run FILE --colour red")]
    [InlineData("run nowhere.csv")]
    [InlineData("run FILE --recipe nowhere")]
    [InlineData("run FILE --questions weather")]
    [InlineData("run FILE --set segments.colour=red")]
    [InlineData("run FILE --set segments.clusters=1")]
    [InlineData("run FILE --set segments=3")]
    [InlineData("run FILE --set weather.days=3")]
    [InlineData("run FILE --set segments.clusters")]
    [InlineData("run FILE --map colour=Country")]
    [InlineData("run FILE --as-of yesterday")]
    [InlineData("run FILE --as-of 2023-02-30")]
    [InlineData("run FILE --threads many")]
    [InlineData("run FILE --threads -1")]
    [InlineData("run FILE --seed x")]
    [InlineData("run FILE --shop FILE")]
    [InlineData("demo --customers few")]
    [InlineData("demo --customers 3")]
    [InlineData("ask")]
    [InlineData("ask rfm")]
    [InlineData("ask rfm --shop nowhere")]
    [InlineData("ask weather --shop SHOP")]
    [InlineData("status")]
    [InlineData("status --shop nowhere")]
    [InlineData("export rfm --shop nowhere --to a.csv")]
    [InlineData("export weather --shop SHOP --to a.csv")]
    [InlineData("export rfm --shop SHOP --to a.txt")]
    [InlineData("export rfm --shop SHOP --to nowhere/a.csv")]
    [InlineData("export rfm --shop SHOP --to a.csv --before 2023-06-01")]
    [InlineData("fit magic --in FILE --out fitted")]
    [InlineData("fit kmeans --in nowhere.csv --out fitted")]
    public void Wrong_usage_ends_with_two_and_makes_nothing(string call)
    {
        using var folder = new Folder();
        var arguments = call.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word =>
                word == "FILE" ? small.OrderFile
                : word == "SHOP" ? small.Published.Path
                : word
            );

        TheProgram.RunIn(folder.Path, [], arguments).Refused(2);

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void All_bad_settings_are_named_at_once()
    {
        using var folder = new Folder();
        string[] bad =
        [
            "nowhere.csv",
            "--recipe",
            "soup",
            "--map",
            "colour=Country",
            "--questions",
            "segments,weather",
            "--set",
            "segments=3",
            "--set",
            "segments.clusters=0",
            "--as-of",
            "someday",
            "--threads",
            "many",
        ];

        var errors = TheProgram.RunIn(folder.Path, [], ["run", .. bad]).Refused(2).Errors;

        foreach (
            var named in (string[])
                ["nowhere.csv", "soup", "colour", "weather", "segments=3", "clusters is 0", "someday", "many"]
        )
        {
            Assert.Contains(named, errors, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_bad_shop_file_is_refused_with_its_line()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["shop"]);
        folder.Write("shop/clientele.yml", "name: Ours\ncolour: red\n");

        var errors = TheProgram.Run("run", small.OrderFile, "--shop", folder["shop"]).Refused(2).Errors;

        Assert.Contains("line 2", errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder["shop"]));
    }

    [Fact]
    public void An_unknown_header_is_refused_with_a_proposal()
    {
        using var folder = new Folder();
        var file = folder.Write("odd.csv", "Beleg,Wann,Quantity,Betrag\n1,2023-01-01,2,3.50\n");

        var errors = TheProgram.Run("run", file, "--shop", folder["shop"]).Refused(3).Errors;

        Assert.Contains("quantity ← Quantity", errors, StringComparison.Ordinal);
        Assert.Contains("--map 'order_id=", errors, StringComparison.Ordinal);
        TheProgram.Run("status", "--shop", folder["shop"]).Refused(2);
    }

    [Fact]
    public void A_proposal_that_is_filled_in_is_taken()
    {
        using var folder = new Folder();
        var rows = Enumerable.Range(1, 40).Select(i => $"{i},2023-01-{1 + i % 28:00},2,3.50,{i % 9}");
        var file = folder.Write("odd.csv", "Beleg,Wann,Quantity,Betrag,Kunde\n" + string.Join('\n', rows));

        TheProgram
            .Run(
                "run",
                file,
                "--shop",
                folder["shop"],
                "--map",
                "order_id=Beleg,ordered_at=Wann,line_total=Betrag,customer_id=Kunde"
            )
            .Good();
        new Shop(folder["shop"]).IsWhole();
    }

    [Fact]
    public void More_than_a_twentieth_of_bad_rows_is_refused()
    {
        using var folder = new Folder();
        var lines = Orders.Lines(100);
        var bad = Enumerable
            .Range(0, lines.Count / 10)
            .Select(_ => "536365,1,THING,many,2023-05-01 10:00:00,1.00,12000,France");

        var errors = TheProgram
            .Run("run", Orders.Write(folder, "bad.csv", [.. lines, .. bad]), "--shop", folder["shop"])
            .Refused(3)
            .Errors;

        Assert.Contains("'many' is no number", errors, StringComparison.Ordinal);
        Assert.Contains("column Quantity", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_bad_rows_are_set_aside_and_counted()
    {
        using var folder = new Folder();
        var lines = Orders.Lines(200);
        lines.Insert(10, "536365,1,THING,many,2023-05-01 10:00:00,1.00,12000,France");
        var shop = new Shop(folder["shop"]);

        TheProgram.Run("run", Orders.Write(folder, "bad.csv", lines), "--shop", shop.Path).Good();

        Assert.Equal(1, shop.Manifest["inputs"]![0]!["rejected"]!.GetValue<int>());
        Assert.StartsWith(
            "exact_duplicates",
            File.ReadLines(shop["ledger.csv"]).ElementAt(1),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $",{lines.Count - 1},",
            File.ReadLines(shop["ledger.csv"]).ElementAt(1),
            StringComparison.Ordinal
        );
        using var database = shop.Open();
        var reject = database.Read(new("rejects", "from raw.rejects"));
        Assert.Equal("12", reject["line"].ToText(0));
        Assert.Equal("Quantity", reject["column_name"].ToText(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Orders.Header + "\n")]
    public void An_empty_file_is_refused(string text)
    {
        using var folder = new Folder();

        TheProgram.Run("run", folder.Write("empty.csv", text), "--shop", folder["shop"]).Refused(3);
    }

    [Fact]
    public void A_file_that_is_no_gzip_is_refused()
    {
        using var folder = new Folder();

        TheProgram
            .Run("run", folder.Write("orders.csv.gz", Orders.Header), "--shop", folder["shop"])
            .Refused(3);
    }

    [Fact]
    public void A_file_without_a_single_sale_is_refused()
    {
        using var folder = new Folder();
        var file = Orders.Write(folder, "free.csv", ["1,1,THING,1,2023-05-01 10:00:00,0.00,12000,France"]);

        TheProgram.Run("run", file, "--shop", folder["shop"]).Refused(3);
    }

    /// <summary>No file that we know of fails a gate from outside, so this asks the program's own door.</summary>
    [Fact]
    public void A_failed_quality_gate_is_four() =>
        Assert.Equal(
            4,
            ExitCodes.Guard(() => throw new QualityException("a check of the end-to-end tests"), [])
        );

    [Fact]
    public void A_refused_run_leaves_the_published_shop_as_it_was()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        var file = Orders.Write(folder, "orders.csv", Orders.Lines(200));
        TheProgram.Run("run", file, "--shop", shop.Path, "--questions", "cohorts").Good();
        var (before, hashes) = (shop.RunId, shop.Hashes());

        TheProgram.Run("run", folder.Write("odd.csv", "a,b\n1,2\n"), "--shop", shop.Path).Refused(3);

        Assert.Equal(before, shop.RunId);
        Assert.Equal(hashes, shop.Hashes());
        Assert.Empty(Directory.GetFiles(shop.Path, "next.duckdb*"));
        Assert.Single(Directory.GetDirectories(shop["runs"]));
    }

    [Fact]
    public void A_directory_that_holds_files_of_others_is_left_alone()
    {
        using var folder = new Folder();
        folder.Write("report.html", "mine");

        TheProgram.Run("run", small.OrderFile, "--shop", folder.Path).Refused(2);

        Assert.Equal("mine", File.ReadAllText(folder["report.html"]));
    }
}
