using System.ComponentModel.DataAnnotations;

namespace Clientele.Insights;

/// <summary>What weighs an edge of the network of products.</summary>
public enum EdgeWeight
{
    /// <summary>Orders with both.</summary>
    Count,

    /// <summary>How many times as often as by chance both lie together.</summary>
    Lift,

    /// <summary>Digits of the chance that both lie together so often by chance.</summary>
    Significance,
}

/// <summary>What colours the products of the network.</summary>
public enum NetworkColour
{
    /// <summary>The community.</summary>
    Community,

    /// <summary>The category.</summary>
    Category,
}

/// <summary>How a network is laid out.</summary>
public enum NetworkLayout
{
    /// <summary>Edges pull, nodes push each other away: groups stand apart.</summary>
    Force,

    /// <summary>Distances are those of the shortest paths.</summary>
    Stress,
}

/// <summary>Settings of <see cref="Products"/>.</summary>
public sealed record ProductOptions
{
    /// <summary>Least share of all orders that hold all products of a rule.</summary>
    [Range(0.00001, 1.0)]
    public double MinSupport { get; init; } = 0.01;

    /// <summary>Most products of a rule, on both sides together.</summary>
    [Range(2, 10)]
    public int MaxLength { get; init; } = 3;

    /// <summary>Least confidence of a rule.</summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; init; }

    /// <summary>Orders that two products must share for an edge; 0 for one in 200 of all orders, and 5 at least.</summary>
    [Range(0, int.MaxValue)]
    public int EdgeOrders { get; init; }

    /// <summary>What weighs an edge.</summary>
    public EdgeWeight EdgeWeight { get; init; }

    /// <summary>How the network is laid out.</summary>
    public NetworkLayout Layout { get; init; }

    /// <summary>What colours the products of the network.</summary>
    public NetworkColour Colour { get; init; }

    /// <summary>Products of an order that are paired; of a larger order those that are bought most.</summary>
    [Range(2, 1_000_000)]
    public int MaxBasket { get; init; } = 1000;

    /// <summary>Above 1 for more and smaller communities of products, below for fewer and larger ones.</summary>
    [Range(0.0001, 10_000.0)]
    public double Resolution { get; init; } = 1;

    /// <summary>Days within which a product must follow another.</summary>
    [Range(1, 100_000)]
    public int WithinDays { get; init; } = 90;

    /// <summary>Customers who must have bought one product after the other; 0 for a hundredth of all customers, and 10 at least.</summary>
    [Range(0, int.MaxValue)]
    public int MinCustomers { get; init; }
}
