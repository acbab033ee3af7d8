using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>The box in which points without clusters are drawn.</summary>
public enum GapReference
{
    /// <summary>Along the columns, from the least to the greatest value of each.</summary>
    Box,

    /// <summary>Along the principal axes of the points.</summary>
    PrincipalAxes,
}

/// <summary>Settings of <see cref="GapStatistic"/>.</summary>
public sealed record GapOptions
{
    /// <summary>Sets of points without clusters to compare with.</summary>
    [Range(2, 1000)]
    public int References { get; init; } = 20;

    /// <summary>Where those points lie.</summary>
    public GapReference Reference { get; init; }

    /// <summary>Starts of k-means, for the points and for every reference.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 3;

    /// <summary>Equal seeds draw equal references.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>The gap of one number of clusters.</summary>
/// <param name="K">Number of clusters.</param>
/// <param name="LogInertia">Natural logarithm of the inertia of the points.</param>
/// <param name="Gap">How much less that is than the mean of the references.</param>
/// <param name="Error">s(k): the references' standard deviation (divided by B) times √(1 + 1/B).</param>
public sealed record GapRow(int K, double LogInertia, double Gap, double Error);

/// <summary>The gaps of some numbers of clusters.</summary>
/// <param name="Rows">One a number of clusters, in the order asked.</param>
public sealed record GapResult(IReadOnlyList<GapRow> Rows)
{
    /// <summary>Tibshirani's choice among numbers of clusters from <paramref name="least"/> on.</summary>
    /// <returns>The first k with Gap(k) ≥ Gap(k+1) − s(k+1); null if the gap keeps rising.</returns>
    public int? Choice(int least = 1)
    {
        for (var i = 0; i + 1 < Rows.Count; i++)
        {
            var (here, next) = (Rows[i], Rows[i + 1]);
            if (here.K >= least && next.K == here.K + 1 && here.Gap >= next.Gap - next.Error)
            {
                return here.K;
            }
        }

        return null;
    }
}

/// <summary>How much tighter clusters are than in points that have none.</summary>
/// <remarks>
/// Gap(k) = mean of log W*(k) − log W(k), with W the inertia (squared distances) and W* that of points drawn evenly in
/// a box. k-means does not know where the axes lie, so references along principal axes are compared without turning back.
/// Source: Tibshirani, Walther and Hastie (2001), JRSS B 63(2).
/// </remarks>
public sealed class GapStatistic(GapOptions options)
{
    readonly GapOptions _options = Require.Valid(options);

    /// <summary>The gaps of k-means for some numbers of clusters.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="ks">Numbers of clusters, each at least 1 and below n.</param>
    /// <param name="cancel">Looked at within every fit.</param>
    /// <returns>A gap is NaN where the points have inertia 0.</returns>
    /// <exception cref="ArgumentException">There are fewer points than clusters, or a value is not finite.</exception>
    public GapResult Of(Matrix points, IReadOnlyList<int> ks, CancellationToken cancel = default)
    {
        KMeans.TooFew(points.Rows, ks.Max());
        Require.Finite(points, "The gap statistic");
        var inertias = new double[ks.Count];
        var packed = new PackedPoints(points);
        Blocks.For(
            ks.Count,
            _options.Threads,
            i => inertias[i] = Fit(packed, ks[i], reference: -1, cancel),
            cancel
        );
        return Of(points, ks, inertias, cancel);
    }

    /// <summary>The gaps of inertias that were found before.</summary>
    internal GapResult Of(
        Matrix points,
        IReadOnlyList<int> ks,
        IReadOnlyList<double> inertias,
        CancellationToken cancel
    )
    {
        var logs = new Matrix(_options.References, ks.Count);
        var frame = _options.Reference == GapReference.Box ? points : AlongAxes(points, cancel);
        Blocks.For(
            _options.References,
            _options.Threads,
            reference =>
            {
                var drawn = new PackedPoints(Draw(frame, reference));
                for (var i = 0; i < ks.Count; i++)
                {
                    logs[reference][i] = Math.Log(Fit(drawn, ks[i], reference, cancel));
                }
            },
            cancel
        );
        return new GapResult([.. ks.Select((k, i) => Row(k, Math.Log(inertias[i]), logs.Column(i)))]);
    }

    /// <summary>The points along all their principal axes.</summary>
    Matrix AlongAxes(Matrix points, CancellationToken cancel)
    {
        var all = new PcaOptions { Components = points.Columns, Threads = _options.Threads };
        return new Pca(all).Fit(points, cancel).Points;
    }

    static GapRow Row(int k, double log, double[] references)
    {
        var mean = references.Average();
        var deviation = Math.Sqrt(references.Average(r => (r - mean) * (r - mean)));
        return new GapRow(
            k,
            log,
            double.IsFinite(log) ? mean - log : double.NaN,
            deviation * Math.Sqrt(1 + (1.0 / references.Length))
        );
    }

    double Fit(PackedPoints points, int k, int reference, CancellationToken cancel) => new KMeans(
            new KMeansOptions
            {
                Clusters = k,
                Starts = k == 1 ? 1 : _options.Starts,
                Seed = Seeds.Of(_options.Seed, reference, k),
                Threads = 1,
            }
        ).Fit(points, cancel).Inertia;

    /// <summary>As many points, evenly within the ranges of the columns.</summary>
    Matrix Draw(Matrix frame, int reference)
    {
        var random = new Random(Seeds.Of(_options.Seed, reference));
        var drawn = new Matrix(frame.Rows, frame.Columns);
        for (var column = 0; column < frame.Columns; column++)
        {
            var values = frame.Column(column);
            var (least, width) = (values.Min(), values.Max() - values.Min());
            for (var row = 0; row < frame.Rows; row++)
            {
                drawn[row][column] = least + (random.NextDouble() * width);
            }
        }

        return drawn;
    }
}
