using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Customers who are looked after.</summary>
/// <param name="Ids">One a customer.</param>
/// <param name="Managers">Of each, by number.</param>
/// <param name="Cohorts">Of each, by number.</param>
/// <param name="Segments">Of each, by number.</param>
/// <param name="Kinds">Of each what was bought, by numbers, and for how much.</param>
sealed record ManagedCustomers(
    string[] Ids,
    int[] Managers,
    int[] Cohorts,
    int[] Segments,
    (int Number, double Revenue)[][] Kinds
)
{
    /// <summary>Kinds that are told: those that most customers bought.</summary>
    const int MostKinds = 200;

    internal required string[] ManagerNames { get; init; }
    internal required string[] CohortNames { get; init; }
    internal required string[] SegmentNames { get; init; }
    internal required string[] KindNames { get; init; }

    /// <summary>What the segments are, for a caveat.</summary>
    internal required string SegmentsFrom { get; init; }

    /// <exception cref="InsufficientDataException">Nobody is looked after, or all by one.</exception>
    internal static ManagedCustomers Of(Study study)
    {
        var sales = study.Features(ManagedSales.Set);
        var (rowIds, managers, cohorts) = (
            sales.Texts("customer_id"),
            sales.Texts("account_manager"),
            sales.Texts("cohort")
        );
        int[] firsts =
        [
            .. Enumerable.Range(0, rowIds.Length).Where(row => row == 0 || rowIds[row] != rowIds[row - 1]),
        ];
        var (managerNames, managerOf) = Coded([.. firsts.Select(row => managers[row])]);
        if (managerNames.Length < 2)
        {
            throw new InsufficientDataException(
                managerNames.Length == 0
                    ? "No file tells who looks after which customer: give one of customers with a column account_manager."
                    : $"All customers are looked after by {managerNames[0]}: there is nobody to compare with."
            );
        }

        string[] ids = [.. firsts.Select(row => rowIds[row])];
        var (cohortNames, cohortOf) = Coded([.. firsts.Select(row => cohorts[row])]);
        var (from, labels) = Segment(study, ids, firsts, sales.Numbers("revenue"));
        var (segmentNames, segmentOf) = Coded(labels);
        var (kindNames, kinds) = Bought(firsts, Named(sales.Texts("kind"), study), sales.Numbers("revenue"));
        return new ManagedCustomers(ids, managerOf, cohortOf, segmentOf, kinds)
        {
            ManagerNames = managerNames,
            CohortNames = cohortNames,
            SegmentNames = segmentNames,
            KindNames = kindNames,
            SegmentsFrom = from,
        };
    }

    /// <summary>Labels that an earlier question gave, else by what customers spent.</summary>
    static (string From, string[] Labels) Segment(Study study, string[] ids, int[] firsts, double[] revenue)
    {
        var label =
            study.Labels.FirstOrDefault(l => l.Name == "segment_name")
            ?? study.Labels.FirstOrDefault(l => l.Name == "rfm_segment");
        if (label != null)
        {
            var known = study
                .Customers.Texts("customer_id")
                .Zip(label.Values)
                .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
            return (
                label.Name == "segment_name" ? "those of the question segments" : "those of RFM",
                [.. ids.Select(id => known.GetValueOrDefault(id) ?? "without a segment")]
            );
        }

        double[] spent =
        [
            .. firsts.Select(
                (row, i) =>
                    revenue[row..(i + 1 < firsts.Length ? firsts[i + 1] : revenue.Length)]
                        .Where(double.IsFinite)
                        .Sum()
            ),
        ];
        double[] sorted = [.. spent.Order()];
        var (third, two) = (Statistics.Quantile(sorted, 1 / 3.0), Statistics.Quantile(sorted, 2 / 3.0));
        return (
            "thirds of the customers by what they spent, as neither segments nor rfm was asked before",
            [
                .. spent.Select(s =>
                    s > two ? "large"
                    : s > third ? "middle"
                    : "small"
                ),
            ]
        );
    }

    /// <summary>Products are called by their names, not by their ids.</summary>
    static string[] Named(string?[] kinds, Study study)
    {
        var goods = study.Features(BasketLines.Goods);
        var names = goods
            .Texts("product_id")
            .Zip(goods.Texts("name"))
            .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var isProducts = kinds.All(kind => string.IsNullOrEmpty(kind) || names.ContainsKey(kind));
        return
        [
            .. kinds.Select(kind =>
                string.IsNullOrEmpty(kind) ? ""
                : isProducts ? $"{kind} {names[kind]}"
                : kind
            ),
        ];
    }

    static (string[] Names, (int, double)[][] Bought) Bought(int[] firsts, string[] kinds, double[] revenue)
    {
        string[] names =
        [
            .. kinds
                .Where(kind => kind.Length > 0)
                .CountBy(kind => kind)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Take(MostKinds)
                .Select(c => c.Key),
        ];
        var places = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return (
            names,
            [
                .. firsts.Select(
                    (row, i) =>
                        Enumerable
                            .Range(row, (i + 1 < firsts.Length ? firsts[i + 1] : kinds.Length) - row)
                            .Where(line => places.ContainsKey(kinds[line]))
                            .Select(line => (places[kinds[line]], revenue[line]))
                            .ToArray()
                ),
            ]
        );
    }

    static (string[] Names, int[] Codes) Coded(string[] texts)
    {
        string[] names = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        return (names, [.. texts.Select(text => Array.BinarySearch(names, text, StringComparer.Ordinal))]);
    }

    /// <summary>The network of customers and segments, an edge a row; both sides by the cohort of the account manager.</summary>
    internal Table NetworkTable()
    {
        // The same network that is drawn: customers on the left, segments on the right.
        var graph = BipartiteGraph.Of(
            Ids.Length,
            SegmentNames.Length,
            [.. Segments.Select((segment, customer) => (customer, segment, 1.0))]
        );
        var edges = graph.Edges().ToList();
        return new(
            "account_manager_network",
            [
                TableBuilding.Text("customer_id", edges.Select(e => Ids[e.From])),
                TableBuilding.Text("segment", edges.Select(e => SegmentNames[e.To - Ids.Length])),
                TableBuilding.Whole("segment_customers", edges.Select(e => graph.Degree(e.To))),
                TableBuilding.Text("account_manager", edges.Select(e => ManagerNames[Managers[e.From]])),
                TableBuilding.Text("cohort", edges.Select(e => CohortNames[Cohorts[e.From]])),
            ]
        );
    }
}
