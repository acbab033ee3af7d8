namespace Clientele.Tests;

/// <summary>Other customers put into published segments.</summary>
public sealed class ScoreTests
{
    [Fact]
    public void Customers_of_the_shop_get_the_segments_that_they_have()
    {
        using var folder = new Folder();
        var shop = folder["shop"];
        TheProgram.Run("demo", "--customers", "300", "--months", "12", "--shop", shop).Good();
        TheProgram.Run("export", "customers", "--shop", shop, "--to", folder["customers.csv"]).Good();

        TheProgram
            .Run(
                "score",
                "--shop",
                shop,
                "--customers",
                folder["customers.csv"],
                "--out",
                folder["scored.csv"]
            )
            .Good();

        var segments = Column(folder["customers.csv"], "segment");
        Assert.Equal(segments, Column(folder["scored.csv"], "segment"));
        Assert.Equal(
            Column(folder["customers.csv"], "customer_id"),
            Column(folder["scored.csv"], "customer_id")
        );
        Assert.Equal(
            "customer_id,segment,segment_name,confidence",
            File.ReadLines(folder["scored.csv"]).First()
        );
    }

    [Fact]
    public void A_file_without_the_numbers_of_segments_is_refused_with_their_names()
    {
        using var folder = new Folder();
        var shop = folder["shop"];
        TheProgram.Run("demo", "--customers", "200", "--months", "12", "--shop", shop).Good();
        var file = folder.Write("new.csv", "customer_id,orders\nc1,3\n");

        var run = TheProgram.Run("score", "--shop", shop, "--customers", file, "--out", folder["scored.csv"]);

        run.Refused(3);
        Assert.Contains("no column days_since_last, gross_revenue", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["scored.csv"]));
    }

    static string[] Column(string file, string name)
    {
        var lines = File.ReadAllLines(file);
        var at = Array.IndexOf(lines[0].Split(','), name);
        return [.. lines.Skip(1).Select(line => line.Split(',')[at])];
    }
}
