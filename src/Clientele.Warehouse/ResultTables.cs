namespace Clientele.Warehouse;

/// <summary>The schema results, and what else of the shop is read as it stands.</summary>
public static class ResultTables
{
    /// <summary>Makes or replaces a table of the schema results.</summary>
    public static void Save(this IDatabase database, Table table)
    {
        database.Execute(SqlText.Create("results", table));
        database.Append("results", table);
    }

    /// <summary>The ledger, one row a rule, in order.</summary>
    public static Table ReadLedger(this IDatabase database) =>
        database.Read(new("ledger", "from core.ledger order by rowid"));

    /// <summary>The table of customers that a run saved, with the labels of its questions.</summary>
    public static Table ReadCustomers(this IDatabase database) =>
        database.Read(new("customers", "from results.customers order by customer_id"));
}
