using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What the named customers of a shop bought, for recommenders.</summary>
/// <param name="Shop">Its baskets and products.</param>
/// <param name="Log">Customers in the order of the study's; products as in the baskets; a line weighs 1 order.</param>
/// <param name="LineDays">Days of the lines of the baskets, since 1970.</param>
/// <param name="AsOfDay">The day of as-of, since 1970.</param>
sealed record ShopPurchases(ShopBaskets Shop, PurchaseLog Log, double[] LineDays, int AsOfDay)
{
    /// <summary>Groups of customers in which popularity is counted.</summary>
    const int SegmentCount = 3;

    internal static ShopPurchases Of(Study study)
    {
        var shop = ShopBaskets.Of(study);
        var customers = shop.Lines.Numbers("customer");
        int[] named = [.. Enumerable.Range(0, customers.Length).Where(line => customers[line] >= 0)];
        int[] Column(string name)
        {
            var values = shop.Lines.Numbers(name);
            return [.. named.Select(line => (int)values[line])];
        }

        return new ShopPurchases(
            shop,
            PurchaseLog.Of(
                Column("customer"),
                Column("product"),
                Column("basket"),
                [],
                study.Customers.Rows,
                shop.Ids.Length
            ),
            shop.Lines.Numbers("day"),
            (study.Moment.AsOf.Date - DateTime.UnixEpoch.Date).Days
        );
    }

    /// <summary>What was bought before a day, with segments that know nothing of later.</summary>
    internal PurchaseLog Before(int day, int seed, CancellationToken cancel)
    {
        var cut = BasketOf(day);
        var log = Log.Between(0, cut);
        return log.Segmented(Segments(log, cut, seed, cancel));
    }

    /// <summary>What was bought from a day on.</summary>
    internal PurchaseLog From(int day) => Log.Between(BasketOf(day), int.MaxValue);

    /// <summary>The first basket of a day or later: baskets are numbered in the order of time.</summary>
    int BasketOf(int day)
    {
        var line = Array.FindIndex(LineDays, d => d >= day);
        return line < 0 ? int.MaxValue : (int)Shop.Lines.Numbers("basket")[line];
    }

    /// <summary>Customers grouped by how often, how much and how lately they bought.</summary>
    static int[] Segments(PurchaseLog log, int cut, int seed, CancellationToken cancel)
    {
        int[] buyers = [.. Enumerable.Range(0, log.Customers).Where(c => log.Items(c).Length > 0)];
        var segments = new int[log.Customers];
        if (buyers.Length < SegmentCount)
        {
            return segments;
        }

        var points = new Matrix(buyers.Length, 3);
        for (var i = 0; i < buyers.Length; i++)
        {
            var baskets = log.Baskets(buyers[i]).ToArray();
            points[i][0] = Math.Log(baskets.Distinct().Count());
            points[i][1] = Math.Log(baskets.Length);
            // Baskets since the last, as a share of all: lateness without a calendar.
            points[i][2] = (double)baskets[^1] / Math.Max(1, Math.Min(cut, log.LastBasket + 1));
        }

        var scaled = new Scaler(new()).Fit(points).Apply(points);
        var labels = new KMeans(new() { Clusters = SegmentCount, Seed = seed }).Fit(scaled, cancel).Labels;
        for (var i = 0; i < buyers.Length; i++)
        {
            segments[buyers[i]] = labels[i];
        }

        return segments;
    }

    /// <summary>What may be recommended on a day: what was sold before it, and lately, and is not barred.</summary>
    internal RecommendationFilter Filter(int day, RecommendationOptions options)
    {
        var last = new double[Shop.Ids.Length];
        Array.Fill(last, double.NegativeInfinity);
        var products = Shop.Lines.Numbers("product");
        for (var line = 0; line < LineDays.Length; line++)
        {
            if (LineDays[line] < day)
            {
                last[(int)products[line]] = Math.Max(last[(int)products[line]], LineDays[line]);
            }
        }

        var (barred, closed) = (
            options.ExcludedCategories.ToHashSet(StringComparer.OrdinalIgnoreCase),
            options.OutOfStock.ToHashSet(StringComparer.Ordinal)
        );
        var margins = Shop.Goods.Numbers("margin");
        return new RecommendationFilter
        {
            AllowRepeats = options.AllowRepeats,
            Offered =
            [
                .. last.Select(
                    (sold, product) =>
                        sold >= (options.SoldWithinDays > 0 ? day - options.SoldWithinDays : double.MinValue)
                        && !barred.Contains(Shop.Categories[product])
                        && !closed.Contains(Shop.Ids[product])
                        && (options.MinMargin is not { } least || margins[product] >= least)
                ),
            ],
        };
    }
}
