namespace Clientele.Warehouse;

/// <summary>Sends a part of what was bought back.</summary>
sealed class DemoReturns(DemoOptions options, DemoCalendar calendar, DemoCatalogue catalogue)
{
    /// <summary>Chance that something of an order comes back.</summary>
    internal const double OrderChance = 0.09;

    /// <summary>Chance of each line of such an order.</summary>
    const double LineChance = 0.4;

    /// <summary>Chance, an order, of a return for which no purchase is known.</summary>
    internal const double UnknownChance = 0.002;

    /// <summary>Adds the returns of a customer's orders, which are the last in the block.</summary>
    /// <param name="firstOrder">Where the customer's orders begin.</param>
    /// <param name="customer">Who bought.</param>
    /// <param name="block">Holds the orders, takes the returns.</param>
    internal void Write(DemoCustomer customer, int firstOrder, DemoBlock block)
    {
        var random = new DemoRandom(options.Seed, DemoPurpose.Returns, customer.Index);
        var orders = block.Orders.Count;
        for (var o = firstOrder; o < orders; o++)
        {
            var order = block.Orders[o];
            var minute = Later(order.Minute, random);
            if (random.Chance(UnknownChance) && minute < End)
            {
                WriteUnknown(order with { Minute = minute }, block, random);
            }
            else if (random.Chance(OrderChance) && minute < End)
            {
                WriteKnown(order, minute, block, random);
            }
        }
    }

    int End => calendar.Days * DemoCalendar.DayMinutes;

    /// <summary>Two days to six weeks after, in shop hours.</summary>
    int Later(int minute, DemoRandom random)
    {
        var day = (minute / DemoCalendar.DayMinutes) + 2 + Math.Min(40, (int)(9 * random.Exponential()));
        return calendar.Minute(day, random);
    }

    static void WriteKnown(DemoOrder order, int minute, DemoBlock block, DemoRandom random)
    {
        var first = block.Lines.Count;
        var must = random.Below(order.Lines);
        for (var l = 0; l < order.Lines; l++)
        {
            var line = block.Lines[order.FirstLine + l];
            if (line.IsSale && (l == must || random.Chance(LineChance)))
            {
                block.Lines.Add(line with { Quantity = -Part(line.Quantity, random), Spelling = 0 });
            }
        }

        Close(order with { Minute = minute }, first, block);
    }

    void WriteUnknown(DemoOrder order, DemoBlock block, DemoRandom random)
    {
        var product = random.Below(catalogue.Products.Length);
        block.Lines.Add(
            new((short)product, -1 - random.Below(2), catalogue.Products[product].Pence, DemoDirt.None)
        );
        Close(order, block.Lines.Count - 1, block);
    }

    static void Close(DemoOrder order, int first, DemoBlock block)
    {
        if (block.Lines.Count > first)
        {
            block.Orders.Add(
                order with
                {
                    FirstLine = first,
                    Lines = block.Lines.Count - first,
                    IsReturn = true,
                }
            );
        }
    }

    /// <summary>Mostly all of it.</summary>
    static int Part(int quantity, DemoRandom random) =>
        random.Chance(0.6) ? quantity : 1 + random.Below(quantity);
}
