using Clientele.Warehouse;
using ParquetSharp;

namespace Clientele.Tests;

/// <summary>What <c>export</c> writes as Parquet, read by Apache Arrow's library: that of pyarrow and of R's arrow.</summary>
public sealed class ParquetExportTests : IDisposable
{
    readonly TestFolder _folder = new();

    readonly TestShop _shop = TestShop.Of([
        "1,007,2024-01-10 09:30:00,m,=Mug £,2,5.25,France",
        "2,b,2024-02-10 00:00:00,c,Cup,1,0.10,",
        "3,,2024-02-11 12:00:00,c,Cup,3,0.10,Spain",
    ]);

    public void Dispose()
    {
        _shop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Texts_times_and_money_keep_their_types_and_what_is_unknown_is_null()
    {
        TableExport.Write(_shop.Database, "order_lines", _folder["lines.parquet"], null);

        using var file = new ParquetFileReader(_folder["lines.parquet"]);
        using var rows = file.RowGroup(0);

        Assert.Equal(["007", "b", null!], Column<string>(rows, "customer_id"));
        Assert.Equal(
            [new(2024, 1, 10, 9, 30, 0), new(2024, 2, 10), new DateTime(2024, 2, 11, 12, 0, 0)],
            Column<DateTime?>(rows, "ordered_at").Select(t => t!.Value)
        );
        Assert.IsType<DecimalLogicalType>(Descriptor(rows, "amount").LogicalType);
        Assert.Equal([10.50m, 0.10m, 0.30m], Column<decimal?>(rows, "amount"));
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_stays_as_it_is()
    {
        TableExport.Write(_shop.Database, "products", _folder["products.parquet"], null);

        using var file = new ParquetFileReader(_folder["products.parquet"]);
        using var rows = file.RowGroup(0);

        Assert.Equal(["Cup", "=Mug £"], Column<string>(rows, "name"));
    }

    [Theory]
    [MemberData(nameof(TestShop.Tables), MemberType = typeof(TestShop))]
    [InlineData("rejects")]
    public void Every_table_of_a_shop_can_be_read(string table)
    {
        var written = TableExport.Write(_shop.Database, table, _folder["table.parquet"], null);

        using var file = new ParquetFileReader(_folder["table.parquet"]);

        Assert.Equal(written, file.FileMetaData.NumRows);
        using var rows = written > 0 ? file.RowGroup(0) : null;
        for (var c = 0; rows != null && c < file.FileMetaData.NumColumns; c++)
        {
            using var column = rows.Column(c).LogicalReader();
            Assert.Equal(written, column.Apply(new Length()));
        }
    }

    static T[] Column<T>(RowGroupReader rows, string name)
    {
        using var reader = rows.Column(Place(rows, name)).LogicalReader<T>();
        return reader.ReadAll((int)rows.MetaData.NumRows);
    }

    static ColumnDescriptor Descriptor(RowGroupReader rows, string name) =>
        rows.MetaData.Schema.Column(Place(rows, name));

    static int Place(RowGroupReader rows, string name) => rows.MetaData.Schema.ColumnIndex(name);

    sealed class Length : ILogicalColumnReaderVisitor<long>
    {
        public long OnLogicalColumnReader<TValue>(LogicalColumnReader<TValue> columnReader) =>
            columnReader.LongCount();
    }
}
