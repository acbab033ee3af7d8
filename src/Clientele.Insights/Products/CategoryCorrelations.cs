using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Which categories lie in the same orders.</summary>
/// <param name="Names">Of the categories, that of most orders first.</param>
/// <param name="Orders">Orders with each.</param>
/// <param name="Both">Orders with two, row after row.</param>
/// <param name="All">Orders that hold more than one product.</param>
sealed record CategoryCorrelations(string[] Names, int[] Orders, int[] Both, int All)
{
    const int Most = 15;

    /// <summary>Standard deviations to either side that hold 90 % of a normal law.</summary>
    const double Middle = 1.6448536269514722;

    /// <summary>Null where there are fewer than three categories.</summary>
    internal static CategoryCorrelations? Of(ShopBaskets shop)
    {
        var orders = Enumerable.Range(0, shop.Baskets.Count).Where(b => shop.Baskets[b].Length > 1).ToList();
        var held = orders
            .Select(b =>
                shop.Baskets[b]
                    .ToArray()
                    .Select(p => shop.Categories[p])
                    .Where(c => c.Length > 0)
                    .Distinct()
                    .ToArray()
            )
            .ToList();
        string[] names =
        [
            .. held.SelectMany(categories => categories)
                .CountBy(category => category)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(c => c.Key),
        ];
        if (names.Length < 3)
        {
            return null;
        }

        var places = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        var both = new int[names.Length * names.Length];
        foreach (var categories in held)
        {
            int[] own = [.. categories.Where(places.ContainsKey).Select(c => places[c])];
            foreach (var (a, b) in own.SelectMany(a => own.Select(b => (a, b))))
            {
                both[(a * names.Length) + b]++;
            }
        }

        return new CategoryCorrelations(
            names,
            [.. names.Select((_, i) => both[(i * names.Length) + i])],
            both,
            orders.Count
        );
    }

    /// <summary>Pearson's r of whether an order holds each: phi. NaN where one is in all orders.</summary>
    internal double Phi(int a, int b)
    {
        var (x, y, all) = ((double)Orders[a], (double)Orders[b], (double)All);
        return ((all * Both[(a * Names.Length) + b]) - (x * y)) / Math.Sqrt(x * (all - x) * y * (all - y));
    }

    /// <summary>The middle 90 % by Fisher's z.</summary>
    internal (double Low, double High) Range(int a, int b)
    {
        if (!(Math.Abs(Phi(a, b)) < 1) || All < 4)
        {
            return (Phi(a, b), Phi(a, b));
        }

        var (z, half) = (Math.Atanh(Phi(a, b)), Middle / Math.Sqrt(All - 3));
        return (Math.Tanh(z - half), Math.Tanh(z + half));
    }

    IEnumerable<(int A, int B)> Pairs =>
        Enumerable
            .Range(0, Names.Length)
            .SelectMany(a => Enumerable.Range(a + 1, Names.Length - a - 1).Select(b => (a, b)));

    internal Table Table() =>
        new(
            "category_correlations",
            [
                TableBuilding.Text("category_1", Pairs.Select(p => Names[p.A])),
                TableBuilding.Text("category_2", Pairs.Select(p => Names[p.B])),
                TableBuilding.Whole("orders_1", Pairs.Select(p => Orders[p.A])),
                TableBuilding.Whole("orders_2", Pairs.Select(p => Orders[p.B])),
                TableBuilding.Whole("orders_both", Pairs.Select(p => Both[(p.A * Names.Length) + p.B])),
                TableBuilding.Number("correlation", Pairs.Select(p => Phi(p.A, p.B))),
                TableBuilding.Number("correlation_low", Pairs.Select(p => Range(p.A, p.B).Low)),
                TableBuilding.Number("correlation_high", Pairs.Select(p => Range(p.A, p.B).High)),
            ]
        );

    internal HeatFigure Figure(NumberText numbers)
    {
        var (a, b) = Pairs
            .OrderByDescending(p => double.IsNaN(Phi(p.A, p.B)) ? -1 : Math.Abs(Phi(p.A, p.B)))
            .First();
        return new HeatFigure(
            "category_correlations",
            $"{Words.Label(Names[a])} and {Words.Label(Names[b])} are {(Phi(a, b) < 0 ? "least often in one order" : "most often in one order")}: correlation {numbers.Number(Phi(a, b))}",
            "Correlation of whether an order of two or more products holds each category: above 0 together more often than by chance, below 0 less often.",
            "category",
            "category",
            NumberFormat.Number,
            [.. Names.Select(Words.Label)],
            [.. Names.Select(Words.Label)],
            [
                .. Enumerable
                    .Range(0, Names.Length * Names.Length)
                    .Select(cell =>
                        cell / Names.Length == cell % Names.Length
                            ? double.NaN
                            : Phi(cell / Names.Length, cell % Names.Length)
                    ),
            ]
        )
        {
            Diverging = true,
        };
    }
}
