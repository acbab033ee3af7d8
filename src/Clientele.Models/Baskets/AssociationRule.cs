namespace Clientele.Models;

/// <summary>Baskets with some items that hold others too.</summary>
/// <param name="Antecedent">Items, rising.</param>
/// <param name="Consequent">Items, rising; none of the antecedent.</param>
/// <param name="Count">Baskets with all of them.</param>
/// <param name="AntecedentCount">Baskets with the antecedent.</param>
/// <param name="ConsequentCount">Baskets with the consequent.</param>
/// <param name="Baskets">All.</param>
/// <param name="PValue">Chance of as many baskets with both or more, if they were independent: Fisher's exact test.</param>
/// <param name="QValue">Share of false discoveries among rules as sure as this: Benjamini and Hochberg, among all rules of as many items.</param>
public sealed record AssociationRule(
    int[] Antecedent,
    int[] Consequent,
    int Count,
    int AntecedentCount,
    int ConsequentCount,
    int Baskets,
    double PValue,
    double QValue
)
{
    /// <summary>Share of the baskets with all of them.</summary>
    public double Support => (double)Count / Baskets;

    /// <summary>Share of the baskets with the antecedent that hold the consequent.</summary>
    public double Confidence => (double)Count / AntecedentCount;

    /// <summary>How many times as often as by chance both lie together.</summary>
    public double Lift => (double)Count * Baskets / ((double)AntecedentCount * ConsequentCount);

    /// <summary>Support beyond that by chance.</summary>
    public double Leverage =>
        (((double)Count * Baskets) - ((double)AntecedentCount * ConsequentCount))
        / ((double)Baskets * Baskets);

    /// <summary>How many times as often the rule would be wrong by chance; infinite if it never is.</summary>
    public double Conviction =>
        Count == AntecedentCount
            ? double.PositiveInfinity
            : (double)(Baskets - ConsequentCount)
                * AntecedentCount
                / ((double)Baskets * (AntecedentCount - Count));

    /// <summary>Zhang's measure: 1 if they always lie together, −1 if never, 0 if by chance.</summary>
    public double Zhang
    {
        get
        {
            var (s, a, c) = (Support, (double)AntecedentCount / Baskets, (double)ConsequentCount / Baskets);
            var most = Math.Max(s * (1 - a), a * (c - s));
            return most > 0 ? Leverage / most : 0;
        }
    }
}
