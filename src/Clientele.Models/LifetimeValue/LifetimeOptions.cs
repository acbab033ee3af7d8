using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of a <see cref="LifetimeModel"/>.</summary>
public sealed record LifetimeOptions
{
    /// <summary>What each customer adds to the loss for each squared logarithm of a parameter: pulls parameters towards 1 where few say otherwise.</summary>
    [Range(0.0, 1.0)]
    public double Penalty { get; init; }

    /// <summary>Largest derivative by the logarithm of a parameter that is nothing, as a share of the likelihood of a customer.</summary>
    [Range(1e-12, 1e-3)]
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Places from which the search begins; the best end counts.</summary>
    [Range(1, 8)]
    public int Starts { get; init; } = 4;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
