using System.Globalization;
using System.Text;

namespace Clientele.Tests;

/// <summary>Good files and what can happen to them on the way.</summary>
static class Mutations
{
    static readonly char[] Delimiters = [',', ';', '\t', '|'];
    static readonly byte[] Odd =
    [
        0,
        (byte)'"',
        (byte)'\n',
        (byte)'\r',
        0xFF,
        0xC3,
        0xBF,
        (byte)',',
        (byte)';',
        (byte)' ',
    ];

    /// <summary>A small file with one to three mutations; equal seeds, equal bytes.</summary>
    internal static byte[] Of(int seed)
    {
        var random = new Random(seed);
        var delimiter = Delimiters[random.Next(Delimiters.Length)];
        var bytes = Encoding.UTF8.GetBytes(Good(random, delimiter)).ToList();
        for (var n = 1 + random.Next(3); n > 0; n--)
        {
            Mutate(bytes, random, delimiter);
        }

        return [.. bytes];
    }

    static string Good(Random random, char delimiter)
    {
        string[] header =
        [
            "order_id",
            "customer_id",
            "order_date",
            "sku",
            "description",
            "quantity",
            "unit_price",
        ];
        string[] names = ["Mug", "Tasse Zoë", $"Cup{delimiter} red", "5\" pipe", "two\nlines", "", "\"q\""];
        var end = random.Next(3) == 0 ? "\r\n" : "\n";
        var rows = Enumerable
            .Range(0, 20 + random.Next(40))
            .Select(i =>
                (string[])
                    [
                        $"A{i}",
                        random.Next(8) == 0 ? "" : $"c{random.Next(5)}",
                        $"2023-0{1 + random.Next(9)}-{10 + random.Next(18)}",
                        $"m{i % 4}",
                        names[random.Next(names.Length)],
                        (random.Next(7) - 1).ToString(CultureInfo.InvariantCulture),
                        (random.Next(2000) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
                    ]
            );
        return string.Concat(
            rows.Prepend(header)
                .Select(row => string.Join(delimiter, row.Select(cell => Quoted(cell, delimiter))) + end)
        );
    }

    static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny([delimiter, '"', '\n']) < 0
            ? cell
            : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static void Mutate(List<byte> bytes, Random random, char delimiter)
    {
        if (bytes.Count == 0)
        {
            return;
        }

        var at = random.Next(bytes.Count);
        switch (random.Next(9))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.InsertRange(at, bytes.Slice(at, Math.Min(60, bytes.Count - at)));
                break;
            case 3:
                bytes.InsertRange(LineFrom(bytes, at), Line(bytes, at));
                break;
            case 4:
                bytes.Insert(at, (byte)'"');
                break;
            case 5:
                Swap(bytes, random, delimiter, LineFrom(bytes, at));
                break;
            case 6:
                bytes.Insert(at, Odd[random.Next(Odd.Length)]);
                break;
            case 7:
                bytes.RemoveRange(at, Math.Min(1 + random.Next(30), bytes.Count - at));
                break;
            default:
                bytes[at] = Odd[random.Next(Odd.Length)];
                break;
        }
    }

    /// <summary>Other delimiters in one line, or in all from a line on.</summary>
    static void Swap(List<byte> bytes, Random random, char delimiter, int from)
    {
        var other = (byte)Delimiters[random.Next(Delimiters.Length)];
        var to = random.Next(2) == 0 ? bytes.Count : from + Line(bytes, from).Count;
        for (var i = from; i < to; i++)
        {
            bytes[i] = bytes[i] == delimiter ? other : bytes[i];
        }
    }

    static int LineFrom(List<byte> bytes, int at) => at == 0 ? 0 : bytes.LastIndexOf((byte)'\n', at - 1) + 1;

    static List<byte> Line(List<byte> bytes, int at)
    {
        var from = LineFrom(bytes, at);
        var end = bytes.IndexOf((byte)'\n', from);
        return bytes.Slice(from, (end < 0 ? bytes.Count : end + 1) - from);
    }
}
