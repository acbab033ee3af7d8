using System.Globalization;

namespace Clientele.Models;

/// <summary>What a <see cref="Scaler"/> learned.</summary>
/// <param name="Options">The settings it was learned with.</param>
/// <param name="Columns">What was learned of every column.</param>
public sealed record Scaling(ScalerOptions Options, IReadOnlyList<ColumnScale> Columns)
{
    /// <summary>The points on the learned scale.</summary>
    /// <param name="points">Rows of as many columns as were learned.</param>
    /// <returns>A new matrix of the same shape; 0 in a column that did not vary when it was learned.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value has no logarithm.</exception>
    public Matrix Apply(Matrix points)
    {
        if (points.Columns != Columns.Count)
        {
            throw new ArgumentException(
                $"The scale was learned for {Columns.Count} columns, not {points.Columns}.",
                nameof(points)
            );
        }

        CheckLogs(points, Options.Transform, names: null);
        var scaled = new Matrix(points.Rows, points.Columns);
        for (var row = 0; row < scaled.Rows; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                scaled[row][column] = Columns[column].Scaled(points[row][column], Options);
            }
        }

        return scaled;
    }

    /// <summary>What every value must be above for a transform.</summary>
    public static double LeastOf(ShapeTransform transform) =>
        transform switch
        {
            ShapeTransform.Log or ShapeTransform.BoxCox => 0,
            ShapeTransform.Log1p => -1,
            _ => double.NegativeInfinity,
        };

    /// <summary>Refuses values that have no logarithm.</summary>
    internal static void CheckLogs(Matrix points, ShapeTransform transform, IReadOnlyList<string>? names)
    {
        var least = LeastOf(transform);
        for (var i = 0; i < points.Values.Length && double.IsFinite(least); i++)
        {
            if (points.Values[i] <= least)
            {
                var column = i % points.Columns;
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Column {(names == null ? column : $"'{names[column]}'")} holds {points.Values[i]}, but a {SnakeCase.Of(transform.ToString())} needs values above {least}."
                    ),
                    nameof(points)
                );
            }
        }
    }
}
