namespace Clientele.Models;

/// <summary>Brings columns to a common scale, so that a distance does not depend on their units.</summary>
/// <remarks>Standard deviations are of the population (ddof 0), as in scikit-learn's StandardScaler.</remarks>
public sealed class Scaler(ScalerOptions options)
{
    readonly ScalerOptions _options = Require.Valid(options);

    /// <summary>Learns shape, center and spread of every column.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <exception cref="ArgumentException">There is no row, a value is not finite, or has no logarithm.</exception>
    public Scaling Fit(Matrix points) => Fit(points, null);

    /// <summary>The same; a fault names its column.</summary>
    internal Scaling Fit(NamedMatrix table) => Fit(table.Values, table.Columns);

    Scaling Fit(Matrix points, IReadOnlyList<string>? names)
    {
        Scaling.CheckLogs(Require.Finite(points, "A scaler"), _options.Transform, names);
        return new Scaling(
            _options,
            [.. Enumerable.Range(0, points.Columns).Select(column => Learn(points.Column(column)))]
        );
    }

    ColumnScale Learn(double[] values)
    {
        var before = Skewness(values);
        var shape = Shape(values);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = shape.Shaped(values[i], _options);
        }

        var (center, spread) = Spread(values);
        return shape with
        {
            Center = center,
            Spread = spread,
            SkewnessBefore = before,
            SkewnessAfter = Skewness(values),
        };
    }

    ColumnScale Shape(double[] values) =>
        _options.Transform switch
        {
            ShapeTransform.BoxCox => new ColumnScale { Lambda = PowerShape.BoxCoxLambda(values) },
            ShapeTransform.YeoJohnson => new ColumnScale { Lambda = PowerShape.YeoJohnsonLambda(values) },
            ShapeTransform.QuantileUniform or ShapeTransform.QuantileNormal => new ColumnScale
            {
                Quantiles = QuantileShape.Learn(values, _options.Quantiles),
            },
            _ => new ColumnScale(),
        };

    (double Center, double Spread) Spread(double[] values)
    {
        switch (_options.Method)
        {
            case ScaleMethod.ZScore:
                var counted = new CountedValues(values, []);
                var mean = counted.Mean();
                var spread = Math.Sqrt(counted.Powers(mean).Second / values.Length);
                // A mean that is off by its last bit must not turn a constant column into noise.
                return (mean, spread <= Math.Abs(mean) * 1e-15 ? 0 : spread);
            case ScaleMethod.MinMax:
                return (values.Min(), values.Max() - values.Min());
            case ScaleMethod.Robust:
                var quartiles = Statistics.Quantiles(values, 0.25, 0.5, 0.75);
                var width = quartiles[2] - quartiles[0];
                // Half of the values are one: what lies beside it keeps its unit, as in scikit-learn.
                return (quartiles[1], width == 0 && values.Min() < values.Max() ? 1 : width);
            default:
                return (0, 1);
        }
    }

    static double Skewness(double[] values)
    {
        var counted = new CountedValues(values, []);
        var (m2, m3, _) = counted.Powers(counted.Mean());
        return Moments.SkewnessOf(values.Length, m2, m3);
    }
}
