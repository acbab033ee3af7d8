namespace Clientele.Tests;

/// <summary>The shop's time zone: an option, a key and a variable that mean the same.</summary>
public sealed class TimeZoneOptionTests
{
    [Fact]
    public void Option_key_and_variable_make_the_same_run_and_none_makes_another()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        string[] call = ["run", OrdersIn(folder), "--shop", shop.Path, "--questions", "profile"];
        TheProgram.Run(call).Good();
        var inUtc = shop.RunId;

        var said = TheProgram.Run([.. call, "--time-zone", "Europe/London"]).Good().Output;
        var inLondon = shop.RunId;
        Assert.NotEqual(inUtc, inLondon);
        Assert.Contains("times as ISO 8601 with their offsets", said, StringComparison.Ordinal);
        Assert.Equal("Europe/London", shop.Manifest["time_zone"]!.GetValue<string>());
        Assert.Equal("2024-06-17", shop.Manifest["as_of"]!.GetValue<string>());
        Assert.Contains(
            "time zone Europe/London",
            TheProgram.Run("status", "--shop", shop.Path).Good().Output,
            StringComparison.Ordinal
        );

        TheProgram.RunIn(folder.Path, [("CLIENTELE__TIME_ZONE", "Europe/London")], call).Good();
        Assert.Equal(inLondon, shop.RunId);
        folder.Write("shop/clientele.yml", "time_zone: Europe/London\n");
        TheProgram.Run(call).Good();
        Assert.Equal(inLondon, shop.RunId);
        TheProgram.Run([.. call, "--time-zone", "UTC"]).Good();
        Assert.Equal(inUtc, shop.RunId);
    }

    [Fact]
    public void Days_of_tables_and_exports_are_those_of_the_shop()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        TheProgram
            .Run(
                "run",
                OrdersIn(folder),
                "--shop",
                shop.Path,
                "--questions",
                "profile",
                "--time-zone",
                "Europe/London"
            )
            .Good();

        Assert.Equal("2024-06-16", File.ReadLines(shop["tables/profile_daily.csv"]).Last().Split(',')[0]);
        TheProgram.Run("export", "orders", "--shop", shop.Path, "--to", folder["orders.csv"]).Good();
        Assert.Contains(
            "2024-06-16 00:30:00",
            File.ReadAllText(folder["orders.csv"]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Europe/Lodnon", "--time-zone is 'Europe/Lodnon'", "did you mean 'Europe/London'?")]
    [InlineData("BST", "--time-zone is 'BST'", "such as Europe/Berlin")]
    public void A_zone_that_is_not_known_is_refused_with_the_nearest(string zone, params string[] parts)
    {
        using var folder = new Folder();

        var errors = TheProgram.Run("run", OrdersIn(folder), "--time-zone", zone).Refused(2).Errors;

        Assert.All(parts, part => Assert.Contains(part, errors, StringComparison.Ordinal));
    }

    static string OrdersIn(Folder folder)
    {
        folder.Write(
            "orders.csv",
            "order_id,customer_id,date,price\n1,a,2024-06-14 23:30:00+00:00,5\n2,a,2024-06-15 23:30:00+00:00,5\n"
        );
        return folder["orders.csv"];
    }
}
