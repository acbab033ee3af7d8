using System.Globalization;

namespace Clientele.Tests;

/// <summary>Shops that are small enough to reason about.</summary>
static class SmallShops
{
    /// <summary>Customer i orders 1 + i mod 5 times, 40 days apart, for 10 + i an order, beginning on day i of 2023.</summary>
    internal static TestShop Regular(int customers) =>
        TestShop.Of(
            from i in Enumerable.Range(0, customers)
            from visit in Enumerable.Range(0, 1 + (i % 5))
            let day = new DateOnly(2023, 1, 1).AddDays((i % 90) + (40 * visit))
            select string.Create(
                CultureInfo.InvariantCulture,
                $"{(i * 10) + visit},c{i:000},{day:yyyy-MM-dd} {8 + (i % 12):00}:00:00,p{i % 7},Product {i % 7},1,{10 + i},{(i % 3 == 0 ? "France" : "Spain")}"
            )
        );

    /// <summary>Orders of a peer's published test: customer, day, amount.</summary>
    internal static TestShop Published(DateOnly asOf) =>
        TestShop.Of(
            new (int Customer, string Day, double Amount)[]
            {
                (1, "2023-01-15", 3.23),
                (2, "2023-01-20", 3.35),
                (3, "2023-02-05", 6.0),
                (1, "2023-02-10", 4.5),
                (2, "2023-03-01", 5.1),
                (3, "2023-03-15", 7.2),
                (1, "2023-03-20", 3.8),
                (2, "2023-04-10", 4.9),
                (3, "2023-04-25", 6.5),
                (4, "2023-05-05", 2.1),
                (5, "2023-05-20", 8.0),
                (4, "2023-06-10", 3.5),
            }.Select(
                (o, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{i},{o.Customer},{o.Day} 10:00:00,p,Product,1,{o.Amount},France"
                    )
            ),
            asOf: asOf
        );
}
