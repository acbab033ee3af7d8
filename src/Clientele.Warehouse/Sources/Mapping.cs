namespace Clientele.Warehouse;

/// <summary>Which column of a file fills which field, and how that was decided.</summary>
/// <param name="Shape">Name of the recognised export, "generic", or "map" where the user said it.</param>
/// <param name="Columns">All columns of the file, in order.</param>
public sealed record Mapping(string Shape, IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>Decides by what the user says, then by known exports, then by common headers.</summary>
    /// <param name="file">Named in errors.</param>
    /// <param name="headers">The file's headers.</param>
    /// <param name="wanted">Field to header, from <c>--map</c>; may be empty.</param>
    /// <param name="firstRow">The cells of the first row, for the refusal.</param>
    /// <exception cref="ImportRefusedException">A field that every order needs is missing, or a header is not there.</exception>
    public static Mapping Of(
        string file,
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string> wanted,
        Func<IReadOnlyList<string>>? firstRow = null
    )
    {
        var shape = Warehouse.Shape.All.FirstOrDefault(s => s.Fits(headers));
        var said = Said(file, headers, wanted);
        var columns = new MappedColumn[headers.Count];
        var taken = new HashSet<string>(said.Values);
        for (var c = 0; c < headers.Count; c++)
        {
            var field = said.GetValueOrDefault(c);
            if (field == null && shape?.FieldOf(headers[c]) is { } known && taken.Add(known))
            {
                field = known;
            }

            columns[c] = new MappedColumn(headers[c], field);
        }

        if (shape == null)
        {
            FillByAliases(columns, taken);
        }

        var name = said.Count > 0 ? "map" : shape?.Name ?? "generic";
        return new Mapping(name, columns).Complete(file, firstRow);
    }

    /// <summary>True if some column fills the field.</summary>
    public bool Has(string field) => Columns.Any(c => c.Field == field);

    /// <summary>One line a field: <c>order_id ← InvoiceNo</c>.</summary>
    public string Describe() =>
        string.Join(", ", Columns.Where(c => c.Field != null).Select(c => $"{c.Field} ← {c.Header}"));

    static Dictionary<int, string> Said(
        string file,
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string> wanted
    )
    {
        var said = new Dictionary<int, string>();
        var missing = new List<string>();
        foreach (var (field, header) in wanted)
        {
            var column = headers.ToList().FindIndex(h => Same(h, header));
            if (column < 0)
            {
                missing.Add($"'{header}' for {field}");
            }

            said[column] = field;
        }

        return missing.Count == 0
            ? said
            : throw new ImportRefusedException(
                $"{file}, line 1: no column {string.Join(", ", missing)}. It has: {string.Join(", ", headers)}."
            );
    }

    static void FillByAliases(MappedColumn[] columns, HashSet<string> taken)
    {
        foreach (var field in Fields.All.Where(f => !taken.Contains(f.Name)))
        {
            var best = field
                .Aliases.Select(alias =>
                    Array.FindIndex(columns, c => c.Field == null && Same(c.Header, alias))
                )
                .FirstOrDefault(index => index >= 0, -1);
            if (best >= 0)
            {
                columns[best] = columns[best] with { Field = field.Name };
            }
        }
    }

    static bool Same(string header, string alias) => header.Equals(alias, StringComparison.OrdinalIgnoreCase);

    /// <summary>A file in which a field is missing that every order needs is refused, with what may be meant.</summary>
    Mapping Complete(string file, Func<IReadOnlyList<string>>? firstRow)
    {
        var missing = ((string[])["order_id", "ordered_at", "unit_price"])
            .Where(f => !Has(f) && !(f == "unit_price" && Has("line_total")))
            .ToList();
        if (missing.Count == 0)
        {
            return this;
        }

        var names = missing.Select(m => m == "unit_price" ? "unit_price (or line_total)" : m);
        var known = Describe() is { Length: > 0 } understood ? understood : "nothing";
        throw new ImportRefusedException(
            $"{file}, line 1: no column is known as {string.Join(", ", names)}. Understood so far: {known}. "
                + $"Not used: {string.Join(", ", Preview(firstRow?.Invoke() ?? []))}. "
                + $"Say which is which{(HasProposal(missing) ? ", if this is right" : "")}: --map {Quoted(ProposedMap(missing))}"
        );
    }

    /// <summary>As a shell takes it for one word.</summary>
    static string Quoted(string text) =>
        text.Contains('\'', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'";

    bool HasProposal(List<string> missing) => Proposal.Of(Columns).Any(p => missing.Contains(p.Field));

    /// <summary>What is proposed for all fields, and HEADER for those that are missing without a likely one.</summary>
    string ProposedMap(List<string> missing)
    {
        var proposed = Proposal.Of(Columns);
        return string.Join(
            ",",
            missing
                .Select(m =>
                    (Field: m, Header: proposed.FirstOrDefault(p => p.Field == m).Header ?? "HEADER")
                )
                .Concat(proposed.Where(p => !missing.Contains(p.Field)))
                .Where(p => p.Field != "line_total" || !missing.Contains("unit_price"))
                .Select(p => $"{p.Field}={p.Header}")
        );
    }

    /// <summary>Headers without a field, each with its first cell: Invoice Date (12/1/2010 8:26).</summary>
    IEnumerable<string> Preview(IReadOnlyList<string> firstRow) =>
        Columns
            .Select((c, i) => (c.Header, c.Field, Cell: i < firstRow.Count ? firstRow[i] : ""))
            .Where(c => c.Field == null)
            .Select(c => c.Cell.Length == 0 ? c.Header : $"{c.Header} ({c.Cell})");
}
