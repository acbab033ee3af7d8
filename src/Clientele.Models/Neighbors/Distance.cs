using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Distances between two points.</summary>
static class Distance
{
    /// <summary>How far apart two points are; the same both ways.</summary>
    internal static double Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other, Metric metric) =>
        metric switch
        {
            Metric.Euclidean => TensorPrimitives.Distance(one, other),
            Metric.Cosine => Cosine(one, other),
            Metric.Manhattan => Manhattan(one, other),
            _ => Hamming(one, other),
        };

    static double Cosine(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var norms = TensorPrimitives.Norm(one) * TensorPrimitives.Norm(other);
        return norms > 0 ? Math.Max(0, 1 - (TensorPrimitives.Dot(one, other) / norms))
            : one.SequenceEqual(other) ? 0
            : 1;
    }

    static double Manhattan(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var column = 0; column < one.Length; column++)
        {
            sum += Math.Abs(one[column] - other[column]);
        }

        return sum;
    }

    static double Hamming(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var differ = 0;
        for (var column = 0; column < one.Length; column++)
        {
            differ += one[column] == other[column] ? 0 : 1;
        }

        return differ / (double)one.Length;
    }
}
