using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>What a <see cref="GradientBoosting"/> makes small.</summary>
public enum BoostingLoss
{
    /// <summary>The squared error; tells the mean.</summary>
    Squared,

    /// <summary>Deviance of counts; tells the mean, which is never negative. Targets are 0 or more.</summary>
    Poisson,

    /// <summary>Deviance of amounts that are often 0; tells the mean, which is never negative. Targets are 0 or more.</summary>
    Tweedie,

    /// <summary>The pinball loss; tells a quantile.</summary>
    Quantile,
}

/// <summary>Settings of <see cref="GradientBoosting"/>.</summary>
public sealed record BoostingOptions
{
    /// <summary>What is made small.</summary>
    public BoostingLoss Loss { get; init; }

    /// <summary>Number of trees.</summary>
    [Range(1, 10_000)]
    public int Trees { get; init; } = 300;

    /// <summary>Share of what a leaf wants that each tree adds.</summary>
    [Range(0.0001, 1.0)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Most leaves of a tree, the splits that gain most first.</summary>
    [Range(2, 1000)]
    public int MaxLeaves { get; init; } = 31;

    /// <summary>Most splits between the root and a leaf; null for no limit.</summary>
    [Range(1, 1000)]
    public int? MaxDepth { get; init; }

    /// <summary>Least weight of a leaf, in rows of mean curvature: rows, where the loss is squared or of a quantile.</summary>
    [Range(1, 1_000_000)]
    public int MinLeaf { get; init; } = 20;

    /// <summary>Pulls leaves towards 0, in rows of mean curvature.</summary>
    [Range(0.0, 1e6)]
    public double Ridge { get; init; }

    /// <summary>Share of the rows that each tree learns from, drawn anew.</summary>
    [Range(0.01, 1.0)]
    public double RowShare { get; init; } = 1;

    /// <summary>Of the Tweedie loss: variance grows as this power of the mean. Near 1 counts, near 2 amounts.</summary>
    [Range(1.01, 1.99)]
    public double TweediePower { get; init; } = 1.5;

    /// <summary>Of the quantile loss: which one.</summary>
    [Range(0.001, 0.999)]
    public double Quantile { get; init; } = 0.5;

    /// <summary>Most bins of a column.</summary>
    [Range(2, 255)]
    public int Bins { get; init; } = 255;

    /// <summary>Equal seeds give equal trees.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
