namespace Clientele.Models;

/// <summary>Labels of any numbers as codes from 0, in the order of the labels.</summary>
sealed class Codes
{
    /// <summary>Codes of labels.</summary>
    /// <param name="labels">One a point; any numbers.</param>
    /// <param name="leaveOutNoise">Whether <see cref="IClustering.Noise"/> is no label: it keeps its number and is not counted.</param>
    internal Codes(ReadOnlySpan<int> labels, bool leaveOutNoise = false)
    {
        Of = labels.ToArray();
        var distinct = Of.Distinct()
            .Where(label => !leaveOutNoise || label != IClustering.Noise)
            .Order()
            .ToArray();
        Sizes = new int[distinct.Length];
        var direct = distinct.Length > 0 && distinct[0] == 0 && distinct[^1] == distinct.Length - 1;
        foreach (ref var code in Of.AsSpan())
        {
            if (leaveOutNoise && code == IClustering.Noise)
            {
                continue;
            }

            code = direct ? code : Array.BinarySearch(distinct, code);
            Sizes[code]++;
            Counted++;
        }
    }

    /// <summary>One code a point, or <see cref="IClustering.Noise"/>.</summary>
    internal int[] Of { get; }

    /// <summary>Points that have a code.</summary>
    internal int Counted { get; }

    /// <summary>Points that have none, as a share of all.</summary>
    internal double NoiseShare => (double)(Of.Length - Counted) / Of.Length;

    /// <summary>Points a code, each at least 1.</summary>
    internal int[] Sizes { get; }

    internal int Count => Sizes.Length;

    /// <summary>Codes for a score that compares clusters, without noise.</summary>
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

        var codes = new Codes(labels, leaveOutNoise: true);
        return codes.AreClusters
            ? codes
            : throw new ArgumentException(
                $"{score} needs from 2 to {codes.Counted - 1} clusters of {codes.Counted} points, not {codes.Count}.",
                nameof(labels)
            );
    }

    /// <summary>Whether there are clusters to compare: at least 2, and not one a point.</summary>
    internal bool AreClusters => Count >= 2 && Count < Counted;

    /// <summary>Means of the points of every code, one row a code.</summary>
    internal Matrix Means(Matrix points)
    {
        var means = new Matrix(Count, points.Columns);
        for (var i = 0; i < Of.Length; i++)
        {
            if (Of[i] != IClustering.Noise)
            {
                System.Numerics.Tensors.TensorPrimitives.Add<double>(means[Of[i]], points[i], means[Of[i]]);
            }
        }

        for (var c = 0; c < Count; c++)
        {
            System.Numerics.Tensors.TensorPrimitives.Divide<double>(means[c], Sizes[c], means[c]);
        }

        return means;
    }
}
