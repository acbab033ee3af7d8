using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>How what customers spend by category and quarter goes together: who has none of a measure has 0.</summary>
/// <param name="Measures">Labels, categories first.</param>
/// <param name="Rows">One a pair of measures.</param>
sealed record MeasureCorrelations(IReadOnlyList<Measure> Measures, IReadOnlyList<ProfileCorrelation> Rows)
{
    /// <summary>More can be neither seen nor read.</summary>
    const int Most = 40;

    /// <summary>Level of the rows in the table of correlations.</summary>
    const string Level = "measures";

    /// <summary>What is known of every customer with dated orders besides.</summary>
    static readonly string[] OfCustomers = ["orders", "average_order_value", "days_since_last"];

    internal static MeasureCorrelations Of(Study study, CancellationToken cancel)
    {
        var table = study.Features(CustomerProfiles.Measures);
        var places = table
            .Texts("customer_id")
            .Distinct(StringComparer.Ordinal)
            .Select((id, place) => (id, place))
            .ToDictionary(p => p.id, p => p.place, StringComparer.Ordinal);
        var measures = Columns(table, places)
            .Select(c => Measure.Of(c.Key, c.Value))
            .Concat(study.IsUndated ? [] : Known(study, places))
            .Where(m => m.Kind != MeasureKind.CategoryOrders)
            .OrderBy(m => m.Kind)
            .ThenByDescending(m => m.Kind == MeasureKind.CategorySales ? m.Values.Sum() : 0)
            .ThenBy(m => m.Label, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return new(measures, [.. Pairs(measures, cancel)]);
    }

    /// <summary>A value a customer for each measure; 0 where the table has none.</summary>
    static Dictionary<string, double[]> Columns(Table table, Dictionary<string, int> places)
    {
        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var (ids, names, values) = (
            table.Texts("customer_id"),
            table.Texts("measure"),
            table.Numbers("value")
        );
        for (var i = 0; i < table.Rows; i++)
        {
            if (!columns.TryGetValue(names[i], out var column))
            {
                columns.Add(names[i], column = new double[places.Count]);
            }

            column[places[ids[i]]] = values[i];
        }

        return columns;
    }

    static IEnumerable<Measure> Known(Study study, Dictionary<string, int> places)
    {
        var ids = study.Customers.Texts("customer_id");
        foreach (var column in OfCustomers)
        {
            var all = study.Customers.Numbers(column);
            var drawn = new double[places.Count];
            for (var i = 0; i < ids.Length; i++)
            {
                if (places.TryGetValue(ids[i], out var place))
                {
                    drawn[place] = all[i];
                }
            }

            yield return new(MeasureKind.Other, column, Words.Of(column), drawn);
        }
    }

    static IEnumerable<ProfileCorrelation> Pairs(List<Measure> measures, CancellationToken cancel)
    {
        var ranks = measures.ConvertAll(m => Correlation.Ranks(m.Values));
        for (var a = 0; a < measures.Count; a++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var b = a + 1; b < measures.Count; b++)
            {
                yield return new(
                    Level,
                    measures[a].Name,
                    measures[b].Name,
                    measures[a].Values.Length,
                    Correlation.Pearson(measures[a].Values, measures[b].Values),
                    Correlation.Pearson(ranks[a], ranks[b])
                );
            }
        }
    }

    /// <summary>Of two categories, else of two quarters' sales, the pair whose sales go together most; null if there is none.</summary>
    internal ProfileCorrelation? Closest(MeasureKind kind)
    {
        var names = Measures.Where(m => m.Kind == kind).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return Rows.Where(r => names.Contains(r.A) && names.Contains(r.B) && !double.IsNaN(r.Pearson))
            .MaxBy(r => r.Pearson);
    }

    internal HeatFigure Figure(NumberText numbers)
    {
        var known = Rows.ToDictionary(r => (r.A, r.B), r => r.Pearson);
        double Between(Measure a, Measure b) =>
            a == b ? 1
            : known.TryGetValue((a.Name, b.Name), out var r) ? r
            : known[(b.Name, a.Name)];
        string[] labels = [.. Measures.Select(m => Words.Label(m.Label))];
        return new(
            "measure_correlations",
            Title(numbers),
            "Correlation (Pearson) between what customers spend by category and by quarter of the year, how often they order, and what else "
                + "is known of them: at 1 both rise together in a straight line, at −1 one falls as the other rises, at 0 they go their own "
                + "ways. A few customers who buy very much of everything draw it towards 1.",
            "measure",
            "measure",
            NumberFormat.Difference,
            labels,
            labels,
            [.. Measures.SelectMany(a => Measures.Select(b => Between(a, b)))]
        )
        {
            Diverging = true,
            Full = 1,
        };
    }

    string Title(NumberText numbers)
    {
        var closest = Closest(MeasureKind.CategorySales) ?? Closest(MeasureKind.QuarterSales);
        if (closest == null)
        {
            return "How the totals of customers go together";
        }

        string Label(string name) => Words.Label(Measures.First(m => m.Name == name).Label);
        var (a, b, r) = (Label(closest.A), Label(closest.B), numbers.Number(closest.Pearson));
        return closest.Pearson > 0
            ? $"Who spends more on {a} also spends more on {b}: no two go closer together ({r})"
            : $"No two go together: even {a} and {b} do not ({r})";
    }
}

/// <summary>What a measure counts; also the order in which measures are shown.</summary>
enum MeasureKind
{
    /// <summary>Sales of a category.</summary>
    CategorySales,

    /// <summary>Sales of a quarter.</summary>
    QuarterSales,

    /// <summary>Orders of a quarter.</summary>
    QuarterOrders,

    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Orders of a category: so close to its sales that they are left out.</summary>
    CategoryOrders,
}

/// <summary>A number of every customer.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Name">As in the tables.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Values">One a customer, by id.</param>
sealed record Measure(MeasureKind Kind, string Name, string Label, double[] Values)
{
    static readonly (string Start, MeasureKind Kind, string After)[] Starts =
    [
        ("sales product_type ", MeasureKind.CategorySales, ""),
        ("sales quarter ", MeasureKind.QuarterSales, " sales"),
        ("orders quarter ", MeasureKind.QuarterOrders, " orders"),
        ("orders product_type ", MeasureKind.CategoryOrders, " orders"),
    ];

    internal static Measure Of(string name, double[] values)
    {
        var (start, kind, after) = Array.Find(
            Starts,
            s => name.StartsWith(s.Start, StringComparison.Ordinal)
        );
        return start == null
            ? new(MeasureKind.Other, name, name, values)
            : new(kind, name, name[start.Length..] + after, values);
    }
}
