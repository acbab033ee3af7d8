namespace Clientele.Models;

/// <summary>How far apart two points are.</summary>
public enum Metric
{
    /// <summary>Root of the sum of squared differences.</summary>
    Euclidean,

    /// <summary>Sum of absolute differences.</summary>
    Manhattan,

    /// <summary>1 − cosine of the angle; 1 between a point at 0 and any other, 0 between two at 0.</summary>
    Cosine,

    /// <summary>Share of columns that differ.</summary>
    Hamming,
}
