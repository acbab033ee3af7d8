using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>What is taken of a value before it is scaled.</summary>
public enum LogTransform
{
    /// <summary>The value itself.</summary>
    None,

    /// <summary>Its natural logarithm; every value must be above 0.</summary>
    Log,

    /// <summary>The natural logarithm of 1 + value; every value must be above −1.</summary>
    Log1p,
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
}

/// <summary>Settings of <see cref="Scaler"/>.</summary>
public sealed record ScalerOptions
{
    /// <summary>What is taken of a value before it is scaled.</summary>
    public LogTransform Log { get; init; }

    /// <summary>How a column is brought to a common scale.</summary>
    public ScaleMethod Method { get; init; } = ScaleMethod.ZScore;

    /// <summary>Decimals to which a value is rounded after the logarithm and before scaling, half to even; null for none.</summary>
    [Range(0, 15)]
    public int? Decimals { get; init; }
}
