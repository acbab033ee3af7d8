namespace Clientele.Warehouse;

/// <summary>The kinds of customers that the demo shop has.</summary>
static class DemoArchetypes
{
    /// <summary>Multiplier of the shop's orders in January to December; the mean is 1.</summary>
    internal static readonly double[] ShopSeason =
    [
        0.75,
        0.75,
        0.85,
        0.85,
        0.9,
        0.85,
        0.8,
        0.85,
        1,
        1.15,
        1.7,
        1.55,
    ];

    internal static readonly DemoArchetype LoyalHeavy = new()
    {
        Name = "loyal_heavy",
        Share = 0.09,
        RateShape = 4,
        RateScale = 0.33,
        DropOutShape = 3,
        DropOutScale = 0.0125,
        Lines = 5,
        Rebuy = 0.3,
        DiscountA = 1,
        DiscountB = 9,
        Tiers = [0.8, 1, 1.4],
        Taste = [3, 2.5, 2, 1, 1, 1, 1, 1],
        Season = ShopSeason,
    };

    internal static readonly DemoArchetype SteadyRegular = new()
    {
        Name = "steady_regular",
        Share = 0.29,
        RateShape = 3,
        RateScale = 0.24,
        DropOutShape = 3,
        DropOutScale = 0.021,
        Lines = 4.2,
        Rebuy = 0.25,
        DiscountA = 1,
        DiscountB = 9,
        Tiers = [1, 1, 0.8],
        Taste = [2, 1.5, 2, 1.5, 1.5, 1, 1, 0.8],
        Season = ShopSeason,
    };

    internal static readonly DemoArchetype BargainHunter = new()
    {
        Name = "bargain_hunter",
        Share = 0.14,
        RateShape = 2,
        RateScale = 0.2,
        DropOutShape = 3,
        DropOutScale = 0.04,
        Lines = 3.2,
        Rebuy = 0.1,
        DiscountA = 6,
        DiscountB = 4,
        Tiers = [3, 1, 0.15],
        Taste = [1, 0.5, 1.5, 0.7, 2, 3, 1, 1],
        Season = [1.6, 1.1, 0.8, 0.8, 0.8, 0.9, 1.2, 0.9, 0.8, 0.8, 1.3, 1],
    };

    internal static readonly DemoArchetype GiftBuyer = new()
    {
        Name = "seasonal_gift",
        Share = 0.18,
        RateShape = 2,
        RateScale = 0.14,
        DropOutShape = 3,
        DropOutScale = 0.014,
        Lines = 4.5,
        Rebuy = 0.05,
        DiscountA = 1,
        DiscountB = 9,
        Tiers = [0.7, 1.2, 1.2],
        Taste = [0.5, 0.8, 1.5, 0.5, 1, 1.5, 2.5, 4],
        Season = [0.3, 0.7, 0.5, 0.4, 0.6, 0.4, 0.3, 0.3, 0.5, 1.2, 3.6, 3.2],
    };

    internal static readonly DemoArchetype OneTimer = new()
    {
        Name = "one_timer",
        Share = 0.265,
        RateShape = 1,
        RateScale = 0.2,
        DropOutShape = 3,
        DropOutScale = 1,
        Lines = 2.8,
        Rebuy = 0,
        DiscountA = 2,
        DiscountB = 8,
        Tiers = [1.5, 1, 0.5],
        Taste = [1, 1, 1, 1, 1, 1, 1.2, 1.5],
        Season = ShopSeason,
    };

    internal static readonly DemoArchetype Wholesale = new()
    {
        Name = "wholesale",
        Share = 0.035,
        RateShape = 3,
        RateScale = 0.4,
        DropOutShape = 3,
        DropOutScale = 0.0125,
        Lines = 6.5,
        Rebuy = 0.45,
        DiscountA = 1,
        DiscountB = 19,
        Wholesale = true,
        Tiers = [1.6, 1, 0.3],
        Taste = [2, 1, 1.5, 0.7, 2, 2, 1, 1.5],
        Season = [0.8, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 1.1, 1.4, 1.5, 1.2, 0.7],
    };

    /// <summary>In the order in which <see cref="DemoTruth"/> lists them.</summary>
    internal static readonly DemoArchetype[] All =
    [
        LoyalHeavy,
        SteadyRegular,
        BargainHunter,
        GiftBuyer,
        OneTimer,
        Wholesale,
    ];

    /// <summary>The kind of those who buy without an account: index into <see cref="All"/>.</summary>
    internal const int Guest = 4;
}
