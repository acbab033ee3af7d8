using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The line <c>sep=;</c> by which Excel is told what parts the fields.</summary>
public sealed class SeparatorLineTests
{
    const string Head = "order_id;order_date;unit_price,in EUR;price\n";

    [Theory]
    [InlineData("sep=;\n")]
    [InlineData("\uFEFFsep=;\r\n")]
    [InlineData("\"sep=;\"\n")]
    [InlineData("SEP=;\n")]
    public void It_is_heeded_and_read_over(string line)
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"{i};2024-01-02;x;3.50\n"));

        using var shop = TestShop.OfFile(line + Head + rows + "41;never;x;3.50\n42;2024-01-02\n");

        Assert.Equal(2, shop.Summary.Rejected);
        Assert.Equal(["43", "44"], shop.Texts("select line::varchar from raw.rejects order by line"));
    }

    [Fact]
    public void A_column_of_that_name_is_a_column()
    {
        using var folder = new TestFolder();

        var table = PlainTable.Read(folder.Write("t.csv", "sep=;,y\n1,2\n")).Numbers;

        Assert.Equal(["sep=;", "y"], table.Columns.Select(c => c.Name));
    }

    [Fact]
    public void A_file_of_control_characters_is_no_text()
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<ImportRefusedException>(() =>
            PlainTable.Read(folder.Write("t.csv", new string('\0', 100)))
        );

        Assert.Equal(
            "t.csv is no text: control characters stand where the column names should be. Export it again.",
            error.Message
        );
    }
}
