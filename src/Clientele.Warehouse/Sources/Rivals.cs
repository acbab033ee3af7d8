namespace Clientele.Warehouse;

/// <summary>Several columns that may be meant by one field: told, or refused where a wrong one would change all answers.</summary>
/// <param name="database">Compares their cells.</param>
/// <param name="table">The table.</param>
/// <param name="mapping">By common headers; one of the columns fills the field.</param>
sealed class Rivals(IDatabase database, TextTable table, Mapping mapping)
{
    /// <summary>Fields of lines that decide what counts, and for whom.</summary>
    static readonly string[] Decisive =
    [
        "order_id",
        "customer_id",
        "ordered_at",
        "product_id",
        "quantity",
        "unit_price",
        "line_total",
        "line_discount",
        "refund",
        "currency",
        "status",
    ];

    /// <param name="said">Fields of which the user says which column they are.</param>
    /// <returns>What was taken, a sentence a field with several columns.</returns>
    /// <exception cref="ImportRefusedException">Two columns are both called like a field in other words, and differ.</exception>
    internal IReadOnlyList<string> Notes(IEnumerable<string> said) =>
        [.. Mapping.FieldsOf(mapping.Into).ExceptBy(said, f => f.Name).SelectMany(Note)];

    IEnumerable<string> Note(Field field)
    {
        var taken = Place(c => c.Field == field.Name);
        var others = Enumerable
            .Range(0, mapping.Columns.Count)
            .Where(c => mapping.Columns[c].Field == null && IsNamed(field, c))
            .ToList();
        if (taken < 0 || others.Count == 0 || !IsNamed(field, taken))
        {
            yield break;
        }

        var isItsOwn = Header(taken).Equals(field.Name, StringComparison.OrdinalIgnoreCase);
        if (mapping.Into.IsLines && !isItsOwn && Decisive.Contains(field.Name, StringComparer.Ordinal))
        {
            foreach (var other in others)
            {
                MustAgree(field, taken, other);
            }

            yield break;
        }

        var names = string.Join(" and ", others.Select(Header));
        yield return $"{names} could be {field.Name} too; {Header(taken)} is taken. "
            + (
                mapping.Into.IsLines
                    ? $"If that is wrong, say --map {Map(field, others[0])}"
                    : "If that is wrong, rename it"
            );
    }

    void MustAgree(Field field, int taken, int other)
    {
        var (one, two) = (TextTable.Column(taken), TextTable.Column(other));
        var differ = database.Read(
            new(
                "columns of one field",
                $"select {one} as one, {two} as two from {table.Relation} where tidy({one}) is distinct from tidy({two}) limit 1"
            )
        );
        RejectTables.Drop(database);
        if (differ.Rows > 0)
        {
            throw new ImportRefusedException(
                $"{table.Name}: {Header(taken)} and {Header(other)} may both be {field.Name}, and differ "
                    + $"('{differ["one"].ToText(0)}' and '{differ["two"].ToText(0)}'). Say which is meant: --map {Map(field, taken)} or --map {Map(field, other)}"
            );
        }
    }

    string Map(Field field, int column) => Mapping.Quoted($"{field.Name}={Header(column)}");

    string Header(int column) => mapping.Columns[column].Header;

    bool IsNamed(Field field, int column) =>
        field.Aliases.Contains(Header(column), StringComparer.OrdinalIgnoreCase);

    int Place(Predicate<MappedColumn> isIt) => mapping.Columns.ToList().FindIndex(isIt);
}
