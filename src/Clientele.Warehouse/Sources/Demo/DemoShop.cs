namespace Clientele.Warehouse;

/// <summary>A made-up gift and home shop with planted facts, for trying Clientele without data of one's own.</summary>
public static class DemoShop
{
    /// <summary>Customers made by one thread at a time. Blocks, not threads, decide the order of everything.</summary>
    const int BlockSize = 256;

    /// <summary>Share of orders without an account.</summary>
    const double GuestShare = 0.08;

    /// <summary>Makes a shop. Pure: equal options give equal shops, with any number of threads.</summary>
    /// <returns>For the default options about 124,000 lines in about 26,500 orders, and 181,000 events of 87,000 visits.</returns>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its limits.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was called.</exception>
    /// <remarks>
    /// Time and memory in proportion to what is made: at its peak about 330 bytes a line, visits included.
    /// A customer behaves the same whatever the number of others; order numbers follow the clock of the whole shop.
    /// </remarks>
    public static DemoData Generate(DemoOptions options, CancellationToken cancel = default)
    {
        var plan = new DemoPlan(options.Checked());
        var parallel = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = options.Threads == 0 ? Environment.ProcessorCount : options.Threads,
        };
        var people = new DemoPeople(options, plan.Calendar);
        var blocks = Blocks(plan, people, parallel);
        var ids = people.Table.CustomerId;
        var writer = new DemoLineWriter(plan, blocks, ids);
        return new(
            writer.Write(parallel),
            people.Table,
            Products(plan.Catalogue),
            options.Browsing ? new DemoSessionWriter(plan, blocks, ids).Write(parallel) : null,
            plan.Truth(blocks, writer.Mess(), people)
        );
    }

    /// <summary>All that happens in the shop: first by customers, then by guests, then by strangers.</summary>
    static DemoBlock[] Blocks(DemoPlan plan, DemoPeople people, ParallelOptions parallel)
    {
        var members = Fill(
            people.Table.Count,
            (i, block) => plan.WriteMember(i, people, block),
            plan,
            parallel
        );
        var guests = Fill(Guests(members), plan.WriteGuest, plan, parallel);
        var strangers = Fill(Strangers(members), plan.Browsing.WriteStranger, plan, parallel);
        return [.. members, .. guests, .. strangers];
    }

    static DemoBlock[] Fill(int count, Action<int, DemoBlock> write, DemoPlan plan, ParallelOptions parallel)
    {
        var blocks = new DemoBlock[(count + BlockSize - 1) / BlockSize];
        Parallel.For(
            0,
            blocks.Length,
            parallel,
            b =>
            {
                var block = new DemoBlock(plan.Catalogue);
                for (var i = b * BlockSize; i < Math.Min((b + 1) * BlockSize, count); i++)
                {
                    write(i, block);
                }

                blocks[b] = block;
            }
        );
        return blocks;
    }

    static int Guests(DemoBlock[] members) =>
        (int)(members.Sum(b => (double)b.Orders.Count(o => !o.IsReturn)) * GuestShare / (1 - GuestShare));

    static int Strangers(DemoBlock[] members) =>
        (int)(members.Sum(b => (double)b.Visits.Count) * DemoBrowsing.Strangers);

    static DemoProductTable Products(DemoCatalogue catalogue)
    {
        var table = new DemoProductTable(catalogue.Products.Length);
        for (var i = 0; i < table.Count; i++)
        {
            var product = catalogue.Products[i];
            table.ProductId[i] = product.Id;
            table.Name[i] = product.Name;
            table.Category[i] = product.CategoryName;
            table.SubCategory[i] = product.SubCategory;
            table.Cost[i] = DemoLineWriter.Money(product.CostPence);
            table.ListPrice[i] = DemoLineWriter.Money(product.Pence);
            table.PriceTier[i] = DemoCatalogue.Tiers[product.Tier];
        }

        return table;
    }
}
