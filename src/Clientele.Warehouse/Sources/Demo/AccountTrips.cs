namespace Clientele.Warehouse;

/// <summary>What ordinary customers buy: few orders, mostly of one type and often in one quarter.</summary>
sealed class AccountTrips
{
    /// <summary>Share of customers who come often.</summary>
    const double Regulars = 0.16;

    /// <summary>Orders of a regular: at least so many, and on average so many more.</summary>
    const int LeastOfRegulars = 4;
    const double MoreOfRegulars = 4;

    /// <summary>Chance that an occasional customer does not come again, each time.</summary>
    const double Stops = 0.5;

    /// <summary>Share of orders of one cheap thing at a fixed price: that is how customers come to be just alike.</summary>
    const double FixedShare = 0.03;

    /// <summary>Types of an order beyond the first.</summary>
    const double MoreTypes = 0.7;

    /// <summary>How often the favorite type and the favorite quarter are taken.</summary>
    const double FavoriteType = 0.45;
    const double FavoriteQuarter = 0.35;

    /// <summary>Logarithm of the money that an order brings of a type: its middle, and how it varies by order and by customer.</summary>
    const double Money = 3.05;
    const double ByOrder = 0.9;
    const double ByCustomer = 0.5;

    readonly DemoAlias _types = new(AccountMeasures.Popularity);
    readonly DemoAlias _quarters = new(AccountMeasures.Season);

    /// <summary>Adds a customer's trips.</summary>
    internal void Write(Span<double> values, DemoRandom random)
    {
        var orders = random.Chance(Regulars)
            ? LeastOfRegulars + random.Poisson(MoreOfRegulars * random.Exponential())
            : 1 + random.Geometric(Stops);
        var (type, quarter) = (_types.Draw(random), random.Below(AccountMeasures.Quarters));
        var size = Math.Exp(ByCustomer * random.Normal());
        for (var i = 0; i < orders; i++)
        {
            Order(
                values,
                random.Chance(FavoriteQuarter) ? quarter : _quarters.Draw(random),
                (type, size),
                random
            );
        }
    }

    void Order(Span<double> values, int quarter, (int Type, double Size) customer, DemoRandom random)
    {
        values[AccountMeasures.Orders + quarter]++;
        if (random.Chance(FixedShare))
        {
            var one = _types.Draw(random);
            Add(values, one, quarter, 10 + (5 * (AccountMeasures.Rank(one) % 3)));
            return;
        }

        for (var more = random.Poisson(MoreTypes); more >= 0; more--)
        {
            var type = random.Chance(FavoriteType) ? customer.Type : _types.Draw(random);
            Add(values, type, quarter, customer.Size * Math.Exp(Money + (ByOrder * random.Normal())));
        }
    }

    static void Add(Span<double> values, int type, int quarter, double money)
    {
        values[type] += money;
        values[AccountMeasures.Sales + quarter] += money;
    }
}
