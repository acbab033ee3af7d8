namespace Clientele.Tests;

/// <summary>The first day of exports that count their days: an option, a key and a variable that mean the same.</summary>
public sealed class FirstDayTests
{
    const string Baskets =
        "household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,TRANS_TIME\n"
        + "1,10,1,5,2,1.39,364,1631\n1,11,32,5,1,0.70,364,5\n2,12,3,5,1,0.70,364,5\n";

    [Fact]
    public void Option_key_and_variable_make_the_same_run_and_none_makes_another()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        folder.Write("baskets.csv", Baskets);
        string[] call = ["run", folder["baskets.csv"], "--shop", shop.Path, "--questions", "profile"];

        var usual = TheProgram.Run(call).Good().Output;
        var unsaid = shop.RunId;
        Assert.Contains("day 1 counts as 2001-01-01", usual, StringComparison.Ordinal);
        Assert.Contains("--first-day", usual, StringComparison.Ordinal);

        var said = TheProgram.Run([.. call, "--first-day", "2016-03-01"]).Good().Output;
        var declared = shop.RunId;
        Assert.NotEqual(unsaid, declared);
        Assert.Contains("day 1 counts as 2016-03-01", said, StringComparison.Ordinal);
        Assert.Equal("2016-04-02", shop.Manifest["as_of"]!.GetValue<string>());

        TheProgram.RunIn(folder.Path, [("CLIENTELE__FIRST_DAY", "2016-03-01")], call).Good();
        Assert.Equal(declared, shop.RunId);
        folder.Write("shop/clientele.yml", "first_day: 2016-03-01\n");
        TheProgram.Run(call).Good();
        Assert.Equal(declared, shop.RunId);
        TheProgram.Run([.. call, "--first-day", "2001-01-01"]).Good();
        Assert.Equal(unsaid, shop.RunId);
    }

    [Fact]
    public void Check_counts_from_the_same_day()
    {
        using var folder = new Folder();
        folder.Write("baskets.csv", Baskets);

        Assert.Contains(
            "from 2016-03-01 to 2016-04-01",
            TheProgram.Run("check", folder["baskets.csv"], "--first-day", "2016-03-01").Good().Output,
            StringComparison.Ordinal
        );
        Directory.CreateDirectory(folder["baskets"]);
        folder.Write("baskets/clientele.yml", "first_day: 2016-03-02\n");
        Assert.Contains(
            "from 2016-03-02 to 2016-04-02",
            TheProgram.RunIn(folder.Path, [], "check", "baskets.csv").Good().Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("1/3/2016")]
    [InlineData("2016-02-30")]
    [InlineData("1666-01-01")]
    public void A_day_that_is_none_is_refused_with_its_limits(string day)
    {
        using var folder = new Folder();
        folder.Write("baskets.csv", Baskets);

        Assert.Contains(
            $"--first-day is '{day}', but must be a day from 1900-01-01 to 2190-12-31.",
            TheProgram.Run("run", folder["baskets.csv"], "--first-day", day).Refused(2).Errors,
            StringComparison.Ordinal
        );
    }
}
