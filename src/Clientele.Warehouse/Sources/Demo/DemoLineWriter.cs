using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Puts the orders of all blocks in order of time and writes them down as columns.</summary>
sealed class DemoLineWriter(DemoPlan plan, DemoBlock[] blocks, string[] customerIds)
{
    const int FirstNumber = 100_001;
    const int Chunk = 4096;

    /// <summary>Orders by time, then by customer: the block and the place in it.</summary>
    readonly DemoSorted _sorted = new(
        [.. blocks.Select(b => b.Orders.Count)],
        (block, i) => blocks[block].Orders[i].Minute
    );

    /// <summary>The lines of all orders.</summary>
    internal DemoLineTable Write(ParallelOptions parallel)
    {
        var starts = new int[_sorted.Count + 1];
        for (var o = 0; o < _sorted.Count; o++)
        {
            starts[o + 1] = checked(starts[o] + Order(o).Lines);
        }

        var table = new DemoLineTable(starts[^1]);
        Parallel.For(
            0,
            (_sorted.Count + Chunk - 1) / Chunk,
            parallel,
            chunk =>
            {
                for (var o = chunk * Chunk; o < Math.Min((chunk + 1) * Chunk, _sorted.Count); o++)
                {
                    WriteOrder(o, starts[o], table);
                }
            }
        );
        return table;
    }

    /// <summary>Counts the planted dirt.</summary>
    internal DemoMessTruth Mess()
    {
        var lines = blocks.SelectMany(b => b.Lines);
        var (copies, free, misspelled, careless, postage) = (0, 0, 0, 0, 0);
        foreach (var line in lines)
        {
            copies += line.IsCopy ? 1 : 0;
            careless += line.IsCareless ? 1 : 0;
            free += line.Pence == 0 ? 1 : 0;
            misspelled += line.Spelling > 0 ? 1 : 0;
            postage += line.Product == DemoLine.Postage ? 1 : 0;
        }

        return new(copies, free, misspelled, careless, postage);
    }

    DemoOrder Order(int o)
    {
        var (block, i) = _sorted[o];
        return blocks[block].Orders[i];
    }

    void WriteOrder(int o, int row, DemoLineTable table)
    {
        var (order, lines) = (Order(o), blocks[_sorted[o].Block].Lines);
        var number = (FirstNumber + o).ToString(CultureInfo.InvariantCulture);
        var id = (order.IsReturn ? "C" : "D") + number;
        var customer = order.Customer == DemoCustomer.Guest ? null : customerIds[order.Customer];
        var at = plan.Calendar.At(order.Minute);
        for (var l = 0; l < order.Lines; l++)
        {
            var line = lines[order.FirstLine + l];
            table.OrderId[row + l] = id;
            table.CustomerId[row + l] = customer;
            table.OrderedAt[row + l] = at;
            table.Quantity[row + l] = line.Quantity;
            table.UnitPrice[row + l] = Money(line.Pence);
            table.Country[row + l] = DemoPlaces.Spell(order.Country, line.Spelling);
            WriteProduct(line, row + l, table);
        }
    }

    void WriteProduct(DemoLine line, int row, DemoLineTable table)
    {
        if (line.Product == DemoLine.Postage)
        {
            (table.ProductId[row], table.ProductName[row]) = ("POST", "Postage");
            return;
        }

        var product = plan.Catalogue.Products[line.Product];
        table.ProductId[row] = line.IsCareless ? product.CarelessId : product.Id;
        table.ProductName[row] = product.Name;
        table.Category[row] = product.CategoryName;
        table.SubCategory[row] = product.SubCategory;
    }

    internal static decimal Money(int pence) => new(pence, 0, 0, isNegative: false, scale: 2);
}

/// <summary>Things of several blocks by time; at the same time, in the order of the blocks.</summary>
sealed class DemoSorted
{
    readonly (int Block, int Index)[] _places;

    /// <summary>Sorts. O(n log n).</summary>
    /// <param name="counts">Number of things in each block.</param>
    /// <param name="time">Time of a thing, given its block and index: 0 … 2³¹ − 1.</param>
    internal DemoSorted(int[] counts, Func<int, int, int> time)
    {
        var total = checked(counts.Sum());
        var keys = new long[total];
        _places = new (int, int)[total];
        var place = 0;
        for (var block = 0; block < counts.Length; block++)
        {
            for (var i = 0; i < counts[block]; i++, place++)
            {
                // The place makes keys unique, so that the order does not hang on the sort.
                keys[place] = ((long)time(block, i) << 32) | (uint)place;
                _places[place] = (block, i);
            }
        }

        Array.Sort(keys, _places);
    }

    internal int Count => _places.Length;

    internal (int Block, int Index) this[int rank] => _places[rank];
}
