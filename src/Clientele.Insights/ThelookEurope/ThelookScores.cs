using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Scores and segments of system E: who is lost, who is best, and what do three segments bring?</summary>
public sealed class ThelookScores(ThelookScoreOptions options) : IQuestion
{
    /// <summary>Fewer customers than this have no quarters worth a name.</summary>
    const int FewestCustomers = 20;

    readonly ThelookScoreOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Slug => "thelook_scores";

    /// <inheritdoc/>
    public string Question => "Who is active, who is casual, and who has gone quiet?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("Scores of recency, frequency and money need");
        var features = study.Features(Clientele.Features.ThelookFeatures.Set);
        if (features.Rows < FewestCustomers)
        {
            throw new InsufficientDataException(
                $"Scores of recency, frequency and money need at least {FewestCustomers} customers with an order; "
                    + $"{study.Numbers.Only(features.Rows)}."
            );
        }

        study.Customers.NeedRevenue("Scores of recency, frequency and money");
        var customers = ScoredCustomers.Of(features, _options, cancel);
        var kmeans = new KMeansOptions
        {
            Starts = _options.Starts,
            Seed = study.Seed,
            Threads = study.Threads,
        };
        var labelings = ThreeSegments.Of(customers, kmeans, cancel);
        if (!labelings[0].IsKnown)
        {
            throw new InsufficientDataException(
                "Three segments need customers of three kinds at least; those of this shop are too much alike."
            );
        }

        var groups = SegmentShares.Of(features, labelings);
        study.Save(ScoreTable(features, customers, labelings));
        study.Save(SegmentShares.Table(groups));
        return new ThelookWords(study.Numbers).Tell(this, customers, groups, labelings);
    }

    static Table ScoreTable(Table features, ScoredCustomers customers, IReadOnlyList<ThreeSegments> labelings)
    {
        var (classes, scores, totals) = (customers.Classes, customers.Scores, customers.Totals);
        return new(
            "thelook_scores",
            [
                features["customer_id"],
                TableBuilding.Whole("recency", customers.Recency),
                TableBuilding.Whole("frequency", customers.Frequency),
                TableBuilding.Money("monetary", customers.Monetary),
                TableBuilding.Whole("r_class", classes.R),
                TableBuilding.Whole("f_class", classes.F),
                TableBuilding.Whole("m_class", classes.M),
                TableBuilding.Text(
                    "rfm_class",
                    classes.R.Select((r, i) => $"{r}{classes.F[i]}{classes.M[i]}")
                ),
                TableBuilding.Whole("r_score", scores.R),
                TableBuilding.Whole("f_score", scores.F),
                TableBuilding.Whole("m_score", scores.M),
                TableBuilding.Whole("score", totals),
                TableBuilding.Text("name", totals.Select(ScoreNames.Of)),
                .. labelings.Select(l =>
                    TableBuilding.Text(
                        $"label_{l.Slug}",
                        l.IsKnown ? l.Names : Enumerable.Repeat<string?>(null, totals.Length)
                    )
                ),
            ]
        );
    }
}
