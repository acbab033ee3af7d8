using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="ZeroInflatedLognormal"/>.</summary>
public sealed record ZeroInflatedLognormalOptions
{
    /// <summary>What each squared coefficient, of columns of mean 0 and variance 1, adds to the mean loss of a row.</summary>
    [Range(0.0, 1e6)]
    public double Penalty { get; init; } = 1e-3;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
