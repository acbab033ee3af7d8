namespace Clientele.Warehouse;

/// <summary>A well-known export, recognised by the headers of its tables.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Tables">What belongs to it; those that are not optional must all be there.</param>
sealed record Shape(string Name, params IReadOnlyList<ShapeTable> Tables)
{
    /// <summary>Stands in <see cref="Lost"/> for the day that days without dates are counted from.</summary>
    internal const string FirstDay = "FIRST_DAY";

    /// <summary>What this export does not tell, a sentence each.</summary>
    internal IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>Queries over its staged tables that count what is passed over (rows file, n), and what to say of each file.</summary>
    internal IReadOnlyList<(string Query, string Sentence)> PassedOver { get; init; } = [];

    /// <summary>How its tables become rows of ours; none if their columns are ours as they stand.</summary>
    internal IReadOnlyList<Rewriting> Rewritings { get; init; } = [];

    /// <summary>All shapes that we know.</summary>
    internal static IReadOnlyList<Shape> All { get; } =
    [
        UciOnlineRetail.First,
        UciOnlineRetail.Second,
        Shopify.Shape,
        WooCommerce.Analytics,
        WooCommerce.Plugin,
        Magento.Shape,
        BigCommerce.Shape,
        Amazon.Shape,
        Etsy.Shape,
        Olist.Shape,
        TheLook.Shape,
        TheLookUserOrders.Shape,
        Ga4.Shape,
        CompleteJourney.Numbered,
        CompleteJourney.Dated,
        Instacart.Shape,
        BrowsingAndOrders.Shape,
        LongTables.Shape,
    ];
}

/// <summary>One table of a shape.</summary>
/// <param name="Role">snake_case: what it is in its shape.</param>
/// <param name="Signature">Headers that must all be there, in any order and case.</param>
sealed record ShapeTable(string Role, params IReadOnlyList<string> Signature)
{
    /// <summary>Headers beside the signature that a rewriting reads where they are there.</summary>
    internal IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Header to field, for a table that needs no rewriting; of others those headers that queries read beside the ones that a rewriting names.</summary>
    internal IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Where its rows go as they stand; null for a table that is rewritten or left.</summary>
    internal Target? Into { get; init; }

    /// <summary>The shape is whole without it.</summary>
    internal bool Optional { get; init; }

    /// <summary>Known, but nothing of it is used: why.</summary>
    internal string? Left { get; init; }

    /// <summary>Why some of its rows make none of their own.</summary>
    internal string Unused { get; init; } = "other rows say the same, or they name nobody";

    /// <summary>No other headers may be there: for tables so small that any other table may have theirs.</summary>
    internal bool IsExact { get; init; }

    internal bool Fits(IReadOnlyCollection<string> headers) =>
        (!IsExact || headers.Count == Signature.Count)
        && Signature.All(h => headers.Contains(h, StringComparer.OrdinalIgnoreCase));

    internal string? FieldOf(string header) =>
        Map.FirstOrDefault(pair => pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A table that may lie beside the others, and of which nothing is used.</summary>
    internal static ShapeTable LeftOut(string role, string why, params IReadOnlyList<string> signature) =>
        new(role, signature) { Optional = true, Left = why };

    /// <summary>A table whose headers are fields: all of them are its signature.</summary>
    internal static ShapeTable Direct(
        string role,
        Target into,
        params (string Header, string Field)[] columns
    ) =>
        new(role, [.. columns.Select(c => c.Header)])
        {
            Into = into,
            Map = columns.ToDictionary(c => c.Header, c => c.Field, StringComparer.OrdinalIgnoreCase),
        };
}

/// <summary>A query that makes rows of ours from a shape's tables, which stand as staged_ROLE with their columns in snake_case.</summary>
/// <param name="Query">Name of the SQL file; its rows begin with file and line, where each comes from.</param>
/// <param name="Into">Where they go.</param>
/// <param name="Role">The table whose lines they are.</param>
/// <param name="Columns">The columns after those: a field, or a name of its own for what is only kept; and the header, for messages.</param>
sealed record Rewriting(
    string Query,
    Target Into,
    string Role,
    params IReadOnlyList<(string Column, string Header)> Columns
)
{
    /// <summary>One row of the table may make several.</summary>
    internal bool Unpacks { get; init; }

    /// <summary>What a column fills; null for one that is only kept.</summary>
    internal string? FieldOf(string column) => Into.Fields.Any(f => f.Name == column) ? column : null;
}
