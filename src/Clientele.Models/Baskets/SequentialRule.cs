namespace Clientele.Models;

/// <summary>Customers who bought one item and later another.</summary>
/// <param name="First">What they bought first.</param>
/// <param name="Second">What they bought later, within the days.</param>
/// <param name="Customers">How many did.</param>
/// <param name="FirstCustomers">Customers who bought the first at all.</param>
/// <param name="SecondCustomers">Customers who bought the second at all.</param>
/// <param name="Reverse">Customers who bought the second first and the first later.</param>
/// <param name="All">All customers.</param>
/// <param name="PValue">Chance of so many more in this order than in the other, if both were as likely: the sign test.</param>
/// <param name="QValue">Share of false discoveries among rules as sure as this: Benjamini and Hochberg.</param>
public sealed record SequentialRule(
    int First,
    int Second,
    int Customers,
    int FirstCustomers,
    int SecondCustomers,
    int Reverse,
    int All,
    double PValue,
    double QValue
)
{
    /// <summary>Share of those who bought the first who later bought the second.</summary>
    public double Confidence => (double)Customers / FirstCustomers;

    /// <summary>How many times as often as if the two were bought by independent customers.</summary>
    public double Lift => (double)Customers * All / ((double)FirstCustomers * SecondCustomers);
}
