namespace Clientele.Models;

/// <summary>Brings columns to a common scale, so that a distance does not depend on their units.</summary>
/// <remarks>Standard deviations are of the population (ddof 0), as in scikit-learn's StandardScaler.</remarks>
public sealed class Scaler(ScalerOptions options)
{
    readonly ScalerOptions _options = Require.Valid(options);

    /// <summary>Learns center and spread of every column.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <exception cref="ArgumentException">There is no row, a value is not finite, or has no logarithm.</exception>
    public Scaling Fit(Matrix points) => Fit(points, null);

    /// <summary>The same; a fault names its column.</summary>
    internal Scaling Fit(NamedMatrix table) => Fit(table.Values, table.Columns);

    Scaling Fit(Matrix points, IReadOnlyList<string>? names)
    {
        var logs = Scaling.Logs(Require.Finite(points, "A scaler"), _options, names);
        var centers = new double[points.Columns];
        var spreads = new double[points.Columns];
        for (var column = 0; column < points.Columns; column++)
        {
            (centers[column], spreads[column]) = Learn(logs.Column(column));
        }

        return new Scaling(_options, centers, spreads);
    }

    (double Center, double Spread) Learn(double[] values)
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
            default:
                return (0, 1);
        }
    }
}
