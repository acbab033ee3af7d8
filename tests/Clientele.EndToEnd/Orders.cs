using System.Globalization;

namespace Clientele.Tests;

/// <summary>Order files that tests write: an export in the shape of UCI Online Retail with what real ones have.</summary>
/// <remarks>Returns, guests, duplicates, free goods, fees, and names that a spreadsheet would take for formulas.</remarks>
static class Orders
{
    internal const string Header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    internal static readonly DateTime First = new(2023, 1, 2);
    internal const int Days = 420;

    static readonly string[] Countries =
    [
        "United Kingdom",
        "United Kingdom",
        "United Kingdom",
        "France",
        "EIRE",
    ];

    static readonly string[] Names =
    [
        "TEA CUP",
        "=HYPERLINK(\"http://evil.example\",\"CLICK\")",
        "+CUSHION, RED",
        "-1+1 LAMP",
        "@SUM(A1:A9)",
        "JAR \"LARGE\"",
        "<SCRIPT>ALERT(1)</SCRIPT>",
    ];

    /// <summary>A file of about four thousand lines and 150 customers.</summary>
    internal static string Small(Folder folder, string name = "orders.csv") =>
        Write(folder, name, Lines(1200));

    /// <summary>Lines in the order of their time, without the header.</summary>
    internal static List<string> Lines(int orders, int seed = 7)
    {
        var random = new Random(seed);
        var times = Enumerable
            .Range(0, orders)
            .Select(_ => First.AddMinutes(random.Next(Days) * 1440 + 480 + random.Next(600)))
            .Order()
            .ToList();
        var lines = new List<string>();
        for (var order = 0; order < orders; order++)
        {
            AddOrder(lines, random, order, times[order], customers: orders / 8);
        }

        return lines;
    }

    /// <summary>Writes lines under the header.</summary>
    internal static string Write(Folder folder, string name, IEnumerable<string> lines)
    {
        File.WriteAllLines(folder[name], lines.Prepend(Header));
        return folder[name];
    }

    /// <summary>When a line was ordered.</summary>
    internal static DateTime TimeOf(string line) =>
        DateTime.Parse(
            line.Split(',').First(cell => cell.Length == 19 && cell[4] == '-' && cell[10] == ' '),
            CultureInfo.InvariantCulture
        );

    static void AddOrder(List<string> lines, Random random, int order, DateTime at, int customers)
    {
        // A square favours the first customers: some buy often, most seldom.
        var who = (int)(customers * Math.Pow(random.NextDouble(), 2));
        var customer = random.Next(10) == 0 ? "" : $"{12000 + who}.0";
        var country = customer.Length == 0 ? Countries[0] : Countries[who % Countries.Length];
        var isReturn = random.Next(20) == 0;
        var number = (isReturn ? "C" : "") + (500000 + order);
        foreach (var product in Enumerable.Range(0, 60).OrderBy(_ => random.Next()).Take(1 + random.Next(6)))
        {
            var quantity = (isReturn ? -1 : 1) * (1 + random.Next(12));
            var price = random.Next(50) == 0 ? 0 : 50 + (product * 37 % 900);
            var name = Names[product % Names.Length].Replace("\"", "\"\"", StringComparison.Ordinal);
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{number},{20000 + product}{(product % 3 == 0 ? "a" : "")},\"{name}\",{quantity},{at:yyyy-MM-dd HH:mm:ss},{price / 100m:0.00},{customer},{country}"
            );
            lines.Add(line);
            if (random.Next(60) == 0)
            {
                lines.Add(line);
            }
        }

        if (random.Next(25) == 0)
        {
            lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number},POST,POSTAGE,1,{at:yyyy-MM-dd HH:mm:ss},18.00,{customer},{country}"
                )
            );
        }
    }
}
