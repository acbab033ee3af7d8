using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of a <see cref="RecommendationTournament"/>.</summary>
public sealed record RecommendationTournamentOptions
{
    /// <summary>Places of a list that are judged.</summary>
    [Range(1, 1000)]
    public int Top { get; init; } = 10;

    /// <summary>Samples of customers by which differences are judged.</summary>
    [Range(50, 10_000)]
    public int Resamples { get; init; } = 400;

    /// <summary>Customers who are judged; of more, a sample.</summary>
    [Range(10, 10_000_000)]
    public int Customers { get; init; } = 20_000;

    /// <summary>Equal seeds give equal samples.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Judges recommenders by what customers bought after all that was learned from: never by a random split.</summary>
/// <remarks>
/// Judged are customers with lines on both sides of the cut. A recommender beats the baseline if the 90 % interval of its gain in NDCG,
/// over samples of customers that all share, lies above 0. Of those that do the best is published, or the simplest whose difference to
/// it could be chance; if none does, the baseline is.
/// </remarks>
/// <param name="recommenders">In the order of their simplicity.</param>
/// <param name="baseline">Name of the one to beat.</param>
/// <param name="options">How.</param>
public sealed class RecommendationTournament(
    IReadOnlyList<IRecommender> recommenders,
    string baseline,
    RecommendationTournamentOptions options
)
{
    readonly RecommendationTournamentOptions _options = Require.Valid(options);

    /// <summary>Judges.</summary>
    /// <param name="known">What was bought before the cut.</param>
    /// <param name="later">What was bought from then on, by the same customers of the same items.</param>
    /// <param name="filter">What may be recommended; where repeats may not, they are not looked for either.</param>
    /// <param name="cancel">Looked at in every recommender.</param>
    /// <exception cref="ArgumentException">No customer bought on both sides of the cut.</exception>
    public RecommendationVerdict Judge(
        PurchaseLog known,
        PurchaseLog later,
        RecommendationFilter filter,
        CancellationToken cancel = default
    )
    {
        var judged = Judged(known, later, filter);
        var lists = recommenders
            .Select(r =>
                RecommendationLists.Of(
                    r.Fit(known, cancel),
                    known,
                    judged,
                    _options.Top,
                    filter,
                    _options.Threads,
                    cancel
                )
            )
            .ToList();
        var scores = new RecommendationScores(known, later, judged, lists, filter, _options.Top);
        var samples = new RecommendationSamples(scores, _options, cancel);
        var results = recommenders
            .Select(
                (r, i) =>
                    new RecommenderResult(
                        r.Name,
                        [.. RecommendationScores.Parts.Select((_, part) => samples.Of(i, part))],
                        RecommendationScores.Coverage(lists[i], filter, known.ItemCount),
                        RecommendationScores.Gini(lists[i], filter, known.ItemCount)
                    )
            )
            .ToList();
        return Decide(results, samples, judged.Length);
    }

    int[] Judged(PurchaseLog known, PurchaseLog later, RecommendationFilter filter)
    {
        int[] judged =
        [
            .. Enumerable
                .Range(0, known.Customers)
                .Where(c =>
                    known.Items(c).Length > 0
                    && later.Items(c).Length > 0
                    && (
                        filter.AllowRepeats || later.Items(c).ToArray().Except(known.Items(c).ToArray()).Any()
                    )
                ),
        ];
        return judged.Length == 0
            ? throw new ArgumentException("No customer bought both before and after the cut.", nameof(later))
            :
            [
                .. Seeds
                    .Sample(judged.Length, _options.Customers, new Random(_options.Seed))
                    .Select(i => judged[i]),
            ];
    }

    RecommendationVerdict Decide(List<RecommenderResult> results, RecommendationSamples samples, int judged)
    {
        var names = results.ConvertAll(r => r.Name);
        var basis = names.IndexOf(baseline);
        var gains = Enumerable
            .Range(0, names.Count)
            .Select(i => i == basis ? null : samples.Gain(i, basis))
            .ToList();
        var better = Enumerable.Range(0, names.Count).Where(i => gains[i] is { Low: > 0 }).ToList();
        var published = basis;
        if (better.Count > 0)
        {
            var best = better.MaxBy(i => results[i].All.Ndcg.Value);
            published = better.First(i => i == best || samples.Gain(best, i).Low <= 0);
        }

        return new RecommendationVerdict(results, gains, baseline, names[published], judged);
    }
}

/// <summary>A mean over customers with its 90 % interval, over samples of them.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record SampledMean(double Value, double Low, double High);

/// <summary>How good lists are, of all that was bought or of a part of it.</summary>
/// <param name="Customers">Who bought of that part.</param>
/// <param name="Means">In the order of <see cref="RecommendationScores.Metrics"/>.</param>
public sealed record RecommendationMeans(int Customers, IReadOnlyList<SampledMean> Means)
{
    /// <summary>The deciding one.</summary>
    public SampledMean Ndcg => Means[RecommendationScores.Ndcg];
}

/// <summary>How good a recommender was.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parts">In the order of <see cref="RecommendationScores.Parts"/>.</param>
/// <param name="Coverage">Share of the offered items that are in any list.</param>
/// <param name="Gini">How unevenly the offered items are in lists: 0 if equally often, nearly 1 if always the same few.</param>
public sealed record RecommenderResult(
    string Name,
    IReadOnlyList<RecommendationMeans> Parts,
    double Coverage,
    double Gini
)
{
    /// <summary>Of all that was bought.</summary>
    public RecommendationMeans All => Parts[0];
}

/// <summary>How a tournament ended.</summary>
/// <param name="Results">In the order in which recommenders were given.</param>
/// <param name="Gains">In NDCG over the baseline; null for the baseline.</param>
/// <param name="Baseline">The one to beat.</param>
/// <param name="Published">The one to use.</param>
/// <param name="Judged">Customers.</param>
public sealed record RecommendationVerdict(
    IReadOnlyList<RecommenderResult> Results,
    IReadOnlyList<SampledMean?> Gains,
    string Baseline,
    string Published,
    int Judged
);
