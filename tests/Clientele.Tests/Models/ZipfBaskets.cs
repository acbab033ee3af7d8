using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Orders of a shop with very many products, few of which are bought often.</summary>
static class ZipfBaskets
{
    /// <summary>Baskets of items that are drawn by their rank.</summary>
    /// <param name="baskets">How many.</param>
    /// <param name="items">Numbers lie below; the lower, the more frequent.</param>
    /// <param name="mean">Lines of a basket, geometric; 1 or more.</param>
    /// <param name="exponent">The chance of an item is 1 / rank to the power of this.</param>
    /// <param name="seed">Equal seeds give equal baskets.</param>
    internal static BasketSet Of(int baskets, int items, double mean, double exponent, int seed)
    {
        var sums = new double[items];
        var sum = 0.0;
        for (var item = 0; item < items; item++)
        {
            sums[item] = sum += Math.Pow(item + 1, -exponent);
        }

        var random = new Random(seed);
        var (of, lines) = (new List<int>(), new List<int>());
        for (var basket = 0; basket < baskets; basket++)
        {
            do
            {
                of.Add(basket);
                var place = Array.BinarySearch(sums, random.NextDouble() * sum);
                lines.Add(Math.Min(items - 1, place < 0 ? ~place : place));
            } while (random.NextDouble() > 1 / mean);
        }

        return BasketSet.Of([.. of], [.. lines], baskets, items);
    }
}
