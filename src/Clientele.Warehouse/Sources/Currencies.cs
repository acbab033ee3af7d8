namespace Clientele.Warehouse;

/// <summary>In which currency the amounts of a table are, as its column of currencies and the signs at its amounts say.</summary>
/// <remarks>Made before the table is loaded. A file of plain numbers without such a column costs nothing.</remarks>
sealed class Currencies
{
    readonly IDatabase _database;
    readonly RowReading _reading;
    readonly long _first;

    /// <param name="database">The shop.</param>
    /// <param name="reading">The table.</param>
    /// <param name="first">The rowid of its first row in its table of raw.</param>
    internal Currencies(IDatabase database, RowReading reading, long first)
    {
        (_database, _reading, _first) = (database, reading, first);
        // What was noted until now is of other tables.
        Noted();
    }

    Mapping Mapping => _reading.Mapping;

    /// <summary>Amounts, the cost that lines tell of their products among them.</summary>
    IEnumerable<int> Amounts =>
        Enumerable
            .Range(0, Mapping.Columns.Count)
            .Where(c =>
                Mapping.Into.TypeOf(Mapping.Columns[c].Field) is Fields.Money or Fields.Price
                || Mapping.Columns[c].Field == "cost"
            );

    /// <summary>What the loaded table says, each once, with its column.</summary>
    internal IReadOnlyList<CurrencyMark> Find() =>
        [.. OfColumn(), .. Noted().Select(m => new CurrencyMark(m, ColumnOf(m), IsSign: true))];

    /// <exception cref="ImportRefusedException">They are several; told with the first line of each.</exception>
    internal void MustBeOne(LoadSummary load)
    {
        if (load.Currencies.Count > 1 && Currency.Common(load.Currencies.Select(c => c.Written)).Count == 0)
        {
            var places = load
                .Currencies.Select(PlaceOf)
                .OrderBy(p => p.Line)
                .Select(p => $"line {p.Line}, column {p.Column}: '{p.Reason}'");
            RejectTables.Drop(_database);
            throw new ImportRefusedException(
                $"{load.Source}: its amounts are in several currencies, which cannot be added: {string.Join("; ", places)}. {Remedy}"
            )
            {
                Seen = load,
            };
        }
    }

    /// <summary>The same of all tables of a shop; one whose lines all stand in a later one again does not count.</summary>
    /// <exception cref="ImportRefusedException">Two are in different currencies.</exception>
    internal static void MustBeOne(IReadOnlyList<LoadSummary> loads)
    {
        var said = loads
            .Where(l => l.Currencies.Count > 0 && (l.Kept == 0 || l.Versions?.Replaced != l.Kept))
            .ToList();
        if (
            said.Count > 1
            && Currency.Common(said.SelectMany(l => l.Currencies).Select(c => c.Written)).Count == 0
        )
        {
            var files = said.Select(l =>
                $"{l.Source} says {string.Join(" and ", l.Currencies.Select(c => $"{c.Written} in column {c.Column}"))}"
            );
            throw new ImportRefusedException(
                $"The amounts are in several currencies, which cannot be added: {string.Join("; ", files)}. {Remedy}"
            );
        }
    }

    const string Remedy =
        "Convert the amounts to one currency, or give the orders of each a file and a shop of their own.";

    IEnumerable<CurrencyMark> OfColumn()
    {
        var column = Mapping.Columns.ToList().FindIndex(c => c.Field == "currency");
        if (column < 0)
        {
            return [];
        }

        var found = _database.Read(
            new(
                "currencies",
                """
                select distinct trim(text_of(code)) as name
                from (select distinct tidy_code(currency) as code from raw.coded_lines where rowid >= $first)
                where code is not null
                order by name
                """
            ),
            ("first", _first)
        );
        return found
            .Texts("name")
            .Select(n => new CurrencyMark(n, _reading.Table.Headers[column], IsSign: false));
    }

    string[] Noted() =>
        _database
            .Read(new("currency marks", "select currency_marks() as marks"))["marks"]
            .ToText(0)!
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The column in whose first rows the mark stands most.</summary>
    string ColumnOf(string mark)
    {
        var columns = Amounts.ToList();
        var counts = columns.Select(c =>
            $"count(*) filter (where {Shows(c, mark)}) as {TextTable.Column(c)}"
        );
        var found = _database.Read(
            new("column of a currency", $"select {string.Join(", ", counts)} from {_reading.Table.Sample}")
        );
        return _reading.Table.Headers[columns.MaxBy(c => found.Number(TextTable.Column(c)))];
    }

    /// <summary>Where it stands first: the file is read again.</summary>
    Reject PlaceOf(CurrencyMark mark)
    {
        var columns = mark.IsSign
            ? Amounts
            : [Mapping.Columns.ToList().FindIndex(c => c.Field == "currency")];
        return columns
            .Select(c => _reading.With(new Fault(c, Shows(c, mark.Written), FaultKind.Currency)))
            .SelectMany(r => Rejects.OfValues(_database, r, _reading.Faults.Count, most: 1))
            .OrderBy(r => r.Line)
            .First();
    }

    /// <summary>SQL that is true for a cell that says the currency: nothing else of it are capitals and signs.</summary>
    static string Shows(int column, string mark) =>
        $"(trim({TextTable.Column(column)}) = {SqlText.Literal(mark)} or "
        + $@"regexp_replace({TextTable.Column(column)}, '[^A-Z\p{{Sc}}]', '', 'g') = {SqlText.Literal(mark)})";
}

/// <summary>What a table says of the currency of its amounts.</summary>
/// <param name="Written">As it stands there: EUR, £.</param>
/// <param name="Column">The header of a column that says it.</param>
/// <param name="IsSign">It stands at amounts, not in a column of its own.</param>
sealed record CurrencyMark(string Written, string Column, bool IsSign);
