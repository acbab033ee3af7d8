using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Spread between the clusters against the spread within.</summary>
public static class CalinskiHarabasz
{
    /// <summary>The variance ratio criterion; more is better.</summary>
    /// <param name="points">n × d values.</param>
    /// <param name="labels">One a point; any numbers, 2 to n−1 different; noise (−1) is left out.</param>
    /// <returns>At least 0; 1 if every cluster is a single place, as scikit-learn says.</returns>
    /// <exception cref="ArgumentException">The labels are not one a point, or not 2 … n−1 clusters.</exception>
    /// <remarks>[B/(k−1)] / [W/(n−k)]. Source: Calinski and Harabasz (1974), Communications in Statistics 3(1).</remarks>
    public static double Of(Matrix points, ReadOnlySpan<int> labels)
    {
        var codes = Codes.ForScore("Calinski-Harabasz", labels, points.Rows);
        var means = codes.Means(points);
        var all = new Codes([.. codes.Of.Select(code => Math.Min(code, 0))], leaveOutNoise: true);
        var total = all.Means(points)[0].ToArray();
        var (between, within) = (default(CompensatedSum), default(CompensatedSum));
        for (var c = 0; c < codes.Count; c++)
        {
            between.Add(codes.Sizes[c] * Squared(means[c], total));
        }

        for (var i = 0; i < points.Rows; i++)
        {
            if (codes.Of[i] != IClustering.Noise)
            {
                within.Add(Squared(points[i], means[codes.Of[i]]));
            }
        }

        return within.Value == 0
            ? 1
            : between.Value / (codes.Count - 1) / (within.Value / (codes.Counted - codes.Count));
    }

    static double Squared(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var distance = TensorPrimitives.Distance(a, b);
        return distance * distance;
    }
}
