namespace Clientele.Models;

/// <summary>Sorted values, each as often as its count; without counts each once.</summary>
readonly ref struct CountedValues(ReadOnlySpan<double> values, ReadOnlySpan<long> counts)
{
    readonly ReadOnlySpan<double> _values = values;
    readonly ReadOnlySpan<long> _counts = counts;

    internal long Count
    {
        get
        {
            var total = 0L;
            foreach (var count in _counts)
            {
                total += count;
            }

            return _counts.IsEmpty ? _values.Length : total;
        }
    }

    /// <summary>The value at a place from 0, as if every value were written as often as it occurs.</summary>
    internal double At(long place)
    {
        if (_counts.IsEmpty)
        {
            return _values[(int)place];
        }

        var i = 0;
        for (var before = _counts[0]; before <= place; before += _counts[i])
        {
            i++;
        }

        return _values[i];
    }

    internal double Quantile(double p)
    {
        var place = (Count - 1) * p;
        var below = (long)place;
        return Statistics.Between(At(below), At(Math.Min(below + 1, Count - 1)), place - below);
    }

    internal double Mean()
    {
        var sum = default(CompensatedSum);
        for (var i = 0; i < _values.Length; i++)
        {
            sum.Add(_values[i] * Times(i));
        }

        return sum.Value / Count;
    }

    /// <summary>Sums of the second, third and fourth powers of the deviations from the mean.</summary>
    internal (double Second, double Third, double Fourth) Powers(double mean)
    {
        var (second, third, fourth) = (
            default(CompensatedSum),
            default(CompensatedSum),
            default(CompensatedSum)
        );
        for (var i = 0; i < _values.Length; i++)
        {
            var deviation = _values[i] - mean;
            var square = deviation * deviation * Times(i);
            second.Add(square);
            third.Add(square * deviation);
            fourth.Add(square * deviation * deviation);
        }

        return (second.Value, third.Value, fourth.Value);
    }

    long Times(int i) => _counts.IsEmpty ? 1 : _counts[i];
}
