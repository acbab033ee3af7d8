using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Laws of the tables of a demo shop.</summary>
public sealed class DemoTableTests
{
    static readonly DemoData Shop = DemoReading.Default;
    static readonly DemoLineTable Lines = Shop.Lines;

    [Fact]
    public void Lines_and_visits_are_in_order_of_time_and_end_with_the_shop()
    {
        var end = new DateTime(2024, 7, 1);

        Assert.Equal(Lines.OrderedAt.Order(), Lines.OrderedAt);
        Assert.Equal(Shop.Sessions!.StartedAt.Order(), Shop.Sessions.StartedAt);
        Assert.InRange(Lines.OrderedAt[^1], end.AddDays(-2), end.AddMinutes(-1));
        Assert.InRange(Shop.Sessions.StartedAt[^1], end.AddDays(-2), end.AddSeconds(-1));
        Assert.All(Lines.OrderedAt, at => Assert.Equal(0, at.Second));
    }

    [Fact]
    public void Every_customer_registers_before_ordering_and_some_never_order()
    {
        var registered = Shop
            .Customers.CustomerId.Zip(Shop.Customers.RegisteredOn)
            .ToDictionary(c => c.First, c => c.Second);
        var customers = DemoReading.ByCustomer(DemoReading.DefaultOrders);

        Assert.All(customers, c => Assert.True(registered[c.Key] < c.Value[0].At));
        Assert.InRange(Shop.Customers.Count - customers.Count, 200, 400);
    }

    [Fact]
    public void Returns_send_back_what_the_same_customer_has_bought_but_for_a_few()
    {
        var bought = new Dictionary<(string?, string), int>();
        var (known, unknown) = (0, 0);
        foreach (var i in DemoReading.Rows(Lines))
        {
            var what = (Lines.CustomerId[i], Lines.ProductId[i].ToUpperInvariant());
            if (Lines.OrderId[i][0] == 'D')
            {
                bought[what] = bought.GetValueOrDefault(what) + Lines.Quantity[i];
            }
            else
            {
                Assert.True(Lines.Quantity[i] < 0 && Lines.CustomerId[i] != null);
                var enough = bought.GetValueOrDefault(what) >= -Lines.Quantity[i];
                (known, unknown) = enough ? (known + 1, unknown) : (known, unknown + 1);
            }
        }

        Assert.InRange((double)unknown / (known + unknown), 0.001, 0.03);
    }

    [Fact]
    public void A_document_is_either_an_order_or_a_return() =>
        Assert.All(
            DemoReading.Rows(Lines),
            i => Assert.Equal(Lines.OrderId[i][0] == 'D', Lines.Quantity[i] > 0)
        );

    [Fact]
    public void The_dirt_is_there_as_often_as_the_truth_says()
    {
        var rows = DemoReading.Rows(Lines).ToList();
        var countries = Shop.Customers.Country.Distinct().ToHashSet();
        var mess = Shop.Truth.Mess;

        Assert.Equal(mess.Copies, rows.Count(i => DemoReading.IsCopy(Lines, i)));
        Assert.Equal(mess.ZeroPrices, Lines.UnitPrice.Count(p => p == 0));
        Assert.Equal(mess.MisspelledCountries, Lines.Country.Count(c => !countries.Contains(c)));
        Assert.Equal(mess.CarelessCodes, Lines.ProductId.Count(p => p.Any(char.IsLower)));
        Assert.Equal(mess.PostageLines, Lines.ProductId.Count(p => p == "POST"));
        Assert.InRange((double)mess.Copies / Lines.Count, 0.004, 0.006);
        Assert.Contains("UK", Lines.Country);
        Assert.Contains("united kingdom ", Lines.Country);
    }

    [Fact]
    public void The_catalogue_is_large_and_without_doubles()
    {
        var products = Shop.Products;

        Assert.InRange(products.Count, 580, 620);
        Assert.Equal(products.Count, products.ProductId.Distinct().Count());
        Assert.Equal(products.Count, products.Name.Distinct().Count());
        Assert.Equal(8, products.Category.Distinct().Count());
        Assert.Equal(32, products.Category.Zip(products.SubCategory).Distinct().Count());
        Assert.Equal(["budget", "mid", "premium"], products.PriceTier.Distinct().Order());
        Assert.All(products.Cost.Zip(products.ListPrice), p => Assert.InRange(p.First, 0.1m, p.Second));
    }

    [Fact]
    public void Every_line_of_merchandise_names_a_product_of_the_catalogue()
    {
        var names = Shop.Products.ProductId.Zip(Shop.Products.Name).ToDictionary(p => p.First, p => p.Second);

        Assert.All(
            DemoReading.Rows(Lines).Where(i => Lines.Category[i] != null),
            i => Assert.Equal(names[Lines.ProductId[i].ToUpperInvariant()], Lines.ProductName[i])
        );
    }

    [Fact]
    public void Visits_have_the_codes_of_the_browsing_export()
    {
        var visits = Shop.Sessions!;
        var rows = Enumerable.Range(0, visits.Count).ToList();

        Assert.Equal([1, 2, 3], visits.Category.Distinct().Order());
        Assert.Equal([null, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11], visits.Event1.Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 10), visits.Event2.Distinct().Order());
        Assert.Equal(
            visits.Count,
            rows.Select(i => (visits.SessionId[i], visits.Event2[i])).Distinct().Count()
        );
        Assert.InRange(visits.CustomerId.Count(c => c != null) / (double)visits.Count, 0.5, 0.8);
    }
}
