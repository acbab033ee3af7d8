using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Counts visits around orders that stand alone: none of the same customer within two weeks of them.</summary>
static class DemoVisits
{
    const int Alone = 14;

    /// <summary>Visits in the week before an order, in the week before that, and of each those about the order's sections.</summary>
    internal static (int Before, int Earlier, (int Before, int Earlier) About) AroundLoneOrders(
        DemoData shop,
        List<DemoOrderRead> orders
    )
    {
        var visits = ByCustomer(shop.Sessions!);
        var sections = Sections(shop);
        var (before, earlier, beforeAbout, earlierAbout) = (0, 0, 0, 0);
        foreach (var (customer, own) in DemoReading.ByCustomer(orders))
        {
            foreach (var order in Lone(own).Where(_ => visits.ContainsKey(customer)))
            {
                HashSet<int> about = [.. order.Products.Select(p => sections[p])];
                foreach (var (at, section) in visits[customer])
                {
                    var days = (order.At.Date - at.Date).TotalDays;
                    var (near, far) = (at < order.At && days < 7, days is >= 7 and < 14);
                    before += near ? 1 : 0;
                    earlier += far ? 1 : 0;
                    beforeAbout += near && about.Contains(section) ? 1 : 0;
                    earlierAbout += far && about.Contains(section) ? 1 : 0;
                }
            }
        }

        return (before, earlier, (beforeAbout, earlierAbout));
    }

    static IEnumerable<DemoOrderRead> Lone(List<DemoOrderRead> own) =>
        own.Skip(1)
            .Where((o, i) => (o.At - own[i].At).TotalDays > Alone + 1)
            .Where(o => own.TrueForAll(other => other == o || Math.Abs((other.At - o.At).TotalDays) > Alone));

    static Dictionary<string, int> Sections(DemoData shop)
    {
        var sections = shop.Truth.Categories.ToDictionary(c => c.Name, c => c.Section);
        return shop
            .Products.ProductId.Zip(shop.Products.Category)
            .ToDictionary(p => p.First, p => sections[p.Second]);
    }

    /// <summary>Start and first section of each visit of a customer who is logged in.</summary>
    static Dictionary<string, List<(DateTime At, int Section)>> ByCustomer(DemoSessionTable visits) =>
        Enumerable
            .Range(0, visits.Count)
            .Where(i => visits.CustomerId[i] != null)
            .Where(i => i == 0 || visits.SessionId[i] != visits.SessionId[i - 1])
            .GroupBy(i => visits.CustomerId[i]!)
            .ToDictionary(g => g.Key, g => g.Select(i => (visits.StartedAt[i], visits.Category[i])).ToList());
}
