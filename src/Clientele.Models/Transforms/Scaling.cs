using System.Globalization;

namespace Clientele.Models;

/// <summary>What a <see cref="Scaler"/> learned.</summary>
/// <param name="Options">The settings it was learned with.</param>
/// <param name="Centers">What is subtracted, one a column.</param>
/// <param name="Spreads">What is then divided by, one a column; 0 for a column that never varies.</param>
public sealed record Scaling(
    ScalerOptions Options,
    IReadOnlyList<double> Centers,
    IReadOnlyList<double> Spreads
)
{
    /// <summary>The points on the learned scale.</summary>
    /// <param name="points">Rows of as many columns as were learned.</param>
    /// <returns>A new matrix of the same shape; 0 in a column that did not vary when it was learned.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value has no logarithm.</exception>
    public Matrix Apply(Matrix points)
    {
        if (points.Columns != Centers.Count)
        {
            throw new ArgumentException(
                $"The scale was learned for {Centers.Count} columns, not {points.Columns}.",
                nameof(points)
            );
        }

        var scaled = Logs(points, Options);
        for (var row = 0; row < scaled.Rows; row++)
        {
            var values = scaled[row];
            for (var column = 0; column < values.Length; column++)
            {
                values[column] =
                    Spreads[column] == 0 ? 0 : (values[column] - Centers[column]) / Spreads[column];
            }
        }

        return scaled;
    }

    /// <summary>A copy of the points after logarithm and rounding.</summary>
    internal static Matrix Logs(Matrix points, ScalerOptions options, IReadOnlyList<string>? names = null)
    {
        var values = points.Values.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Log(values[i], i % points.Columns, options.Log, names);
            if (options.Decimals is { } decimals)
            {
                values[i] = Math.Round(values[i], decimals, MidpointRounding.ToEven);
            }
        }

        return new Matrix(values, points.Columns);
    }

    static double Log(double value, int column, LogTransform log, IReadOnlyList<string>? names)
    {
        var least = log == LogTransform.Log ? 0.0 : -1.0;
        return log == LogTransform.None ? value
            : value <= least
                ? throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Column {(names == null ? column : $"'{names[column]}'")} holds {value}, but a {(log == LogTransform.Log ? "log" : "log1p")} needs values above {least}."
                    ),
                    nameof(value)
                )
            : log == LogTransform.Log ? Math.Log(value)
            : Log1p(value);
    }

    /// <summary>ln(1 + x) without losing the digits of a small x. Source: Goldberg (1991), theorem 4.</summary>
    static double Log1p(double x)
    {
        var next = 1 + x;
        return next == 1 ? x : Math.Log(next) * x / (next - 1);
    }
}
