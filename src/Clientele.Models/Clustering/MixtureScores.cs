using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>What a mixture says of every point.</summary>
/// <param name="Labels">The component with the greatest share, the first of equals.</param>
/// <param name="Confidence">That share.</param>
/// <param name="LogLikelihoods">Natural logarithm of the density of every point.</param>
/// <param name="Shares">n × k; null unless asked for.</param>
sealed record MixtureScores(int[] Labels, double[] Confidence, double[] LogLikelihoods, Matrix? Shares)
{
    internal static MixtureScores Of(
        PackedPoints points,
        Mixture mixture,
        CovarianceShape shape,
        bool shares,
        int threads,
        CancellationToken cancel
    )
    {
        var densities = new MixtureDensities(mixture, shape);
        var rows = points.Rows;
        var scores = new MixtureScores(
            new int[rows],
            new double[rows],
            new double[rows],
            shares ? new Matrix(rows, densities.Components) : null
        );
        Blocks.For(points.BlockCount, threads, block => scores.Fill(points, densities, block), cancel);
        return scores;
    }

    void Fill(PackedPoints points, MixtureDensities densities, int block)
    {
        var deviations = new Vector512<double>[densities.Columns + 1];
        var shares = new Vector512<double>[densities.Components];
        for (var group = block * points.GroupsABlock; group < points.End(block); group++)
        {
            var logs = densities.Shares(ref points[group], deviations, shares);
            for (var lane = 0; lane < points.Filled(group); lane++)
            {
                Fill((group * PackedPoints.Lanes) + lane, lane, shares);
                LogLikelihoods[(group * PackedPoints.Lanes) + lane] = logs[lane];
            }
        }
    }

    void Fill(int row, int lane, Vector512<double>[] shares)
    {
        for (var c = 0; c < shares.Length; c++)
        {
            var share = shares[c][lane];
            if (share > Confidence[row])
            {
                (Confidence[row], Labels[row]) = (share, c);
            }

            if (Shares != null)
            {
                Shares[row][c] = share;
            }
        }
    }
}
