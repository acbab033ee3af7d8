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
    /// <exception cref="ImportRefusedException">A field that every order needs is missing, or a header is not there.</exception>
    public static Mapping Of(
        string file,
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string> wanted
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
        return new Mapping(name, columns).Complete(file);
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

    Mapping Complete(string file)
    {
        var missing = new List<string>();
        if (!Has("order_id"))
        {
            missing.Add("order_id");
        }

        if (!Has("ordered_at"))
        {
            missing.Add("ordered_at");
        }

        if (!Has("unit_price") && !Has("line_total"))
        {
            missing.Add("unit_price (or line_total)");
        }

        return missing.Count == 0
            ? this
            : throw new ImportRefusedException(
                $"{file}, line 1: no column is known as {string.Join(", ", missing)}. "
                    + $"Understood so far: {(Describe() is { Length: > 0 } known ? known : "nothing")}. "
                    + $"Not used: {string.Join(", ", Columns.Where(c => c.Field == null).Select(c => c.Header))}. "
                    + $"Say which is which: --map {string.Join(",", missing.Select(m => $"{m.Split(' ')[0]}=HEADER"))}"
            );
    }
}
