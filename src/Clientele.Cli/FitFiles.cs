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

    /// <returns>The columns that the model reads, and the file that they are of.</returns>
    internal static (NamedMatrix Numbers, PlainTable File) Read(
        string path,
        ImportOptions options,
        TableKeys? keys,
        CancellationToken cancel
    )
    {
        var plain =
            keys == null
                ? PlainTable.Read(path, options, cancel: cancel)
                : PlainTable.Read(path, options, new PlainKeys(keys.Ids, keys.Numbers), cancel);
        var names = keys?.Numbers ?? [.. plain.Numbers.Columns.Select(c => c.Name)];
        var rows = plain.Numbers.Rows;
        // A matrix has a column, even if nobody reads it.
        var matrix = new Matrix(rows, Math.Max(1, names.Count));
        for (var c = 0; c < names.Count; c++)
        {
            var column = plain
                .Numbers.Columns.OfType<NumberColumn>()
                .FirstOrDefault(n => n.Name.Equals(names[c], StringComparison.OrdinalIgnoreCase))
                ?.ToNumbers();
            for (var row = 0; row < rows; row++)
            {
                matrix[row][c] = column == null ? double.NaN : column[row];
            }
        }

        return (
            new NamedMatrix(names, matrix)
            {
                Keys =
                [
                    .. plain
                        .Numbers.Columns.OfType<TextColumn>()
                        .Select(ids => ids.Values.Select(id => id!).ToArray()),
                ],
            },
            plain
        );
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
        var files = new List<string> { Path.Combine(folder, "fit.json") };
        foreach (var table in Tables(fit))
        {
            files.Add(Path.Combine(folder, $"{table.Name}.csv"));
            using var file = File.Create(files[^1]);
            CsvText.Write(table, file);
        }

        if (leftOut.Count > 0)
        {
            Console.WriteLine($"Left out: {PlainTable.Told(leftOut)}");
        }

        Console.WriteLine(string.Join(" and ", files));
    }

    static IEnumerable<Table> Tables(TableFit fit)
    {
        if (fit.Rows.Count > 0)
        {
            yield return new Table("rows", [.. fit.Rows.Select(r => new NumberColumn(r.Name, r.Values))]);
        }

        foreach (var table in fit.Tables)
        {
            yield return new Table(
                table.Name,
                [
                    .. table.Columns.Select(c =>
                        c.Texts is { } texts
                            ? (Column)new TextColumn(c.Name, texts)
                            : new NumberColumn(c.Name, c.Numbers!)
                    ),
                ]
            );
        }
    }
}
