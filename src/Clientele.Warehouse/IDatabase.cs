namespace Clientele.Warehouse;

/// <summary>A shop's tables. An interface because there are two real engines: one machine, and a cluster.</summary>
public interface IDatabase : IDisposable
{
    /// <summary>Runs one statement and returns how many rows it changed.</summary>
    /// <exception cref="WarehouseException">The engine refused it; the message names the statement.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled meanwhile.</exception>
    long Execute(Sql sql, params ReadOnlySpan<Parameter> parameters);

    /// <summary>Runs one query and returns all its rows, column by column.</summary>
    /// <exception cref="WarehouseException">The engine refused it; the message names the statement.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled meanwhile.</exception>
    Table Read(Sql sql, params ReadOnlySpan<Parameter> parameters);

    /// <summary>Adds rows to an existing table whose columns have the same order and types.</summary>
    /// <param name="schema">A schema of ours.</param>
    /// <param name="rows">The rows; <see cref="Table.Name"/> says where they go.</param>
    void Append(string schema, Table rows);
}
