using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests;

/// <summary>Random shops, written in random ways, are read back as they were.</summary>
public sealed class RandomDialectTests : IDisposable
{
    readonly ReusedShop _shop = new();

    public RandomDialectTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_random_shop_in_a_random_dialect_is_read_back_equal() =>
        Prop.ForAll(
                Arb.From(Lines),
                Arb.From(Dialects),
                (lines, dialect) =>
                {
                    _shop.Read(
                        dialect.FileName,
                        dialect.Write(lines),
                        summary =>
                        {
                            Assert.Equal((lines.Length, 0), (summary.Read, summary.Rejected));
                            Assert.Equal(lines.Select(l => l.Shown), ReadBack());
                        },
                        default
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    string[] ReadBack()
    {
        var read = _shop.Query(
            """
            select concat_ws('|', text_of(order_id), coalesce(text_of(customer_id), ''), strftime(ordered_at, '%Y-%m-%d %H:%M:%S'),
              coalesce(text_of(product_name), ''), quantity::varchar, unit_price::varchar) as shown
            from raw.coded_lines order by rowid
            """
        );
        return [.. read.Texts("shown")];
    }

    static Gen<WrittenLine[]> Lines =>
        from first in Line
        from rest in Gen.ArrayOf(Line)
        // A sale, a day after the twelfth, a price with a mark: what a real shop has, and what tells the ways to write apart.
        select rest.Prepend(
                first with
                {
                    Order = "1",
                    Customer = "ann",
                    At = new DateTime(2023, 3, 27, 14, 5, 9),
                    Quantity = 1,
                    Cents = 123_450,
                }
            )
            .ToArray();

    static Gen<WrittenLine> Line =>
        from order in Gen.Elements("1001", "A-7", "0042", "C99")
        from customer in Gen.Elements("", "ann", "0017", "b c", "42")
        from minutes in Gen.Choose(0, 800_000)
        from name in Gen.Elements(
            "",
            "Mug",
            "Café £5 é",
            "5\" pipe",
            "a,b;c|d\te",
            "two\nlines",
            "\"quoted\"",
            "=1+1",
            "it's",
            "x\r\ny"
        )
        from quantity in Gen.Choose(-5, 400)
        from cents in Gen.Choose(0, 5_000_000)
        select new WrittenLine(
            order,
            customer,
            new DateTime(2022, 1, 1, 0, 0, 0).AddMinutes(minutes),
            name,
            quantity,
            cents
        );

    static Gen<RandomDialect> Dialects =>
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from quoteAll in Gen.Elements(true, false)
        from encoding in Gen.Elements("utf-8", "utf-8 bom", "utf-16", "utf-16BE", "windows-1252")
        from comma in Gen.Elements(true, false)
        from grouped in Gen.Elements(true, false)
        from time in Gen.Elements(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-ddTHH:mm:ss",
            "dd/MM/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm:ss",
            "dd-MM-yyyy HH:mm:ss",
            "MM/dd/yyyy hh:mm:ss tt"
        )
        from end in Gen.Elements("\n", "\r\n", "\r")
        from order in Gen.Shuffle(Enumerable.Range(0, 6).ToArray())
        from headers in Gen.Elements(0, 1, 2)
        from zipped in Gen.Elements(true, false)
        from blanks in Gen.Choose(0, 3)
        select new RandomDialect(delimiter, quoteAll, encoding, comma, grouped, time)
        {
            End = end,
            Order = order,
            Headers = headers,
            Zipped = zipped,
            Blanks = blanks,
        };
}

/// <summary>An order line as it is meant.</summary>
sealed record WrittenLine(string Order, string Customer, DateTime At, string Name, int Quantity, int Cents)
{
    internal string Shown =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Order}|{Customer}|{At:yyyy-MM-dd HH:mm:ss}|{Name}|{Quantity}.000|{Cents / 100m:0.000000}"
        );
}

/// <summary>One way to write a file of order lines.</summary>
sealed record RandomDialect(
    char Delimiter,
    bool QuoteAll,
    string Encoding,
    bool Comma,
    bool Grouped,
    string Time
)
{
    static readonly string[][] Names =
    [
        ["order_id", "customer_id", "order_date", "description", "quantity", "unit_price"],
        ["Order Number", "User_ID", "Created At", "Item Name", "QTY", "Price"],
        ["Bestellnummer", "Kundennummer", "Datum", "Title", "Menge", "Lineitem price"],
    ];

    internal required string End { get; init; }
    internal required int[] Order { get; init; }
    internal required int Headers { get; init; }
    internal required bool Zipped { get; init; }
    internal required int Blanks { get; init; }

    internal string FileName => Zipped ? "orders.csv.gz" : "orders.csv";

    internal byte[] Write(IEnumerable<WrittenLine> lines)
    {
        var rows = lines.Select(Cells).Prepend(Names[Headers]).Select(Row);
        var text = string.Concat(rows.Select(r => r + End)) + string.Concat(Enumerable.Repeat(End, Blanks));
        var encoding = Encoding switch
        {
            "utf-8 bom" => new UTF8Encoding(true),
            "utf-8" => new UTF8Encoding(false),
            var name => System.Text.Encoding.GetEncoding(name),
        };
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];
        return Zipped ? Gzipped(bytes) : bytes;
    }

    string[] Cells(WrittenLine line) =>
        [
            line.Order,
            line.Customer,
            line.At.ToString(Time, CultureInfo.InvariantCulture),
            line.Name,
            line.Quantity.ToString(CultureInfo.InvariantCulture),
            Price(line.Cents),
        ];

    string Price(int cents)
    {
        var text = (cents / 100m).ToString(Grouped ? "#,##0.00" : "0.00", CultureInfo.InvariantCulture);
        return Comma ? text.Replace(',', '!').Replace('.', ',').Replace('!', '.') : text;
    }

    string Row(string[] cells) => string.Join(Delimiter, Order.Select(i => Quoted(cells[i])));

    string Quoted(string cell) =>
        QuoteAll || cell.AsSpan().IndexOfAny([Delimiter, '"', '\n', '\r']) >= 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    static byte[] Gzipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
