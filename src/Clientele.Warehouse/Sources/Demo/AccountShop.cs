namespace Clientele.Warehouse;

/// <summary>A made-up retailer with account managers: what its customers spent by product type and quarter, and no date.</summary>
/// <remarks>
/// Two layers. Everybody makes a few trips, and some are regulars; that is where most customers lie close together. A few
/// large accounts buy far more, for reasons that measures share: they carry nearly all variance, as in real data of this kind.
/// Each reason has the same sizes in every shop, only for other customers, so that correlations hardly depend on the seed.
/// </remarks>
public static class AccountShop
{
    /// <summary>Of 20 customers one is not from the United States.</summary>
    const int HomeToAbroad = 19;

    /// <summary>Share of customers that one reason makes large.</summary>
    const double LargeShare = 0.003;

    /// <summary>The account of rank r has a size in proportion to r to the power of minus this.</summary>
    const double LargeExponent = 1.2;

    /// <summary>Standard deviations of a middling type's sales, of a quarter's orders and of a quarter's sales.</summary>
    const double TypeUnit = 70;
    const double OrderUnit = 3.5;
    const double SalesUnit = 200;

    /// <summary>Makes a shop. Pure: equal options give equal shops.</summary>
    /// <returns>First the customers of the United States, then the others.</returns>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its limits.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was called.</exception>
    public static AccountData Generate(AccountOptions options, CancellationToken cancel = default)
    {
        var home = options.Checked().Customers;
        var data = new AccountData(home + (home / HomeToAbroad));
        var trips = new AccountTrips();
        for (var i = 0; i < data.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            AccountPlaces.Write(data, i, i < home, new(options.Seed, DemoPurpose.AccountPlace, i));
            trips.Write(data[i], new(options.Seed, DemoPurpose.AccountTrips, i));
        }

        AddLarge(data, home, options.Seed);
        Round(data);
        return data;
    }

    /// <summary>Adds the large accounts, all of them at home.</summary>
    static void AddLarge(AccountData data, int home, int seed)
    {
        var sizes = Sizes(home);
        var units = Units();
        for (var reason = 0; reason < AccountMeasures.Shared + AccountMeasures.Count; reason++)
        {
            var own = reason - AccountMeasures.Shared;
            var accounts = Drawn(home, sizes.Length, new(seed, DemoPurpose.LargeAccounts, reason));
            for (var rank = 0; rank < sizes.Length; rank++)
            {
                var values = data[accounts[rank]];
                for (var m = 0; m < values.Length; m++)
                {
                    var loading =
                        own < 0 ? AccountMeasures.Loadings[m][reason]
                        : own == m ? AccountMeasures.Loadings[m][AccountMeasures.Shared]
                        : 0;
                    values[m] += sizes[rank] * loading * units[m];
                }
            }
        }
    }

    /// <summary>Sizes of the accounts that one reason makes large, in standard deviations over all customers.</summary>
    static double[] Sizes(int customers)
    {
        var count = Math.Max(2, (int)Math.Round(LargeShare * customers));
        double[] sizes = [.. Enumerable.Range(1, count).Select(r => Math.Pow(r, -LargeExponent))];
        var deviation = Math.Sqrt(sizes.Sum(s => s * s) / customers);
        return [.. sizes.Select(s => s / deviation)];
    }

    /// <summary>One a measure: what is bought more also varies more.</summary>
    static double[] Units()
    {
        var all = AccountMeasures.Popularity.Sum();
        return
        [
            .. AccountMeasures.Popularity.Select(p => TypeUnit * Math.Sqrt(p / all * AccountMeasures.Types)),
            .. AccountMeasures.Season.Select(s => OrderUnit * Math.Sqrt(s * AccountMeasures.Quarters)),
            .. AccountMeasures.Season.Select(s => SalesUnit * Math.Sqrt(s * AccountMeasures.Quarters)),
        ];
    }

    /// <summary>Different customers, in random order.</summary>
    static int[] Drawn(int customers, int count, DemoRandom random)
    {
        var seen = new HashSet<int>();
        var drawn = new int[count];
        for (var i = 0; i < count; )
        {
            var one = random.Below(customers);
            if (seen.Add(one))
            {
                drawn[i++] = one;
            }
        }

        return drawn;
    }

    /// <summary>Orders are whole, money has cents.</summary>
    static void Round(AccountData data)
    {
        for (var i = 0; i < data.Count; i++)
        {
            var values = data[i];
            for (var m = 0; m < values.Length; m++)
            {
                var isOrders = m is >= AccountMeasures.Orders and < AccountMeasures.Sales;
                values[m] = Math.Round(values[m], isOrders ? 0 : 2);
            }
        }
    }
}
