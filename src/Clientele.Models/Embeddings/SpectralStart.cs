using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>First places of points along the slowest vibrations of their graph.</summary>
/// <remarks>
/// Eigenvectors of the normalised Laplacian I − D^(−½)·W·D^(−½) with the least eigenvalues but the first. Parts of the graph
/// that no edge joins are laid out each for itself, around principal coordinates of their means.
/// Source: Belkin and Niyogi (2003), Neural Computation 15(6).
/// </remarks>
sealed class SpectralStart(FuzzyGraph graph, int dimensions, int seed, int threads)
{
    const int Steps = 64;
    const int RowsABlock = 2048;

    readonly Random _random = new(Seeds.Of(seed, 2));

    /// <summary>Position of each point within its part.</summary>
    readonly int[] _positions = new int[graph.Rows];

    /// <summary>n × dimensions.</summary>
    internal Matrix Of(Matrix points, CancellationToken cancel)
    {
        var places = new Matrix(graph.Rows, dimensions);
        var parts = Parts();
        var (centers, radii) =
            parts.Count == 1 ? (new Matrix(1, dimensions), [1]) : Centers(points, parts, cancel);
        for (var part = 0; part < parts.Count; part++)
        {
            Fill(places, parts[part], centers[part], radii[part], cancel);
        }

        return places;
    }

    /// <summary>Rows that edges join, each part ascending.</summary>
    List<int[]> Parts()
    {
        var parts = new List<int[]>();
        var met = new bool[graph.Rows];
        for (var first = 0; first < graph.Rows; first++)
        {
            if (met[first])
            {
                continue;
            }

            var part = new List<int> { first };
            met[first] = true;
            for (var i = 0; i < part.Count; i++)
            {
                for (var edge = graph.Starts[part[i]]; edge < graph.Starts[part[i] + 1]; edge++)
                {
                    var other = graph.Others[edge];
                    if (!met[other])
                    {
                        met[other] = true;
                        part.Add(other);
                    }
                }
            }

            parts.Add([.. part.Order()]);
        }

        return parts;
    }

    /// <summary>Where the parts lie, and half the way to the next.</summary>
    (Matrix Centers, double[] Radii) Centers(Matrix points, List<int[]> parts, CancellationToken cancel)
    {
        var means = Means(points, parts);
        var axes = Lanczos.Greatest(
            parts.Count,
            dimensions,
            Steps,
            (from, to) => MultiplyBySelf(means, from, to),
            [],
            _random,
            cancel
        );
        var centers = new Matrix(parts.Count, dimensions);
        for (var axis = 0; axis < axes.Count; axis++)
        {
            for (var part = 0; part < parts.Count; part++)
            {
                centers[part][axis] = axes[axis].Vector[part] * Math.Sqrt(Math.Max(0, axes[axis].Value));
            }
        }

        var nearest = ExactNeighbors.Of(centers, 1, Metric.Euclidean, threads, cancel).Distances;
        var extent = TensorPrimitives.MaxMagnitude<double>(centers.Values);
        extent = extent == 0 ? 1 : Math.Abs(extent);
        return (centers, [.. nearest.Select(distance => Math.Max(distance / 2, extent / 100))]);
    }

    /// <summary>Means of the parts less the mean of those.</summary>
    static Matrix Means(Matrix points, List<int[]> parts)
    {
        var means = new Matrix(parts.Count, points.Columns);
        var middle = new double[points.Columns];
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var row in parts[part])
            {
                TensorPrimitives.Add(means[part], points[row], means[part]);
            }

            TensorPrimitives.Divide(means[part], parts[part].Length, means[part]);
            TensorPrimitives.MultiplyAdd(means[part], 1.0 / parts.Count, middle, middle);
        }

        for (var part = 0; part < parts.Count; part++)
        {
            TensorPrimitives.Subtract(means[part], middle, means[part]);
        }

        return means;
    }

    /// <summary>M·Mᵀ times a vector.</summary>
    static void MultiplyBySelf(Matrix matrix, double[] from, double[] to)
    {
        var sums = new double[matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            TensorPrimitives.MultiplyAdd(matrix[row], from[row], sums, sums);
        }

        for (var row = 0; row < matrix.Rows; row++)
        {
            to[row] = TensorPrimitives.Dot<double>(matrix[row], sums);
        }
    }

    void Fill(Matrix places, int[] part, Span<double> center, double radius, CancellationToken cancel)
    {
        var axes = part.Length > 2 * dimensions ? Axes(part, cancel) : [];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            // Too few points for vibrations: anywhere around the center.
            var axis =
                dimension < axes.Count
                    ? axes[dimension].Vector
                    : [.. part.Select(_ => (2 * _random.NextDouble()) - 1)];
            var scale = radius / Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude<double>(axis)), 1e-300);
            for (var i = 0; i < part.Length; i++)
            {
                places[part[i]][dimension] = center[dimension] + (axis[i] * scale);
            }
        }
    }

    List<(double Value, double[] Vector)> Axes(int[] part, CancellationToken cancel)
    {
        var roots = new double[part.Length];
        for (var i = 0; i < part.Length; i++)
        {
            _positions[part[i]] = i;
            for (var edge = graph.Starts[part[i]]; edge < graph.Starts[part[i] + 1]; edge++)
            {
                roots[i] += graph.Weights[edge];
            }
        }

        TensorPrimitives.Sqrt(roots, roots);
        var first = new double[part.Length];
        TensorPrimitives.Divide(roots, TensorPrimitives.Norm<double>(roots), first);
        return Lanczos.Greatest(
            part.Length,
            dimensions,
            Steps,
            (from, to) => Multiply(part, roots, from, to),
            [first],
            _random,
            cancel
        );
    }

    /// <summary>D^(−½)·W·D^(−½) times a vector, within a part.</summary>
    void Multiply(int[] part, double[] roots, double[] from, double[] to)
    {
        var scaled = new double[from.Length];
        TensorPrimitives.Divide(from, roots, scaled);
        Blocks.For(
            (part.Length + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                for (var i = block * RowsABlock; i < Math.Min((block + 1) * RowsABlock, part.Length); i++)
                {
                    var sum = 0.0;
                    for (var edge = graph.Starts[part[i]]; edge < graph.Starts[part[i] + 1]; edge++)
                    {
                        sum += graph.Weights[edge] * scaled[_positions[graph.Others[edge]]];
                    }

                    to[i] = sum / roots[i];
                }
            },
            CancellationToken.None
        );
    }
}
