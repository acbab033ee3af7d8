namespace Clientele.Models;

/// <summary>The weighted Gini impurity of a node: weight − Σ (weight of a class)² / weight.</summary>
/// <remarks>That is the squared error of the classes as columns of 0 and 1.</remarks>
sealed class GiniImpurity : ISplitCriterion
{
    readonly int[] _classes;
    readonly int[] _weights;

    /// <param name="classes">One a row, from 0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">Number of classes.</param>
    /// <param name="weights">How much each row counts.</param>
    internal GiniImpurity(int[] classes, int count, RowWeights weights)
    {
        (_classes, _weights, Width) = (classes, weights.Units, count);
        UnitWeight = weights.One;
        var total = new long[count];
        Add(weights.Rows(), total);
        Impurity = weights.Total - (total.Sum(weight => (double)weight * weight) / weights.Total);
    }

    public int Width { get; }

    public int Outputs => Width;

    public double Impurity { get; }

    public long UnitWeight { get; }

    public void Add(ReadOnlySpan<byte> column, ReadOnlySpan<int> rows, Span<long> cells)
    {
        foreach (var row in rows)
        {
            cells[(column[row] * Width) + _classes[row]] += _weights[row];
        }
    }

    public void Add(ReadOnlySpan<int> rows, Span<long> total)
    {
        foreach (var row in rows)
        {
            total[_classes[row]] += _weights[row];
        }
    }

    public bool IsPure(ReadOnlySpan<int> rows)
    {
        var first = _classes[rows[0]];
        foreach (var row in rows)
        {
            if (_classes[row] != first)
            {
                return false;
            }
        }

        return true;
    }

    public long WeightOf(ReadOnlySpan<long> total)
    {
        var sum = 0L;
        foreach (var weight in total)
        {
            sum += weight;
        }

        return sum;
    }

    public Split Best(
        ReadOnlySpan<long> cells,
        ReadOnlySpan<byte> occupied,
        ReadOnlySpan<long> total,
        long minLeaf
    )
    {
        Span<long> left = stackalloc long[Width];
        left.Clear();
        var (weight, leftWeight, below) = (WeightOf(total), 0L, -1);
        var (best, from, to) = (0.0, -1, -1);
        foreach (var bin in occupied)
        {
            var cell = cells.Slice(bin * Width, Width);
            var added = WeightOf(cell);
            if (added == 0)
            {
                continue;
            }

            if (leftWeight >= minLeaf && weight - leftWeight >= minLeaf)
            {
                var gain = Gain(left, total, leftWeight, weight);
                if (gain > best)
                {
                    (best, from, to) = (gain, below, bin);
                }
            }

            for (var c = 0; c < cell.Length; c++)
            {
                left[c] += cell[c];
            }

            leftWeight += added;
            below = bin;
        }

        return from < 0 ? Split.None : new Split(0, (byte)from, (byte)to, best);
    }

    public void Say(ReadOnlySpan<int> rows, Span<double> values)
    {
        values.Clear();
        var weight = 0L;
        foreach (var row in rows)
        {
            values[_classes[row]] += _weights[row];
            weight += _weights[row];
        }

        foreach (ref var value in values)
        {
            value /= weight;
        }
    }

    /// <summary>Σ over the classes of (left·right weight − right·left weight)² / (left · right · all).</summary>
    static double Gain(ReadOnlySpan<long> left, ReadOnlySpan<long> total, double leftWeight, double weight)
    {
        var rightWeight = weight - leftWeight;
        var sum = 0.0;
        for (var c = 0; c < left.Length; c++)
        {
            var apart = (left[c] * rightWeight) - ((total[c] - left[c]) * leftWeight);
            sum += apart * apart;
        }

        return sum / (leftWeight * rightWeight * weight);
    }
}
