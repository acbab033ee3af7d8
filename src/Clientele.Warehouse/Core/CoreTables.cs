using System.Reflection;

namespace Clientele.Warehouse;

/// <summary>Makes the schema core from the cleaned lines: one SQL file, one table, and its checks.</summary>
static class CoreTables
{
    static readonly string[] InOrder =
    [
        "measures",
        "customers",
        "products",
        "places",
        "descriptions",
        "orders",
        "order_lines",
        "line_categories",
        "returns",
    ];

    /// <exception cref="QualityException">A check found something; nothing may be published.</exception>
    internal static void Create(IDatabase database)
    {
        var room = Assembly.GetExecutingAssembly();
        var checks = room.GetManifestResourceNames();
        foreach (var table in InOrder)
        {
            database.Execute(SqlText.CreateAs("core", Sql.File(table, room)));
            if (checks.Contains($"{table}.checks.sql"))
            {
                Check(database, Sql.File($"{table}.checks", room));
            }
        }
    }

    static void Check(IDatabase database, Sql check)
    {
        var faults = database.Read(check);
        if (faults.Rows > 0)
        {
            throw new QualityException(
                $"{check.Name}: {string.Join("; ", faults.Texts("fault").Distinct())}."
            );
        }
    }
}
