using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Amounts in several currencies are never added, however a file says which they are in.</summary>
public sealed class CurrencyTests
{
    const string Header = "order_id,customer_id,date,sku,quantity,unit_price";

    [Fact]
    public void Two_signs_in_one_column_are_refused_with_the_line_of_each()
    {
        var error = Refused(
            $"{Header}\n1,a,2023-01-02,m,1,2.50\n2,a,2023-01-02,m,1,£12.50\n3,a,2023-01-02,m,1,12.50 €\n"
        );

        Assert.Contains(
            "line 3, column unit_price: '£12.50'; line 4, column unit_price: '12.50 €'",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("a file and a shop of their own", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_is_seen_behind_the_first_thousand_rows()
    {
        var rows = Enumerable
            .Range(0, 3000)
            .Select(i => $"{i},a,2023-01-02,m,1,{(i < 2500 ? "$1.50" : "£1.50")}");

        var error = Refused($"{Header}\n{string.Join('\n', rows)}\n");

        Assert.Contains("line 2502, column unit_price: '£1.50'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_at_prices_must_agree_with_the_column_of_currencies()
    {
        var error = Refused($"{Header},currency\n1,a,2023-01-02,m,1,£2.50,EUR\n");

        Assert.Contains(
            "line 2, column currency: 'EUR'; line 2, column unit_price: '£2.50'",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_files_are_named_with_what_each_says()
    {
        var error = Refused(
            $"{Header},currency\n1,a,2023-01-02,m,1,2.50,EUR\n",
            $"{Header}\n2,a,2023-01-03,m,1,$2.50\n"
        );

        Assert.Contains(
            "orders1.csv says EUR in column currency; orders2.csv says $ in column unit_price",
            error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("EUR", "eur", "2.50")]
    [InlineData("EUR", "€", "2.50")]
    [InlineData("EUR ", "Euro", "€2.50")]
    [InlineData("CAD", "CAD", "$2.50")]
    [InlineData("GBP", "", "£2.50")]
    [InlineData("", "", "USD 2.50")]
    [InlineData("SEK", "kr", "2.50")]
    public void Ways_to_write_one_currency_are_one(string first, string second, string price)
    {
        using var shop = TestShop.OfFile(
            $"{Header},currency\n1,a,2023-01-02,m,1,{price},{first}\n2,b,2023-01-03,m,1,2.50,{second}\n"
        );

        Assert.Equal(2, shop.Summary.Kept);
    }

    [Fact]
    public void A_file_in_another_currency_that_was_sent_again_does_not_count()
    {
        using var shop = TestShop.OfFiles([
            $"{Header},currency\n1,a,2023-01-02,m,1,2.50,USD\n",
            $"{Header},currency\n1,a,2023-01-02,m,1,2.50,EUR\n",
        ]);

        Assert.Equal(1, shop.Contents.Sources[0].Versions!.Replaced);
    }

    static string Refused(params string[] files) =>
        Assert.Throws<ImportRefusedException>(() => TestShop.OfFiles(files)).Message;
}
