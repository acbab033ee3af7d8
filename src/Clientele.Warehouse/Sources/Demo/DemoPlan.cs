namespace Clientele.Warehouse;

/// <summary>The parts that make one shop. Shared by all threads; holds nothing that changes.</summary>
sealed class DemoPlan
{
    readonly DemoOptions _options;
    readonly DemoCustomers _customers;
    readonly DemoOrders _orders;
    readonly DemoReturns _returns;

    internal DemoPlan(DemoOptions options)
    {
        _options = options;
        Calendar = new(options);
        Catalogue = new(options.Seed);
        Browsing = new(options, Calendar, Catalogue);
        _customers = new(options, Calendar, Catalogue);
        _orders = new(options, Calendar, Catalogue);
        _returns = new(options, Calendar, Catalogue);
    }

    internal DemoCalendar Calendar { get; }

    internal DemoCatalogue Catalogue { get; }

    internal DemoBrowsing Browsing { get; }

    /// <summary>Makes a registered customer with all that follows.</summary>
    internal void WriteMember(int index, DemoPeople people, DemoBlock block)
    {
        var customer = _customers.Draw(index);
        var firstOrder = block.Orders.Count;
        people.Write(customer);
        if (customer.Buys)
        {
            _orders.Write(customer, block);
            _returns.Write(customer, firstOrder, block);
        }

        if (_options.Browsing)
        {
            Browsing.Write(customer, firstOrder, block);
        }
    }

    /// <summary>Makes an order without an account.</summary>
    internal void WriteGuest(int number, DemoBlock block)
    {
        var random = new DemoRandom(_options.Seed, DemoPurpose.Guest, number);
        _orders.WriteGuest(_customers.DrawGuest(random), random, block);
    }

    /// <summary>What was planted.</summary>
    internal DemoTruth Truth(DemoBlock[] blocks, DemoMessTruth mess, DemoPeople people) =>
        new()
        {
            Seed = _options.Seed,
            Start = _options.Start,
            Days = Calendar.Days,
            Segments = DemoArchetypes.All,
            Season = DemoArchetypes.ShopSeason,
            Weekday = DemoCalendar.Weekday,
            Hours = DemoCalendar.Hours,
            ArrivalGrowth = 1 + DemoCalendar.Growth,
            NeverBuyShare = DemoCustomers.NeverBuy,
            PopularityExponent = DemoCatalogue.ZipfExponent,
            YearlyPriceRisePercent = DemoPrices.YearlyRise,
            Categories = DemoCatalogue.Truth(),
            Pairs = Pairs(blocks).Truth(),
            Browsing = _options.Browsing ? DemoBrowsing.Truth : null,
            Mess = mess,
            Customers = people.Truth,
        };

    DemoPairCounts Pairs(DemoBlock[] blocks)
    {
        var counts = new DemoPairCounts(Catalogue);
        foreach (var block in blocks)
        {
            counts.Add(block.Pairs);
        }

        return counts;
    }
}
