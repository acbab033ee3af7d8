using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>The SQL that turns the rows of a file into values and says what is wrong with each.</summary>
/// <param name="Table">The file.</param>
/// <param name="Mapping">What its columns mean.</param>
/// <param name="Dialect">How its cells are written.</param>
sealed record RowReading(TextTable Table, Mapping Mapping, Dialect Dialect)
{
    /// <summary>What a row must not be, in the order in which it is told: a condition over the values, the column, the reason.</summary>
    internal IReadOnlyList<Fault> Faults { get; private init; } = [.. FaultsOf(Mapping, Table.Form)];

    /// <summary>The same, with one more fault to look for.</summary>
    internal RowReading With(Fault fault) => this with { Faults = [.. Faults, fault] };

    /// <summary>SQL of all rows as values v1, v2, … beside their cells, with the number of their fault; null for a good row.</summary>
    internal string Values(string rows)
    {
        var values = Mapping.Columns.Select(
            (c, i) => $"{Dialect.Read(Mapping.Into.TypeOf(c.Field), i)} as {Value(i)}"
        );
        var faults = Faults.Select((f, i) => $"when {f.Condition} then {i}");
        return $"(select *, case {string.Join(" ", faults)} end::integer as fault "
            + $"from (select *, {string.Join(", ", values)} from {rows}))";
    }

    /// <summary>SQL of a case over the faults: the cell that each is about.</summary>
    internal IEnumerable<string> Cells() =>
        Faults.Select((f, i) => $"when {i} then {TextTable.Column(f.Column)}");

    /// <summary>The column and the reason of a fault; the reason may quote the cell.</summary>
    internal Fault Named(int fault) => Faults[fault];

    internal static string Value(int index) => string.Create(CultureInfo.InvariantCulture, $"v{index + 1}");

    static IEnumerable<Fault> FaultsOf(Mapping mapping, TextForm form)
    {
        var places = mapping
            .Columns.Select((c, i) => (c.Field, Index: i))
            .Where(c => c.Field != null)
            .ToDictionary(c => c.Field!, c => c.Index);
        if (form.HasNul)
        {
            var nul = places.Values.Select(i => $"contains({TextTable.Column(i)}, chr(0))");
            yield return new Fault(0, string.Join(" or ", nul), FaultKind.Nul);
        }

        var faults = Nameless(mapping.Into, places)
            .Concat(Unread(mapping.Into, places))
            .Concat(Unfilled(mapping.Into, places))
            .Concat(Meaningless(mapping.Into, places));
        foreach (var fault in faults)
        {
            yield return fault;
        }
    }

    /// <summary>Rows of which nobody knows whose or what they are.</summary>
    static IEnumerable<Fault> Nameless(Target into, Dictionary<string, int> places)
    {
        // Of lines DoubtfulIds knows more, each text once.
        var isLong = into != Target.Customers && into != Target.Measures;
        foreach (var group in into.Needs.Where(g => into.TypeOf(g[0]) == Fields.Text && !into.OrderMayLack))
        {
            // Few ids are below the first mark after the blank, or begin with none of ASCII: only those are looked at closely.
            var columns = group.Where(places.ContainsKey).Select(f => places[f]).ToList();
            var blank = columns
                .Select(TextTable.Column)
                .Select(id =>
                    isLong
                        ? $"(coalesce({id}, '') < '!' or {id} > '~') and tidy({id}) is null"
                        : $"known_id({id}) is null"
                );
            yield return new Fault(columns[0], string.Join(" and ", blank), FaultKind.Empty);
        }
    }

    static IEnumerable<Fault> Unread(Target into, Dictionary<string, int> places)
    {
        foreach (var (field, index) in places)
        {
            var type = into.TypeOf(field);
            if (type != Fields.Text)
            {
                var (cell, value) = (TextTable.Column(index), Value(index));
                yield return new Fault(index, $"{value} is null and tidy({cell}) is not null", KindOf(type));
            }
        }
    }

    static IEnumerable<Fault> Unfilled(Target into, Dictionary<string, int> places)
    {
        var groups = into.Filled.Select(f => (IReadOnlyList<string>)[f]).Concat(into.Needs);
        foreach (var group in groups.Where(g => into.TypeOf(g[0]) != Fields.Text))
        {
            var columns = group.Where(places.ContainsKey).Select(f => places[f]).ToList();
            if (columns.Count > 0)
            {
                var empty = columns.Select(c => $"{Value(c)} is null");
                var ordered = into.OrderMayLack
                    ? (string[])[$"tidy({TextTable.Column(places["order_id"])}) is not null"]
                    : [];
                yield return new Fault(
                    columns[0],
                    string.Join(" and ", empty.Concat(ordered)),
                    FaultKind.Empty
                );
            }
        }
    }

    static FaultKind KindOf(string type) =>
        type switch
        {
            Fields.Time => FaultKind.NoTime,
            BesideFields.Flag => FaultKind.NoFlag,
            _ => FaultKind.NoNumber,
        };

    static IEnumerable<Fault> Meaningless(Target into, Dictionary<string, int> places)
    {
        foreach (var place in places.Where(p => into.TypeOf(p.Key) == Fields.Time).Select(p => p.Value))
        {
            var time = Value(place);
            yield return new Fault(
                place,
                $"{time} < timestamp '1900-01-01' or {time} >= timestamp '2200-01-01'",
                FaultKind.NoDay
            );
        }

        // Amounts are kept in 64 bits: below a trillion, with four digits after the point.
        if (
            places.TryGetValue("unit_price", out var price)
            && places.TryGetValue("quantity", out var quantity)
        )
        {
            yield return new Fault(
                price,
                $"abs({Value(quantity)}::double * {Value(price)}::double) > 1e11",
                FaultKind.TooMuch
            );
        }
    }
}

/// <summary>What can be wrong with a row.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Condition">SQL over cells and values.</param>
/// <param name="Kind">The reason.</param>
sealed record Fault(int Column, string Condition, FaultKind Kind)
{
    /// <summary>In words.</summary>
    internal string Reason(string cell) =>
        Kind switch
        {
            FaultKind.Empty => "is empty",
            FaultKind.NoId => $"'{cell}' is no id",
            FaultKind.NoTime => $"'{cell}' is no time{Advice.Time(cell)}",
            FaultKind.NoFlag => $"'{cell}' is neither yes nor no",
            FaultKind.NoNumber => $"'{cell}' is no number{Advice.Number(cell)}",
            FaultKind.NoDay => "is no day of a shop: before 1900 or after 2199",
            FaultKind.TooMuch => "quantity times price is more than 100 billion",
            FaultKind.OddDay or FaultKind.Currency => cell.Trim(),
            _ => "a byte of 0 stands in the row: the file is damaged",
        };
}

/// <summary>Kinds of faults.</summary>
enum FaultKind
{
    Empty,
    NoId,
    NoTime,
    NoNumber,
    NoFlag,
    NoDay,
    TooMuch,

    /// <summary>No fault of a row: a day that is hardly meant.</summary>
    OddDay,

    /// <summary>No fault of a row either: the currency of an amount.</summary>
    Currency,
    Nul,
}
