namespace Clientele.Warehouse;

/// <summary>Customers of whom the files of a run say different things: the last counts, but never in silence.</summary>
/// <remarks>Only customers with several rows are looked at closely, and only where a file of customers is read.</remarks>
static class DifferingCustomers
{
    /// <summary>Looks at raw.customers before lines give way to files.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="loads">What was read so far.</param>
    /// <param name="own">The rowid from which on rows are of files of customers.</param>
    /// <returns>A sentence with how many there are and the first of them; null for none.</returns>
    internal static string? Tell(IDatabase database, IReadOnlyList<LoadSummary> loads, long own)
    {
        var room = typeof(DifferingCustomers).Assembly;
        var people = Sql.File("people", room);
        database.Execute(
            new("told people", "alter table raw.customers add column if not exists told_at timestamp")
        );
        database.Execute(people with { Text = $"create or replace temp view told_people as {people.Text}" });
        database.Execute(
            new("countries of orders", $"create or replace temp view order_countries as {Countries(loads)}")
        );
        var found = database.Read(Sql.File("differing_customers", room), ("own", own));
        foreach (var view in (string[])["told_people", "order_countries"])
        {
            database.Execute(new(view, $"drop view temp.{view}"));
        }

        return found.Rows == 0 ? null : Sentence(found);
    }

    /// <summary>SQL of who is sent orders where, in texts.</summary>
    static string Countries(IReadOnlyList<LoadSummary> loads)
    {
        var filled = loads.Where(l => l.Into == Target.Lines.Table).SelectMany(l => l.Filled).ToHashSet();
        string[] ids = [.. ((string[])["customer_id", "customer_email"]).Where(filled.Contains)];
        return ids.Length == 0 || !filled.Contains("country")
            ? "select null::varchar as customer_id, null::varchar as country limit 0"
            : $"""
                select coalesce({string.Join(
                    ", ",
                    ids.Select(i => $"text_of({Overlaps.Value(i, "")})")
                )}) as customer_id,
                  text_of({Overlaps.Value("country", "")}) as country
                from (select distinct {string.Join(
                    ", ",
                    ids
                )}, country from raw.coded_lines where country is not null)
                """;
    }

    static string Sentence(Table found)
    {
        var customers = (long)found.Number("customers");
        var (id, field) = (found["customer_id"].ToText(0), found["field"].ToText(0)!.Replace('_', ' '));
        return $"{Counted.Of(customers, "customer")} {(customers == 1 ? "is" : "are")} told in different ways, such as {id}: "
            + $"{field} '{found["was"].ToText(0)}', and later '{found["now"].ToText(0)}'; the later counts, and files of customers stand over orders";
    }
}
