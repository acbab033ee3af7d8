using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>CSV that a spreadsheet does not run, with ids as they are in the file.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1+1")]
    [InlineData("-1+1 LAMP")]
    [InlineData("-A1")]
    [InlineData("+CMD|'/C calc'!A0")]
    [InlineData("-")]
    [InlineData("+.")]
    [InlineData("-1.2.3")]
    [InlineData("\t=1")]
    [InlineData("＝1+1")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string text) =>
        Assert.Equal($"'{text}", CsvText.Cell(text));

    [Theory]
    [InlineData("-12")]
    [InlineData("+491701234567")]
    [InlineData("-0.50")]
    [InlineData("12000")]
    [InlineData("0012")]
    [InlineData("a@b.example")]
    [InlineData("C536365")]
    [InlineData("'=1")]
    public void Ids_and_signed_numbers_stay_as_they_are(string text) =>
        Assert.Equal(text, CsvText.Cell(text));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("=A1,B1", "\"'=A1,B1\"")]
    [InlineData(null, "")]
    public void Cells_are_quoted_where_CSV_needs_it(string? text, string cell) =>
        Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void Ids_come_out_of_a_shop_as_they_went_in()
    {
        using var shop = TestShop.Of([
            "1,-77,2023-01-01,m,M,1,1.00,F",
            "2,+4917,2023-01-01,m,M,1,1.00,F",
            "3,=77,2023-01-01,m,M,1,1.00,F",
        ]);

        Assert.Equal(
            "customer_id\n+4917\n-77\n'=77\n",
            shop.Rows("select customer_id from core.customers order by 1")
        );
    }
}
