using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What should each customer be offered next?</summary>
/// <param name="options">What may be, and how it is judged.</param>
public sealed class Recommendations(RecommendationOptions options) : IQuestion
{
    /// <summary>Fewer customers judge nothing.</summary>
    const int FewestJudged = 20;

    /// <summary>Result tables, in the order in which they are saved.</summary>
    internal static readonly string[] Tables =
    [
        "recommendations",
        "recommender_tournament",
        "product_neighbors",
    ];

    readonly RecommendationOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Slug => "recommendations";

    /// <inheritdoc/>
    public string Question => "What should each customer be offered next?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("What to offer next needs");
        var shop = ShopPurchases.Of(study);
        var cut = shop.AsOfDay - _options.HorizonDays;
        var verdict = Judge(shop, cut, study, cancel);
        var lists = RecommendationTable.Of(shop, verdict.Published, _options, study, cancel);
        study.Save(lists.Table());
        study.Save(TournamentTable.Of(verdict, _options));
        study.Save(lists.Neighbors.Table());

        return new Insight(
            Slug,
            Question,
            Sentence(verdict, lists, study.Numbers),
            KeyFigures(verdict, lists),
            [.. new RecommendationFigures(verdict, lists, study.Numbers).All()],
            [.. new RecommendationCaveats(_options, study.Numbers).All(verdict, lists, cut)],
            Tables
        );
    }

    RecommendationVerdict Judge(ShopPurchases shop, int cut, Study study, CancellationToken cancel)
    {
        var (known, later) = (shop.Before(cut, study.Seed, cancel), shop.From(cut));
        var both = Enumerable
            .Range(0, known.Customers)
            .Count(c => known.Items(c).Length > 0 && later.Items(c).Length > 0);
        if (both < FewestJudged)
        {
            throw new InsufficientDataException(
                $"What to offer next needs {FewestJudged} customers who bought both in the last {study.Numbers.Of(_options.HorizonDays, "day")} before as-of and earlier; this shop has {study.Numbers.Count(both)}. "
                    + "With horizon_days more days judge."
            );
        }

        return new RecommendationTournament(
            RecommenderPanel.All(study.Seed, study.Threads),
            RecommenderPanel.Baseline(_options.AllowRepeats),
            new()
            {
                Top = _options.Top,
                Seed = study.Seed,
                Threads = study.Threads,
            }
        ).Judge(known, later, shop.Filter(cut, _options), cancel);
    }

    string Sentence(RecommendationVerdict verdict, RecommendationTable lists, NumberText numbers)
    {
        var chosen = verdict.Results.First(r => r.Name == verdict.Published).All;
        var hits = chosen.Means[5].Value;
        return $"{numbers.Of(lists.Customers, "customer")} {Words.For(lists.Customers, "has", "have")} a list of up to {numbers.Of(_options.Top, "product")}; "
            + $"in the last {numbers.Of(_options.HorizonDays, "day")} such a list would have held something that was then bought for {numbers.Share(hits)} of those who bought"
            + (
                verdict.Published == verdict.Baseline
                    ? $"; no recommender that learns beats {RecommenderPanel.Label(verdict.Baseline).ToLowerInvariant()}."
                    : $", by {RecommenderPanel.Label(verdict.Published)}."
            );
    }

    static IReadOnlyList<KeyFigure> KeyFigures(RecommendationVerdict verdict, RecommendationTable lists)
    {
        var chosen = verdict.Results.First(r => r.Name == verdict.Published);
        return
        [
            new("Lists", lists.Customers, NumberFormat.Count, "a customer each"),
            new(
                "Lists with a hit",
                chosen.All.Means[5].Value,
                NumberFormat.Share,
                "of customers who then bought"
            ),
            new("NDCG", chosen.All.Ndcg.Value, NumberFormat.Number, "1 if what was bought stands first"),
            new("Products in lists", chosen.Coverage, NumberFormat.Share, "of those that were offered"),
        ];
    }
}
