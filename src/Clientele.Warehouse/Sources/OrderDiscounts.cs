namespace Clientele.Warehouse;

/// <summary>Discounts that are given on whole orders: each line bears its part of them.</summary>
static class OrderDiscounts
{
    /// <summary>The field of the discount as files say it.</summary>
    internal const string Field = "order_discount";

    /// <summary>The column of raw.coded_lines for a line's part; only there if a file says discounts of orders.</summary>
    internal const string Part = "discount_part";

    /// <summary>True if a file says discounts of orders.</summary>
    internal static bool AreTold(IEnumerable<LoadSummary> loads) => loads.Any(l => l.Filled.Contains(Field));

    /// <summary>Fills the parts of all lines that no later file has again.</summary>
    /// <returns>The same summaries, with what could not be spread.</returns>
    internal static IReadOnlyList<LoadSummary> Spread(IDatabase database, IReadOnlyList<LoadSummary> loads)
    {
        if (!AreTold(loads))
        {
            return loads;
        }

        var parts = Sql.File("order_discounts", typeof(OrderDiscounts).Assembly);
        database.Execute(
            parts with
            {
                Text = $"create or replace temp table discount_parts as {parts.Text}",
            }
        );
        var faults = Faults(database).ToList();
        database.Execute(
            new(
                Part,
                $"update raw.coded_lines set {Part} = p.part from temp.discount_parts as p where coded_lines.rowid = p.line"
            )
        );
        database.Execute(new(Part, "drop table temp.discount_parts"));
        var first = loads.ToList().FindIndex(l => l.Filled.Contains(Field));
        return [.. loads.Select((l, i) => i == first ? l with { Notes = [.. l.Notes, .. faults] } : l)];
    }

    static IEnumerable<string> Faults(IDatabase database)
    {
        var found = database.Read(
            new(
                "discounts that are not spread",
                """
                select
                  count(distinct order_id) filter (where is_too_much) as too_much,
                  count(distinct order_id) filter (where differs) as differing
                from temp.discount_parts
                """
            )
        );
        if ((long)found.Number("too_much") is > 0 and var much)
        {
            yield return $"{Counted.Of(much, "order")} {(much == 1 ? "has" : "have")} a discount of more than all lines come to, "
                + "as discounts on postage are: it is not taken off";
        }

        if ((long)found.Number("differing") is > 0 and var differing)
        {
            yield return $"{Counted.Of(differing, "order")} {(differing == 1 ? "says" : "say")} several discounts of the whole order: the first counts";
        }
    }
}
