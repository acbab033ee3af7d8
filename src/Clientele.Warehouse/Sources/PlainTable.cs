using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A CSV file of numbers for <c>fit</c>, in the order of its rows.</summary>
/// <param name="Numbers">Its number columns; before them those of ids, if they were asked for.</param>
/// <param name="LeftOut">The other columns by name, each with what it holds instead: text, or nothing.</param>
public sealed record PlainTable(Table Numbers, IReadOnlyDictionary<string, string> LeftOut)
{
    /// <summary>The column that names the rows, whatever it holds; null if there is none.</summary>
    public TextColumn? Ids { get; private init; }

    /// <summary>The line of the first row.</summary>
    public int FirstLine { get; private init; }

    const string Text = "text";
    const string Unused = "not used";
    const string Empty = "empty";

    /// <summary>Squares of larger numbers are infinite, or nearly so, and nothing is learned from infinity.</summary>
    const double Largest = 1e100;

    /// <summary>Reads the file; columns without a number are left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the user says of its text.</param>
    /// <param name="wanted">The columns that are read; null for all.</param>
    /// <param name="cancel">Stops between and within statements.</param>
    /// <exception cref="ImportRefusedException">A column mixes numbers with texts or gaps, most of its cells are numbers that are written otherwise, or none holds numbers.</exception>
    public static PlainTable Read(
        string path,
        ImportOptions? options = null,
        PlainColumns? wanted = null,
        CancellationToken cancel = default
    ) => Read(path, options, (database, table) => Of(database, path, table, wanted), cancel);

    /// <summary>Reads columns of ids, and of numbers where they are there; the others are left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the user says of its text.</param>
    /// <param name="keys">The columns.</param>
    /// <param name="cancel">Stops between and within statements.</param>
    /// <exception cref="ImportRefusedException">A column of ids is not there or has an empty cell, or a column of numbers holds something else.</exception>
    public static PlainTable Read(
        string path,
        ImportOptions options,
        PlainKeys keys,
        CancellationToken cancel = default
    ) => Read(path, options, (database, table) => Of(database, path, table, keys), cancel);

