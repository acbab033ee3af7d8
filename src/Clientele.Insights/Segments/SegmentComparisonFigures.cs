using System.Globalization;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What was compared, as pictures; nothing where the panel decided, which has its own.</summary>
sealed class SegmentComparisonFigures(NumberText numbers)
{
    internal IEnumerable<Figure> All(SegmentDivision division)
    {
        if (division.Panel != null)
        {
            yield break;
        }

        yield return Best(division);
        if (
            division.Tried.Where(s => s.Plan.TakesClusters && !double.IsNaN(s.Silhouette)).ToList() is
            { Count: > 0 } told
        )
        {
            yield return Silhouettes(division, told);
        }

        foreach (var curve in Variances(division).Concat(Inertias(division)).Concat(Grids(division)))
        {
            yield return curve;
        }
    }

    /// <summary>The best of every space and algorithm.</summary>
    static TableFigure Best(SegmentDivision division)
    {
        var best = division
            .Tried.GroupBy(s => (s.Plan.Space, s.Plan.Algorithm))
            .Select(group =>
                group
                    .OrderBy(s => s.Fault != null)
                    .ThenByDescending(s => double.IsNaN(s.Score) ? double.NegativeInfinity : s.Score)
                    .ThenByDescending(s =>
                        double.IsNaN(s.Separation) ? double.NegativeInfinity : s.Separation
                    )
                    .First()
            )
            .OrderByDescending(s => s == division.Best)
            .ThenByDescending(s => double.IsNaN(s.Score) ? double.NegativeInfinity : s.Score)
            .ToList();
        return new(
            "comparison",
            $"{SegmentPlan.NameOf(division.Best.Plan.Algorithm)} in space {SegmentPlan.NameOf(division.Best.Plan.Space)} has the highest score",
            "The best of every space and algorithm. Score: the mean of both silhouettes times stability; the stability of the most separate ones only was measured.",
            [
                TableColumn.Of("Space", [.. best.Select(s => SegmentPlan.NameOf(s.Plan.Space))]),
                TableColumn.Of("Algorithm", [.. best.Select(s => SegmentPlan.NameOf(s.Plan.Algorithm))]),
                TableColumn.Of("Settings", [.. best.Select(s => s.Plan.Parameters)]),
                TableColumn.Of("Segments", NumberFormat.Count, [.. best.Select(s => (double)s.Clusters)]),
                TableColumn.Of("In none", NumberFormat.Share, [.. best.Select(s => s.NoiseShare)]),
                TableColumn.Of(
                    "Silhouette in the space",
                    NumberFormat.Number,
                    [.. best.Select(s => s.Silhouette)]
                ),
                TableColumn.Of(
                    "In the numbers",
                    NumberFormat.Number,
                    [.. best.Select(s => s.OriginalSilhouette)]
                ),
                TableColumn.Of("Stability", NumberFormat.Number, [.. best.Select(s => s.StabilityAri)]),
                TableColumn.Of("Score", NumberFormat.Number, [.. best.Select(s => s.Score)], shaded: true),
                .. best.Any(s => s.Fault != null)
                    ?
                    [
                        TableColumn.Of(
                            "Not chosen for",
                            [.. best.Select(s => s.Fault is { } fault ? SegmentReasons.Said(fault) : "")]
                        ),
                    ]
                    : (TableColumn[])[],
            ]
        );
    }

    LineFigure Silhouettes(SegmentDivision division, List<SegmentScore> told) =>
        Lines(
            division,
            "silhouettes",
            $"Silhouettes run up to {numbers.Number(told.Max(s => s.Silhouette))}",
            "Mean silhouette in the space by number of segments, space and algorithm; the line marks the number that was taken.",
            ("silhouette", told, s => s.Silhouette)
        );

    static LineFigure Lines(
        SegmentDivision division,
        string slug,
        string title,
        string text,
        (string Unit, List<SegmentScore> Scores, Func<SegmentScore, double> Value) what
    )
    {
        int[] ks = [.. what.Scores.Select(s => s.Plan.Clusters).Distinct().Order()];
        return new(
            slug,
            title,
            text,
            "segments",
            what.Unit,
            NumberFormat.Number,
            [.. ks.Select(k => $"{k}")],
            [
                .. what
                    .Scores.GroupBy(s => (s.Plan.Scale, s.Plan.Space, s.Plan.Algorithm))
                    .Select(group => new Series(
                        $"{SegmentPlan.NameOf(group.Key.Space)} {SegmentPlan.NameOf(group.Key.Algorithm)}",
                        [
                            .. ks.Select(k =>
                                group.FirstOrDefault(s => s.Plan.Clusters == k) is { } s
                                    ? what.Value(s)
                                    : double.NaN
                            ),
                        ]
                    )),
            ]
        )
        {
            Marked = Array.IndexOf(ks, division.Best.Clusters),
        };
    }

