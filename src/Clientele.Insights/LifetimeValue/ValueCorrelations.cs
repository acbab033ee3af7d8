using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What goes together: money, orders and time among themselves and by segment, country and age class.</summary>
static class ValueCorrelations
{
    const double NinetyFive = 1.959963984540054;

    static readonly (string Name, string Column)[] Measures =
    [
        ("revenue", "net_revenue"),
        ("orders", "orders"),
        ("average_order_value", "average_order_value"),
        ("tenure", "tenure_days"),
    ];

    internal static IReadOnlyList<ValuePair> Of(ValueStory story, Study study)
    {
        var customers = study.Customers;
        var measures = Measures.Select(m => (m.Name, Values: customers.Numbers(m.Column))).ToList();
        var segments = ValueSegments.Of(story, study);
        var groups = new (string Name, string[] Values)[]
        {
            ("segment", [.. segments.Places.Select(p => segments.Names[p])]),
            ("country", customers.Texts("country")),
            ("age_class", AgeClasses(customers)),
        }
            .Where(g => g.Values.Distinct().Count() > 1)
            .ToList();
        return
        [
            .. measures.SelectMany((one, i) => measures.Skip(i + 1).Select(other => Pair(one, other))),
            .. groups.SelectMany(g => measures.Select(m => Grouped(g, m))),
            .. groups
                .Where(g => g.Name != "segment" && groups[0].Name == "segment")
                .Select(g => Crossed(groups[0], g)),
        ];
    }

    /// <summary>As files say, else ten years a class.</summary>
    static string[] AgeClasses(Table customers)
    {
        var births = customers.Numbers("birth_year");
        return
        [
            .. customers
                .Texts("age_class")
                .Select(
                    (told, i) =>
                        told.Length > 0 || double.IsNaN(births[i]) ? told : $"{(int)births[i] / 10 * 10}s"
                ),
        ];
    }

    static ValuePair Pair((string Name, double[] Values) one, (string Name, double[] Values) other)
    {
        int[] known =
        [
            .. Enumerable
                .Range(0, one.Values.Length)
                .Where(i => !double.IsNaN(one.Values[i]) && !double.IsNaN(other.Values[i])),
        ];
        double[] a = [.. known.Select(i => one.Values[i])];
        double[] b = [.. known.Select(i => other.Values[i])];
        var (pearson, spearman) = (Correlation.Pearson(a, b), Correlation.Spearman(a, b));
        return new ValuePair(
            one.Name,
            other.Name,
            known.Length,
            Around(pearson, known.Length, 1),
            Around(spearman, known.Length, 1.06),
            double.NaN,
            double.NaN
        );
    }

    /// <summary>Fisher's interval; of ranks a little wider.</summary>
    /// <remarks>Source: Fisher (1915); Fieller, Hartley and Pearson (1957) for ranks.</remarks>
    static (double Value, double Low, double High) Around(double r, int count, double variance)
    {
        if (count <= 3 || !double.IsFinite(r))
        {
            return (r, double.NaN, double.NaN);
        }

        var half = NinetyFive * Math.Sqrt(variance / (count - 3));
        var z = Math.Atanh(Math.Clamp(r, -1 + 1e-15, 1 - 1e-15));
        return (r, Math.Tanh(z - half), Math.Tanh(z + half));
    }

    /// <summary>Share of the variance that lies between the groups.</summary>
    static ValuePair Grouped((string Name, string[] Values) groups, (string Name, double[] Values) measure)
    {
        int[] known =
        [
            .. Enumerable.Range(0, measure.Values.Length).Where(i => !double.IsNaN(measure.Values[i])),
        ];
        var mean = known.Average(i => measure.Values[i]);
        var all = known.Sum(i => Math.Pow(measure.Values[i] - mean, 2));
        var between = known
            .GroupBy(i => groups.Values[i])
            .Sum(g => g.Count() * Math.Pow(g.Average(i => measure.Values[i]) - mean, 2));
        return new ValuePair(
            groups.Name,
            measure.Name,
            known.Length,
            ValuePair.None,
            ValuePair.None,
            all > 0 ? between / all : double.NaN,
            double.NaN
        );
    }

    /// <summary>Cramér's V of two groupings.</summary>
    static ValuePair Crossed((string Name, string[] Values) one, (string Name, string[] Values) other)
    {
        var count = one.Values.Length;
        var rows = one.Values.CountBy(v => v).ToDictionary();
        var columns = other.Values.CountBy(v => v).ToDictionary();
        var chi = one
            .Values.Zip(other.Values)
            .CountBy(pair => pair)
            .Sum(cell =>
                (double)cell.Value * cell.Value / ((double)rows[cell.Key.First] * columns[cell.Key.Second])
            );
        var least = Math.Min(rows.Count, columns.Count) - 1;
        return new ValuePair(
            one.Name,
            other.Name,
            count,
            ValuePair.None,
            ValuePair.None,
            double.NaN,
            Math.Sqrt(Math.Max(0, chi - 1) / least)
        );
    }

    internal static Table Table(IReadOnlyList<ValuePair> pairs) =>
        new(
            "value_correlations",
            [
                TableBuilding.Text("measure", pairs.Select(p => p.First)),
                TableBuilding.Text("other", pairs.Select(p => p.Second)),
                TableBuilding.Whole("customers", pairs.Select(p => p.Customers)),
                TableBuilding.Number("pearson", pairs.Select(p => p.Pearson.Value)),
                TableBuilding.Number("pearson_low", pairs.Select(p => p.Pearson.Low)),
                TableBuilding.Number("pearson_high", pairs.Select(p => p.Pearson.High)),
                TableBuilding.Number("spearman", pairs.Select(p => p.Spearman.Value)),
                TableBuilding.Number("spearman_low", pairs.Select(p => p.Spearman.Low)),
                TableBuilding.Number("spearman_high", pairs.Select(p => p.Spearman.High)),
                TableBuilding.Number("eta_squared", pairs.Select(p => p.EtaSquared)),
                TableBuilding.Number("cramers_v", pairs.Select(p => p.CramersV)),
            ]
        );
}

/// <summary>Two things about customers, and how they go together.</summary>
/// <param name="First">A measure or a grouping.</param>
/// <param name="Second">Another.</param>
/// <param name="Customers">Of whom both are known.</param>
/// <param name="Pearson">Of two measures, with its 95 % interval.</param>
/// <param name="Spearman">The same of ranks.</param>
/// <param name="EtaSquared">Of a grouping and a measure: the share of the variance between the groups.</param>
/// <param name="CramersV">Of two groupings, from 0 to 1.</param>
sealed record ValuePair(
    string First,
    string Second,
    int Customers,
    (double Value, double Low, double High) Pearson,
    (double Value, double Low, double High) Spearman,
    double EtaSquared,
    double CramersV
)
{
    internal static readonly (double, double, double) None = (double.NaN, double.NaN, double.NaN);
}
