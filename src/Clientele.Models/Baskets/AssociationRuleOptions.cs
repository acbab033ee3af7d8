using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="AssociationRules"/>.</summary>
public sealed record AssociationRuleOptions
{
    /// <summary>Least share of the baskets with the antecedent that hold the consequent too.</summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; init; }

    /// <summary>Least lift: how many times as often as by chance both lie together.</summary>
    [Range(0.0, 1e9)]
    public double MinLift { get; init; }

    /// <summary>Most items of a consequent; null for no limit.</summary>
    [Range(1, 1000)]
    public int? MaxConsequent { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
