namespace Clientele.Models;

/// <summary>Distinct values, ascending, and how often each occurs.</summary>
sealed record DistinctValues(double[] Values, double[] Counts)
{
    internal static DistinctValues Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var (distinct, counts) = (new List<double>(), new List<double>());
        foreach (var value in sorted)
        {
            if (distinct.Count == 0 || distinct[^1] != value)
            {
                distinct.Add(value);
                counts.Add(0);
            }

            counts[^1]++;
        }

        return new DistinctValues([.. distinct], [.. counts]);
    }

    /// <summary>Mean and sum of squared deviations of the values from first to next − 1, in two passes.</summary>
    internal (double Mean, double Spread) MeanAndSpread(int first, int next)
    {
        var (sum, count, spread) = (default(CompensatedSum), 0.0, default(CompensatedSum));
        for (var i = first; i < next; i++)
        {
            sum.Add(Values[i] * Counts[i]);
            count += Counts[i];
        }

        var mean = sum.Value / count;
        for (var i = first; i < next; i++)
        {
            spread.Add((Values[i] - mean) * (Values[i] - mean) * Counts[i]);
        }

        return (mean, spread.Value);
    }
}

/// <summary>The dynamic programme of <see cref="NaturalBreaks"/>.</summary>
sealed class BestCuts
{
    readonly int _count;
    readonly int _clusters;
    readonly double[] _weights;
    readonly double[] _sums;
    readonly double[] _squares;

    /// <summary>For every number of classes, where the last class starts if it ends at a value.</summary>
    readonly int[][] _starts;
    double[] _costs;
    double[] _next;

    internal BestCuts(DistinctValues values, int clusters)
    {
        (_count, _clusters) = (values.Values.Length, clusters);
        (_weights, _sums, _squares) = (
            new double[_count + 1],
            new double[_count + 1],
            new double[_count + 1]
        );
        // Around their middle the values' squares keep their digits.
        var middle = values.Values[_count / 2];
        for (var i = 0; i < _count; i++)
        {
            var value = values.Values[i] - middle;
            _weights[i + 1] = _weights[i] + values.Counts[i];
            _sums[i + 1] = _sums[i] + (value * values.Counts[i]);
            _squares[i + 1] = _squares[i] + (value * value * values.Counts[i]);
        }

        _starts = new int[clusters][];
        (_costs, _next) = (new double[_count], new double[_count]);
    }

    /// <summary>The first value of every class.</summary>
    internal int[] Firsts(CancellationToken cancel)
    {
        _starts[0] = new int[_count];
        for (var end = 0; end < _count; end++)
        {
            _costs[end] = Cost(0, end);
        }

        for (var k = 1; k < _clusters; k++)
        {
            cancel.ThrowIfCancellationRequested();
            _starts[k] = new int[_count];
            Fill(k, k, _count - 1, (k, _count - 1));
            (_costs, _next) = (_next, _costs);
        }

        var firsts = new int[_clusters];
        var last = _count - 1;
        for (var k = _clusters - 1; k > 0; k--)
        {
            firsts[k] = _starts[k][last];
            last = firsts[k] - 1;
        }

        return firsts;
    }

    /// <summary>The best start of class k for every end from low to high, knowing that it lies within the starts.</summary>
    void Fill(int k, int low, int high, (int Low, int High) starts)
    {
        if (low > high)
        {
            return;
        }

        var end = (low + high) / 2;
        var (best, cost) = (starts.Low, double.PositiveInfinity);
        for (var start = starts.Low; start <= Math.Min(end, starts.High); start++)
        {
            var total = _costs[start - 1] + Cost(start, end);
            if (total < cost)
            {
                (best, cost) = (start, total);
            }
        }

        (_starts[k][end], _next[end]) = (best, cost);
        Fill(k, low, end - 1, (starts.Low, best));
        Fill(k, end + 1, high, (best, starts.High));
    }

    /// <summary>Sum of squared deviations of the values from first to last.</summary>
    double Cost(int first, int last)
    {
        var (weight, sum) = (_weights[last + 1] - _weights[first], _sums[last + 1] - _sums[first]);
        return first == last ? 0 : Math.Max(0, _squares[last + 1] - _squares[first] - (sum * sum / weight));
    }
}
