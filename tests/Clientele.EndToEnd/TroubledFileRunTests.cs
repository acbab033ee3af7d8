using System.IO.Compression;
using System.Text;

namespace Clientele.Tests;

/// <summary>Every trouble that a file can have, seen from outside: its exit code, a sentence that says what to do, and nothing left behind.</summary>
/// <remarks>What is read of such files, cell by cell: TroubledFileTests, DialectTests and EvidenceTests.</remarks>
public sealed class TroubledFileRunTests : IDisposable
{
    const string Header = "order_id,customer_id,date,sku,quantity,price\n";

    readonly Folder _folder = new();

    public TroubledFileRunTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("an empty file", "", "is empty. Export it again")]
    [InlineData("a header only", Header, "has a header but no rows. Export it again with its orders")]
    [InlineData(
        "a wrong delimiter",
        Header + "1,a,2023-01-02,mug1,1,2.50\n",
        "--delimiter ,",
        "--delimiter",
        ";"
    )]
    [InlineData("two delimiters", "a,b;c,d;e\n1,2;3,4;5\n", "--delimiter , or --delimiter ';'")]
    [InlineData(
        "ragged rows",
        Header + "1,a,2023-01-02\n2,a,2023-01-02,mug1,1,2.50,x\n",
        "line 2, column sku: the row ends before"
    )]
    [InlineData(
        "an unclosed quote",
        Header + "1,a,2023-01-02,mug1,1,2.50\n2,\"a,2023-01-02,mug1,1,2.50\n",
        "line 3: a quote opens a field here and is never closed"
    )]
    [InlineData(
        "numbers like 1.234",
        Header + "1,a,2023-01-02,mug1,1,1.234\n",
        "--decimal-mark . or --decimal-mark ,"
    )]
    [InlineData(
        "days or months",
        Header + "1,a,03/04/2023,mug1,1,2.50\n",
        "--date-format '%m/%d/%Y' or --date-format '%d/%m/%Y'"
    )]
    [InlineData(
        "the same header twice",
        "order_id,date,price,price\n1,2023-01-02,1,2\n",
        "two columns are called 'price'. Rename one"
    )]
    [InlineData(
        "no column of times",
        "order_id,customer_id,sku,price\n1,a,mug1,2.50\n",
        "--map 'ordered_at=HEADER"
    )]
    [InlineData(
        "two currencies",
        "order_id,date,price,currency\n1,2023-01-02,1,EUR\n2,2023-01-02,1,USD\n",
        "column currency: 'EUR'; line 3, column currency: 'USD'. Convert the amounts"
    )]
    [InlineData(
        "a future order",
        Header + "1,a,2023-01-02,mug1,1,2.50\n2,a,2095-01-02,mug1,1,2.50\n",
        "--as-of 2023-01-03"
    )]
    public void A_file_that_is_refused_ends_with_three_and_what_to_do(
        string trouble,
        string text,
        string said,
        params string[] more
    ) => Refused(trouble, _folder.Write("orders.csv", text), said, more);

    [Fact]
    public void Shift_JIS_is_refused_until_it_is_said()
    {
        var bytes = Encoding
            .GetEncoding("shift_jis")
            .GetBytes(Header + "1,a,2023-01-02,マグカップ大きい,1,350\n");
        File.WriteAllBytes(_folder["orders.csv"], bytes);

        Refused("Shift-JIS", _folder["orders.csv"], "--encoding shift_jis");

        Run(_folder["orders.csv"], "--encoding", "shift_jis").Good();
    }

    [Theory]
    [InlineData("orders.csv.gz")]
    [InlineData("orders.xlsx")]
    [InlineData("orders.zip")]
    public void What_unpacks_to_far_more_than_it_is_is_refused(string name)
    {
        var blank = new byte[1 << 24];
        Array.Fill(blank, (byte)' ');
        using (var file = File.Create(_folder[name]))
        using (
            var zip = name.EndsWith(".gz", StringComparison.Ordinal)
                ? null
                : new ZipArchive(file, ZipArchiveMode.Create)
        )
        using (
            var bomb =
                zip?.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open()
                ?? new GZipStream(file, CompressionLevel.SmallestSize)
        )
        {
            for (var i = 0; i < 80; i++)
            {
                bomb.Write(blank);
            }
        }

        Refused(
            name,
            _folder[name],
            name == "orders.zip"
                ? "is a zip archive. Unpack it"
                : "unpacks to more than 200 times its own size"
        );
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused()
    {
        using (var writer = new StreamWriter(_folder["orders.csv"]))
        {
            writer.Write(Header + "1,a,2023-01-02,");
            for (var i = 0; i < 100; i++)
            {
                writer.Write(new string('x', 1 << 20));
            }

            writer.Write(",1,2.50\n");
        }

        Refused("a long line", _folder["orders.csv"], "is longer than 2 MB, more than any order says");
    }

    [Theory]
    [InlineData("utf-16", "1,a,2023-01-02,Zoë 1,1,2.50", "utf-16, fields parted by comma")]
    [InlineData(
        "windows-1252",
        "1,a,2023-01-02,Café £1,1,£2.50\n2,a,2023-01-02,Café € 2,1,£2.50",
        "windows-1252"
    )]
    public void A_file_in_another_encoding_ends_with_zero_and_says_which(
        string encoding,
        string rows,
        string said
    ) => Read(Encoding.GetEncoding(encoding), rows, said);

    [Theory]
    [InlineData("1,a,2023-01-02,mug1,1,\"2,50\"", "decimal comma")]
    [InlineData("1,a,2023-01-02,mug1,1,\"1.234,56\"", "decimal comma")]
    [InlineData("1,a,40908.5,mug1,1,2.50\n2,a,40909,mug1,1,2.50", "times as Excel serial by UTC")]
    [InlineData(
        "1,a,1900-01-01,mug1,1,2.50\n2,a,2023-01-02,mug1,1,2.50\n3,a,2023-01-02,mug1,1,2.50",
        "Warning: orders.csv, column date: 1 row has a day that is hardly meant (line 2: 1900-01-01)"
    )]
    [InlineData(
        " 17 ,007,2023-01-02,mug1,1,0.1\n17.0,Ann,2023-01-02,mug1,1,0.2\n17,ann,2023-01-02,mug1,1,0.3",
        "3 rows read as generic, 0 rejected"
    )]
    [InlineData("1,a,2023-01-02,mug\0,1,2.50\nGOOD", "41 rows read as generic, 1 rejected")]
    [InlineData("1,a,2023-01-02\nGOOD", "41 rows read as generic, 1 rejected")]
    public void A_file_that_can_be_read_ends_with_zero_and_says_how_it_was_read(string rows, string said) =>
        Read(Encoding.UTF8, rows, said);

    void Read(Encoding encoding, string rows, string said)
    {
        var good = string.Join(
            '\n',
            Enumerable.Range(0, 40).Select(i => $"g{i},c{i % 9},2023-01-02,mug1,1,2.50")
        );
        var text = Header + rows.Replace("GOOD", good, StringComparison.Ordinal) + "\n";
        File.WriteAllBytes(
            _folder["orders.csv"],
            [.. encoding is UnicodeEncoding ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]
        );

        Run(_folder["orders.csv"]).Good().Says(said);

        new Shop(_folder["shop"]).IsWhole();
    }

    [Fact]
    public void A_column_called_as_SQL_is_read_and_exported_as_any_other()
    {
        const string name = "\"; drop table raw.lines; --";
        var file = _folder.Write(
            "orders.csv",
            $"{Header.TrimEnd()},\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n1,a,2023-01-02,mug1,1,2.50,x\n"
        );

        Run(file).Good();

        var shop = new Shop(_folder["shop"]);
        Assert.Contains(
            "drop table raw.lines",
            File.ReadAllText(shop["tables/import.csv"]),
            StringComparison.Ordinal
        );
        shop.IsWhole();
    }

    Outcome Run(string file, params string[] more) =>
        TheProgram.Run(["run", file, "--shop", _folder["shop"], "--questions", "cohorts", .. more]);

    void Refused(string trouble, string file, string said, params string[] more)
    {
        var errors = Run(file, more).Refused(3).Errors;

        Assert.True(errors.Contains(said, StringComparison.Ordinal), $"{trouble}: {errors}");
        Assert.StartsWith(
            Path.GetFileName(file),
            errors.Replace("The amounts", "orders.csv", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder.Path));
    }
}
