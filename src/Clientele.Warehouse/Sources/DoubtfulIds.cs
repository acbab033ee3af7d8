namespace Clientele.Warehouse;

/// <summary>Ids in the lines that a file has just brought which only say that there is none, and the customer 0.</summary>
/// <remarks>Such texts are noted as they come: a file without them costs one question.</remarks>
sealed class DoubtfulIds
{
    readonly IDatabase _database;
    readonly long _first;
    readonly List<string> _none = [];
    readonly List<string> _zeros = [];

    /// <param name="database">The shop.</param>
    /// <param name="first">The rowid of the first line of the file.</param>
    internal DoubtfulIds(IDatabase database, long first)
    {
        (_database, _first) = (database, first);
        var noted = database
            .Read(new("doubtful ids", "select doubtful_codes() as codes"))["codes"]
            .ToText(0)!;
        foreach (var code in noted.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var known = database.Read(
                new("doubtful id", $"select known_code({code}::integer) is null as is_none")
            );
            (known.Number("is_none") == 1 ? _none : _zeros).Add(code);
        }
    }

    /// <summary>Makes bad rows of lines of which nobody knows the order.</summary>
    /// <returns>The reading with that fault, so that the rows can be told.</returns>
    internal RowReading Reject(RowReading reading)
    {
        var column = IndexOf(reading.Mapping, "order_id");
        if (column < 0 || Count("order_id", _none).Count == 0)
        {
            return reading;
        }

        var cell = TextTable.Column(column);
        _database.Execute(
            new(
                "lines without an order",
                $"update raw.coded_lines set fault = $fault where rowid >= $first and fault is null and {IsOneOf("order_id", _none)}"
            ),
            ("fault", (long)reading.Faults.Count),
            ("first", _first)
        );
        return reading.With(new Fault(column, Ids.AreNone(cell), FaultKind.NoId));
    }

    /// <summary>How many lines say NULL and the like for their customer; none if none does.</summary>
    internal IEnumerable<string> Notes(Mapping mapping)
    {
        if (
            IndexOf(mapping, "customer_id") is >= 0 and var column
            && Count("customer_id", _none) is { Count: > 0 } none
        )
        {
            var lines = none.Sum(n => n.Lines);
            yield return $"column {mapping.Columns[column].Header}: {Counted.Of(lines, "line")} {(lines == 1 ? "says" : "say")} "
                + $"{string.Join(" or ", none.Select(n => n.Text))}, which names nobody: such cells are taken for empty";
        }
    }

    /// <summary>How many lines the customer 0 has; none if there is no such customer.</summary>
    internal IEnumerable<string> Warnings(Mapping mapping)
    {
        if (
            IndexOf(mapping, "customer_id") is >= 0 and var column
            && Count("customer_id", _zeros) is { Count: > 0 } zeros
        )
        {
            yield return $"column {mapping.Columns[column].Header}: customer 0 has {Counted.Of(zeros.Sum(n => n.Lines), "line")}, and counts as one customer. "
                + "If 0 stands for guests, empty these cells, or take them out with the rule excluded_customers of a recipe.";
        }
    }

    List<(string Text, long Lines)> Count(string field, List<string> codes)
    {
        if (codes.Count == 0)
        {
            return [];
        }

        var found = _database.Read(
            new(
                "lines of doubtful ids",
                $"""
                select tidy(text_of(code)) as text, n
                from (
                  select {field} as code, count(*) as n
                  from raw.coded_lines
                  where rowid >= $first and {IsOneOf(field, codes)}
                  group by {field}
                )
                order by n desc, text
                """
            ),
            ("first", _first)
        );
        return [.. found.Texts("text").Zip(found.Numbers("n"), (text, n) => (text, (long)n))];
    }

    static string IsOneOf(string field, List<string> codes) => $"{field} in ({string.Join(", ", codes)})";

    static int IndexOf(Mapping mapping, string field) =>
        mapping.Columns.ToList().FindIndex(c => c.Field == field);
}
