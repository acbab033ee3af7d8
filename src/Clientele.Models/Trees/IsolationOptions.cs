using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="IsolationForest"/>.</summary>
public sealed record IsolationOptions
{
    /// <summary>Number of trees.</summary>
    [Range(1, 10_000)]
    public int Trees { get; init; } = 100;

    /// <summary>Rows that each tree is grown on, drawn without replacement; all if there are fewer.</summary>
    [Range(2, 100_000)]
    public int Sample { get; init; } = 256;

    /// <summary>Score from which on a point is an outlier.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; init; } = 0.6;

    /// <summary>Share of the rows that are outliers, those of the highest scores; null to decide by the threshold.</summary>
    [Range(0.0, 0.5)]
    public double? Contamination { get; init; }

    /// <summary>Equal seeds give equal scores.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
