namespace Clientele.Warehouse;

/// <summary>Runs a recipe's rules in order and keeps the ledger.</summary>
static class Cleaner
{
    /// <summary>Fills staging.lines and staging.returns from raw, and core.ledger.</summary>
    internal static void Run(IDatabase database, Recipe recipe, DateTime? asOf)
    {
        var room = typeof(Cleaner).Assembly;
        database.Execute(new("staging", "attach if not exists ':memory:' as staging"));
        // Hardly any text has blanks at its ends: looking first is forty times faster than trimming all.
        database.Execute(
            new(
                "tidy",
                """
                create or replace temp macro tidy(t) as
                  nullif(case when starts_with(t, ' ') or ends_with(t, ' ') then trim(t) else t end, '')
                """
            )
        );
        database.Execute(SqlText.CreateAs("staging", Sql.File("lines", room)));
        database.Execute(
            new("returns", "create or replace table staging.returns as from staging.lines limit 0")
        );

        var run = new CleaningRun(database, asOf);
        var ledger = new Ledger(Measure(database));
        foreach (var (name, rule) in recipe.Rules)
        {
            var effect = rule.Apply(run);
            var touched = effect.Removed + effect.Changed > 0;
            ledger.Add(name, rule.Reason, effect, touched ? Measure(database).Customers : ledger.Customers);
        }

        ledger.Save(database, Measure(database));
    }

    static LedgerState Measure(IDatabase database)
    {
        var now = database.Read(
            new(
                "state of the ledger",
                """
                select count(*) as n, coalesce(sum(amount), 0)::decimal(38, 4) as amount,
                  count(distinct customer_id) as customers
                from staging.lines
                """
            )
        );
        return new LedgerState(
            (long)now.Number("n"),
            ((DecimalColumn)now["amount"]).Values[0] ?? 0,
            (long)now.Number("customers")
        );
    }
}

/// <summary>Lines, their amounts and their customers at one step.</summary>
readonly record struct LedgerState(long Rows, decimal Amount, long Customers);
