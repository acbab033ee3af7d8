using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>How numbers go together: of lines by values, of customers and their measures by values and by ranks.</summary>
sealed class ProfileCorrelations(IReadOnlyList<ProfileCorrelation> rows)
{
    internal static readonly string[] OfCustomers =
    [
        "orders",
        "lines",
        "units",
        "products",
        "gross_revenue",
        "returned_value",
        "average_order_value",
        "days_since_last",
        "tenure_days",
        "mean_days_between_orders",
    ];

    static readonly string[] OfLines = ["quantity", "unit_price", "amount"];

    internal IReadOnlyList<ProfileCorrelation> Rows { get; } = rows;

    /// <summary>Of customers, the pair whose ranks go together or apart most; null if nothing varies.</summary>
    internal ProfileCorrelation? Strongest =>
        Rows.Where(r => r.Level == "customers" && !double.IsNaN(r.Spearman)).MaxBy(r => Math.Abs(r.Spearman));

    internal static ProfileCorrelations Of(Study study, MeasureCorrelations measures) =>
        new([
            .. Lines(study.Features(SalesProfiles.LineValues)),
            .. Customers(study.Customers),
            .. measures.Rows,
        ]);

    internal double Spearman(string a, string b) =>
        a == b
            ? 1
            : Rows.First(r =>
                r.Level == "customers" && ((r.A == a && r.B == b) || (r.A == b && r.B == a))
            ).Spearman;

    internal Table ToTable() =>
        new(
            "profile_correlations",
            [
                TableBuilding.Text("level", Rows.Select(r => r.Level)),
                TableBuilding.Text("column_a", Rows.Select(r => r.A)),
                TableBuilding.Text("column_b", Rows.Select(r => r.B)),
                TableBuilding.Whole("n", Rows.Select(r => r.N)),
                TableBuilding.Number("pearson", Rows.Select(r => r.Pearson)),
                TableBuilding.Number("spearman", Rows.Select(r => r.Spearman)),
            ]
        );

    static IEnumerable<ProfileCorrelation> Lines(Table values)
    {
        var lines = values.Numbers("lines");
        foreach (var (a, b) in Pairs(OfLines))
        {
            var pearson = Correlation.Pearson(values.Numbers(a), values.Numbers(b), lines);
            yield return new("lines", a, b, lines.Sum(), pearson, double.NaN);
        }
    }

    static IEnumerable<ProfileCorrelation> Customers(Table customers)
    {
        foreach (var (a, b) in Pairs(OfCustomers))
        {
            var pairs = customers
                .Numbers(a)
                .Zip(customers.Numbers(b))
                .Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second))
                .ToList();
            double[] first = [.. pairs.Select(p => p.First)];
            double[] second = [.. pairs.Select(p => p.Second)];
            yield return pairs.Count < 3
                ? new("customers", a, b, pairs.Count, double.NaN, double.NaN)
                : new(
                    "customers",
                    a,
                    b,
                    pairs.Count,
                    Correlation.Pearson(first, second),
                    Correlation.Spearman(first, second)
                );
        }
    }

    static IEnumerable<(string A, string B)> Pairs(string[] columns) =>
        columns.SelectMany((a, i) => columns.Skip(i + 1).Select(b => (a, b)));
}

/// <summary>One pair of columns.</summary>
sealed record ProfileCorrelation(string Level, string A, string B, double N, double Pearson, double Spearman);
