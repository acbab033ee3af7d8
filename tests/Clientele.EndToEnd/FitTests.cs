using System.Globalization;
using System.Text.Json.Nodes;

namespace Clientele.Tests;

public sealed class FitTests
{
    [Fact]
    public void Kmeans_labels_every_row_in_input_order()
    {
        using var folder = new Folder();

        TheProgram
            .Run(
                "fit",
                "kmeans",
                "--in",
                Blobs(folder),
                "--set",
                "clusters=3",
                "--seed",
                "4",
                "--out",
                folder["fitted"]
            )
            .Good();

        var rows = File.ReadAllLines(folder["fitted/rows.csv"]);
        Assert.Equal("cluster", rows[0]);
        Assert.Equal(61, rows.Length);
        // Row i was made around center i % 3: labels must repeat in step.
        Assert.All(Enumerable.Range(4, 57), row => Assert.Equal(rows[row - 3], rows[row]));
        Assert.Equal(3, rows.Skip(1).Distinct().Count());
    }

    [Fact]
    public void Kmeans_tells_parameters_inertia_convergence_and_scores()
    {
        using var folder = new Folder();

        TheProgram
            .Run("fit", "kmeans", "--in", Blobs(folder), "--set", "clusters=3", "--out", folder["fitted"])
            .Good();

        var fit = JsonNode.Parse(File.ReadAllText(folder["fitted/fit.json"]))!;
        Assert.Equal("3", fit["parameters"]!["clusters"]!.ToString());
        Assert.True(fit["converged"]!.GetValue<bool>());
        Assert.True(fit["inertia"]!.GetValue<double>() > 0);
        Assert.InRange(fit["scores"]!["silhouette"]!.GetValue<double>(), 0.5, 1);
        Assert.NotNull(fit["scores"]!["calinski_harabasz"]);
        Assert.NotNull(fit["scores"]!["davies_bouldin"]);
    }

    [Fact]
    public void A_law_of_buying_is_learned_from_a_shops_own_table()
    {
        using var folder = new Folder();
        var orders = Orders.Write(folder, "orders.csv", Orders.Lines(600));
        TheProgram.Run("run", orders, "--shop", folder["shop"], "--questions", "purchase_histories").Good();
        var histories = folder["shop/tables/purchase_histories.csv"];

        TheProgram
            .Run("fit", "mbg_nbd", "--in", histories, "--set", "horizon=30", "--out", folder["law"])
            .Good();
        TheProgram.Run("fit", "gamma_gamma", "--in", histories, "--out", folder["spend"]).Good();

        Assert.Equal("customer_id,x,t_x,t,spend", File.ReadLines(histories).First());
        var customers = File.ReadLines(histories).Count();
        Assert.Equal("p_alive,expected_orders", File.ReadLines(folder["law/rows.csv"]).First());
        Assert.Equal(customers, File.ReadLines(folder["law/rows.csv"]).Count());
        Assert.Equal(customers, File.ReadLines(folder["spend/rows.csv"]).Count());
        var fit = JsonNode.Parse(File.ReadAllText(folder["law/fit.json"]))!;
        Assert.All(["r", "alpha", "a", "b"], name => Assert.True((double)fit["estimates"]![name]! > 0));
        Assert.NotNull(fit["note"]);
    }

