using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Points and the distances from eight of them at a time to another point.</summary>
/// <remarks>Distances are compared before they are finished, so that a root is drawn only where it is needed.</remarks>
sealed class MedoidSpace
{
    readonly Metric _metric;

    internal MedoidSpace(Matrix points, Metric metric, int threads = 1)
    {
        (_metric, Rows) = (metric, metric == Metric.Cosine ? Directions(points) : points);
        Packed = new PackedPoints(Rows, threads);
    }

    MedoidSpace(Matrix rows, PackedPoints packed, Metric metric) =>
        (Rows, Packed, _metric) = (rows, packed, metric);

    /// <summary>The same space with room for its points, some of them several times, in another order.</summary>
    internal MedoidSpace Reordered(int room) => new(Rows, new PackedPoints(room, Rows.Columns), _metric);

    /// <summary>The points as distances need them: directions where an angle counts.</summary>
    internal Matrix Rows { get; }

    internal PackedPoints Packed { get; }

    /// <summary>How far eight points are from another, in an order that is the order of the distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<double> Apart(int group, ReadOnlySpan<double> point) =>
        _metric switch
        {
            Metric.Euclidean => Squares(ref Packed[group], point),
            Metric.Manhattan => Steps(ref Packed[group], point),
            Metric.Cosine => Vector512.MaxNative(
                Vector512<double>.Zero,
                Vector512<double>.One - Products(ref Packed[group], point)
            ),
            _ => Differences(ref Packed[group], point) / Vector512.Create((double)point.Length),
        };

    /// <summary>The distance that an <see cref="Apart(int, ReadOnlySpan{double})"/> stands for.</summary>
    internal Vector512<double> Distance(Vector512<double> apart) =>
        _metric == Metric.Euclidean ? Vector512.Sqrt(apart) : apart;

    /// <summary>The <see cref="Apart(int, ReadOnlySpan{double})"/> that stands for a distance.</summary>
    internal double Apart(double distance) => _metric == Metric.Euclidean ? distance * distance : distance;

    /// <summary>Rows of length 1; a further column tells points at 0, so that two of them are alike.</summary>
    static Matrix Directions(Matrix points)
    {
        var directions = new Matrix(points.Rows, points.Columns + 1);
        for (var row = 0; row < points.Rows; row++)
        {
            var norm = System.Numerics.Tensors.TensorPrimitives.Norm<double>(points[row]);
            var direction = directions[row];
            points[row].CopyTo(direction);
            System.Numerics.Tensors.TensorPrimitives.Divide(direction, norm > 0 ? norm : 1, direction);
            direction[^1] = norm > 0 ? 0 : 1;
        }

        return directions;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Squares(ref double points, ReadOnlySpan<double> point)
    {
        var sum = Vector512<double>.Zero;
        for (var column = 0; column < point.Length; column++)
        {
            sum = Nearest.AddSquare(Column(ref points, column), point[column], sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Steps(ref double points, ReadOnlySpan<double> point)
    {
        var sum = Vector512<double>.Zero;
        for (var column = 0; column < point.Length; column++)
        {
            sum += Vector512.Abs(Column(ref points, column) - Vector512.Create(point[column]));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Products(ref double points, ReadOnlySpan<double> point)
    {
        var sum = Vector512<double>.Zero;
        for (var column = 0; column < point.Length; column++)
        {
            sum = Vector512.FusedMultiplyAdd(
                Column(ref points, column),
                Vector512.Create(point[column]),
                sum
            );
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Differences(ref double points, ReadOnlySpan<double> point)
    {
        var sum = Vector512<double>.Zero;
        for (var column = 0; column < point.Length; column++)
        {
            var same = Vector512.Equals(Column(ref points, column), Vector512.Create(point[column]));
            sum += Vector512.AndNot(Vector512<double>.One, same);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Column(ref double points, int column) =>
        Vector512.LoadUnsafe(ref points, (nuint)(column * PackedPoints.Lanes));
}
