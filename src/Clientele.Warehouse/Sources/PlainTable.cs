using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A CSV file of numbers for <c>fit</c>, in the order of its rows.</summary>
public static class PlainTable
{
    /// <summary>Its number columns; columns of text throughout are left out.</summary>
    /// <exception cref="ImportRefusedException">A column mixes numbers with texts or gaps, or none holds numbers.</exception>
    public static Table Read(string path)
    {
        var head = CsvHead.Read(path);
        using var database = new DuckDatabase(new DuckOptions(":memory:"));
        var columns = head.Headers.Select(h => new MappedColumn(h, null)).ToList();
        var reading = new CsvReading(path, head, new Mapping("plain", columns));
        database.Execute(new(Path.GetFileName(path), $"create table plain as from {reading.Whole}"));

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
                    $"{Path.GetFileName(path)}, line {bad + 2}, column {header}: '{read["text"].ToText(bad)}' is no number. "
                ) + "Fill it or leave the column out."
            );
    }
}
