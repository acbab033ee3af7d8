using System.Numerics;
using System.Runtime.InteropServices;

namespace Clientele.Warehouse;

/// <summary>Makes the orders of one customer: when, and what is in them.</summary>
sealed class DemoOrders(DemoOptions options, DemoCalendar calendar, DemoCatalogue catalogue)
{
    /// <summary>Chance that a line is of the category for which the customer came.</summary>
    internal const double SameCategory = 0.65;

    /// <summary>Chance that a line is from the customer's favourite shelf of a category.</summary>
    const double FavouriteShelf = 0.4;

    const int MostTries = 4;

    /// <summary>Adds a registered customer's orders to a block.</summary>
    internal void Write(DemoCustomer customer, DemoBlock block)
    {
        var random = new DemoRandom(options.Seed, DemoPurpose.Orders, customer.Index);
        var dirt = new DemoMess(new DemoRandom(options.Seed, DemoPurpose.Mess, customer.Index));
        var bought = new List<short>();
        WriteOrder(customer, customer.FirstMinute, new(random, dirt, bought, block));
        var last = Math.Min(customer.DropOutDay, calendar.Days);
        foreach (var day in calendar.OrderDays(customer, customer.FirstDay + 1, last, random))
        {
            WriteOrder(customer, calendar.Minute(day, random), new(random, dirt, bought, block));
        }
    }

    /// <summary>Adds the order of someone without an account to a block.</summary>
    internal void WriteGuest(DemoCustomer guest, DemoRandom random, DemoBlock block) =>
        WriteOrder(guest, guest.FirstMinute, new(random, new DemoMess(random), [], block));

    void WriteOrder(DemoCustomer customer, int minute, DemoDesk desk)
    {
        var (block, first) = (desk.Block, desk.Block.Lines.Count);
        var day = minute / DemoCalendar.DayMinutes;
        var basket = Basket(customer, calendar.Month(day), desk);
        foreach (var product in basket)
        {
            desk.Mess.Add(Line(customer, product, day, desk.Random), block.Lines);
        }

        block.Pairs.Add(CollectionsMarshal.AsSpan(block.Lines)[first..]);
        desk.Mess.AddPostage(customer, block.Lines);
        desk.Bought.AddRange(basket);
        block.Orders.Add(
            new(minute, customer.Index, (byte)customer.Country, first, IsReturn: false)
            {
                Lines = block.Lines.Count - first,
            }
        );
    }

    List<short> Basket(DemoCustomer customer, int month, DemoDesk desk)
    {
        var random = desk.Random;
        // A Poisson with a gamma mean: most baskets are small, a few are large.
        var size = 1 + random.Poisson(random.Gamma(2) * (customer.Archetype.Lines - 1) / 2);
        var main = customer.DrawCategory(month, random);
        var basket = new List<short>(size + 1);
        for (var tries = 0; basket.Count < size && tries < MostTries * size; tries++)
        {
            var category = random.Chance(SameCategory) ? main : customer.DrawCategory(month, random);
            var product =
                desk.Bought.Count > 0 && random.Chance(customer.Archetype.Rebuy)
                    ? desk.Bought[random.Below(desk.Bought.Count)]
                    : Product(customer, category, random);
            Put(product, basket, random);
        }

        return basket;
    }

    /// <summary>Puts a product into the basket unless it is there, and perhaps its planted partner.</summary>
    void Put(short product, List<short> basket, DemoRandom random)
    {
        if (basket.Contains(product))
        {
            return;
        }

        basket.Add(product);
        var pair = catalogue.FirstOf(product);
        if (pair != 0)
        {
            var (_, second, chance) = catalogue.Pairs[BitOperations.TrailingZeroCount(pair)];
            if (random.Chance(chance))
            {
                Put((short)second, basket, random);
            }
        }
    }

    short Product(DemoCustomer customer, int category, DemoRandom random)
    {
        var shelf = random.Chance(FavouriteShelf)
            ? customer.Favourites[category]
            : catalogue.DrawShelf(category, random);
        return (short)catalogue.DrawProduct(customer.Kind, shelf, random);
    }

    DemoLine Line(DemoCustomer customer, short product, int day, DemoRandom random)
    {
        var thing = catalogue.Products[product];
        var off = random.Chance(customer.Discount) ? 10 + (5 * random.Below(5)) : 0;
        var list = thing.Pence * (100 + (DemoPrices.YearlyRise * DemoCalendar.Year(day))) / 100;
        return customer.Archetype.Wholesale
            ? new(product, DemoPrices.Packs(thing.Tier, random), list * (85 - off) / 100, DemoDirt.None)
            : new(product, DemoPrices.Quantity(thing.Tier, random), list * (100 - off) / 100, DemoDirt.None);
    }
}

/// <summary>What is at hand when an order is made.</summary>
/// <param name="Random">The customer's stream of orders.</param>
/// <param name="Mess">The dirt, with its own stream.</param>
/// <param name="Bought">Products that the customer has bought, one entry a line.</param>
/// <param name="Block">Where the order goes.</param>
sealed record DemoDesk(DemoRandom Random, DemoMess Mess, List<short> Bought, DemoBlock Block);

/// <summary>How many people take, and how prices rise.</summary>
static class DemoPrices
{
    /// <summary>Rise of list prices each year, in percent of the first year's.</summary>
    internal const int YearlyRise = 3;

    static readonly double[] OneIsEnough = [0.42, 0.6, 0.8];
    static readonly int[] PackSizes = [2, 4, 6, 12];
    static readonly DemoAlias PackWeights = new([30, 38, 22, 10]);

    /// <summary>Pieces that a household takes: more of cheap things.</summary>
    internal static int Quantity(int tier, DemoRandom random) => 1 + random.Geometric(OneIsEnough[tier]);

    /// <summary>Pieces that a trader takes.</summary>
    internal static int Packs(int tier, DemoRandom random) =>
        tier == 2 ? 2 + (2 * random.Below(3)) : PackSizes[PackWeights.Draw(random)];
}
