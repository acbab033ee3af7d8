using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Who are the best customers, and who is slipping away?</summary>
public sealed class Rfm(RfmOptions options) : IQuestion
{
    /// <summary>Fewer customers than this have no fifths.</summary>
    const int FewestCustomers = 20;

    readonly RfmOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Slug => "rfm";

    /// <inheritdoc/>
    public string Question => "Who are the best customers, and who is slipping away?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("RFM scores need");
        var customers = study.Customers;
        if (customers.Rows < FewestCustomers)
        {
            throw new InsufficientDataException(
                $"RFM, which scores how recently, how often and for how much customers buy, needs at least {FewestCustomers} "
                    + $"customers with an order; {study.Numbers.Only(customers.Rows)}."
            );
        }

        customers.NeedRevenue("RFM scores");
        cancel.ThrowIfCancellationRequested();
        var scores = RfmScores.Of(customers, _options);
        study.Label("rfm_segment", scores.Segments.Select(s => s.Name));
        study.Label("rfm_level", scores.Levels);
        study.Save(CustomerTable(customers, scores));
        study.Save(CutTable(scores));
        var groups = RfmGroup.Of(scores);
        study.Save(SegmentTable(groups));
        return Tell(scores, groups, [.. Returned(study, scores, groups[0])], study.Numbers);
    }

    static Table CustomerTable(Table customers, RfmScores scores) =>
        new(
            "rfm",
            [
                customers["customer_id"],
                TableBuilding.Whole("days_since_last", scores.Recency),
                TableBuilding.Whole("frequency", scores.Frequency),
                TableBuilding.Money("monetary", scores.Monetary),
                TableBuilding.Whole("r", scores.R),
                TableBuilding.Whole("f", scores.F),
                TableBuilding.Whole("m", scores.M),
                TableBuilding.Whole("score", scores.Sums),
                TableBuilding.Text("code", scores.Codes),
                TableBuilding.Text("level", scores.Levels),
                TableBuilding.Text("segment", scores.Segments.Select(s => s.Name)),
                TableBuilding.Text("spend_quartile", scores.SpendQuartiles),
            ]
        );

    static Table CutTable(RfmScores scores)
    {
        var cuts = new[]
        {
            ("days_since_last", scores.RecencyScale),
            ("frequency", scores.FrequencyScale),
            ("monetary", scores.MonetaryScale),
        }
            .SelectMany(s => s.Item2.Cuts.Select((cut, i) => (Measure: s.Item1, Cut: cut, Number: i + 1)))
            .ToList();
        return new(
            "rfm_cuts",
            [
                TableBuilding.Text("measure", cuts.Select(c => c.Measure)),
                TableBuilding.Whole("cut", cuts.Select(c => c.Number)),
                TableBuilding.Number("value", cuts.Select(c => c.Cut)),
            ]
        );
    }

    static Table SegmentTable(IReadOnlyList<RfmGroup> groups) =>
        new(
            "rfm_segments",
            [
                TableBuilding.Text("segment", groups.Select(g => g.Segment.Name)),
                TableBuilding.Whole("customers", groups.Select(g => g.Customers)),
                TableBuilding.Number("customer_share", groups.Select(g => g.CustomerShare)),
                TableBuilding.Money("revenue", groups.Select(g => g.Revenue)),
                TableBuilding.Number("revenue_share", groups.Select(g => g.RevenueShare)),
                TableBuilding.Number("mean_days_since_last", groups.Select(g => g.MeanRecency)),
                TableBuilding.Number("mean_frequency", groups.Select(g => g.MeanFrequency)),
                TableBuilding.Number("mean_monetary", groups.Select(g => g.MeanMonetary)),
                TableBuilding.Text("advice", groups.Select(g => g.Segment.Advice)),
            ]
        );

    /// <summary>A best customer may be one who sent everything back.</summary>
    static IEnumerable<string> Returned(Study study, RfmScores scores, RfmGroup best)
    {
        var ids = study.Customers.Texts("customer_id");
        var members = ids.Where((_, i) => scores.Segments[i] == best.Segment).ToHashSet();
        return ReturnedOrders
            .Of(study)
            .OfSegment(best.Segment.Name, members, scores.Monetary.Sum(), study.Numbers);
    }

    Insight Tell(
        RfmScores scores,
        IReadOnlyList<RfmGroup> groups,
        IReadOnlyList<string> returned,
        NumberText numbers
    )
    {
        var words = new RfmWords(numbers, _options);
        return new Insight(
            Slug,
            Question,
            words.Sentence(groups),
            KeyFigures(scores, groups, numbers),
            new RfmFigures(numbers, _options).All(scores, groups),
            [.. returned, .. words.Caveats(scores)],
            ["rfm", "rfm_segments", "rfm_cuts"]
        );
    }

    static List<KeyFigure> KeyFigures(RfmScores scores, IReadOnlyList<RfmGroup> groups, NumberText numbers)
    {
        var best = groups[0];
        var slipping = groups.Where(g => g.IsSlipping).Sum(g => g.Customers);
        var (share, top) = (numbers.Share(best.RevenueShare), scores.Levels.Count(l => l == "Top"));
        return
        [
            new("Customers", scores.Recency.Length, NumberFormat.Count),
            new(best.Segment.Name, best.Customers, NumberFormat.Count, $"{share} of revenue")
            {
                Headline = true,
            },
            new("Slipping away", slipping, NumberFormat.Count, "Cannot lose and At risk") { Headline = true },
            new(
                "High scores",
                top,
                NumberFormat.Count,
                $"level Top: {scores.TopFrom} or more of {scores.Most}"
            ),
        ];
    }
}
