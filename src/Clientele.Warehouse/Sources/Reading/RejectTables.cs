namespace Clientele.Warehouse;

/// <summary>The tables in which DuckDB's CSV reader leaves rows that are none; each reading begins without them.</summary>
static class RejectTables
{
    internal static void Drop(IDatabase database)
    {
        database.Execute(new("reject_errors", "drop table if exists reject_errors"));
        database.Execute(new("reject_scans", "drop table if exists reject_scans"));
    }
}
