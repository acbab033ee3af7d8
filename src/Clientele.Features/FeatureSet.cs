using Clientele.Warehouse;

namespace Clientele.Features;

/// <summary>What is known about every customer, product or period at one moment.</summary>
/// <param name="Name">snake_case; the SQL file and, where it is saved, the table share it.</param>
/// <param name="Sql">One query over core that reads nothing from <c>$as_of</c> on.</param>
/// <param name="Features">The query's columns, keys first.</param>
public sealed record FeatureSet(string Name, Sql Sql, IReadOnlyList<Feature> Features)
{
    /// <summary>A set whose query is the embedded file of its name.</summary>
    internal static FeatureSet File(string name, params IReadOnlyList<Feature> features) =>
        new(name, Sql.File(name, typeof(FeatureSet).Assembly), features);

    /// <summary>Asks the database; rows are ordered, so that equal data give equal bytes.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="moment">When, and how days are counted.</param>
    /// <exception cref="WarehouseException">The database refused the query, or it has other columns than <see cref="Features"/>.</exception>
    public Table Compute(IDatabase database, Moment moment)
    {
        var asked = moment.Parameters.Where(p => Sql.Text.Contains($"${p.Name}", StringComparison.Ordinal));
        var found = database.Read(Sql, [.. asked]);
        var names = found.Columns.Select(c => c.Name);
        return names.SequenceEqual(Features.Select(f => f.Column))
            ? found
            : throw new WarehouseException(
                $"{Name} has columns {string.Join(", ", names)}, not those it declares."
            );
    }
}

/// <summary>One column of a feature set.</summary>
/// <param name="Column">snake_case.</param>
/// <param name="Meaning">What it says, in one line.</param>
/// <param name="Unit">"days", "currency", "lines", …; empty for ids and names.</param>
public sealed record Feature(string Column, string Meaning, string Unit);

/// <summary>When features are taken, and how time is counted.</summary>
/// <param name="AsOf">The first moment that features know nothing of.</param>
/// <param name="Recency">How days since the last order are counted.</param>
/// <param name="Period">day, week, month or quarter: the grain of cohorts.</param>
/// <param name="MostCustomers">Of more, sets that say so take evenly drawn ones.</param>
public sealed record Moment(
    DateTime AsOf,
    RecencyCount Recency = RecencyCount.Calendar,
    string Period = "month",
    int MostCustomers = 50_000
)
{
    internal IReadOnlyList<Parameter> Parameters =>
        [
            ("as_of", AsOf),
            ("recency", Recency.ToString()),
            ("period", Period),
            ("most_customers", MostCustomers),
        ];
}
