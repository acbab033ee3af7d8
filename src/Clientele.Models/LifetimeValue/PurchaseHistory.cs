namespace Clientele.Models;

/// <summary>What is known of one customer's buying up to a day.</summary>
/// <param name="Frequency">Repeat periods: days (weeks, opportunities) with an order, the first of all not counted. x in papers.</param>
/// <param name="Recency">Time from the first order to the last; 0 without a repeat. t_x in papers, and the opposite of RFM's recency.</param>
/// <param name="Age">Time from the first order to the day of the look, at least <paramref name="Recency"/>. T in papers.</param>
/// <param name="Spend">Mean spend of the repeat periods; 0 without one.</param>
public readonly record struct PurchaseHistory(int Frequency, double Recency, double Age, double Spend = 0)
{
    /// <summary>Returns the histories if all of them can be.</summary>
    /// <exception cref="ArgumentException">The message names the first that cannot, from 0, and why.</exception>
    public static IReadOnlyList<PurchaseHistory> Valid(IReadOnlyList<PurchaseHistory> histories)
    {
        for (var i = 0; i < histories.Count; i++)
        {
            if (Fault(histories[i]) is { } fault)
            {
                throw new ArgumentException($"Customer {i}: {fault}", nameof(histories));
            }
        }

        return histories.Count > 0
            ? histories
            : throw new ArgumentException("There is no customer.", nameof(histories));
    }

    static string? Fault(PurchaseHistory one) =>
        one switch
        {
            { Frequency: < 0 } => $"frequency is {one.Frequency}, but is never negative.",
            _ when !(one.Recency >= 0 && double.IsFinite(one.Age) && one.Age >= one.Recency) => Invariant(
                $"recency is {one.Recency} and age {one.Age}, but 0 ≤ recency ≤ age."
            ),
            { Frequency: 0, Recency: > 0 } => Invariant(
                $"recency is {one.Recency} without a repeat: it is then 0."
            ),
            _ when !double.IsFinite(one.Spend) => Invariant($"spend is {one.Spend}, but must be a number."),
            _ => null,
        };

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
