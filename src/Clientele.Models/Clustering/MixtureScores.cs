using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>What a mixture says of every point.</summary>
/// <param name="Labels">The component with the greatest share, the first of equals.</param>
/// <param name="Confidence">That share.</param>
/// <param name="LogLikelihoods">Natural logarithm of the density of every point.</param>
/// <param name="Shares">n × k.</param>
sealed record MixtureScores(int[] Labels, double[] Confidence, double[] LogLikelihoods, Matrix Shares)
{
    internal static MixtureScores Of(
        PackedPoints points,
        Mixture mixture,
        CovarianceShape shape,
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
            new Matrix(rows, densities.Components)
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
        var own = Shares[row];
        for (var c = 0; c < shares.Length; c++)
        {
            own[c] = shares[c][lane];
            if (own[c] > Confidence[row])
            {
                (Confidence[row], Labels[row]) = (own[c], c);
            }
        }
    }
}
