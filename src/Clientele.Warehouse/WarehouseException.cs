namespace Clientele.Warehouse;

/// <summary>The database refused a statement, or a file is no database of ours.</summary>
public sealed class WarehouseException(string message) : Exception(message)
{
    internal static WarehouseException Because(Sql sql, string reason) => new($"{sql.Name}: {reason}");
}
