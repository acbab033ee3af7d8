using System.Globalization;
using Clientele.Insights;
using Clientele.Models;

namespace Clientele.Tests;

public sealed class ProductsTests
{
    /// <summary>Orders of groups of products: most of an order is of one group; products 0 and 1 are mostly bought together, 1 follows 2 in a later order.</summary>
    static IEnumerable<string> Planted(int orders, int seed)
    {
        var random = new Random(seed);
        for (var order = 0; order < orders; order++)
        {
            var (customer, group) = (random.Next(200), random.Next(5));
            var items = Enumerable
                .Range(0, 4)
                .Select(_ => (random.NextDouble() < 0.9 ? group : random.Next(5)) + (5 * random.Next(8)))
                .Distinct();
            var day = new DateOnly(2023, 1, 1)
                .AddDays(random.Next(300))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var item in items)
            {
                yield return Line(order, customer, day, item);
            }
        }
    }

    static string Line(int order, int customer, string day, int item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{order},C{customer},{day},P{item:00},Thing {item},1,{1 + item},Spain"
        );

    static Insight Answer(TestShop shop) => BesideProfileTests.Ask(shop, "products")[^1];

    /// <summary>Every support, confidence and lift, by a count in SQL; and no pair is missing.</summary>
    const string AgreeingPairs = """
        with lines as (select distinct order_key, product_id from core.order_lines join core.products using (product_key)),
        n as (select count(distinct order_key) as n from core.order_lines),
        items as (select product_id, count(*) as n_of from lines group by 1),
        pairs as (
          select a.product_id as antecedent, b.product_id as consequent, count(*) as both_of
          from lines as a join lines as b on a.order_key = b.order_key and a.product_id <> b.product_id
          group by all
          having count(*) >= ceil(0.01 * (select n from n))
        ),
        counted as (
          select antecedent, consequent, both_of, both_of / n as support, both_of / i.n_of as confidence, both_of * n / (i.n_of * j.n_of) as lift
          from pairs, n
          join items as i on i.product_id = antecedent
          join items as j on j.product_id = consequent
        ),
        told as (from results.rules where antecedent not like '% + %' and consequent not like '% + %')
        select count(*)
        from counted full join told using (antecedent, consequent)
        where told.count is distinct from both_of
          or not coalesce(abs(told.support - counted.support) < 1e-12, false)
          or not coalesce(abs(told.confidence - counted.confidence) < 1e-12, false)
          or not coalesce(abs(told.lift / counted.lift - 1) < 1e-12, false)
        """;

    [Fact]
    public void Rules_are_those_that_a_count_in_sql_finds()
    {
        using var shop = TestShop.Of(Planted(1500, seed: 1));
        var answer = Answer(shop);

        Assert.False(answer.Unanswered);
        Assert.All(answer.Tables, table => Assert.Equal("products", Questions.ThatMakes(table)));
        Assert.Equal(0, shop.Number(AgreeingPairs));
        Assert.True(shop.Number("select count(*) from results.rules") > 100);
        Assert.Equal(
            0,
            shop.Number(
                "select count(*) from results.rules where not (p_value between 0 and 1 and q_value between 0 and 1 and zhang between -1 and 1 and confidence between 0 and 1)"
            )
        );
    }

    [Fact]
    public void Rules_of_Online_Retail_are_those_that_a_count_in_sql_finds()
    {
        using var shop = OnlineRetailTests.Of("default");
        Answer(shop);

        Assert.Equal(0, shop.Number(AgreeingPairs));
        Assert.True(shop.Number("select max(lift) from results.rules") > 20);
    }

    [Fact]
    public void Planted_groups_are_the_communities()
    {
        using var shop = TestShop.Of(Planted(3000, seed: 2));
        Answer(shop);

        var nodes = shop.Read(
            "select substring(product_id, 2)::double % 5 as planted, community::double as community from results.product_graph_nodes"
        );
        Assert.Equal(40, nodes.Rows);
        Assert.InRange(
            MutualInformation.Normalized(
                [.. nodes.Numbers("planted").Select(v => (int)v)],
                [.. nodes.Numbers("community").Select(v => (int)v)]
            ),
            0.9,
            1
        );
        Assert.Equal(5, shop.Number("select count(*) from results.product_communities where inside > 0.5"));
    }

    [Fact]
    public void What_is_bought_from_as_of_on_changes_nothing()
    {
        var asOf = new DateOnly(2023, 8, 1);
        string[] lines = [.. Planted(1500, seed: 3)];
        using var whole = TestShop.OfFile($"{TestShop.Header}\n{string.Join('\n', lines)}\n", asOf: asOf);
        using var before = TestShop.Of(
            lines.Where(l => string.CompareOrdinal(l.Split(',')[2], "2023-08-01") < 0)
        );
        Answer(whole);
        Answer(before);

        foreach (
            var table in (string[])
                ["rules", "product_graph_nodes", "product_graph_edges", "product_communities", "sequences"]
        )
        {
            Assert.Equal(before.Rows($"from results.{table}"), whole.Rows($"from results.{table}"));
        }
    }

    [Fact]
    public void Orders_of_one_product_each_are_told_to_be_too_few()
    {
        using var shop = TestShop.Of(Enumerable.Range(0, 50).Select(i => Line(i, i, "2023-02-01", i % 7)));

        var answer = Answer(shop);

        Assert.True(answer.Unanswered);
        Assert.Contains("an order with two different products", answer.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_of_three_orders_is_answered()
    {
        using var shop = TestShop.Of([
            Line(1, 1, "2023-02-01", 1),
            Line(1, 1, "2023-02-01", 2),
            Line(2, 2, "2023-02-02", 1),
            Line(3, 2, "2023-02-03", 2),
        ]);

        var answer = Answer(shop);

        Assert.False(answer.Unanswered);
        Assert.Equal(
            "No two products are bought together more often than chance would have it.",
            answer.Answer
        );
    }

    [Fact]
    public void Flows_are_the_directed_network_of_the_sequences()
    {
        using var shop = OnlineRetailTests.Of("default");
        Answer(shop);

        Assert.Equal(
            0,
            shop.Number(
                """
                with believed as (select * from results.sequences where q_value <= 0.05 and lift > 1),
                counted as (
                  select product_id, count(*) filter (where side = 1) as leads, count(*) filter (where side = 2) as follows,
                    sum(customers) filter (where side = 2) as customers_in
                  from (select first as product_id, 1 as side, customers from believed
                    union all select second, 2, customers from believed) group by 1)
                select count(*) from results.product_flows as f full join counted as c using (product_id)
                where f.leads_to is distinct from c.leads or f.follows is distinct from c.follows
                  or f.customers_in is distinct from coalesce(c.customers_in, 0)
                """
            )
        );
        Assert.Equal(1, shop.Number("select sum(pagerank) from results.product_flows"), 1e-9);
    }

    [Fact]
    public void Customers_who_buy_alike_are_one_community()
    {
        var random = new Random(9);
        using var shop = TestShop.Of(
            Enumerable
                .Range(0, 900)
                .Select(line =>
                    Line(line / 2, line / 2 % 90, "2023-02-01", (random.Next(10) * 3) + (line / 2 % 3))
                )
        );
        Answer(shop);

        var found = shop.Read(
            "select substring(customer_id, 2)::double % 3 as planted, community::double as community from results.customer_communities"
        );
        Assert.InRange(
            MutualInformation.Normalized(
                [.. found.Numbers("planted").Select(v => (int)v)],
                [.. found.Numbers("community").Select(v => (int)v)]
            ),
            0.9,
            1
        );
        Assert.Equal(
            0,
            shop.Number(
                "select count(*) from results.customer_communities where nearest_customer_id = customer_id or not similarity between 0 and 1.000001"
            )
        );
    }

    [Fact]
    public void Categories_in_one_order_are_correlated_as_sql_has_it()
    {
        var random = new Random(4);
        using var shop = TestShop.OfFile(
            "order_id,customer_id,order_date,sku,description,quantity,unit_price,category\n"
                + string.Join(
                    '\n',
                    Enumerable
                        .Range(0, 1200)
                        .Select(line =>
                        {
                            var item = random.Next(12);
                            return $"{line / 3},C{random.Next(60)},2023-02-{1 + (line / 3 % 28):00},P{item},Thing {item},1,2,Kind {item % 4}";
                        })
                )
                + "\n"
        );
        var answer = Answer(shop);

        Assert.Contains("category_correlations", answer.Tables);
        Assert.Equal(
            0,
            shop.Number(
                """
                with held as (select distinct order_key, product_key, category from core.order_lines join core.line_categories using (line)),
                big as (select order_key from held group by 1 having count(distinct product_key) > 1),
                grid as (
                  select order_key, category, (order_key, category) in (select (order_key, category) from held) as has
                  from big cross join (select distinct category from held)),
                counted as (
                  select a.category as category_1, b.category as category_2, corr(a.has::int, b.has::int) as r
                  from grid as a join grid as b using (order_key) group by 1, 2)
                select count(*) from results.category_correlations join counted using (category_1, category_2)
                where abs(correlation - r) > 1e-9 or not (r between correlation_low and correlation_high)
                """
            )
        );
        Assert.Equal(6, shop.Number("select count(*) from results.category_correlations"));
    }
}
