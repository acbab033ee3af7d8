using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="RidgeRegression"/>.</summary>
public sealed record RidgeOptions
{
    /// <summary>What each squared coefficient adds to the sum of squared errors; the intercept adds nothing.</summary>
    [Range(0.0, 1e12)]
    public double Penalty { get; init; } = 1;
}
