using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Which rows of a shape's staged tables made rows of ours, so that the others can be told.</summary>
/// <remarks>A table of which each row makes one costs nothing: only of others the rows are noted.</remarks>
sealed class UsedRows
{
    readonly IDatabase _database;
    readonly HashSet<int> _whole = [];

    internal UsedRows(IDatabase database)
    {
        _database = database;
        database.Execute(
            new("used rows", "create or replace temp table used_rows (file integer, line bigint)")
        );
    }

    /// <summary>Notes what temp.rewritten holds of a table.</summary>
    /// <param name="table">Its number.</param>
    /// <param name="rows">Rows that it has.</param>
    /// <param name="made">Rows that were made of it.</param>
    /// <param name="unpacks">One row of it may make several.</param>
    internal void Add(int table, long rows, long made, bool unpacks)
    {
        if (!unpacks && made == rows)
        {
            _whole.Add(table);
        }
        else if (!_whole.Contains(table))
        {
            _database.Execute(
                new(
                    "used rows",
                    $"insert into temp.used_rows select distinct file, line from temp.rewritten where file = {Number(table)}"
                )
            );
        }
    }

    /// <summary>Rows of a table that made none.</summary>
    internal long Unused(int table, long rows) =>
        _whole.Contains(table)
            ? 0
            : rows
                - (long)
                    _database
                        .Read(
                            new(
                                "used rows",
                                $"select count(distinct line) as n from temp.used_rows where file = {Number(table)}"
                            )
                        )
                        .Number("n");

    static string Number(int table) => table.ToString(CultureInfo.InvariantCulture);
}