    [Theory]
    [InlineData(
        "3,5,10,20\n2,15,10,20",
        "histories.csv, line 3, column t_x: 15 does not lie between 0 and T, which is 10"
    )]
    [InlineData("3,5,10,20\n-1,0,10,20", "histories.csv, line 3, column x: -1 is no number of repeats")]
    [InlineData("0,4,10,20", "histories.csv, line 2, column t_x: 4 needs a repeat, but x is 0")]
    [InlineData("0,0,-1,20", "histories.csv, line 2, column T: -1 is below 0")]
    public void A_history_that_cannot_be_is_refused_with_its_line(string rows, string because)
    {
        using var folder = new Folder();
        File.WriteAllText(folder["histories.csv"], $"x,t_x,T,spend\n{rows}\n");

        var refused = TheProgram.Run(
            "fit",
            "bg_nbd",
            "--in",
            folder["histories.csv"],
            "--out",
            folder["fitted"]
        );

        Assert.Equal(3, refused.Code);
        Assert.Contains(because, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_shows_is_null_and_said()
    {
        using var folder = new Folder();
        File.WriteAllText(folder["once.csv"], "x,t_x,T,spend\n0,0,30,0\n0,0,80,0\n");

        TheProgram.Run("fit", "nbd", "--in", folder["once.csv"], "--out", folder["fitted"]).Good();

        var fit = JsonNode.Parse(File.ReadAllText(folder["fitted/fit.json"]))!;
        Assert.Null(fit["estimates"]!["r"]);
        Assert.Contains("Nobody has bought twice", fit["note"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_seeds_give_equal_files()
    {
        using var folder = new Folder();
        foreach (var (name, threads) in (ReadOnlySpan<(string, string)>)[("a", "1"), ("b", "2")])
        {
            TheProgram
                .Run(
                    "fit",
                    "kmeans",
                    "--in",
                    Blobs(folder),
                    "--threads",
                    threads,
                    "--seed",
                    "9",
                    "--out",
                    folder[name]
                )
                .Good();
        }

        Assert.All(
            ["rows.csv", "fit.json"],
            file =>
                Assert.Equal(File.ReadAllBytes(folder[$"a/{file}"]), File.ReadAllBytes(folder[$"b/{file}"]))
        );
    }

    [Fact]
    public void Scale_brings_columns_to_mean_zero_and_spread_one()
    {
        using var folder = new Folder();

        TheProgram.Run("fit", "scale", "--in", Blobs(folder), "--out", folder["fitted"]).Good();

        var rows = File.ReadAllLines(folder["fitted/rows.csv"]);
        Assert.Equal("x,y", rows[0]);
        var x = rows.Skip(1)
            .Select(row => double.Parse(row.Split(',')[0], CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(0, x.Average(), 1e-9);
        Assert.NotNull(JsonNode.Parse(File.ReadAllText(folder["fitted/fit.json"]))!["parameters"]);
    }

    [Theory]
    [InlineData("x,y\n1,2\n3,four\n5,6\n", "line 3, column y: 'four' is no number")]
    [InlineData("x,y\n", "has a header but no rows")]
    [InlineData("x,y\n1,2\n1e308,3\n5,6\n", "line 3, column x: '1e308' is too large")]
    [InlineData("x,y\n1,2\n3,\n5,6\n", "line 3, column y")]
    [InlineData("name\nanna\nbob\n", "no column holds numbers")]
    [InlineData("x;y\n1;2,5\n3;4,25\n", "line 2, column y: '2,5' is written with a comma")]
    [InlineData("x;y\n1;\n3;1,234.50\n", "line 3, column y: '1,234.50' is written with a comma")]
    [InlineData(
        "x;y\n1;1,50\n2;n/a\n3;3,5\n",
        "line 2, column y: '1,50' is written with a comma: write 3.50"
    )]
    [InlineData("x;y\n1;-1,50\n2;(3,50)\n", "line 2, column y: '-1,50' is written with a comma")]
    [InlineData("x;y\n1;(3,50)\n", "line 2, column y: '(3,50)' is written in brackets: write -3.50")]
    [InlineData("x;y\n1;€1,50\n2;1,50 €\n", "line 2, column y: '€1,50' is written with a currency")]
    [InlineData("x;y\n1;1 000\n2;2 500\n", "line 2, column y: '1 000' has a mark between thousands")]
    [InlineData("x;y\n1;5%\n2;7 %\n", "line 2, column y: '5%' has a percent sign: write 0.15 for 15%")]
    [InlineData(
        "x;y\n1;900\n2;1,500\n",
        "'1,500' has a mark between thousands: write 1500 for 1,500, or 1.5"
    )]
    [InlineData("x,y\n1,2\n3,\n", "line 3, column y is empty. Fill it or leave the column out")]
    [InlineData("x,y\n1,2\n3,4\n", "clusters")]
    public void A_table_that_does_not_suit_is_refused(string table, string because)
    {
        using var folder = new Folder();

        var refused = TheProgram
            .Run("fit", "kmeans", "--in", folder.Write("t.csv", table), "--out", folder["fitted"])
            .Refused(3);

        Assert.Contains(because, refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["fitted"]));
    }

    [Fact]
    public void A_table_that_two_marks_part_is_refused_until_the_option_that_is_named_says_which()
    {
        using var folder = new Folder();
        string[] call =
        [
            "fit",
            "scale",
            "--in",
            folder.Write("t.csv", "a,b;c,d;e\n1,2;3,4;5\n2,2;4,4;6\n"),
            "--out",
            folder["fitted"],
        ];

        var refused = TheProgram.Run(call).Refused(3).Errors;
        Assert.Contains("--delimiter , or --delimiter ';'", refused, StringComparison.Ordinal);
        Assert.Contains(
            "--delimiter is 'ab', but must be one character",
            TheProgram.Run([.. call, "--delimiter", "ab"]).Refused(2).Errors,
            StringComparison.Ordinal
        );

        TheProgram.Run([.. call, "--delimiter", ","]).Good();
        Assert.Equal("a", File.ReadLines(folder["fitted/rows.csv"]).First());
    }

    [Fact]
    public void Columns_that_are_left_out_are_named()
    {
        using var folder = new Folder();
        var table = folder.Write("t.csv", "id,x,note,code\nSKU1,1,,1.2.3\nSKU2,2,,4.5.6\nSKU3,9,,7.8.9\n");

        var done = TheProgram.Run("fit", "scale", "--in", table, "--out", folder["fitted"]).Good();

        Assert.Contains(
            "Left out: id (text), note (empty), code (text)",
            done.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"id":"text","note":"empty","code":"text"}""",
            JsonNode.Parse(File.ReadAllText(folder["fitted/fit.json"]))!["left_out"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("colour=red", "colour is not a setting")]
    [InlineData("clusters=some", "must be a whole number")]
    [InlineData("clusters=0", "clusters is 0, but must lie between")]
    public void A_bad_setting_is_refused(string setting, string because)
    {
        using var folder = new Folder();

        var refused = TheProgram
            .Run("fit", "kmeans", "--in", Blobs(folder), "--set", setting, "--out", folder["fitted"])
            .Refused(2);

        Assert.Contains(because, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_of_two_settings_wins()
    {
        using var folder = new Folder();

        TheProgram
            .Run(
                "fit",
                "kmeans",
                "--in",
                Blobs(folder),
                "--set",
                "clusters=2",
                "--set",
                "clusters=3",
                "--out",
                folder["fitted"]
            )
            .Good();

        Assert.Equal(3, File.ReadLines(folder["fitted/rows.csv"]).Skip(1).Distinct().Count());
    }

    static string Blobs(Folder folder)
    {
        var random = new Random(1);
        var rows = Enumerable
            .Range(0, 60)
            .Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i % 3 * 10 + random.NextDouble()},{i % 3 * -7 + random.NextDouble()}"
                )
            );
        return folder.Write("points.csv", "x,y\n" + string.Join('\n', rows) + "\n");
    }
}
