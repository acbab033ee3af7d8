namespace Clientele.Warehouse;

/// <summary>A kind of customer, planted so that a segmentation can be held against it.</summary>
public sealed record DemoArchetype
{
    /// <summary>Such as loyal_heavy.</summary>
    public required string Name { get; init; }

    /// <summary>Part of all customers, in (0, 1).</summary>
    public required double Share { get; init; }

    /// <summary>Shape of the gamma distribution of buying rates.</summary>
    public required double RateShape { get; init; }

    /// <summary>Scale of the gamma distribution of buying rates, in orders a month of 365.25 / 12 days.</summary>
    public required double RateScale { get; init; }

    /// <summary>Shape of the gamma distribution of drop-out rates.</summary>
    public required double DropOutShape { get; init; }

    /// <summary>Scale of the gamma distribution of drop-out rates, a month; a lifetime is exponential with that rate.</summary>
    public required double DropOutScale { get; init; }

    /// <summary>Mean lines an order, before planted partners join.</summary>
    public required double Lines { get; init; }

    /// <summary>Chance that a line repeats a product that the customer has bought before.</summary>
    public required double Rebuy { get; init; }

    /// <summary>First shape of the beta distribution of the share of lines bought at a discount.</summary>
    public required double DiscountA { get; init; }

    /// <summary>Second shape of that distribution.</summary>
    public required double DiscountB { get; init; }

    /// <summary>Whether goods are bought by the pack, below list price.</summary>
    public bool Wholesale { get; init; }

    /// <summary>Liking of budget, mid and premium goods.</summary>
    public required IReadOnlyList<double> Tiers { get; init; }

    /// <summary>Liking of each category, in the order of <see cref="DemoTruth.Categories"/>; a customer's own taste varies around it.</summary>
    public required IReadOnlyList<double> Taste { get; init; }

    /// <summary>Multiplier of the buying rate in January to December; the mean is 1.</summary>
    public required IReadOnlyList<double> Season { get; init; }
}