    static PlainTable Read(
        string path,
        ImportOptions? options,
        Func<DuckDatabase, TextTable, PlainTable> of,
        CancellationToken cancel
    )
    {
        using var scratch = new Scratch();
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory) { Cancel = cancel });
        var table = FileTables.Open(
            database,
            new InputFile(path, Path.GetFileName(path), scratch.Folder.FullName),
            options ?? new ImportOptions(),
            cancel
        )[0];
        database.Execute(new(table.Name, $"create table plain as from {table.Relation}"));
        NoRejects(database, table);
        if (database.Read(new(table.Name, "select count(*) as n from plain")).Number("n") == 0)
        {
            throw new ImportRefusedException(
                $"{table.Name} has a header but no rows. Write a row for each point under it."
            );
        }

        return of(database, table);
    }

    static PlainTable Of(DuckDatabase database, string path, TextTable table, PlainKeys keys)
    {
        var ids = keys.Ids.Select(names => keys.Place(table, names)).ToList();
        var numbers = keys.Numbers.Select(name => PlainKeys.Find(table, [name])).Where(c => c >= 0).ToList();
        return new PlainTable(
            new Table(
                Path.GetFileNameWithoutExtension(path),
                [
                    .. ids.Select(c => KeyColumn(database, table, c)),
                    .. numbers.Select(c =>
                    {
                        var cells = database.Read(new(table.Headers[c], Cells(TextTable.Column(c))));
                        var bad = Array.FindIndex(cells.Numbers("number"), n => !(Math.Abs(n) <= Largest));
                        return bad < 0
                            ? new NumberColumn(table.Headers[c], cells.Numbers("number"))
                            : throw Refused(table, table.Headers[c], bad, cells.Texts("text")[bad]);
                    }),
                ]
            ),
            table
                .Headers.Where((_, c) => !ids.Contains(c) && !numbers.Contains(c))
                .ToDictionary(header => header, _ => Unused)
        )
        {
            FirstLine = table.Form.FirstLine,
        };
    }

    static TextColumn KeyColumn(DuckDatabase database, TextTable table, int column)
    {
        var header = table.Headers[column];
        var texts = database.Read(new(header, Cells(TextTable.Column(column)))).Texts("text");
        var empty = Array.FindIndex(texts, text => text.Length == 0);
        return empty < 0
            ? new TextColumn(header, texts)
            : throw new ImportRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table.Name}, line {empty + table.Form.FirstLine}, column {header} is empty. Fill it or take the line out."
                )
            );
    }

    static PlainTable Of(DuckDatabase database, string path, TextTable table, PlainColumns? wanted)
    {
        wanted?.Check(table);
        TextColumn? ids = null;
        var numbers = new List<Column>();
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var c = 0; c < table.Headers.Count; c++)
        {
            var header = table.Headers[c];
            if (wanted?.Has(header) == false)
            {
                continue;
            }

            var cells = database.Read(new(header, Cells(TextTable.Column(c))));
            if (wanted?.IsId(header) == true)
            {
                ids = new TextColumn(header, cells.Texts("text"));
            }
            else if (LeftOutAs(table, header, cells) is { } reason)
            {
                others.Add(header, reason);
            }
            else
            {
                numbers.Add(new NumberColumn(header, cells.Numbers("number")));
            }
        }

        return numbers.Count > 0
            ? new PlainTable(new Table(Path.GetFileNameWithoutExtension(path), numbers), others)
            {
                Ids = ids,
                FirstLine = table.Form.FirstLine,
            }
            : throw new ImportRefusedException($"{table.Name}: no column holds numbers: {Told(others)}.");
    }

    /// <summary>Columns with their reasons: <c>name (text), note (empty)</c>.</summary>
    public static string Told(IReadOnlyDictionary<string, string> leftOut) =>
        string.Join(", ", leftOut.Select(l => $"{l.Key} ({l.Value})"));

    static string Cells(string column) =>
        $"select try_cast({column} as double) as number, coalesce(trim({column}), '') as text from plain order by rowid";

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

    /// <summary>Null for a column of numbers, otherwise what it holds instead.</summary>
    static string? LeftOutAs(TextTable table, string header, Table cells)
    {
        var numbers = cells.Numbers("number");
        var bad = Array.FindIndex(numbers, n => !(Math.Abs(n) <= Largest));
        if (bad < 0)
        {
            return null;
        }

        var texts = cells.Texts("text");
        if (!numbers.All(double.IsNaN))
        {
            throw Refused(table, header, bad, texts[bad]);
        }

        var filled = texts.Count(t => t.Length > 0);
        var otherwise = texts.Count(WrittenNumber.Is);
        return filled == 0 ? Empty
            : otherwise * 2 >= filled ? throw Refused(table, header, texts)
            : Text;
    }

    /// <summary>Numbers that are written otherwise are no texts: a column of them is not left out.</summary>
    static ImportRefusedException Refused(TextTable table, string header, string[] texts)
    {
        var row = texts.Index().First(t => WrittenNumber.Is(t.Item)).Index;
        return Refused(table, header, row, texts[row]);
    }

    static ImportRefusedException Refused(TextTable table, string header, int row, string cell)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Name}, line {row + table.Form.FirstLine}, column {header}"
        );
        return new ImportRefusedException(
            cell.Length == 0 ? $"{place} is empty. Fill it or leave the column out."
            : WrittenNumber.Is(cell)
                ? $"{place}: '{cell}' {WrittenNumber.Advice(cell)}, or leave the column out."
            : double.TryParse(cell, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? $"{place}: '{cell}' is too large, beyond 1e100. Write it in a larger unit or leave the column out."
            : $"{place}: '{cell}' is no number. Write one or leave the column out."
        );
    }
}

/// <summary>The columns of a plain table that are read, whatever the case of their letters.</summary>
/// <param name="Id">Names the rows, whatever it holds; need not be there.</param>
/// <param name="Numbers">Hold numbers, and must be there.</param>
public sealed record PlainColumns(string Id, IReadOnlyList<string> Numbers)
{
    internal bool IsId(string header) => header.Equals(Id, StringComparison.OrdinalIgnoreCase);

    internal bool Has(string header) =>
        IsId(header) || Numbers.Contains(header, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ImportRefusedException">A column of numbers is not there.</exception>
    internal void Check(TextTable table)
    {
        if (
            Numbers.Except(table.Headers, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } missing
        )
        {
            throw new ImportRefusedException(
                $"{table.Name} has no column {string.Join(", ", missing)}. It needs {string.Join(", ", Numbers)}: write a column for each."
            );
        }
    }
}

/// <summary>The columns of a plain table of ids, whatever the case of their letters.</summary>
/// <param name="Ids">Of each column the names that it may have, the first that is there counts.</param>
/// <param name="Numbers">Hold numbers, and need not be there.</param>
public sealed record PlainKeys(IReadOnlyList<IReadOnlyList<string>> Ids, IReadOnlyList<string> Numbers)
{
    /// <summary>The first of some names that is a header; -1 without one.</summary>
    internal static int Find(TextTable table, IReadOnlyList<string> names) =>
        names
            .Select(name =>
                table.Headers.ToList().FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase))
            )
            .FirstOrDefault(place => place >= 0, -1);

    /// <exception cref="ImportRefusedException">None of the names is a header.</exception>
    internal int Place(TextTable table, IReadOnlyList<string> names) =>
        Find(table, names) is var place and >= 0
            ? place
            : throw new ImportRefusedException(
                $"{table.Name} has no column {string.Join(" or ", names)}. It needs {string.Join(", ", Ids.Select(n => string.Join(" or ", n)))}, but has {string.Join(", ", table.Headers)}."
            );
}
