using System.Globalization;
using System.Text.RegularExpressions;

namespace Clientele.Warehouse;

/// <summary>A CSV file of numbers for <c>fit</c>, in the order of its rows.</summary>
public static partial class PlainTable
{
    /// <summary>Its number columns; columns of text throughout are left out.</summary>
    /// <exception cref="ImportRefusedException">A column mixes numbers with texts or gaps, or none holds numbers.</exception>
    public static Table Read(string path, CancellationToken cancel = default)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-");
        using var database = new DuckDatabase(new DuckOptions(":memory:") { Cancel = cancel });
        try
        {
            var table = FileTables.Open(
                database,
                path,
                Path.GetFileName(path),
                new ImportOptions(),
                folder.FullName,
                cancel
            )[0];
            database.Execute(new(table.Name, $"create table plain as from {table.Relation}"));
            NoRejects(database, table);
            return Numbers(database, path, table);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Table Numbers(DuckDatabase database, string path, TextTable table)
    {
        var numbers = new List<Column>();
        for (var c = 0; c < table.Headers.Count; c++)
        {
            if (Column(database, path, table.Headers[c], TextTable.Column(c)) is { } column)
            {
                numbers.Add(column);
            }
        }

        return numbers.Count > 0
            ? new Table(Path.GetFileNameWithoutExtension(path), numbers)
            : throw new ImportRefusedException($"{table.Name}: no column holds numbers.");
    }

    /// <summary>A row that cannot be read would shift the rows that come out against those that went in.</summary>
    static void NoRejects(DuckDatabase database, TextTable table)
    {
        if (Rejects.OfReader(database, table) is [var first, ..])
        {
            throw new ImportRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table.Name}, line {first.Line} cannot be read: {first.Reason}."
                )
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

        if (numbers.All(double.IsNaN))
        {
            NoCommas(path, header, read);
            return null;
        }

        throw new ImportRefusedException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path)}, line {bad + 2}, column {header}: '{read["text"].ToText(bad)}' is no number{Advice.Number(read["text"].ToText(bad) ?? "")}. Fill it or leave the column out."
            )
        );
    }

    /// <summary>Numbers with commas are no texts: a column of them is not left out without a word.</summary>
    static void NoCommas(string path, string header, Table read)
    {
        var cells = read.Texts("text")
            .Select((text, row) => (Text: text.Trim(), Row: row))
            .Where(c => c.Text.Length > 0)
            .ToList();
        if (cells.Count > 0 && cells.All(c => NumberWithComma().IsMatch(c.Text)))
        {
            throw new ImportRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(path)}, line {cells[0].Row + 2}, column {header}: '{cells[0].Text}' is written with a comma. Write 3.50 for 3,50 and 1234 for 1,234, or leave the column out."
                )
            );
        }
    }

    [GeneratedRegex(@"^[-+]?\d[\d., ']*,\d+[\d., ']*$", RegexOptions.None, 1000)]
    private static partial Regex NumberWithComma();
}
