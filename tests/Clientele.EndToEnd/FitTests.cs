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
    [InlineData("x,y\n1,2\n3,\n5,6\n", "line 3, column y")]
    [InlineData("name\nanna\nbob\n", "no column holds numbers")]
    [InlineData("x;y\n1;2,5\n3;4,25\n", "line 2, column y: '2,5' is written with a comma")]
    [InlineData("x;y\n1;\n3;1,234.50\n", "line 3, column y: '1,234.50' is written with a comma")]
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
