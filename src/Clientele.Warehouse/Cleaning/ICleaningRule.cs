namespace Clientele.Warehouse;

/// <summary>One decision about which lines count; its settings are its properties.</summary>
interface ICleaningRule
{
    /// <summary>Why, in a few words for the ledger.</summary>
    string Reason { get; }

    /// <summary>Changes <c>staging.lines</c>, or in a shop without orders who its customers are, and says how.</summary>
    RuleEffect Apply(CleaningRun run);
}

/// <summary>What one rule did.</summary>
/// <param name="Removed">Lines taken out of the sales.</param>
/// <param name="Changed">Lines that stayed, changed.</param>
/// <param name="Amount">Sum of the amounts of the lines taken out.</param>
readonly record struct RuleEffect(long Removed, long Changed, decimal Amount)
{
    /// <summary>Why, where that depends on what it found; null: as the rule always says.</summary>
    internal string? Reason { get; init; }

    /// <summary>Customers taken out of a shop without orders; with orders, they go with their lines.</summary>
    internal long Customers { get; init; }
}

/// <summary>The shop while it is cleaned.</summary>
/// <param name="Database">The shop.</param>
/// <param name="AsOf">Rules that judge a customer by all orders look at those before this; null looks at all.</param>
sealed record CleaningRun(IDatabase Database, DateTime? AsOf)
{
    /// <summary>SQL that is true for lines before as-of; takes <see cref="Before"/>.</summary>
    internal const string IsBefore = "ordered_at < coalesce($as_of, timestamp '9999-01-01')";

    /// <summary>SQL of the customers of a shop without orders.</summary>
    internal const string Named =
        "select customer_id from staging.people union select customer_id from staging.totals";

    /// <summary>The parameter of <see cref="IsBefore"/>.</summary>
    internal Parameter Before => ("as_of", AsOf);

    /// <summary>SQL that is true for lines whose text in a column meets a condition.</summary>
    /// <param name="rule">Named in errors.</param>
    /// <param name="column">A column of staging.lines that holds codes.</param>
    /// <param name="condition">Constant SQL over <c>text</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    internal string Where(
        string rule,
        string column,
        string condition,
        params ReadOnlySpan<Parameter> parameters
    )
    {
        Distinct(rule, column);
        Database.Execute(
            new(
                rule,
                $"""
                create or replace table staging.{column}s as
                select code from (select code, text_of(code) as text from staging.codes) where {condition}
                """
            ),
            parameters
        );
        return $"{column} in (select code from staging.{column}s)";
    }

    /// <summary>Fills staging.codes with what stands in a column of codes.</summary>
    /// <remarks>There are few texts and many lines: in one statement DuckDB would ask a condition of every line.</remarks>
    internal void Distinct(string rule, string column) =>
        Database.Execute(
            new(
                rule,
                $"""
                create or replace table staging.codes as
                select distinct {column} as code from staging.lines where {column} is not null
                """
            )
        );

    /// <summary>Takes the lines that meet a condition out of the sales.</summary>
    /// <param name="rule">Named in errors.</param>
    /// <param name="condition">Constant SQL over staging.lines.</param>
    /// <param name="parameters">Its parameters.</param>
    internal RuleEffect Remove(string rule, string condition, params ReadOnlySpan<Parameter> parameters)
    {
        // Not "delete … returning": fetching the deleted rows is forty times slower than asking twice.
        var found = Database.Read(
            new(
                rule,
                $"select count(*) as n, sum(amount)::decimal(38, 4) as amount from staging.lines where {condition}"
            ),
            parameters
        );
        var removed = (long)found.Number("n");
        if (removed > 0)
        {
            Database.Execute(new(rule, $"delete from staging.lines where {condition}"), parameters);
        }

        return new RuleEffect(removed, 0, ((DecimalColumn)found["amount"]).Values[0] ?? 0);
    }

    /// <summary>Takes customers out of a shop without orders, and their totals; does nothing in others.</summary>
    /// <param name="rule">Named in errors.</param>
    /// <param name="condition">Constant SQL over what the last row about a customer says; null where there is none.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>How many.</returns>
    internal long RemoveCustomers(string rule, string condition, params ReadOnlySpan<Parameter> parameters)
    {
        if (!RawTables.IsUndated(Database))
        {
            return 0;
        }

        Database.Execute(
            new(
                rule,
                $"""
                create or replace table staging.leaving as
                select customer_id
                from ({Named})
                left join (
                  from staging.people
                  qualify row_number() over (partition by customer_id order by row desc) = 1
                ) using (customer_id)
                where {condition}
                """
            ),
            parameters
        );
        foreach (var table in (string[])["people", "totals"])
        {
            Database.Execute(
                new(rule, $"delete from staging.{table} where customer_id in (from staging.leaving)")
            );
        }

        return (long)Database.Read(new(rule, "select count(*) as n from staging.leaving")).Number("n");
    }

    /// <summary>Changes lines in place.</summary>
    internal RuleEffect Change(string rule, string statement, params ReadOnlySpan<Parameter> parameters) =>
        new(0, Database.Execute(new(rule, statement), parameters), 0);
}