    /// <summary>The variance curve of the principal components.</summary>
    IEnumerable<Figure> Variances(SegmentDivision division)
    {
        if (division.Trials.FirstOrDefault(t => t.Space.Embedding is PcaEmbedding) is not { } trial)
        {
            yield break;
        }

        // All of them: the space holds only those that it needs.
        var scaled = trial.Space.Scaled;
        var curve = new Pca(new PcaOptions { Components = scaled.Columns })
            .Fit(scaled)
            .Components.CumulativeRatios;
        var enough = Array.FindIndex(curve, share => share >= 0.9 - 1e-12) + 1;
        yield return new LineFigure(
            "variance",
            $"{numbers.Count(enough)} of {numbers.Of(curve.Length, "principal component")} hold {numbers.Share(curve[enough - 1])} of the variance",
            "Share of all variance that the first principal components hold.",
            "components",
            "share of variance",
            NumberFormat.Share,
            [.. curve.Select((_, i) => $"{i + 1}")],
            [new Series("share of variance", curve)]
        )
        {
            Marked = enough - 1,
        };
    }

    /// <summary>The inertia of k-means by number of segments, with its knee, if there is one.</summary>
    static IEnumerable<Figure> Inertias(SegmentDivision division)
    {
        var runs = division
            .Trials.Where(t =>
                t.Clustering is CenterClustering && t.Score.Plan.Algorithm == SegmentAlgorithm.Kmeans
            )
            .GroupBy(t => t.Score.Plan.Space)
            .FirstOrDefault();
        if (runs == null || runs.Count() < 3)
        {
            yield break;
        }

        var curve = runs.OrderBy(t => t.Score.Plan.Clusters)
            .Select(t => (CenterClustering)t.Clustering)
            .ToList();
        int[] ks = [.. curve.Select(c => c.Clusters)];
        double[] inertias = [.. curve.Select(c => c.Inertia)];
        var knee = Knee.Of(ks, inertias);
        yield return new LineFigure(
            "elbow",
            knee == null
                ? "Inertia falls without a clear knee, so it gives no answer"
                : $"The knee of the inertia lies at {knee}",
            $"Sum of squared distances to the centers of k-means in space {SegmentPlan.NameOf(runs.Key)}.",
            "segments",
            "inertia",
            NumberFormat.Number,
            [.. ks.Select(k => $"{k}")],
            [new Series("inertia", inertias)]
        )
        {
            Marked = knee == null ? -1 : Array.IndexOf(ks, knee.Value),
        };
    }

    /// <summary>Segments and noise of DBSCAN by its two settings.</summary>
    IEnumerable<Figure> Grids(SegmentDivision division)
    {
        var cells = division
            .Tried.Where(s => s.Plan.Algorithm == SegmentAlgorithm.Dbscan)
            .GroupBy(s => s.Plan.Space)
            .FirstOrDefault()
            ?.ToList();
        if (cells == null)
        {
            yield break;
        }

        var (noisiest, quietest) = (cells.MaxBy(s => s.NoiseShare)!, cells.MinBy(s => s.NoiseShare)!);
        yield return Grid(
            cells,
            "dbscan_noise",
            $"DBSCAN leaves between {numbers.Share(quietest.NoiseShare)} and {numbers.Share(noisiest.NoiseShare)} of customers in no segment",
            NumberFormat.Share,
            s => s.NoiseShare
        );
        yield return Grid(
            cells,
            "dbscan_clusters",
            $"DBSCAN finds up to {numbers.Of(cells.Max(s => s.Clusters), "segment")}",
            NumberFormat.Count,
            s => s.Clusters
        );
    }

    static HeatFigure Grid(
        List<SegmentScore> cells,
        string slug,
        string title,
        NumberFormat format,
        Func<SegmentScore, double> value
    )
    {
        double[] eps = [.. cells.Select(s => s.Plan.Eps).Distinct().Order()];
        int[] samples = [.. cells.Select(s => s.Plan.MinSamples).Distinct().Order()];
        return new(
            slug,
            title,
            "By the distance within which customers are neighbors (eps), and how many neighbors make a dense place (min_samples).",
            "min_samples",
            "eps",
            format,
            [.. samples.Select(s => $"{s}")],
            [.. eps.Select(e => e.ToString("0.###", CultureInfo.InvariantCulture))],
            [
                .. samples.SelectMany(s =>
                    eps.Select(e =>
                        cells.FirstOrDefault(c => c.Plan.Eps == e && c.Plan.MinSamples == s) is { } cell
                            ? value(cell)
                            : double.NaN
                    )
                ),
            ]
        );
    }
}
