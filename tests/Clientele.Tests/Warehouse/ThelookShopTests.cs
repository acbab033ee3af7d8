using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The made-up extract of a fashion shop in Europe, against what system E printed of its own.</summary>
public sealed class ThelookShopTests
{
    static readonly DateTime NewYear = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    static string[] Csv(int rows, int seed)
    {
        using var output = new MemoryStream();
        ThelookExtract.Write(ThelookShop.Generate(new() { Rows = rows, Seed = seed }), output);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void The_same_seed_gives_the_same_extract_and_another_seed_another()
    {
        Assert.Equal(Csv(1_000, seed: 1), Csv(1_000, seed: 1));
        Assert.NotEqual(Csv(1_000, seed: 1), Csv(1_000, seed: 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Rows_and_gaps_are_those_printed(int seed)
    {
        var lines = Csv(27_734, seed);
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(
            "user_id,first_name,last_name,age,gender,state,street_address,postal_code,city,country,registered_on,user_traffic_source,"
                + "order_id,order_status,order_created_at,num_of_item,revenue",
            lines[0]
        );
        Assert.Equal(27_734, rows.Count);
        Assert.All(rows, row => Assert.Equal(17, row.Length));
        Assert.Equal(77, rows.Count(row => row[8].Length == 0));
        Assert.Equal(3_897, rows.Count(row => row[12].Length == 0));
        Assert.All(
            rows.Where(row => row[12].Length == 0),
            row => Assert.All(row[12..], cell => Assert.Empty(cell))
        );
        Assert.Equal(23_837, rows.Select(row => row[12]).Where(id => id.Length > 0).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Orders_are_spread_as_printed(int seed)
    {
        var users = ThelookShop.Generate(new() { Seed = seed }, TestContext.Current.CancellationToken);
        var orders = users.SelectMany(u => u.Orders).ToList();

        Assert.InRange(orders.Min(o => o.Revenue), 0.49m, 2m);
        Assert.InRange(orders.Max(o => o.Revenue), 1_100m, 1_308.99m);
        Assert.Equal(177.78, (double)orders.Average(o => o.Revenue), tolerance: 3);
        Assert.Equal([1, 2, 3, 4], orders.Select(o => o.Items).Distinct().Order());
        Assert.Equal(
            ["Cancelled", "Complete", "Processing", "Returned", "Shipped"],
            orders.Select(o => o.Status).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(2019, orders.Min(o => o.CreatedAt).Year);
        Assert.InRange(orders.Count(o => o.CreatedAt >= NewYear), 1_800, 2_800);
        Assert.All(
            users,
            u =>
            {
                Assert.InRange(u.Person.Age, 12, 70);
                Assert.All(u.Orders, o => Assert.True(o.CreatedAt >= u.RegisteredOn));
                // The fault of the extract: each order says what all orders of the user came to.
                Assert.InRange(u.Orders.Select(o => o.Revenue).Distinct().Count(), 0, 1);
            }
        );
    }

    [Fact]
    public void The_recipe_counts_every_step_in_the_ledger()
    {
        var users = ThelookShop.Generate(new(), TestContext.Current.CancellationToken);
        using var shop = TestShop.Of([new ThelookSource(new())], RecipeReader.Load("thelook-europe"));

        var kept = users.Where(u => u.HasCity).ToList();
        var late = kept.Sum(u => u.Orders.Count(o => o.CreatedAt >= NewYear));
        var early = kept.Select(u => u.Orders.Where(o => o.CreatedAt < NewYear).ToList()).ToList();
        var rich = early.Where(orders => orders.Sum(o => o.Revenue) > 4_000).ToList();
        var spanish = users.Where(u => u.Person.Place.Country == "España").Sum(u => u.Rows);
        var left = 23_760 - late - rich.Sum(orders => orders.Count);

        Assert.InRange(rich.Count, 1, 20);
        Assert.InRange(spanish, 20, 200);
        Assert.Equal(
            $"""
            rule,rows_before,rows_removed,rows_changed,rows_after
            country_names,27734,0,{spanish},27734
            missing_value,27734,77,0,27657
            missing_order,27657,3897,0,23760
            date_window,23760,{late},0,{23_760 - late}
            maximum_customer_spend,{23_760 - late},{rich.Sum(orders => orders.Count)},0,{left}

            """,
            shop.Ledger("rule, rows_before, rows_removed, rows_changed, rows_after")
        );
        Assert.Equal(
            early.Count(orders => orders.Count > 0) - rich.Count,
            shop.Number("select count(*) from core.customers")
        );
        Assert.Equal(new DateOnly(2024, 1, 1), shop.Contents.AsOf);
    }

    [Fact]
    public void Customers_who_remain_are_about_those_printed()
    {
        using var shop = TestShop.Of([new ThelookSource(new())], RecipeReader.Load("thelook-europe"));

        Near(14_047, "select count(*) from core.customers", 0.01);
        Near(3_788_499.62, "select sum(amount)::double from core.order_lines", 0.02);
        var countries = new Dictionary<string, int>
        {
            ["France"] = 3_500,
            ["United Kingdom"] = 3_469,
            ["Germany"] = 3_104,
            ["Spain"] = 2_888,
            ["Belgium"] = 907,
        };
        Assert.All(
            countries,
            c => Near(c.Value, $"select count(*) from core.customers where country = '{c.Key}'", 0.07)
        );
        Assert.Equal(0, shop.Number("select count(*) from core.customers where country = 'España'"));
        Near(7_053, "select count(*) from core.customers where sex = 'F'", 0.02);

        void Near(double printed, string query, double share) =>
            Assert.Equal(printed, shop.Number(query), tolerance: share * printed);
    }
}
