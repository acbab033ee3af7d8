namespace Clientele.Models;

/// <summary>Learns from what customers bought what they may buy next.</summary>
public interface IRecommender
{
    /// <summary>Its name, in snake_case.</summary>
    string Name { get; }

    /// <summary>Learns.</summary>
    /// <param name="log">What customers bought.</param>
    /// <param name="cancel">Stops the work.</param>
    ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default);
}

/// <summary>What a recommender learned: it scores items for any customer of whom it is told what was bought.</summary>
public interface ILearnedRecommender
{
    /// <summary>Scores all items for some customers.</summary>
    /// <param name="log">What they bought, of the same items as were learned from; not necessarily the same customers.</param>
    /// <param name="customers">Their numbers.</param>
    /// <param name="scores">A row a customer, a column an item: greater is better, <see cref="float.NegativeInfinity"/> says nothing for it.</param>
    void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores);

    /// <summary>Of what a customer bought, what speaks most for an item; -1 if no single one does.</summary>
    int Because(PurchaseLog log, int customer, int item) => -1;
}

/// <summary>An item for a customer.</summary>
/// <param name="Item">Its number.</param>
/// <param name="Score">Greater is better; recommenders have scales of their own.</param>
public readonly record struct Recommendation(int Item, float Score);

/// <summary>What may be recommended.</summary>
public sealed record RecommendationFilter
{
    /// <summary>Of each item whether it is offered; null if all are.</summary>
    public IReadOnlyList<bool>? Offered { get; init; }

    /// <summary>Whether what a customer already bought may be recommended again.</summary>
    public bool AllowRepeats { get; init; } = true;
}
