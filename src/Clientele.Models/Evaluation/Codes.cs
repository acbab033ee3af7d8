namespace Clientele.Models;

/// <summary>Labels of any numbers as codes from 0, in the order of the labels.</summary>
/// <remarks>A negative label is a label like any other: leave noise out before.</remarks>
sealed class Codes
{
    internal Codes(ReadOnlySpan<int> labels)
    {
        var distinct = labels.ToArray().Distinct().Order().ToArray();
        Of = labels.ToArray();
        Sizes = new int[distinct.Length];
        var direct = distinct.Length > 0 && distinct[0] == 0 && distinct[^1] == distinct.Length - 1;
        for (var i = 0; i < Of.Length; i++)
        {
            Of[i] = direct ? Of[i] : Array.BinarySearch(distinct, Of[i]);
            Sizes[Of[i]]++;
        }
    }

    /// <summary>One code a point.</summary>
    internal int[] Of { get; }

    /// <summary>Points a code, each at least 1.</summary>
    internal int[] Sizes { get; }

    internal int Count => Sizes.Length;

    /// <summary>Codes for a score that compares clusters.</summary>
    /// <exception cref="ArgumentException">The labels are not one a point, or not 2 … n−1 clusters.</exception>
    internal static Codes ForScore(string score, ReadOnlySpan<int> labels, int rows)
    {
        if (labels.Length != rows)
        {
            throw new ArgumentException(
                $"{rows} points need as many labels, not {labels.Length}.",
                nameof(labels)
            );
        }

        var codes = new Codes(labels);
        return codes.Count >= 2 && codes.Count < rows
            ? codes
            : throw new ArgumentException(
                $"{score} needs from 2 to {rows - 1} clusters of {rows} points, not {codes.Count}.",
                nameof(labels)
            );
    }

    /// <summary>Means of the points of every code, one row a code.</summary>
    internal Matrix Means(Matrix points)
    {
        var means = new Matrix(Count, points.Columns);
        for (var i = 0; i < Of.Length; i++)
        {
            System.Numerics.Tensors.TensorPrimitives.Add<double>(means[Of[i]], points[i], means[Of[i]]);
        }

        for (var c = 0; c < Count; c++)
        {
            System.Numerics.Tensors.TensorPrimitives.Divide<double>(means[c], Sizes[c], means[c]);
        }

        return means;
    }
}
