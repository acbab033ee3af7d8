using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <summary>The weighted squared error around the mean of a node.</summary>
/// <remarks>
/// A row adds one number to its bin: the weighted target, rounded to a whole number, in the high digits and the weight in the low
/// ones. Targets are rounded to 2^−(63 − 2·digits of the total weight) of their greatest distance from the mean: 2^−29 for
/// 100,000 rows. What the leaves say is summed up anew from the targets themselves.
/// </remarks>
sealed class SquaredError : ISplitCriterion
{
    readonly double[] _target;
    readonly int[] _weights;
    readonly long[] _stamps;
    readonly int _shift;

    internal SquaredError(double[] target, RowWeights weights)
    {
        (_target, _weights, _shift) = (target, weights.Units, weights.Digits);
        UnitWeight = weights.One;
        var center = Mean(target, _weights);
        var spread = target.Max(value => Math.Abs(value - center));
        var scale = spread > 0 ? Math.ScaleB(1, 62 - (2 * _shift)) / spread : 0;
        _stamps = new long[target.Length];
        var (squares, sum) = (0.0, 0.0);
        for (var row = 0; row < target.Length; row++)
        {
            var rounded = Math.Round((target[row] - center) * scale);
            _stamps[row] = (((long)rounded * _weights[row]) << _shift) + _weights[row];
            squares += rounded * rounded * _weights[row];
            sum += rounded * _weights[row];
        }

        Impurity = Math.Max(0, squares - (sum * sum / weights.Total));
    }

    public int Width => 1;

    public int Outputs => 1;

    public double Impurity { get; }

    public long UnitWeight { get; }

    public void Add(ReadOnlySpan<byte> column, ReadOnlySpan<int> rows, Span<long> cells)
    {
        ref var bins = ref MemoryMarshal.GetReference(column);
        ref var stamps = ref MemoryMarshal.GetArrayDataReference(_stamps);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        foreach (var row in rows)
        {
            Unsafe.Add(ref cell, Unsafe.Add(ref bins, row)) += Unsafe.Add(ref stamps, row);
        }
    }

    public void Add(ReadOnlySpan<int> rows, Span<long> total)
    {
        foreach (var row in rows)
        {
            total[0] += _stamps[row];
        }
    }

    public bool IsPure(ReadOnlySpan<int> rows)
    {
        var first = _target[rows[0]];
        foreach (var row in rows)
        {
            if (_target[row] != first)
            {
                return false;
            }
        }

        return true;
    }

    public long WeightOf(ReadOnlySpan<long> total) => total[0] & Mask;

    public Split Best(
        ReadOnlySpan<long> cells,
        ReadOnlySpan<byte> occupied,
        ReadOnlySpan<long> total,
        long minLeaf
    )
    {
        var (weight, sum) = ((double)(total[0] & Mask), (double)(total[0] >> _shift));
        var (left, below) = (0L, -1);
        var (best, from, to) = (0.0, -1, -1);
        foreach (var bin in occupied)
        {
            var cell = cells[bin];
            if ((cell & Mask) == 0)
            {
                continue;
            }

            var leftWeight = left & Mask;
            if (leftWeight >= minLeaf && total[0] - left is var right && (right & Mask) >= minLeaf)
            {
                // The squared error falls by the squared distance of the two means, times the weights' product over their sum.
                var (one, other) = ((double)leftWeight, (double)(right & Mask));
                var apart = ((left >> _shift) * other) - ((right >> _shift) * one);
                var gain = apart * apart / (one * other);
                if (gain > best)
                {
                    (best, from, to) = (gain, below, bin);
                }
            }

            left += cell;
            below = bin;
        }

        return from < 0 ? Split.None : new Split(0, (byte)from, (byte)to, best / weight);
    }

    public void Say(ReadOnlySpan<int> rows, Span<double> values)
    {
        var (sum, weight) = (0.0, 0L);
        foreach (var row in rows)
        {
            sum += _target[row] * _weights[row];
            weight += _weights[row];
        }

        values[0] = sum / weight;
    }

    long Mask => (1L << _shift) - 1;

    static double Mean(double[] target, int[] weights)
    {
        var (sum, total) = (0.0, 0L);
        for (var row = 0; row < target.Length; row++)
        {
            sum += target[row] * weights[row];
            total += weights[row];
        }

        return sum / total;
    }
}
