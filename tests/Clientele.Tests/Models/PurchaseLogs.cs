using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Purchases for the tests of recommenders.</summary>
static class PurchaseLogs
{
    /// <summary>Customers of a few tastes who buy mostly of their own taste, and again what they bought before; half of the time every second item of a taste comes with the next.</summary>
    internal static PurchaseLog Planted(int customers, int items, int tastes, int seed, int baskets = 6)
    {
        var random = new Random(seed);
        var (who, what, when) = (new List<int>(), new List<int>(), new List<int>());
        for (var basket = 0; basket < customers * baskets; basket++)
        {
            var customer = basket % customers;
            var known = what.Where((_, line) => who[line] == customer).ToList();
            for (var line = 0; line < 4; line++)
            {
                var item =
                    known.Count > 0 && random.NextDouble() < 0.4 ? known[random.Next(known.Count)]
                    : random.NextDouble() < 0.8 ? (random.Next(items / tastes) * tastes) + (customer % tastes)
                    : random.Next(items);
                Add(item);
                if (item / tastes % 2 == 0 && item + tastes < items && random.NextDouble() < 0.5)
                {
                    Add(item + tastes);
                }

                void Add(int bought)
                {
                    who.Add(customer);
                    what.Add(bought);
                    when.Add(basket);
                }
            }
        }

        return PurchaseLog.Of([.. who], [.. what], [.. when], [], customers, items);
    }

    /// <summary>Lines of customer, item and basket.</summary>
    internal static PurchaseLog Of(
        int customers,
        int items,
        params (int Customer, int Item, int Basket)[] lines
    ) =>
        PurchaseLog.Of(
            [.. lines.Select(l => l.Customer)],
            [.. lines.Select(l => l.Item)],
            [.. lines.Select(l => l.Basket)],
            [],
            customers,
            items
        );

    internal static float[] Scores(ILearnedRecommender learned, PurchaseLog log, int customer)
    {
        var scores = new float[log.ItemCount];
        learned.Score(log, [customer], scores);
        return scores;
    }

    internal static int[] Ranked(
        ILearnedRecommender learned,
        PurchaseLog log,
        int customer,
        int count = 10
    ) => [.. RecommendationLists.Of(learned, log, [customer], count, new())[0].Select(r => r.Item)];
}
