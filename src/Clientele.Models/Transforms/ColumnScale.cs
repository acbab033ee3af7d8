namespace Clientele.Models;

/// <summary>What a <see cref="Scaler"/> learned of one column.</summary>
public sealed record ColumnScale
{
    /// <summary>The power of Box-Cox or Yeo-Johnson; null without one.</summary>
    public double? Lambda { get; init; }

    /// <summary>Evenly spaced quantiles from the least value to the greatest; empty without a quantile transform.</summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [];

    /// <summary>What is subtracted from the transformed value.</summary>
    public double Center { get; init; }

    /// <summary>What is then divided by; 0 for a column that never varies.</summary>
    public double Spread { get; init; }

    /// <summary>Skewness (G1) of the values as they came; NaN below 3 values.</summary>
    public double SkewnessBefore { get; init; }

    /// <summary>Skewness (G1) of the transformed values; NaN below 3 values.</summary>
    public double SkewnessAfter { get; init; }

    /// <summary>A value after the transform and rounding.</summary>
    internal double Shaped(double value, ScalerOptions options)
    {
        var shaped = options.Transform switch
        {
            ShapeTransform.Log => Math.Log(value),
            ShapeTransform.Log1p => Precise.Log1P(value),
            ShapeTransform.BoxCox => PowerShape.BoxCox(value, Lambda!.Value),
            ShapeTransform.YeoJohnson => PowerShape.YeoJohnson(value, Lambda!.Value),
            ShapeTransform.QuantileUniform => QuantileShape.Share(value, Quantiles),
            ShapeTransform.QuantileNormal => NormalQuantile.Clipped(QuantileShape.Share(value, Quantiles)),
            _ => value,
        };
        return options.Decimals is { } decimals
            ? Math.Round(shaped, decimals, MidpointRounding.ToEven)
            : shaped;
    }

    /// <summary>A value after transform, rounding and scaling.</summary>
    internal double Scaled(double value, ScalerOptions options) =>
        Spread == 0 ? 0 : (Shaped(value, options) - Center) / Spread;
}
