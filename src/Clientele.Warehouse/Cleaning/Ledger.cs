namespace Clientele.Warehouse;

/// <summary>One row a rule, in order: what it took out, and that nothing was lost on the way.</summary>
sealed class Ledger(LedgerTotals start, long customers)
{
    readonly List<Entry> _entries = [];
    long _rows = start.Rows;
    decimal _amount = start.Amount;

    /// <summary>Customers after the last rule.</summary>
    internal long Customers => _entries.Count == 0 ? customers : _entries[^1].Customers;

    internal void Add(string rule, string reason, RuleEffect effect, long customers)
    {
        _entries.Add(new Entry(rule, reason, _rows, effect, customers));
        _rows -= effect.Removed;
        _amount -= effect.Amount;
    }

    /// <summary>Writes core.ledger.</summary>
    /// <exception cref="QualityException">Rows or amounts do not add up to what is there.</exception>
    internal void Save(IDatabase database, LedgerTotals end)
    {
        if (end.Rows != _rows || end.Amount != _amount)
        {
            throw new QualityException(
                $"The ledger does not reconcile: it leaves {_rows} lines of {_amount}, but there are {end.Rows} of {end.Amount}."
            );
        }

        var table = ToTable();
        database.Execute(SqlText.Create("core", table));
        database.Append("core", table);
    }

    Table ToTable() =>
        new(
            "ledger",
            [
                new TextColumn("rule", [.. _entries.Select(e => e.Rule)]),
                new TextColumn("reason", [.. _entries.Select(e => e.Reason)]),
                new IntegerColumn("rows_before", [.. _entries.Select(e => (long?)e.Before)]),
                new IntegerColumn("rows_removed", [.. _entries.Select(e => (long?)e.Effect.Removed)]),
                new IntegerColumn("rows_changed", [.. _entries.Select(e => (long?)e.Effect.Changed)]),
                new IntegerColumn(
                    "rows_after",
                    [.. _entries.Select(e => (long?)(e.Before - e.Effect.Removed))]
                ),
                new DecimalColumn("amount_removed", [.. _entries.Select(e => (decimal?)e.Effect.Amount)]),
                new IntegerColumn("customers_after", [.. _entries.Select(e => (long?)e.Customers)]),
            ]
        );

    sealed record Entry(string Rule, string Reason, long Before, RuleEffect Effect, long Customers);
}

/// <summary>What was made does not hold what it must: nothing is published.</summary>
public sealed class QualityException(string message) : Exception(message);
