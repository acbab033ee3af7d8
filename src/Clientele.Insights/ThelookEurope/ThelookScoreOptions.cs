using System.ComponentModel.DataAnnotations;

namespace Clientele.Insights;

/// <summary>Settings of <see cref="ThelookScores"/>.</summary>
public sealed record ThelookScoreOptions
{
    /// <summary>Classes of days since the last order.</summary>
    [Range(2, 4)]
    public int RecencyClusters { get; init; } = 4;

    /// <summary>Classes of the number of orders.</summary>
    [Range(2, 4)]
    public int FrequencyClusters { get; init; } = 2;

    /// <summary>Classes of the revenue.</summary>
    [Range(2, 4)]
    public int MonetaryClusters { get; init; } = 4;

    /// <summary>Starts of each k-means.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 10;
}
