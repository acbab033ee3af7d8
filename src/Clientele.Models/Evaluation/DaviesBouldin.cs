using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>How alike every cluster is to the one most like it.</summary>
public static class DaviesBouldin
{
    /// <summary>The Davies-Bouldin index; less is better.</summary>
    /// <param name="points">n × d values.</param>
    /// <param name="labels">One a point; any numbers, 2 to n−1 different; noise (−1) is left out.</param>
    /// <returns>At least 0; 0 if every cluster is a single place or all have one mean.</returns>
    /// <exception cref="ArgumentException">The labels are not one a point, or not 2 … n−1 clusters.</exception>
    /// <remarks>
    /// Mean over i of the greatest (Si + Sj)/Mij, j ≠ i, with Si the mean (not the root mean square) distance to the
    /// cluster's mean and Mij the distance of two means; pairs of equal means are passed over.
    /// Source: Davies and Bouldin (1979), IEEE PAMI 1(2), with p = 2 and q = 1.
    /// </remarks>
    public static double Of(Matrix points, ReadOnlySpan<int> labels)
    {
        var codes = Codes.ForScore("Davies-Bouldin", labels, points.Rows);
        var means = codes.Means(points);
        var spreads = new double[codes.Count];
        for (var i = 0; i < points.Rows; i++)
        {
            var code = codes.Of[i];
            if (code != IClustering.Noise)
            {
                spreads[code] +=
                    TensorPrimitives.Distance<double>(points[i], means[code]) / codes.Sizes[code];
            }
        }

        return Enumerable.Range(0, codes.Count).Average(i => Likeness(i, means, spreads));
    }

    static double Likeness(int i, Matrix means, double[] spreads)
    {
        var most = 0.0;
        for (var j = 0; j < means.Rows; j++)
        {
            var apart = TensorPrimitives.Distance<double>(means[i], means[j]);
            if (j != i && apart > 0)
            {
                most = Math.Max(most, (spreads[i] + spreads[j]) / apart);
            }
        }

        return most;
    }
}
