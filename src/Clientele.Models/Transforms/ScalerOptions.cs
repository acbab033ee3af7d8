using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>What is taken of a value before it is scaled, to make a column less skewed.</summary>
public enum ShapeTransform
{
    /// <summary>The value itself.</summary>
    None,

    /// <summary>Its natural logarithm; every value must be above 0.</summary>
    Log,

    /// <summary>The natural logarithm of 1 + value; every value must be above −1.</summary>
    Log1p,

    /// <summary>The power that makes the column most like a normal one, (x^λ − 1)/λ; every value must be above 0.</summary>
    BoxCox,

    /// <summary>A power of 1 + |value| on either side of 0, the one that makes the column most like a normal one.</summary>
    YeoJohnson,

    /// <summary>The share of values below, from 0 to 1.</summary>
    QuantileUniform,

    /// <summary>The quantile of the normal distribution at that share, from −5.2 to 5.2.</summary>
    QuantileNormal,
}

/// <summary>How a column is brought to a common scale.</summary>
public enum ScaleMethod
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Mean 0 and standard deviation 1.</summary>
    ZScore,

    /// <summary>Least value 0 and greatest 1.</summary>
    MinMax,

    /// <summary>Median 0 and distance between the quartiles 1.</summary>
    Robust,
}

/// <summary>Settings of <see cref="Scaler"/>.</summary>
public sealed record ScalerOptions
{
    /// <summary>What is taken of a value before it is scaled.</summary>
    public ShapeTransform Transform { get; init; }

    /// <summary>How a column is brought to a common scale.</summary>
    public ScaleMethod Method { get; init; } = ScaleMethod.ZScore;

    /// <summary>Most quantiles that a quantile transform learns, between which it draws straight lines.</summary>
    [Range(2, 100_000)]
    public int Quantiles { get; init; } = 1000;

    /// <summary>Decimals to which a value is rounded after the transform and before scaling, half to even; null for none.</summary>
    [Range(0, 15)]
    public int? Decimals { get; init; }
}
