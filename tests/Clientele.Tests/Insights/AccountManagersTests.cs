using Clientele.Insights;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class AccountManagersTests
{
    static readonly string[] Names = ["Ann", "Bob", "Cid", "Dora"];

    static string Cohort(int customer) => customer % 4 < 2 ? "North" : "South";

    /// <summary>400 customers of four managers in two cohorts; Ann's buy B much more often than the others'.</summary>
    static TestShop LongTables()
    {
        var random = new Random(1);
        var (people, sales) = (
            "customer_id,country,state,account_manager,account_manager_cohort\n",
            "CUSTOMER_ID,PRODUCT_TYPE,SALES\n"
        );
        for (var customer = 0; customer < 400; customer++)
        {
            people += $"C{customer:000},US,CO,{Names[customer % 4]},{Cohort(customer)}\n";
            foreach (var type in "ABCDEF")
            {
                if (random.NextDouble() < (type == 'B' && customer % 4 == 0 ? 0.7 : 0.3))
                {
                    sales += $"C{customer:000},{type},{random.Next(10, 500)}\n";
                }
            }
        }

        using var folder = new TestFolder();
        return TestShop.Of(
            [
                new FileSource(
                    [folder.Write("customers.csv", people), folder.Write("sales.csv", sales)],
                    new ImportOptions()
                ),
            ],
            TestShop.RecipeOf("")
        );
    }

    static Insight Answer(TestShop shop) => BesideProfileTests.Ask(shop, "account_managers")[^1];

    [Fact]
    public void Undated_long_tables_tell_what_a_managers_customers_buy()
    {
        using var shop = LongTables();
        var answer = Answer(shop);

        Assert.False(answer.Unanswered, answer.Answer);
        Assert.Contains("of the customers of Ann buy B", answer.Answer, StringComparison.Ordinal);
        Assert.Equal(
            ["Ann B"],
            shop.Texts(
                "select group_name || ' ' || kind from results.account_manager_kinds where level = 'account_manager' and q_value <= 0.05 and difference > 0"
            )
        );
        // Every count, by SQL.
        Assert.Equal(
            0,
            shop.Number(
                """
                with sales as (select customer_id, item as kind, value from core.measures where amount = 'sales' and subject = 'product_type'),
                counted as (
                  select account_manager as group_name, kind, count(*) as n, sum(value) as paid
                  from sales join core.customers using (customer_id) group by all)
                select count(*) from results.account_manager_kinds as t full join counted using (group_name, kind)
                where level = 'account_manager' and (
                  t.customers is distinct from n
                  or t.group_customers <> 100
                  or abs(share - n / 100) > 1e-9
                  or abs(revenue_share - paid / (select sum(paid) from counted as c where c.group_name = counted.group_name)) > 1e-9)
                """
            )
        );
    }

    [Fact]
    public void The_network_has_an_edge_a_customer_and_segments_by_cohort()
    {
        using var shop = LongTables();
        Answer(shop);

        Assert.Equal(
            400,
            shop.Number("select count(distinct customer_id) from results.account_manager_network")
        );
        Assert.Equal(
            ["North", "South"],
            shop.Texts("select distinct cohort from results.account_manager_network order by 1")
        );
        Assert.Equal(
            0,
            shop.Number(
                """
                with counted as (select cohort as group_name, segment, count(*) as n from results.account_manager_network group by all)
                select count(*) from results.account_manager_segments full join counted using (group_name, segment)
                where level = 'cohort' and (customers is distinct from n or not (difference between difference_low and difference_high))
                """
            )
        );
    }

    [Fact]
    public void Dated_orders_are_compared_by_category_and_by_the_segments_of_rfm()
    {
        var random = new Random(2);
        var lines = Enumerable
            .Range(0, 900)
            .Select(order =>
            {
                var customer = random.Next(120);
                var kind = customer % 3 == 1 && random.NextDouble() < 0.3 ? 9 : random.Next(4);
                return $"{order},C{customer},{new DateOnly(2023, 1, 1).AddDays(order / 4):yyyy-MM-dd},P{kind},Thing {kind},1,{kind + 1},Kind {kind},{Names[customer % 3]}";
            });
        using var shop = TestShop.OfFile(
            "order_id,customer_id,order_date,sku,description,quantity,unit_price,category,account_manager\n"
                + string.Join('\n', lines)
                + "\n"
        );

        var answers = BesideProfileTests.Ask(shop, "rfm", "account_managers");

        Assert.Contains("buy Kind 9", answers[^1].Answer, StringComparison.Ordinal);
        Assert.Contains(answers[^1].Caveats, c => c.Contains("those of RFM", StringComparison.Ordinal));
        // Without cohorts a manager is one, and stands in the table once.
        Assert.Equal(["cohort"], shop.Texts("select distinct level from results.account_manager_kinds"));
        Assert.Equal(3, shop.Number("select count(distinct group_name) from results.account_manager_kinds"));
    }

    [Fact]
    public void A_shop_without_account_managers_says_so()
    {
        using var shop = TestShop.Of(["1,a,2023-01-01,m,Mug,1,3.50,Spain"]);

        var answer = Answer(shop);

        Assert.True(answer.Unanswered);
        Assert.Contains("column account_manager", answer.Answer, StringComparison.Ordinal);
    }

    /// <summary>Newcombe (1998), table II, method 10, at 95 %: 56/70 − 48/80 is .2, from .0524 to .3339; at 90 % it is narrower.</summary>
    [Fact]
    public void Shares_lie_apart_within_Newcombes_range()
    {
        var (low, high) = SharesApart.Range(56, 70, 48, 80);

        Assert.InRange(low, 0.0524, 0.2);
        Assert.InRange(high, 0.2, 0.3339);
        // Halfway between: the half-width shrinks by 1.645 / 1.960.
        Assert.Equal(0.2 - (0.1476 * 1.645 / 1.960), low, 0.004);
        Assert.Equal(0.2 + (0.1339 * 1.645 / 1.960), high, 0.004);
    }

    [Fact]
    public void The_range_of_a_difference_holds_the_truth_as_often_as_it_says()
    {
        var (random, held) = (new Random(3), 0);
        for (var round = 0; round < 2000; round++)
        {
            var (a, b) = (0, 0);
            for (var i = 0; i < 60; i++)
            {
                a += random.NextDouble() < 0.3 ? 1 : 0;
                b += random.NextDouble() < 0.2 ? 1 : 0;
            }

            var (low, high) = SharesApart.Range(a, 60, b, 60);
            held += low <= 0.1 && 0.1 <= high ? 1 : 0;
        }

        // 90 % of 2,000 is 1,800; counts are whole, so it holds a little more or less.
        Assert.InRange(held, 1750, 1860);
    }
}
