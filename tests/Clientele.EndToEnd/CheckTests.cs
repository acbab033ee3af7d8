using System.Text.Json.Nodes;

namespace Clientele.Tests;

/// <summary><c>check</c>: what a run would import, without a run.</summary>
public sealed class CheckTests(SmallShop small)
{
    [Fact]
    public void A_good_file_is_told_with_columns_rules_and_days_and_nothing_is_written()
    {
        using var folder = new Folder();

        var said = TheProgram.RunIn(folder.Path, [], "check", small.OrderFile).Good().Output;

        foreach (
            var part in (string[])
                [
                    "read as uci_online_retail, 0 rejected",
                    "csv, utf-8, fields parted by comma, times as ISO 8601 by UTC, decimal point",
                    "order_id ← InvoiceNo",
                    "default: exact_duplicates would remove ",
                    "A run would publish ",
                    "All gates hold. Nothing was written.",
                ]
        )
        {
            Assert.Contains(part, said, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_it_counts_is_what_a_run_publishes()
    {
        var said = JsonNode.Parse(TheProgram.Run("check", small.OrderFile, "--json").Good().Output)!;

        using var shop = small.Published.Open();
        double Count(string table) =>
            shop.Read(new(table, $"select count(*) as n from core.{table}")).Number("n");
        Assert.Equal(Count("order_lines"), said["shop"]!["lines"]!.GetValue<double>());
        Assert.Equal(Count("orders"), said["shop"]!["orders"]!.GetValue<double>());
        Assert.Equal(Count("customers"), said["shop"]!["customers"]!.GetValue<double>());
        Assert.Equal(
            File.ReadLines(small.Published["ledger.csv"]).Skip(1).Select(l => l.Split(',')[0]),
            said["rules"]!.AsArray().Select(r => r!["rule"]!.GetValue<string>())
        );
        Assert.Null(said["refusal"]);
    }

    [Fact]
    public void It_says_of_the_files_what_a_run_says_with_the_settings_of_the_shop()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["shop"]);
        folder.Write("shop/clientele.yml", "time_zone: Europe/London\n");
        string[] files =
        [
            folder.Write(
                "a.csv",
                "order_id,date,sku,price,coupon\n1,2024-06-01 23:30:00Z,mug,5,9\n2,2024-06-03 10:00:00,mug,5,1\n"
            ),
            folder.Write("b.csv", "order_id,date,sku,price,coupon\n2,2024-06-03 10:00:00,mug,6,1\n"),
        ];
        string[] call = [.. files, "--shop", folder["shop"], "--map", "order_discount=coupon"];

        string[] both =
        [
            "by Europe/London where there is none",
            "lines: 0 new, 1 changed, 0 the same as in the files before",
            "Note: 1 order has a discount of more than all lines come to",
        ];

        TheProgram.Run(["check", .. call]).Good().Says([.. both, "from 2024-06-02 to 2024-06-03"]);
        TheProgram.Run(["run", .. call, "--questions", "profile"]).Good().Says(both);
        TheProgram
            .Run(["check", .. call])
            .Good()
            .Says("published before: 0 lines of it are in no file any more");
        TheProgram
            .RunIn(folder.Path, [("CLIENTELE__TIME_ZONE", "UTC")], ["check", .. call])
            .Good()
            .Says("from 2024-06-01 to 2024-06-03");
    }

    [Fact]
    public void Bad_rows_are_told_by_reason_with_the_first_of_them()
    {
        using var folder = new Folder();
        var bad = Enumerable
            .Range(1, 5)
            .Select(i => $"x{i},1,M,many{i},2023-05-01 10:00:00,1.00,12000,France");
        var file = Orders.Write(folder, "orders.csv", [.. bad, .. Orders.Lines(200)]);

        var said = TheProgram.Run("check", file).Good().Output;

        Assert.Contains(
            "orders.csv: 5 rows rejected, column Quantity: is no number",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("  line 2: 'many1' is no number", said, StringComparison.Ordinal);
        Assert.DoesNotContain("many4", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_used_is_told()
    {
        using var folder = new Folder();
        var file = folder.Write("a.csv", "order_id,date,price,colour\n1,2023-01-01,2,red\n");

        Assert.Contains(
            "  not used: colour",
            TheProgram.Run("check", file).Good().Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(3, "a,b\n1,2\n", "no column is known as order_id")]
    [InlineData(3, "order_id,date,price\n1,2023-01-01,x\n", "'x' is no number")]
    [InlineData(3, "order_id,date,price\n1,2023-01-01,0\n", "After cleaning no order is left")]
    [InlineData(2, "order_id,date,price\n1,2023-01-01,0\n", "no recipe 'soup'", "--recipe", "soup")]
    [InlineData(2, "order_id,date,price\n1,2023-01-01,0\n", "no field 'colour'", "--map", "colour=a")]
    public void It_ends_as_a_run_would_with_the_same_sentence(
        int code,
        string text,
        string said,
        params string[] more
    )
    {
        using var folder = new Folder();
        var file = folder.Write("a.csv", text);

        var check = TheProgram.Run(["check", file, .. more]).Refused(code);
        var run = TheProgram.Run(["run", file, "--shop", folder["shop"], .. more]).Refused(code);

        Assert.Contains(said, check.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(run.Errors.Split('\n')[0], check.Errors.Split('\n')[0]);
    }

    [Fact]
    public void Every_file_that_is_refused_is_told_and_the_others_are_shown()
    {
        using var folder = new Folder();
        const string header = "order_id,date,price\n";
        string[] files =
        [
            folder.Write("good.csv", header + "1,2023-01-01,2\n"),
            folder.Write("empty.csv", ""),
            folder.Write("tie.csv", "a,b;c,d;e\n1,2;3,4;5\n"),
            folder.Write("bare.csv", header),
            folder.Write("weather.csv", "city,rain\nx,1\n"),
            folder.Write("bad.csv", header + "2,2023-01-01,x\n3,soon,3\n"),
            folder.Write("days.csv", header + "4,01/02/2023,2\n"),
        ];

        var check = TheProgram.RunIn(folder.Path, [], ["check", .. files]).Refused(3);
        var run = TheProgram.Run(["run", .. files, "--shop", folder["shop"]]).Refused(3);

        var told = check.Errors.TrimEnd().Split('\n');
        Assert.Equal(
            ["empty.csv", "tie.csv", "weather.csv", "bare.csv", "bad.csv", "days.csv"],
            told.Select(line => line.Split(' ', ':', ',')[0])
        );
        Assert.Equal(run.Errors.Split('\n')[0], told[0]);
        check.Says(
            "good.csv: 1 row read as generic, 0 rejected",
            "bad.csv: 2 rows read as generic, 2 rejected",
            "order_id ← order_id",
            "bad.csv: 1 row rejected, column price",
            "A run would publish nothing."
        );
        Assert.Equal(files.Length, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_file_of_orders_that_is_refused_does_not_make_the_customers_beside_it_strangers()
    {
        using var folder = new Folder();
        var orders = folder.Write("orders.csv", "order_id,date,price,price\n1,2023-01-01,2,2\n");
        var people = folder.Write("people.csv", "customer_id,country\na,France\n");

        var check = TheProgram.Run("check", orders, people).Refused(3);

        Assert.Equal(
            "orders.csv, line 1: two columns are called 'price'. Rename one of them.",
            check.Errors.Trim()
        );
        Assert.Contains("people.csv: 1 row read as generic", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_refused_shows_its_bad_rows_by_reason()
    {
        using var folder = new Folder();
        var file = folder.Write("a.csv", "order_id,date,price\n1,2023-01-01,x\n2,soon,2\n3,2023-01-01,2\n");

        var said = JsonNode.Parse(TheProgram.Run("check", file, "--json").Output)!;

        Assert.Equal(
            ["date: is no time", "price: is no number"],
            said["rejects"]!.AsArray().Select(r => $"{r!["column"]}: {r["reason"]}")
        );
        Assert.Contains("is more than 5 %", said["refusal"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
