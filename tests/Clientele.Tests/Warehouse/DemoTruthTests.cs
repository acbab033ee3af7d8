using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What was planted can be measured in the tables.</summary>
public sealed class DemoTruthTests
{
    static readonly DemoData Shop = DemoReading.Default;
    static readonly DemoTruth Truth = Shop.Truth;
    static readonly List<DemoOrderRead> Orders = DemoReading.DefaultOrders;
    static readonly DateTime Start = Truth.Start.ToDateTime(TimeOnly.MinValue);

    static double Lift(string first, string second)
    {
        var both = Orders.Count(o => o.Products.Contains(first) && o.Products.Contains(second));
        var (a, b) = (
            Orders.Count(o => o.Products.Contains(first)),
            Orders.Count(o => o.Products.Contains(second))
        );
        return (double)both * Orders.Count / ((double)a * b);
    }

    [Fact]
    public void Planted_pairs_have_the_lift_that_the_truth_says()
    {
        Assert.Equal(12, Truth.Pairs.Count);
        Assert.All(Truth.Pairs, p => Assert.Equal(p.Lift!.Value, Lift(p.First, p.Second), 1e-9));
        Assert.All(Truth.Pairs, p => Assert.InRange(p.Lift!.Value, 8, 100));
    }

    [Fact]
    public void The_first_of_a_pair_draws_the_second_as_often_as_planted() =>
        Assert.All(
            Truth.Pairs,
            pair =>
            {
                var first = Orders.Where(o => o.Products.Contains(pair.First)).ToList();
                var share = (double)first.Count(o => o.Products.Contains(pair.Second)) / first.Count;
                Assert.Equal(pair.Chance, share, tolerance: 0.08);
            }
        );

    [Fact]
    public void Products_of_different_pairs_do_not_draw_each_other() =>
        Assert.InRange(
            Enumerable.Range(0, 11).Average(p => Lift(Truth.Pairs[p].First, Truth.Pairs[p + 1].Second)),
            0.3,
            3
        );

    [Fact]
    public void Rates_have_the_mean_of_their_gamma_distribution() =>
        Assert.All(
            Truth.Segments,
            kind =>
            {
                var customers = Truth.Customers.Where(c => c.Segment == kind.Name).ToList();
                var (rate, dropOut) = (
                    kind.RateShape * kind.RateScale,
                    kind.DropOutShape * kind.DropOutScale
                );
                Assert.Equal(kind.Share, (double)customers.Count / Truth.Customers.Count, tolerance: 0.02);
                Assert.Equal(rate, customers.Average(c => c.RatePerMonth), tolerance: 0.15 * rate);
                Assert.Equal(
                    dropOut,
                    customers.Average(c => c.DropOutRatePerMonth),
                    tolerance: 0.15 * dropOut
                );
            }
        );

    [Fact]
    public void Nobody_orders_before_the_first_day_or_after_leaving()
    {
        var customers = DemoReading.ByCustomer(Orders);

        Assert.All(
            Truth.Customers.Where(c => c.FirstOrderDay != null),
            c =>
            {
                var days = customers[c.CustomerId].Select(o => (o.At - Start).Days).ToList();
                Assert.Equal(c.FirstOrderDay, days[0]);
                Assert.True(days[^1] < (c.DropOutDay ?? Truth.Days));
            }
        );
    }

    [Theory]
    [InlineData("steady_regular")]
    [InlineData("loyal_heavy")]
    [InlineData("seasonal_gift")]
    public void Repeat_orders_follow_rate_and_season(string segment)
    {
        var season = Truth.Segments.Single(s => s.Name == segment).Season;
        var (expected, found) = RepeatOrdersByMonth(segment);

        Assert.Equal(expected.Sum(), found.Sum(), tolerance: 0.06 * expected.Sum());
        for (var month = 0; month < 12; month++)
        {
            var spread = 5 * Math.Sqrt(expected[month]);
            Assert.Equal(expected[month], found[month], tolerance: spread + (0.05 * expected[month]));
        }

        var ratio = found[10] / expected[10] / (found[1] / expected[1]);
        Assert.Equal(1, ratio, tolerance: 0.25);
        Assert.Equal(1, season.Average(), tolerance: 1e-9);
    }

    /// <summary>Repeat orders that the truth foretells and those in the tables, by calendar month.</summary>
    static (double[] Expected, double[] Found) RepeatOrdersByMonth(string segment)
    {
        var (expected, found) = (new double[12], new double[12]);
        var customers = DemoReading.ByCustomer(Orders);
        var kind = Truth.Segments.Single(s => s.Name == segment);
        foreach (var c in Truth.Customers.Where(c => c.Segment == segment && c.FirstOrderDay != null))
        {
            for (var day = c.FirstOrderDay!.Value + 1; day < (c.DropOutDay ?? Truth.Days); day++)
            {
                var month = Start.AddDays(day).Month - 1;
                expected[month] += c.RatePerMonth / (365.25 / 12) * kind.Season[month];
            }

            foreach (var order in customers[c.CustomerId].Skip(1))
            {
                found[order.At.Month - 1]++;
            }
        }

        return (expected, found);
    }

    [Fact]
    public void Weekdays_are_as_busy_as_planted()
    {
        for (var d = 0; d < 7; d++)
        {
            var share = (double)Orders.Count(o => ((int)o.At.DayOfWeek + 6) % 7 == d) / Orders.Count;
            Assert.Equal(Truth.Weekday[d] / 7, share, tolerance: 0.01);
        }
    }

    [Fact]
    public void The_week_before_an_order_has_the_planted_uplift_of_visits()
    {
        var (before, earlier, _) = DemoVisits.AroundLoneOrders(Shop, Orders);

        Assert.Equal(
            Truth.Browsing!.Uplift,
            (double)before / earlier,
            tolerance: 0.15 * Truth.Browsing.Uplift
        );
    }

    [Fact]
    public void The_visits_before_an_order_are_about_what_is_ordered()
    {
        var (_, earlier, about) = DemoVisits.AroundLoneOrders(Shop, Orders);

        Assert.InRange((double)about.Before / about.Earlier, Truth.Browsing!.Uplift, 20);
        Assert.InRange(earlier, 500, int.MaxValue);
    }
}
