using System.ComponentModel.DataAnnotations;

namespace Clientele.Insights;

/// <summary>Settings of <see cref="CustomerValue"/>.</summary>
public sealed record ValueOptions
{
    /// <summary>By how much money of a year later is worth less than money of now: 0.1 is 10 %.</summary>
    [Range(0.001, 10.0)]
    public double Discount { get; init; } = 0.1;
}
