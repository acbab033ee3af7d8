using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Makes the people: who they are, how often they buy and when they leave.</summary>
sealed class DemoCustomers(DemoOptions options, DemoCalendar calendar, DemoCatalogue catalogue)
{
    /// <summary>Share of customers who register and never buy.</summary>
    internal const double NeverBuy = 0.06;

    /// <summary>How close a customer's taste is to the kind's: more is closer.</summary>
    const double Closeness = 0.8;

    static readonly DemoAlias Kinds = new([.. DemoArchetypes.All.Select(kind => kind.Share)]);

    /// <summary>A registered customer: the same whatever the number of others.</summary>
    internal DemoCustomer Draw(int index)
    {
        var random = new DemoRandom(options.Seed, DemoPurpose.Customer, index);
        var kind = Kinds.Draw(random);
        var archetype = DemoArchetypes.All[kind];
        var day = calendar.Arrival(random);
        var minute = calendar.Minute(day, random);
        var dropOut = archetype.DropOutScale * random.Gamma(archetype.DropOutShape);
        var buys = !random.Chance(NeverBuy);
        return new DemoCustomer
        {
            Index = index,
            Kind = kind,
            RatePerDay = archetype.RateScale * random.Gamma(archetype.RateShape) / DemoCalendar.MonthDays,
            DropOutRate = dropOut,
            Discount = random.Beta(archetype.DiscountA, archetype.DiscountB),
            FirstDay = day,
            FirstMinute = minute,
            Buys = buys,
            DropOutDay = buys ? LastDay(day, dropOut, random) : day,
            Registered = minute - Wait(random),
            Country = DemoPlaces.Draw(random),
            Taste = Taste(archetype, random),
            Favourites = Favourites(random),
        };
    }

    /// <summary>Someone who buys once without an account.</summary>
    internal DemoCustomer DrawGuest(DemoRandom random)
    {
        var day = calendar.Arrival(random);
        return new DemoCustomer
        {
            Index = DemoCustomer.Guest,
            Kind = DemoArchetypes.Guest,
            Discount = 0.1,
            FirstDay = day,
            FirstMinute = calendar.Minute(day, random),
            DropOutDay = day + 1,
            Country = DemoPlaces.Draw(random),
            Taste = Taste(DemoArchetypes.OneTimer, random),
            Favourites = Favourites(random),
        };
    }

    /// <summary>The customer as the test's truth tells it.</summary>
    internal static DemoCustomerTruth Truth(DemoCustomer customer, string id) =>
        new(
            id,
            customer.Archetype.Name,
            customer.RatePerDay * DemoCalendar.MonthDays,
            customer.DropOutRate,
            customer.Buys ? customer.FirstDay : null,
            customer.DropOutDay == DemoCustomer.Alive ? null : customer.DropOutDay
        );

    /// <summary>The id in the shop's own files.</summary>
    internal static string Id(int index) => (10_001 + index).ToString(CultureInfo.InvariantCulture);

    int LastDay(int firstDay, double ratePerMonth, DemoRandom random)
    {
        var stays = random.Exponential() / ratePerMonth * DemoCalendar.MonthDays;
        return stays < calendar.Days - firstDay - 1 ? firstDay + 1 + (int)stays : DemoCustomer.Alive;
    }

    /// <summary>Minutes from registration to the first order: over half order at once.</summary>
    static int Wait(DemoRandom random) =>
        random.Chance(0.55)
            ? 3 + random.Below(40)
            : 60 + (int)(9 * DemoCalendar.DayMinutes * random.Exponential());

    static double[] Taste(DemoArchetype archetype, DemoRandom random)
    {
        var taste = new double[archetype.Taste.Count];
        for (var c = 0; c < taste.Length; c++)
        {
            taste[c] = random.Gamma(Closeness * archetype.Taste[c]);
        }

        return taste;
    }

    int[] Favourites(DemoRandom random)
    {
        var favourites = new int[DemoWords.Categories.Length];
        for (var c = 0; c < favourites.Length; c++)
        {
            favourites[c] = catalogue.DrawShelf(c, random);
        }

        return favourites;
    }
}
