using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A CSV file of numbers for <c>fit</c>, in the order of its rows.</summary>
public static class PlainTable
{
    /// <summary>Its number columns; columns of text throughout are left out.</summary>
    /// <exception cref="ImportRefusedException">A column mixes numbers with texts or gaps, or none holds numbers.</exception>
    public static Table Read(string path, CancellationToken cancel = default)
    {
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            Gzip.Check(path, cancel);
        }

        var head = CsvHead.Read(path);
        using var database = new DuckDatabase(new DuckOptions(":memory:"));
        var columns = head.Headers.Select(h => new MappedColumn(h, null)).ToList();
        var reading = new CsvReading(path, head, new Mapping("plain", columns));
        Load(database, reading);

        var numbers = new List<Column>();
        for (var c = 0; c < columns.Count; c++)
        {
            if (Column(database, path, columns[c].Header, CsvReading.ColumnName(c)) is { } column)
            {
                numbers.Add(column);
            }
        }

        return numbers.Count > 0
            ? new Table(Path.GetFileNameWithoutExtension(path), numbers)
            : throw new ImportRefusedException($"{Path.GetFileName(path)}: no column holds numbers.");
    }

    static void Load(DuckDatabase database, CsvReading reading)
    {
        var name = Path.GetFileName(reading.Path);
        try
        {
            database.Execute(new(name, $"create table plain as from {reading.Whole}"));
        }
        catch (WarehouseException error)
        {
            // DuckDB says the line first, then the line's text, then what is wrong with it.
            var said = error.Message.Split('\n');
            var line = said[0][(said[0].LastIndexOf(' ') + 1)..];
            var reason = said.FirstOrDefault(s => s.StartsWith("Expected Number", StringComparison.Ordinal));
            throw new ImportRefusedException(
                Advice.Encoding(reading.Path) is { } encoding
                    ? $"{name}: {encoding}"
                    : $"{name}, line {line} cannot be read{(reason == null ? ": is a quote not closed?" : $" ({reason}).")}"
            );
        }
    }

    static NumberColumn? Column(DuckDatabase database, string path, string header, string name)
    {
        var read = database.Read(
            new(
                header,
                $"select try_cast({name} as double) as number, {name} as text from plain order by rowid"
            )
        );
        var numbers = read.Numbers("number");
        var bad = Array.FindIndex(numbers, n => !double.IsFinite(n));
        if (bad < 0)
        {
            return new NumberColumn(header, numbers);
        }

        return numbers.All(double.IsNaN)
            ? null
            : throw new ImportRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(path)}, line {bad + 2}, column {header}: '{read["text"].ToText(bad)}' is no number"
                )
                    + (
                        Advice.Number(read["text"].ToText(bad) ?? "") is { Length: > 0 } advice
                            ? $"; it{advice}."
                            : ". Fill it or leave the column out."
                    )
            );
    }
}
