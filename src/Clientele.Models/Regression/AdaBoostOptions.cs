using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How an error of <see cref="AdaBoostR2"/> is measured, as a share of the largest one.</summary>
public enum AdaBoostLoss
{
    /// <summary>The share itself.</summary>
    Linear,

    /// <summary>Its square.</summary>
    Square,

    /// <summary>1 − e^−share.</summary>
    Exponential,
}

/// <summary>Settings of <see cref="AdaBoostR2"/>.</summary>
public sealed record AdaBoostOptions
{
    /// <summary>Most trees.</summary>
    [Range(1, 10_000)]
    public int Trees { get; init; } = 50;

    /// <summary>How strongly a tree moves the weights of the rows.</summary>
    [Range(0.0001, 10.0)]
    public double LearningRate { get; init; } = 1;

    /// <summary>How an error is measured.</summary>
    public AdaBoostLoss Loss { get; init; }

    /// <summary>Most splits between the root and a leaf of a tree.</summary>
    [Range(1, 100)]
    public int MaxDepth { get; init; } = 3;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
