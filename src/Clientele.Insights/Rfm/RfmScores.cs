using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The three measures of every customer, their scores, and what follows from them.</summary>
sealed class RfmScores
{
    static readonly string[] Quartiles = ["Guppy", "Trout", "Dolphin", "Whale"];

    internal required double[] Recency { get; init; }

    internal required double[] Frequency { get; init; }

    internal required double[] Monetary { get; init; }

    internal required RfmScale RecencyScale { get; init; }

    internal required RfmScale FrequencyScale { get; init; }

    /// <summary>Cuts of the money, or of the frequency where a literal recipe wants it.</summary>
    internal required RfmScale MonetaryScale { get; init; }

    internal int[] R { get; private set; } = [];

    internal int[] F { get; private set; } = [];

    internal int[] M { get; private set; } = [];

    internal int[] Sums { get; private set; } = [];

    internal string[] Codes { get; private set; } = [];

    internal string[] Levels { get; private set; } = [];

    internal RfmSegment[] Segments { get; private set; } = [];

    internal string[] SpendQuartiles { get; private set; } = [];

    /// <summary>The highest possible sum.</summary>
    internal int Most => RecencyScale.Scores + FrequencyScale.Scores + MonetaryScale.Scores;

    /// <summary>Least sum of the level Top.</summary>
    internal int TopFrom { get; private set; }

    internal static RfmScores Of(Table customers, RfmOptions options)
    {
        var recency = customers.Numbers("days_since_last");
        var frequency = customers.Numbers(options.Frequency == FrequencyOf.Lines ? "lines" : "orders");
        var monetary = customers.Numbers("gross_revenue");
        var money = options.MonetaryFrom == MonetarySource.Frequency ? frequency : monetary;
        var scores = new RfmScores
        {
            Recency = recency,
            Frequency = frequency,
            Monetary = monetary,
            RecencyScale = Scale(recency, options, options.RecencyCuts, options.RecencyClusters, true),
            FrequencyScale = Scale(
                frequency,
                options,
                options.FrequencyCuts,
                options.FrequencyClusters,
                false
            ),
            MonetaryScale = Scale(money, options, options.MonetaryCuts, options.MonetaryClusters, false),
        };
        scores.Fill(money, options);
        scores.Name(customers.Numbers("orders"));
        return scores;
    }

    static RfmScale Scale(
        double[] values,
        RfmOptions options,
        IReadOnlyList<double> cuts,
        int clusters,
        bool lessIsBetter
    ) =>
        options.Scores switch
        {
            ScoreMethod.Tertiles => RfmScale.OfShares(values, 3, lessIsBetter),
            ScoreMethod.Quartiles => RfmScale.OfShares(values, 4, lessIsBetter),
            ScoreMethod.Quintiles => RfmScale.OfShares(values, 5, lessIsBetter),
            ScoreMethod.Cuts => new RfmScale([.. cuts.Order()], lessIsBetter),
            _ => new RfmScale(Breaks(values, clusters), lessIsBetter),
        };

    /// <summary>The largest value of each cluster but the last: a value on a cut lies below it.</summary>
    static IReadOnlyList<double> Breaks(double[] values, int clusters)
    {
        var kinds = Math.Min(clusters, values.Distinct().Count());
        return new NaturalBreaks(new NaturalBreaksOptions { Clusters = kinds }).Of(values).Cuts;
    }

    void Fill(double[] money, RfmOptions options)
    {
        R = [.. Recency.Select(RecencyScale.Score)];
        F = [.. Frequency.Select(FrequencyScale.Score)];
        M = [.. money.Select(MonetaryScale.Score)];
        Sums = [.. R.Select((r, i) => r + F[i] + M[i])];
        Codes = [.. R.Select((r, i) => $"{r}{F[i]}{M[i]}")];
        TopFrom = options.TopFrom(Most);
        var middleFrom = options.MiddleFrom(Most);
        Levels =
        [
            .. Sums.Select(s =>
                s >= TopFrom ? "Top"
                : s >= middleFrom ? "Middle"
                : "Low"
            ),
        ];
        var quartiles = RfmScale.OfShares(Monetary, 4, lessIsBetter: false);
        SpendQuartiles = [.. Monetary.Select(m => Quartiles[quartiles.Score(m) - 1])];
    }

    /// <summary>A name that speaks of few orders must hold of all whom the frequency score covers.</summary>
    /// <param name="orders">Of each customer, whatever frequency counts.</param>
    void Name(double[] orders)
    {
        var best = (RecencyScale.Scores, FrequencyScale.Scores, MonetaryScale.Scores);
        var most = F.Zip(orders).GroupBy(c => c.First).ToDictionary(g => g.Key, g => g.Max(c => c.Second));
        Segments = [.. R.Select((r, i) => RfmSegments.Of((r, F[i], M[i]), best, most[F[i]]))];
    }
}

/// <summary>One named segment of the shop.</summary>
sealed record RfmGroup(
    RfmSegment Segment,
    int Customers,
    double CustomerShare,
    double Revenue,
    double RevenueShare,
    double MeanRecency,
    double MeanFrequency,
    double MeanMonetary
)
{
    /// <summary>True for good customers who have gone quiet.</summary>
    internal bool IsSlipping => RfmSegments.Slipping.Contains(Segment);

    /// <summary>The segments that have customers, the most valuable kind first.</summary>
    internal static IReadOnlyList<RfmGroup> Of(RfmScores scores)
    {
        var all = scores.Monetary.Sum();
        return
        [
            .. RfmSegments
                .All.Select(segment => (Segment: segment, Rows: RowsOf(scores, segment)))
                .Where(g => g.Rows.Length > 0)
                .Select(g => new RfmGroup(
                    g.Segment,
                    g.Rows.Length,
                    (double)g.Rows.Length / scores.Monetary.Length,
                    g.Rows.Sum(r => scores.Monetary[r]),
                    g.Rows.Sum(r => scores.Monetary[r]) / all,
                    g.Rows.Average(r => scores.Recency[r]),
                    g.Rows.Average(r => scores.Frequency[r]),
                    g.Rows.Average(r => scores.Monetary[r])
                )),
        ];
    }

    static int[] RowsOf(RfmScores scores, RfmSegment segment) =>
        [.. Enumerable.Range(0, scores.Segments.Length).Where(r => scores.Segments[r] == segment)];
}
