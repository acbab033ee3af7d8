namespace Clientele.Warehouse;

/// <summary>A table of raw that files fill.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Fields">Its columns.</param>
/// <param name="Needs">Of each group a file must have one column at least, and a row one value.</param>
/// <param name="Filled">Other fields that may not be empty in a row, where a file has them.</param>
sealed record Target(
    string Table,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<IReadOnlyList<string>> Needs,
    IReadOnlyList<string> Filled
)
{
    /// <summary>What was ordered: the only table that a shop with dates cannot be without.</summary>
    internal static Target Lines { get; } =
        new(
            "lines",
            Warehouse.Fields.All,
            [
                ["order_id"],
                ["ordered_at"],
                ["unit_price", "line_total"],
            ],
            ["quantity"]
        );

    /// <summary>The same for exports that also have a row for whoever ordered nothing: what such a row lacks is no fault.</summary>
    internal static Target LinesOrPeople { get; } = Lines with { OrderMayLack = true };

    /// <summary>What is known of people beside their orders.</summary>
    internal static Target Customers { get; } =
        new(
            "customers",
            BesideFields.Customers,
            [
                ["customer_id", "customer_email"],
            ],
            []
        );

    /// <summary>What is known of goods beside their sales.</summary>
    internal static Target Products { get; } =
        new(
            "products",
            BesideFields.Products,
            [
                ["product_id"],
            ],
            []
        );

    /// <summary>Sums by customer without a date.</summary>
    internal static Target Measures { get; } =
        new(
            "measures",
            BesideFields.Measures,
            [
                ["customer_id"],
                ["measure"],
                ["value"],
            ],
            ["value"]
        );

    /// <summary>What people did on the shop's pages.</summary>
    internal static Target Sessions { get; } =
        new(
            "sessions",
            BesideFields.Sessions,
            [
                ["session_id"],
                ["started_at"],
            ],
            ["started_at"]
        );

    /// <summary>What may lie beside the orders.</summary>
    internal static IReadOnlyList<Target> Beside => [Customers, Products, Measures, Sessions];

    /// <summary>Rows without an order may be there, and need nothing else.</summary>
    internal bool OrderMayLack { get; init; }

    /// <summary>True for the lines of orders, which also keep columns that fill no field.</summary>
    internal bool IsLines => Table == "lines";

    /// <summary>The table itself; raw.lines is a view of one that holds texts as codes.</summary>
    internal string HeldIn => IsLines ? "coded_lines" : Table;

    /// <summary>What a field is; text for a column without one, and for what lines say of their customers and products.</summary>
    internal string TypeOf(string? field) =>
        Fields.FirstOrDefault(f => f.Name == field)?.SqlType ?? Warehouse.Fields.Text;

    /// <summary>True for texts of lines that mean something: few and often repeated, they are held as codes.</summary>
    internal bool IsCoded(string? field) =>
        IsLines && Fields.Any(f => f.Name == field && f.SqlType == Warehouse.Fields.Text);

    /// <summary>How a field is held.</summary>
    internal string HeldAs(string? field) => IsCoded(field) ? Warehouse.Fields.Code : TypeOf(field);

    /// <summary>The empty table, if it is not there yet.</summary>
    internal Sql Create() =>
        new(
            $"raw.{Table}",
            $"create table if not exists {SqlText.TableName("raw", HeldIn)} ("
                + string.Join(", ", Fields.Select(f => $"{SqlText.Name(f.Name)} {HeldAs(f.Name)}"))
                + ")"
        );
}
