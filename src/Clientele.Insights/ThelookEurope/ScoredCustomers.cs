using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Recency, frequency and money of every customer, as quartile classes and as scores of system E.</summary>
sealed class ScoredCustomers
{
    /// <summary>The best score of one measure; the first class has 0, the last this, others lie evenly between.</summary>
    internal const int Best = 3;

    internal required double[] Recency { get; init; }

    internal required double[] Frequency { get; init; }

    internal required double[] Monetary { get; init; }

    /// <summary>Quartiles 4 (most recent) to 1, of frequency and money 1 to 4.</summary>
    internal required (int[] R, int[] F, int[] M) Classes { get; init; }

    /// <summary>Scores 0 (worst) to 3 of each measure.</summary>
    internal required (int[] R, int[] F, int[] M) Scores { get; init; }

    /// <summary>0 to 9.</summary>
    internal int[] Totals => [.. Scores.R.Select((r, i) => r + Scores.F[i] + Scores.M[i])];

    internal static ScoredCustomers Of(Table features, ThelookScoreOptions options, CancellationToken cancel)
    {
        var recency = features.Numbers("days_since_last_order");
        var frequency = features.Numbers("total_orders");
        var monetary = features.Numbers("total_revenue");
        return new()
        {
            Recency = recency,
            Frequency = frequency,
            Monetary = monetary,
            Classes = (Quartiles(recency, true), Quartiles(frequency, false), Quartiles(monetary, false)),
            Scores = (
                ScoresOf([.. recency.Select(r => -r)], options.RecencyClusters, cancel),
                ScoresOf(frequency, options.FrequencyClusters, cancel),
                ScoresOf(monetary, options.MonetaryClusters, cancel)
            ),
        };
    }

    static int[] Quartiles(double[] values, bool lessIsBetter)
    {
        var scale = RfmScale.OfShares(values, 4, lessIsBetter);
        return [.. values.Select(scale.Score)];
    }

    /// <summary>Classes of the best possible one-dimensional k-means, by their means: more is better.</summary>
    static int[] ScoresOf(double[] values, int clusters, CancellationToken cancel)
    {
        var kinds = Math.Min(clusters, values.Distinct().Count());
        var labels = new NaturalBreaks(new NaturalBreaksOptions { Clusters = kinds })
            .Of(values, cancel)
            .Labels;
        var steps = Math.Max(1, kinds - 1);
        return
        [
            .. labels.Select(label =>
                (int)Math.Round((double)Best * label / steps, MidpointRounding.AwayFromZero)
            ),
        ];
    }
}

/// <summary>The five names of total scores.</summary>
static class ScoreNames
{
    /// <summary>The worst first.</summary>
    internal static readonly string[] All = ["Lost", "At Risk", "Average", "Good", "Best"];

    /// <summary>0; 1 and 2; 3 and 4; 5 and 6; 7 to 9.</summary>
    internal static string Of(int total) => All[Math.Min((total + 1) / 2, All.Length - 1)];
}
