using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of the shop's sales.</summary>
sealed class ProfileFigures(NumberText numbers)
{
    const int MostBars = 12;

    /// <summary>Among fewer customers, two measures go together by chance.</summary>
    const int FewestForCorrelations = 10;

    internal IEnumerable<Figure> All(Study study, Sales sales, ProfileCorrelations correlations)
    {
        var times = new SalesTimes(numbers);
        yield return times.Months(study.Features(SalesProfiles.Monthly));
        yield return times.Days(study.Features(SalesProfiles.Daily), sales);
        yield return times.WeekdayHours(study.Features(SalesProfiles.WeekdayHours));
        var countries = study.Features(SalesProfiles.Countries);
        if (countries.Texts("country").Any(c => c.Length > 0))
        {
            yield return Countries(countries);
        }

        if (study.Features(SalesProfiles.Products) is { Rows: > 0 } products)
        {
            yield return Products(products, sales);
        }

        yield return OrderValues(study.Features(SalesProfiles.OrderValues));
        if (study.Customers.Rows >= FewestForCorrelations && correlations.Strongest is { } strongest)
        {
            yield return Correlations(correlations, strongest);
        }
    }

    BarFigure Countries(Table countries)
    {
        var known = countries.Texts("country");
        var share = countries.Numbers("revenue_share");
        var first = Array.FindIndex(known, c => c.Length > 0);
        var name = Words.Label(known[first]);
        return new(
            "countries",
            known.Length == 1 ? $"All revenue comes from {name}"
                : first == 0 ? $"{name} brings {numbers.Share(share[0])} of revenue"
                : $"{numbers.Share(share[0])} of revenue names no country; of those named, {name} brings most, {numbers.Share(share[first])}",
            known.Length <= MostBars
                ? "Share of revenue by country."
                : $"Share of revenue by country, the {MostBars} largest of {numbers.Count(known.Length)}.",
            "share of revenue",
            NumberFormat.Share,
            [
                .. known
                    .Take(MostBars)
                    .Select((n, i) => new Bar(n.Length == 0 ? "not named" : Words.Label(n), share[i])),
            ]
        );
    }

    BarFigure Products(Table products, Sales sales)
    {
        var names = products.Texts("name");
        var revenue = products.Numbers("revenue");
        return new(
            "products",
            ProductTitle(names, revenue, sales),
            products.Rows <= MostBars
                ? "Revenue by product."
                : $"Revenue of the {MostBars} products that bring most.",
            "revenue",
            NumberFormat.Money,
            [.. names.Take(MostBars).Select((n, i) => new Bar(Words.Label(n), revenue[i]))]
        );
    }

    string ProductTitle(string[] names, double[] revenue, Sales sales)
    {
        var tenth = names.Length / 10;
        string Share(int count) => numbers.Share(revenue.Take(count).Sum() / sales.Revenue);
        return tenth > 0
                ? $"The best tenth of the products, {numbers.Count(tenth)} of {numbers.Count(names.Length)}, {Words.For(tenth, "brings", "bring")} {Share(tenth)} of revenue"
            : names.Length == 1 ? $"{Words.Label(names[0])} is the only product"
            : Leader.Of(revenue).Shared
                ? $"No product brings more than {Words.Label(names[0])}: {Share(1)} of revenue"
            : $"{Words.Label(names[0])} brings most, {Share(1)} of revenue";
    }

    HistogramFigure OrderValues(Table orders)
    {
        var values = orders.Numbers("amount");
        var edges = Histograms.OneTwoFive(values);
        return new(
            "order_values",
            OrderTitle(values),
            "Number of orders by their worth; the steps grow with it, from 1 to 2, 5, 10, 20, 50 and so on.",
            "worth of an order",
            "orders",
            NumberFormat.Money,
            edges,
            Histograms.Count(values, edges)
        );
    }

    string OrderTitle(double[] values)
    {
        var box = Boxes.Of("", values);
        return values.Length == 1 ? $"The only order is worth {numbers.Money(values[0])}"
            : box.Min == box.Max ? $"Every order is worth {numbers.Money(box.Min)}"
            : values.Length < 4
                ? $"Orders are worth between {numbers.Money(box.Min)} and {numbers.Money(box.Max)}"
            : box.Q1 == box.Q3 ? $"The middle half of all orders is worth {numbers.Money(box.Q1)}"
            : $"The middle half of all orders is worth between {numbers.Money(box.Q1)} and {numbers.Money(box.Q3)}";
    }

    HeatFigure Correlations(ProfileCorrelations correlations, ProfileCorrelation strongest)
    {
        var columns = ProfileCorrelations.OfCustomers;
        var (a, b) = (Words.Of(strongest.A), Words.Of(strongest.B));
        string[] names = [.. columns.Select(Words.Of)];
        return new(
            "correlations",
            $"Most closely linked: {a} and {b}, {(strongest.Spearman > 0 ? "which rise together" : "one falls as the other rises")} ({numbers.Number(strongest.Spearman)})",
            "Rank correlation (Spearman) between the numbers known of each customer: at 1 they rise together, at −1 one falls as the other "
                + "rises, at 0 they go their own ways. That two rise together does not say that one makes the other.",
            "measure",
            "measure",
            NumberFormat.Difference,
            names,
            names,
            [.. columns.SelectMany(a => columns.Select(b => correlations.Spearman(a, b)))]
        )
        {
            Diverging = true,
            Full = 1,
        };
    }
}
