using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Points brought to single precision, and how far distances between them can be off.</summary>
/// <remarks>
/// Columns are moved to their middle and divided by one scale, so that a float's digits are spent on differences. Points of
/// the cosine become unit vectors: 1 − cos = d²/2; one more column parts those at 0 from all others. Values of Hamming become
/// numbers of different values, which floats hold exactly.
/// </remarks>
sealed class CoarseSpace
{
    /// <summary>Half the distance between 1 and the next float.</summary>
    const double Rounding = 1.0 / (1 << 24);

    readonly Metric _metric;
    readonly int _columns;
    readonly double[] _middles;
    readonly double _scale = 1;

    /// <summary>Different values of each column, ascending; only of Hamming.</summary>
    readonly double[][] _values = [];

    /// <summary>Most that rounding the points can add to a distance, in units of the scaled space.</summary>
    readonly double _error;

    /// <summary>A space that holds all the points of some matrices of the same columns.</summary>
    internal CoarseSpace(Metric metric, params ReadOnlySpan<Matrix> matrices)
    {
        _metric = metric;
        _columns = matrices[0].Columns;
        _middles = new double[_columns];
        if (metric == Metric.Hamming)
        {
            _values = DifferentValues(matrices);
        }
        else if (metric == Metric.Cosine)
        {
            _error = 2 * Rounding;
        }
        else
        {
            (_scale, _error) = Fit(matrices);
        }
    }

    /// <summary>Columns of the points in this space.</summary>
    internal int Columns => _metric == Metric.Cosine ? _columns + 1 : _columns;

    /// <summary>Brings a point into this space.</summary>
    internal void Place(ReadOnlySpan<double> point, Span<float> target)
    {
        if (_metric == Metric.Cosine)
        {
            var norm = TensorPrimitives.Norm(point);
            target[^1] = norm > 0 ? 0 : 1;
            for (var column = 0; column < point.Length; column++)
            {
                target[column] = norm > 0 ? (float)(point[column] / norm) : 0;
            }

            return;
        }

        for (var column = 0; column < point.Length; column++)
        {
            target[column] =
                _metric == Metric.Hamming
                    ? Array.BinarySearch(_values[column], point[column])
                    : (float)((point[column] - _middles[column]) * _scale);
        }
    }

    /// <summary>Nothing as near as a true distance has a coarse one that is not less than this.</summary>
    /// <param name="distance">A distance of the metric.</param>
    /// <param name="orEqual">Whether what is just as near is of interest.</param>
    /// <remarks>
    /// Coarse distances are squared ones of Euclidean and cosine. A float sum over d columns is off by (d + 2)/2²⁴ of
    /// itself at most.
    /// </remarks>
    internal float Limit(double distance, bool orEqual)
    {
        if (double.IsPositiveInfinity(distance))
        {
            return float.PositiveInfinity;
        }

        if (!orEqual && distance == 0)
        {
            return 0;
        }

        if (_metric == Metric.Hamming)
        {
            return (float)(Math.Round(distance * _columns) + (orEqual ? 0.5 : -0.5));
        }

        var length =
            _metric == Metric.Cosine
                ? Math.Sqrt(2 * (distance + ((_columns + 8) * Math.Pow(2, -52))))
                : distance * _scale;
        length = (length * (1 + ((Columns + 4) * Rounding))) + _error;
        return float.BitIncrement((float)(_metric == Metric.Manhattan ? length : length * length));
    }

    static double[][] DifferentValues(ReadOnlySpan<Matrix> matrices)
    {
        var values = new double[matrices[0].Columns][];
        for (var column = 0; column < values.Length; column++)
        {
            var all = new List<double>();
            foreach (var matrix in matrices)
            {
                all.AddRange(matrix.Column(column));
            }

            values[column] = [.. all.Distinct().Order()];
        }

        return values;
    }

    (double Scale, double Error) Fit(ReadOnlySpan<Matrix> matrices)
    {
        var (least, most) = (new double[_columns], new double[_columns]);
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        foreach (var matrix in matrices)
        {
            for (var row = 0; row < matrix.Rows; row++)
            {
                TensorPrimitives.Min(least, matrix[row], least);
                TensorPrimitives.Max(most, matrix[row], most);
            }
        }

        var (widest, sum, squares) = (0.0, 0.0, 0.0);
        for (var column = 0; column < _columns; column++)
        {
            _middles[column] = (least[column] / 2) + (most[column] / 2);
            widest = Math.Max(widest, (most[column] / 2) - (least[column] / 2));
        }

        var scale = widest > 1e-290 ? 1 / widest : 1;
        for (var column = 0; column < _columns; column++)
        {
            var half = ((most[column] / 2) - (least[column] / 2)) * scale;
            sum += half;
            squares += half * half;
        }

        // Two points are off by a rounding of their length each; none is longer than a corner of the box around all.
        return (scale, 2 * Rounding * 1.001 * (_metric == Metric.Manhattan ? sum : Math.Sqrt(squares)));
    }
}
