using System.ComponentModel.DataAnnotations;

namespace Clientele.Insights;

/// <summary>Settings of <see cref="Recommendations"/>.</summary>
public sealed record RecommendationOptions
{
    /// <summary>Products that a customer is offered, and places of a list that are judged.</summary>
    [Range(1, 100)]
    public int Top { get; init; } = 10;

    /// <summary>Last days before as-of that recommenders are judged by, and do not learn from while they are.</summary>
    [Range(1, 3650)]
    public int HorizonDays { get; init; } = 60;

    /// <summary>Whether what a customer bought before may be recommended again.</summary>
    public bool AllowRepeats { get; init; } = true;

    /// <summary>A product that was not sold for so many days counts as out of stock; 0 for never.</summary>
    [Range(0, 100_000)]
    public int SoldWithinDays { get; init; } = 180;

    /// <summary>Ids of products that are out of stock.</summary>
    public IReadOnlyList<string> OutOfStock { get; init; } = [];

    /// <summary>Categories of which nothing is recommended.</summary>
    public IReadOnlyList<string> ExcludedCategories { get; init; } = [];

    /// <summary>Least share of a product's revenue that is not its cost; products whose cost is unknown are then left out. Empty for none.</summary>
    [Range(-10.0, 1.0)]
    public double? MinMargin { get; init; }
}
