using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The demo shop looks like a gift shop that one has seen.</summary>
public sealed class DemoRealismTests
{
    static readonly DemoData Shop = DemoReading.Default;
    static readonly List<DemoOrderRead> Orders = DemoReading.DefaultOrders;
    static readonly Dictionary<string, List<DemoOrderRead>> Customers = DemoReading.ByCustomer(Orders);

    [Fact]
    public void It_has_the_size_of_a_small_shop()
    {
        Assert.InRange(Orders.Count, 25_000, 45_000);
        Assert.InRange(Shop.Lines.Count, 100_000, 160_000);
        Assert.InRange(Orders.Average(o => o.Lines), 3, 6);
    }

    [Fact]
    public void Over_half_of_the_customers_come_again() =>
        Assert.InRange((double)Customers.Values.Count(o => o.Count > 1) / Customers.Count, 0.55, 0.65);

    [Fact]
    public void A_tenth_of_the_customers_brings_half_of_the_revenue()
    {
        var spend = Customers.Values.Select(own => own.Sum(o => o.Total)).OrderDescending().ToList();

        Assert.InRange((double)(spend.Take(spend.Count / 10).Sum() / spend.Sum()), 0.45, 0.6);
    }

    [Fact]
    public void A_quarter_comes_again_in_the_next_month()
    {
        var months = Customers.Values.Select(own =>
            own.Select(o => (12 * o.At.Year) + o.At.Month).ToHashSet()
        );
        var first = months.Where(m => m.Min() < (12 * 2024) + 6).ToList();

        Assert.InRange((double)first.Count(m => m.Contains(m.Min() + 1)) / first.Count, 0.15, 0.3);
    }

    [Fact]
    public void One_line_in_twenty_five_is_a_return() =>
        Assert.InRange((double)Shop.Lines.Quantity.Count(q => q < 0) / Shop.Lines.Count, 0.035, 0.045);

    [Fact]
    public void One_order_in_twelve_comes_from_a_guest() =>
        Assert.InRange((double)Orders.Count(o => o.Customer == null) / Orders.Count, 0.07, 0.09);

    [Fact]
    public void Three_quarters_of_the_customers_live_in_the_shop_s_own_country()
    {
        var countries = Shop.Customers.Country.CountBy(c => c).ToDictionary();

        Assert.Equal(8, countries.Count);
        Assert.InRange(countries["United Kingdom"] / (double)Shop.Customers.Count, 0.72, 0.78);
    }

    [Fact]
    public void Customers_order_at_noon_and_in_the_evening()
    {
        var hours = Orders.CountBy(o => o.At.Hour).ToDictionary();

        Assert.True(hours[12] > 1.5 * hours[16] && hours[20] > 1.5 * hours[16]);
        Assert.True(hours[3] < 0.1 * hours[12]);
    }

    [Fact]
    public void November_and_December_are_the_peak()
    {
        var months = Orders.Where(o => o.At.Year == 2023).CountBy(o => o.At.Month).ToDictionary();

        Assert.Equal([11, 12], months.OrderByDescending(m => m.Value).Take(2).Select(m => m.Key).Order());
        Assert.True(months[11] > 1.3 * months[9]);
    }

    [Fact]
    public void More_customers_arrive_as_the_shop_grows()
    {
        var arrivals = Customers.Values.CountBy(own => own[0].At.Year).ToDictionary();

        Assert.InRange((double)arrivals[2023] / arrivals[2022], 1.2, 2);
    }

    [Fact]
    public void A_few_products_sell_most()
    {
        var sold = Orders.SelectMany(o => o.Products).CountBy(p => p).Select(p => p.Value);
        var ranked = sold.OrderDescending().ToList();

        Assert.InRange(ranked.Take(60).Sum() / (double)ranked.Sum(), 0.35, 0.6);
        Assert.InRange(ranked.Count, 580, 620);
    }
}
