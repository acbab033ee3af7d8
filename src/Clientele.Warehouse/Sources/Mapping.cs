namespace Clientele.Warehouse;

/// <summary>Which column of a file fills which field, and how that was decided.</summary>
/// <param name="Shape">Name of the recognised export, "generic", or "map" where the user said it.</param>
/// <param name="Into">The table whose fields they are.</param>
/// <param name="Columns">All columns of the file, in order.</param>
sealed record Mapping(string Shape, Target Into, IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>The columns of a table that is known as it stands.</summary>
    internal static Mapping Known(string shape, ShapeTable role, IReadOnlyList<string> headers) =>
        new(shape, role.Into!, [.. headers.Select(h => new MappedColumn(h, role.FieldOf(h)))]);

    /// <summary>By common headers; a field that a table needs may be missing.</summary>
    internal static Mapping Common(Target into, IReadOnlyList<string> headers)
    {
        var columns = headers.Select(h => new MappedColumn(h, null)).ToArray();
        FillByAliases(columns, FieldsOf(into), []);
        return new("generic", into, columns);
    }

    /// <summary>As the user says it; what is not said is known of the shape, else by common headers.</summary>
    internal static Mapping OfUser(
        ShapeTable? known,
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string> wanted
    )
    {
        var taken = new HashSet<string>(wanted.Keys, StringComparer.Ordinal);
        var columns = headers
            .Select(h => new MappedColumn(h, wanted.FirstOrDefault(w => Same(w.Value, h)).Key))
            .Select(c =>
                c.Field == null && known?.FieldOf(c.Header) is { } field && taken.Add(field)
                    ? c with
                    {
                        Field = field,
                    }
                    : c
            )
            .ToArray();
        if (known == null)
        {
            FillByAliases(columns, FieldsOf(Target.Lines), taken);
        }

        return new("map", Target.Lines, columns);
    }

    /// <summary>True if some column fills the field.</summary>
    internal bool Has(string field) => Columns.Any(c => c.Field == field);

    /// <summary>One line a field: <c>order_id ← InvoiceNo</c>.</summary>
    internal string Describe() =>
        string.Join(", ", Columns.Where(c => c.Field != null).Select(c => $"{c.Field} ← {c.Header}"));

    /// <summary>All that a table may say: lines of orders also of their customers and products.</summary>
    internal static IEnumerable<Field> FieldsOf(Target into) =>
        into.IsLines
            ? into.Fields.Concat(BesideFields.OfCustomersInLines).Concat(BesideFields.OfProductsInLines)
            : into.Fields;

    static void FillByAliases(MappedColumn[] columns, IEnumerable<Field> fields, HashSet<string> taken)
    {
        foreach (var field in fields.Where(f => !taken.Contains(f.Name)))
        {
            // The field's own name before all others.
            var best = field
                .Aliases.OrderByDescending(alias => alias == field.Name)
                .Select(alias => Array.FindIndex(columns, c => c.Field == null && Same(c.Header, alias)))
                .FirstOrDefault(index => index >= 0, -1);
            if (best >= 0)
            {
                columns[best] = columns[best] with { Field = field.Name };
            }
        }
    }

    static bool Same(string header, string alias) => header.Equals(alias, StringComparison.OrdinalIgnoreCase);

    /// <summary>As the user would say it: field=Header, for all that is understood.</summary>
    internal string AsMap() =>
        Quoted(string.Join(",", Columns.Where(c => c.Field != null).Select(c => $"{c.Field}={c.Header}")));

    /// <summary>The same, with what is likely of the fields that no column fills, and HEADER where nothing is.</summary>
    internal string AsMap(IReadOnlyList<ColumnLook> looks)
    {
        var known = Columns.Where(c => c.Field != null).Select(c => $"{c.Field}={c.Header}");
        var missing = ProposedMap(Missing(), Proposal.Of(Columns, looks));
        return Quoted(string.Join(",", known.Append(missing).Where(m => m.Length > 0)));
    }

    /// <summary>Fields that its table needs and no column fills.</summary>
    internal List<string> Missing() =>
        [.. Into.Needs.Where(group => !group.Any(Has)).Select(group => group[0])];

    /// <summary>Why a file of orders in which a field is missing is not read, with what may be meant.</summary>
    internal ImportRefusedException Refusal(string file, IReadOnlyList<ColumnLook> looks)
    {
        var missing = Missing();
        var names = missing.Select(m => m == "unit_price" ? "unit_price (or line_total)" : m);
        var known = Describe() is { Length: > 0 } understood ? understood : "nothing";
        var left = Preview(looks).ToList();
        var proposed = Proposal.Of(Columns, looks);
        var isLikely = proposed.Any(p => missing.Contains(p.Field));
        return new ImportRefusedException(
            $"{file}, line 1: no column is known as {string.Join(", ", names)}. Understood so far: {known}. "
                + (left.Count == 0 ? "" : $"Not used: {string.Join(", ", left)}. ")
                + $"Say which is which{(isLikely ? ", if this is right" : "")}: --map {Quoted(ProposedMap(missing, proposed))}"
        );
    }

    /// <summary>As a shell takes it for one word.</summary>
    internal static string Quoted(string text) =>
        text.Contains('\'', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'";

    /// <summary>What is proposed for all fields, and HEADER for those that are missing without a likely one.</summary>
    static string ProposedMap(List<string> missing, IReadOnlyList<(string Field, string Header)> proposed) =>
        string.Join(
            ",",
            missing
                .Select(m =>
                    (Field: m, Header: proposed.FirstOrDefault(p => p.Field == m).Header ?? "HEADER")
                )
                .Concat(proposed.Where(p => !missing.Contains(p.Field)))
                .Where(p => p.Field != "line_total" || !missing.Contains("unit_price"))
                .Select(p => $"{p.Field}={p.Header}")
        );

    /// <summary>Headers without a field, each with its first cell: Invoice Date (12/1/2010 8:26).</summary>
    IEnumerable<string> Preview(IReadOnlyList<ColumnLook> looks) =>
        Columns.Zip(looks).Where(c => c.First.Field == null).Select(c => Shown(c.First.Header, c.Second));

    /// <summary>A header with its first cell.</summary>
    internal static string Shown(string header, ColumnLook look) =>
        look.First.Length == 0 ? header : $"{header} ({look.First})";
}
