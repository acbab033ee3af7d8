using System.IO.Compression;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Files that cannot be taken: the refusal names what was seen and what to do.</summary>
public sealed class RefusedFileTests
{
    [Fact]
    public void A_price_that_is_none_is_named_with_how_to_write_it()
    {
        var rows = Enumerable.Range(0, 30).Select(i => $"{i},c,2023-01-02,m,M,1,15%,F");

        var error = Assert.Throws<ImportRefusedException>(() => TestShop.Of(rows));

        Assert.Contains(
            "line 2, column unit_price: '15%' is no number; it has a percent sign",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_quote_that_is_never_closed_loses_no_row_in_silence()
    {
        var rows = Enumerable
            .Range(0, 400)
            .Select(i => $"{i},c,2023-01-02,m,{(i == 200 ? "\"" : "")}M,1,1,F");

        var error = Assert.Throws<ImportRefusedException>(() => TestShop.Of(rows));

        Assert.Contains("line 202: a quote opens a field here", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a 5\" pipe", 1)]
    [InlineData("\"a 5\"\" pipe\"", 1)]
    [InlineData("\"two\nlines\"", 1)]
    [InlineData("\"\"", 1)]
    public void Every_row_with_quotes_is_kept_or_told(string name, int rejectsAtMost)
    {
        var rows = Enumerable.Range(0, 100).Select(i => $"{i},c,2023-01-02,m,{(i == 50 ? name : "M")},1,1,F");

        using var shop = TestShop.Of(rows);

        Assert.Equal(100, shop.Summary.Read);
        Assert.InRange(shop.Summary.Rejected, 0, rejectsAtMost);
    }

    [Fact]
    public void A_gzip_bomb_is_refused_before_it_fills_the_disk()
    {
        using var folder = new TestFolder();
        using (var gzip = new GZipStream(File.Create(folder["orders.csv.gz"]), CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(TestShop.Header + "\n"));
            var zeros = new byte[1 << 24];
            Array.Fill(zeros, (byte)'x');
            for (var i = 0; i < 80; i++)
            {
                gzip.Write(zeros);
            }
        }

        Assert.Contains("unpacks to more than 200 times", Refusal(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(200)]
    [InlineData(2000)]
    public void A_gzip_file_is_refused_wherever_it_is_cut_off(int missing)
    {
        using var folder = new TestFolder();
        var whole = Gzipped(5000);
        File.WriteAllBytes(folder["orders.csv.gz"], whole[..^missing]);

        Assert.Contains("is cut off or damaged", Refusal(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_with_a_changed_byte_is_refused()
    {
        using var folder = new TestFolder();
        var bytes = Gzipped(5000);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder["orders.csv.gz"], bytes);

        Assert.Contains("is cut off or damaged", Refusal(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_files_one_after_the_other_are_one_file()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder["orders.csv.gz"], [.. Gzipped(50), .. Gzipped(20, header: false)]);

        using var shop = TestShop.Of([TestShop.Csv(folder["orders.csv.gz"])], TestShop.RecipeOf(""));

        Assert.Equal(70, shop.Summary.Read);
    }

    [Theory]
    [InlineData("", "is empty. Export it again")]
    [InlineData("order_id,date,price\n1,2023-01-01,1\n", "is no gzip file, although it is called .gz")]
    public void What_is_no_gzip_file_is_called_so(string text, string said)
    {
        using var folder = new TestFolder();
        folder.Write("orders.csv.gz", text);

        Assert.Contains(said, Refusal(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "x,y\n1,\"2,5\"\n2,3\n",
        "line 2, column y: '2,5' is written with a comma: write 3.50 for 3,50"
    )]
    [InlineData("x,y\n1,2\n3\n", "line 3 cannot be read: the row ends before this column")]
    [InlineData("x,y\na,b\n", "no column holds numbers")]
    public void A_plain_table_is_refused_in_the_same_words(string text, string said)
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<ImportRefusedException>(() => PlainTable.Read(folder.Write("t.csv", text)));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void About_how_many_rows_there_are_is_known_before(bool zipped)
    {
        using var folder = new TestFolder();
        var path = folder[zipped ? "a.csv.gz" : "a.csv"];
        File.WriteAllBytes(path, zipped ? Gzipped(40_000) : Encoding.UTF8.GetBytes(Text(40_000)));

        Assert.InRange(TestShop.Csv(path).RowsAbout!.Value, 38_000, 42_000);
    }

    static string Refusal(TestFolder folder) =>
        Assert
            .Throws<ImportRefusedException>(() =>
                TestShop.Of([TestShop.Csv(folder["orders.csv.gz"])], TestShop.RecipeOf(""))
            )
            .Message;

    static string Text(int rows, bool header = true) =>
        (header ? TestShop.Header + "\n" : "")
        + string.Concat(
            Enumerable.Range(0, rows).Select(i => $"{i},c{i * 7919 % 1000},2023-01-02,m{i % 97},M,1,1.00,F\n")
        );

    static byte[] Gzipped(int rows, bool header = true)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Text(rows, header)));
        }

        return packed.ToArray();
    }
}
