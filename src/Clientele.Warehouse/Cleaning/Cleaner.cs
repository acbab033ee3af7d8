namespace Clientele.Warehouse;

/// <summary>Runs a recipe's rules in order and keeps the ledger.</summary>
static class Cleaner
{
    /// <summary>Columns of staging.lines that are empty unless a file fills the field beside them.</summary>
    static readonly Dictionary<string, string> Optional = new(StringComparer.Ordinal)
    {
        ["refund"] = "refund",
        ["state_code"] = "state",
        ["category_code"] = "category",
        ["sub_category_code"] = "sub_category",
        ["status_code"] = "status",
    };

    /// <summary>Columns of staging.people with few texts, which one file writes in one way and the next in another.</summary>
    static readonly string[] WrittenAnyhow =
    [
        "sex",
        "traffic_source",
        "account_manager",
        "account_manager_cohort",
    ];

    /// <summary>Fills staging.lines, returns, people, totals and catalogue from raw, and core.ledger.</summary>
    internal static void Run(IDatabase database, Recipe recipe, DateTime? asOf)
    {
        var room = typeof(Cleaner).Assembly;
        database.Execute(new("staging", "attach if not exists ':memory:' as staging"));
        CreateLines(database, recipe, Sql.File("lines", room));
        database.Execute(SqlText.CreateAs("staging", Sql.File("people", room)));
        database.Execute(SqlText.CreateAs("staging", Sql.File("totals", room)));
        database.Execute(SqlText.CreateAs("staging", Sql.File("catalogue", room)));
        database.Execute(
            new("returns", "create or replace table staging.returns as from staging.lines limit 0")
        );

        var run = new CleaningRun(database, asOf);
        var ledger = new Ledger(Totals(database), Customers(database));
        foreach (var (name, rule) in recipe.Rules)
        {
            var effect = rule.Apply(run);
            var touched = effect.Removed + effect.Changed + effect.Customers > 0;
            ledger.Add(
                name,
                effect.Reason ?? rule.Reason,
                effect,
                touched ? Customers(database) : ledger.Customers
            );
        }

        ledger.Save(database, Totals(database));
        LastTold.Keep(run, "people", "customer_id", ("state", "country"));
        LastTold.Keep(run, "catalogue", "product_id", ("sub_category", "category"));
        foreach (var column in WrittenAnyhow)
        {
            database.Execute(Spellings.Even(column));
        }
    }

    /// <summary>What no file fills and no rule asks for is a column without a store: at five million lines it would hold 200 MB of nothing.</summary>
    static void CreateLines(IDatabase database, Recipe recipe, Sql lines)
    {
        var described = database.Read(lines with { Text = $"describe {lines.Text}" });
        var filled = database
            .Read(new("raw.columns", "select field from raw.columns where field is not null"))
            .Texts("field");
        var columns = described.Texts("column_name").Zip(described.Texts("column_type")).ToList();
        var seeksRepeats = recipe.Rules.Any(r => r.Rule is ExactDuplicates);
        var stored = columns
            .Select(c => c.First)
            .Where(c => Optional.GetValueOrDefault(c) is not { } field || filled.Contains(field))
            .Where(c => c != "line_hash" || seeksRepeats);
        database.Execute(SqlText.CreateStaged(lines.Name, columns, [.. stored]));
        // Rows of people who ordered nothing are lines only to a rule that takes them out and counts them.
        var counted = recipe.Rules.Any(r => r.Rule is MissingOrder)
            ? lines
            : lines with
            {
                Text = $"from ({lines.Text}) where order_code is not null",
            };
        database.Execute(SqlText.FillStaged(counted, [.. stored]));
    }

    static LedgerTotals Totals(IDatabase database)
    {
        var now = database.Read(
            new(
                "totals of the ledger",
                "select count(*) as n, coalesce(sum(amount), 0)::decimal(38, 4) as amount from staging.lines"
            )
        );
        return new LedgerTotals((long)now.Number("n"), ((DecimalColumn)now["amount"]).Values[0] ?? 0);
    }

    /// <summary>Customers with a line; of a shop without any order, all whom its files name.</summary>
    static long Customers(IDatabase database) =>
        (long)
            database
                .Read(
                    new(
                        "customers of the ledger",
                        RawTables.IsUndated(database)
                            ? $"select count(*) as n from ({CleaningRun.Named})"
                            : "select count(distinct customer_code) as n from staging.lines"
                    )
                )
                .Number("n");
}

/// <summary>Lines and their amounts at one step.</summary>
readonly record struct LedgerTotals(long Rows, decimal Amount);
