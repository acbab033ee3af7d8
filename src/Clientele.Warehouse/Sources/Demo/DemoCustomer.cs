namespace Clientele.Warehouse;

/// <summary>All that decides what one customer does. Lives while the customer's orders are made.</summary>
sealed record DemoCustomer
{
    /// <summary><see cref="Index"/> of those who buy without an account.</summary>
    internal const int Guest = -1;

    /// <summary><see cref="DropOutDay"/> of those who are still there at the end.</summary>
    internal const int Alive = int.MaxValue;

    /// <summary>Row in the customers' table.</summary>
    internal required int Index { get; init; }

    /// <summary>Index into <see cref="DemoArchetypes.All"/>.</summary>
    internal required int Kind { get; init; }

    /// <summary>Orders a day while the customer is there, in a mean season.</summary>
    internal double RatePerDay { get; init; }

    /// <summary>Hazard of leaving, a month.</summary>
    internal double DropOutRate { get; init; }

    /// <summary>Share of lines bought at a discount.</summary>
    internal double Discount { get; init; }

    /// <summary>Day of the first order, or of the registration of those who never buy.</summary>
    internal required int FirstDay { get; init; }

    /// <summary>Minute of the first order since the opening.</summary>
    internal required int FirstMinute { get; init; }

    /// <summary>Minute of registration since the opening; below 0 if before it.</summary>
    internal int Registered { get; init; }

    /// <summary>Whether the customer ever buys.</summary>
    internal bool Buys { get; init; } = true;

    /// <summary>First day without the customer.</summary>
    internal int DropOutDay { get; init; } = Alive;

    /// <summary>Index into <see cref="DemoPlaces.All"/>.</summary>
    internal required int Country { get; init; }

    /// <summary>Liking of each category.</summary>
    internal required double[] Taste { get; init; }

    /// <summary>The shelf of each category that the customer likes best.</summary>
    internal required int[] Favourites { get; init; }

    /// <summary>The kind of customer.</summary>
    internal DemoArchetype Archetype => DemoArchetypes.All[Kind];

    /// <summary>Whether orders go to the shop's own country.</summary>
    internal bool IsHome => Country == DemoPlaces.Home;

    /// <summary>A category, by the customer's taste and the month's.</summary>
    /// <param name="month">0 for January.</param>
    /// <param name="random">The customer's stream.</param>
    internal int DrawCategory(int month, DemoRandom random)
    {
        var sum = 0.0;
        for (var c = 0; c < Taste.Length; c++)
        {
            sum += Taste[c] * DemoCatalogue.Season(c, month);
        }

        var left = sum * random.Uniform();
        for (var c = 0; c < Taste.Length - 1; c++)
        {
            left -= Taste[c] * DemoCatalogue.Season(c, month);
            if (left < 0)
            {
                return c;
            }
        }

        return Taste.Length - 1;
    }
}
