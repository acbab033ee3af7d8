using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary><c>export</c>: one table to one file, whole or before a day.</summary>
public sealed class TableExportTests : IDisposable
{
    readonly TestFolder _folder = new();

    readonly TestShop _shop = TestShop.Of(
        [
            "1,a,2023-01-10 09:00:00,mug,Mug,2,5.00,France",
            "2,b,2023-02-10 00:00:00,cup,Cup,1,3.00,Spain",
            "3,a,2023-02-10 23:59:59,mug,Mug,-1,5.00,France",
            "4,c,2023-03-01 12:00:00,jar,Jar,4,2.50,France",
            "1,a,2023-03-02 09:00:00,mug,Mug,1,5.00,France",
        ],
        "- returns"
    );

    public void Dispose()
    {
        _shop.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("2023-02-10", "order_lines", 1)]
    [InlineData("2023-02-11", "order_lines", 2)]
    [InlineData("2023-02-10", "returns", 0)]
    [InlineData("2023-02-11", "returns", 1)]
    [InlineData("2023-02-10", "orders", 1)]
    [InlineData("2023-02-11", "customers", 2)]
    [InlineData("2023-02-11", "products", 2)]
    [InlineData("2023-01-10", "orders", 0)]
    [InlineData("9999-12-31", "order_lines", 4)]
    public void Before_a_day_the_day_itself_is_left_out(string day, string table, int rows)
    {
        var written = Write(
            table,
            "csv",
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)
        );

        Assert.Equal(rows, written.Rows);
        Assert.Equal(rows, File.ReadLines(written.File).Count() - 1);
    }

    [Theory]
    [MemberData(nameof(TestShop.Tables), MemberType = typeof(TestShop))]
    public void Before_a_day_equals_a_shop_that_ended_the_day_before(string table)
    {
        using var cut = TestShop.Of(
            [
                "1,a,2023-01-10 09:00:00,mug,Mug,2,5.00,France",
                "2,b,2023-02-10 00:00:00,cup,Cup,1,3.00,Spain",
                "3,a,2023-02-10 23:59:59,mug,Mug,-1,5.00,France",
            ],
            "- returns"
        );
        var whole = Write(table, "csv", new DateOnly(2023, 3, 1)).File;

        TableExport.Write(cut.Database, table, _folder["cut.csv"], null);

        Assert.Equal(File.ReadAllText(_folder["cut.csv"]), File.ReadAllText(whole));
    }

    [Theory]
    [MemberData(nameof(TestShop.Tables), MemberType = typeof(TestShop))]
    public void Names_countries_and_categories_of_later_lines_are_not_known_before(string table)
    {
        const string Header =
            "order_id,customer_id,order_date,sku,description,category,quantity,unit_price,country,state\n";
        const string Early =
            "1,b,2023-01-10 09:00:00,mug,Mug,Kitchen,2,5.00,Spain,Soria\n"
            + "2,b,2023-01-11 09:00:00,cup,,Kitchen,1,3.00,Spain,\n"
            + "3,b,2023-01-12 09:00:00,mug,Mug,Kitchen,-1,5.00,Spain,\n"
            + "4,b,2023-01-12 10:00:00,jar,Jar,,1,2.00,Spain,\n";
        const string Late =
            "1,a,2023-03-02 09:00:00,mug,A newer mug,Gifts,1,5.00,France,Aisne\n"
            + "5,a,2023-03-02 10:00:00,mug,A newer mug,Gifts,1,5.00,France,Aisne\n"
            + "5,a,2023-03-02 10:00:00,cup,Cup,Gifts,1,5.00,France,Aisne\n"
            + "6,b,2023-03-03 10:00:00,jar,Jug,Gifts,-1,2.00,France,\n"
            + "7,b,2023-03-03 10:00:00,jar,Jug,Gifts,-1,2.00,France,\n";
        using var cut = TestShop.OfFile(Header + Early, "- returns");
        using var whole = TestShop.OfFile(Header + Early + Late, "- returns");

        TableExport.Write(cut.Database, table, _folder["cut.csv"], null);
        TableExport.Write(whole.Database, table, _folder["before.csv"], new DateOnly(2023, 3, 1));

        Assert.Equal(File.ReadAllText(_folder["cut.csv"]), File.ReadAllText(_folder["before.csv"]));
    }

    [Fact]
    public void A_result_has_no_days_to_stop_at()
    {
        _shop.Database.Save(new Table("rfm", [new IntegerColumn("n", [1])]));

        var error = Assert.Throws<ConfigurationException>(() =>
            Write("rfm", "csv", new DateOnly(2023, 1, 1))
        );

        Assert.Contains("--before goes with customers, orders", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_there_survives_an_export_that_fails()
    {
        _folder.Write("table.csv", "mine");

        Assert.Throws<ConfigurationException>(() => Write("weather", "csv", null));

        Assert.Equal("mine", File.ReadAllText(_folder["table.csv"]));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("a.csv", "csv")]
    [InlineData("a.b.XLSX", "xlsx")]
    [InlineData("a.parquet", "parquet")]
    [InlineData("a.txt", null)]
    [InlineData("csv", null)]
    public void The_ending_says_the_format(string file, string? format) =>
        Assert.Equal(format, TableExport.FormatOf(file));

    (long Rows, string File) Write(string table, string format, DateOnly? before)
    {
        var file = _folder[$"table.{format}"];
        return (TableExport.Write(_shop.Database, table, file, before), file);
    }
}
