using System.Text.Json;
using Clientele.Delivery;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>The table that <c>fit</c> reads, and the files that it writes.</summary>
static class FitFiles
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        // What is not known is null.
        Converters = { new DoubleConverter() },
    };

    /// <returns>The number columns, and the file that they are of.</returns>
    internal static (NamedMatrix Numbers, PlainTable File) Read(
        string path,
        ImportOptions options,
        CancellationToken cancel
    )
    {
        var plain = PlainTable.Read(path, options, cancel: cancel);
        var table = plain.Numbers;
        var matrix = new Matrix(table.Rows, table.Columns.Count);
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var column = table.Columns[c].ToNumbers();
            for (var row = 0; row < table.Rows; row++)
            {
                matrix[row][c] = column[row];
            }
        }

        return (new NamedMatrix([.. table.Columns.Select(c => c.Name)], matrix), plain);
    }

    internal static void Write(TableFit fit, IReadOnlyDictionary<string, string> leftOut, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "fit.json"),
            JsonSerializer.Serialize(
                new Dictionary<string, object>(fit.Summary, StringComparer.Ordinal)
                {
                    ["left_out"] = leftOut,
                },
                Json
            ) + "\n"
        );
        using (var rows = File.Create(Path.Combine(folder, "rows.csv")))
        {
            CsvText.Write(
                new Table("rows", [.. fit.Rows.Select(r => new NumberColumn(r.Name, r.Values))]),
                rows
            );
        }

        if (leftOut.Count > 0)
        {
            Console.WriteLine($"Left out: {PlainTable.Told(leftOut)}");
        }

        Console.WriteLine($"{Path.Combine(folder, "fit.json")} and {Path.Combine(folder, "rows.csv")}");
    }
}
