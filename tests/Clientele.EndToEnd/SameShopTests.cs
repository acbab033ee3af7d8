using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The Online Retail file in other formats is the same shop: every result table has the same bytes.</summary>
public sealed class SameShopTests : IDisposable
{
    /// <summary>What says how the files were written, and must differ.</summary>
    static readonly string[] OfTheFile = ["import"];

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Online_Retail_in_five_formats_gives_the_same_tables()
    {
        var original = TestData.Data("online-retail/online_retail.csv.gz");
        using (var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory)))
        {
            database.Execute(
                new(
                    "lines",
                    $"create table lines as from read_csv('{original}', all_varchar = true, header = true)"
                )
            );
            WriteGerman(database);
            WriteWorkbook(database);
            Copy(database, "orders.parquet", "format parquet");
            Copy(database, "orders.jsonl", "format json");
        }

        var expected = Tables(original);

        Assert.True(expected.Count >= 15, $"{expected.Count} tables");
        foreach (var file in (string[])["orders.csv", "orders.xlsx", "orders.parquet", "orders.jsonl"])
        {
            var found = Tables(_folder[file]);
            Assert.Equal(expected.Keys, found.Keys);
            Assert.All(
                expected,
                table =>
                    Assert.Equal(
                        $"{file} {table}",
                        $"{file} {KeyValuePair.Create(table.Key, found[table.Key])}"
                    )
            );
        }
    }

    /// <summary>Parted by semicolons, decimal comma, Windows-1252, days as d.m.Y.</summary>
    void WriteGerman(DuckDatabase database)
    {
        database.Execute(
            new(
                "german",
                $"""
                copy (select * replace (replace(UnitPrice, '.', ',') as UnitPrice, strftime(InvoiceDate::timestamp, '%d.%m.%Y %H:%M') as InvoiceDate)
                from lines) to '{_folder["utf8.csv"]}' (header, delimiter ';')
                """
            )
        );
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var western = Encoding.GetEncoding(
            1252,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        );
        using var reader = new StreamReader(_folder["utf8.csv"]);
        using var writer = new StreamWriter(_folder["orders.csv"], append: false, western);
        while (reader.ReadLine() is { } line)
        {
            writer.Write($"{line}\r\n");
        }
    }

    /// <summary>Numbers as numbers and times as Excel counts days.</summary>
    void WriteWorkbook(DuckDatabase database)
    {
        const int Page = 50_000;
        var rows = (long)database.Read(new("rows", "select count(*) as n from lines")).Number("n");
        Table PageFrom(long from) =>
            database.Read(
                new(
                    "page",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        select * replace (Quantity::bigint as Quantity, UnitPrice::double as UnitPrice,
                          date_diff('second', timestamp '1899-12-30', InvoiceDate::timestamp) / 86400 as InvoiceDate)
                        from lines where rowid >= {from} and rowid < {from + Page} order by rowid
                        """
                    )
                )
            );
        Xlsx.Write(
            Enumerable.Range(0, (int)(rows / Page) + 1).Select(p => PageFrom((long)p * Page)),
            rows,
            _folder["orders.xlsx"]
        );
    }

    void Copy(DuckDatabase database, string file, string format) =>
        database.Execute(
            new(
                "copy",
                "copy (select * replace (Quantity::integer as Quantity, UnitPrice::double as UnitPrice, InvoiceDate::timestamp as InvoiceDate) "
                    + $"from lines) to '{_folder[file]}' ({format})"
            )
        );

    /// <summary>Hash of every result table by name; few numbers of segments are tried, for the sake of time.</summary>
    SortedDictionary<string, string> Tables(string file)
    {
        var shop = new Shop(_folder[$"shop of {Path.GetFileName(file)}"]);
        TheProgram.Run("run", file, "--shop", shop.Path, "--questions", "profile,rfm,cohorts").Good();
        return new(
            shop.Tables.Except(OfTheFile)
                .ToDictionary(
                    t => t,
                    t => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(shop[$"tables/{t}.csv"])))
                ),
            StringComparer.Ordinal
        );
    }
}
