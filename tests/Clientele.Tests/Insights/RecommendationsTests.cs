using System.Globalization;
using Clientele.Insights;

namespace Clientele.Tests;

public sealed class RecommendationsTests
{
    const string Header = "order_id,customer_id,order_date,sku,description,quantity,unit_price,category";

    /// <summary>80 customers of four tastes, an order in about 20 days of 300, of things that they bought before and others of their taste.</summary>
    static List<string> Planted(int seed)
    {
        var (random, lines) = (new Random(seed), new List<string>());
        var known = Enumerable.Range(0, 80).Select(_ => new List<int>()).ToList();
        for (var order = 0; order < 1200; order++)
        {
            var (customer, day) = (random.Next(80), order / 4);
            for (var line = 0; line < 3; line++)
            {
                var own = known[customer];
                var item =
                    own.Count > 0 && random.NextDouble() < 0.5
                        ? own[random.Next(own.Count)]
                        : (random.Next(15) * 4) + (random.NextDouble() < 0.9 ? customer % 4 : random.Next(4));
                own.Add(item);
                lines.Add(Line(order, customer, day, item));
            }
        }

        return lines;
    }

    static string Line(int order, int customer, int day, int item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{order},C{customer:00},{new DateOnly(2023, 1, 1).AddDays(day):yyyy-MM-dd},P{item:00},Thing {item},1,{1 + item},Kind {item % 4}"
        );

    static TestShop Shop(IEnumerable<string> lines, DateOnly? asOf = null) =>
        TestShop.OfFile($"{Header}\n{string.Join('\n', lines)}\n", asOf: asOf);

    static Insight Answer(TestShop shop, params (string Name, string Value)[] settings) =>
        Interview.Ask(
            shop.Study(),
            Questions.Ask(
                ["recommendations"],
                new Dictionary<string, IReadOnlyDictionary<string, string>>
                {
                    ["recommendations"] = settings.ToDictionary(s => s.Name, s => s.Value),
                }
            ),
            (_, _) => { },
            TestContext.Current.CancellationToken
        )[^1];

    [Fact]
    public void Every_customer_has_a_list_of_ranks_without_duplicates()
    {
        using var shop = Shop(Planted(1));
        var answer = Answer(shop);

        Assert.False(answer.Unanswered, answer.Answer);
        Assert.Equal(80, shop.Number("select count(distinct customer_id) from results.recommendations"));
        Assert.Equal(
            0,
            shop.Number(
                """
                select count(*) from (
                  select customer_id from results.recommendations group by 1
                  having min(rank) <> 1 or max(rank) <> count(*) or count(distinct rank) <> count(*)
                    or count(distinct product_id) <> count(*) or count(*) > 10)
                """
            )
        );
        Assert.Equal(
            0,
            shop.Number(
                "select count(*) from (select score > lag(score) over (partition by customer_id order by rank) as rises from results.recommendations) where rises"
            )
        );
        Assert.Equal(
            0,
            shop.Number(
                "select count(*) from results.recommendations where reason is null or product is null"
            )
        );
    }

    [Fact]
    public void Who_was_bought_before_says_so_and_counts_the_orders()
    {
        using var shop = Shop(Planted(2));
        Answer(shop);

        Assert.Equal(
            0,
            shop.Number(
                """
                with times as (
                  select customer_id, product_id, count(distinct order_key) as n
                  from core.order_lines join core.customers using (customer_key) join core.products using (product_key)
                  group by all)
                select count(*) from results.recommendations left join times using (customer_id, product_id)
                where reason is distinct from case
                  when n = 1 then 'bought before, in 1 order'
                  when n > 1 then 'bought before, in ' || n || ' orders'
                  else reason end
                  or (n is null and not (reason like 'bought with Thing %' or reason like 'bought by %'))
                """
            )
        );
    }

    [Fact]
    public void The_tournament_has_every_recommender_and_part_and_one_is_published()
    {
        using var shop = Shop(Planted(3));
        Answer(shop);

        Assert.Equal(33, shop.Number("select count(*) from results.recommender_tournament"));
        Assert.Equal(
            1,
            shop.Number(
                "select count(distinct recommender) from results.recommender_tournament where is_published"
            )
        );
        Assert.Equal(
            "personal_frequency",
            shop.Texts("select distinct recommender from results.recommender_tournament where is_baseline")[0]
        );
        Assert.Equal(
            0,
            shop.Number(
                "select count(*) from results.recommender_tournament where not (ndcg_low <= ndcg and ndcg <= ndcg_high and recall between 0 and 1 and hit_rate between 0 and 1)"
            )
        );
        Assert.Equal(
            1,
            shop.Number(
                """
                with all_parts as (from results.recommender_tournament where part = 'all')
                select count(*) from all_parts
                where is_published and (is_baseline or ndcg_gain_low > 0)
                """
            )
        );
        // Repeats are all that personal frequency knows.
        Assert.Equal(
            0,
            shop.Number(
                "select recall from results.recommender_tournament where recommender = 'personal_frequency' and part = 'explore'"
            )
        );
    }

    [Fact]
    public void Filters_are_obeyed()
    {
        using var shop = Shop(Planted(4));
        var answer = Answer(
            shop,
            ("allow_repeats", "false"),
            ("excluded_categories", "kind 2, Nothing"),
            ("out_of_stock", "P01,P05"),
            ("top", "5")
        );

        Assert.False(answer.Unanswered, answer.Answer);
        Assert.True(shop.Number("select count(*) from results.recommendations") > 100);
        Assert.Equal(5, shop.Number("select max(rank) from results.recommendations"));
        Assert.Equal(
            0,
            shop.Number(
                "select count(*) from results.recommendations where product_id in ('P01', 'P05') or substring(product_id, 2)::int % 4 = 2"
            )
        );
        Assert.Equal(
            0,
            shop.Number(
                """
                select count(*) from results.recommendations
                join core.products using (product_id)
                join core.order_lines using (product_key)
                join core.customers as c using (customer_key)
                where c.customer_id = recommendations.customer_id
                """
            )
        );
        Assert.Contains(answer.Caveats, c => c.Contains("no category 'Nothing'", StringComparison.Ordinal));
        Assert.Equal(
            "popularity",
            shop.Texts("select distinct recommender from results.recommender_tournament where is_baseline")[0]
        );
    }

    [Fact]
    public void What_was_not_sold_for_long_and_what_has_no_margin_is_not_offered()
    {
        var lines = Planted(5);
        // Sold only in the first days, and often.
        lines.AddRange(Enumerable.Range(0, 60).Select(i => Line(5000 + i, i, i % 10, 99)));
        using var shop = Shop(lines);
        Answer(shop, ("sold_within_days", "200"));
        Assert.Equal(0, shop.Number("select count(*) from results.recommendations where product_id = 'P99'"));

        Answer(shop, ("sold_within_days", "0"));
        Assert.True(shop.Number("select count(*) from results.recommendations where product_id = 'P99'") > 0);

        // No file tells a cost.
        Answer(shop, ("min_margin", "0.1"));
        Assert.Equal(0, shop.Number("select count(*) from results.recommendations"));
    }

    [Fact]
    public void What_is_bought_from_as_of_on_changes_nothing_that_is_recommended()
    {
        var asOf = new DateOnly(2023, 9, 1);
        var lines = Planted(6);
        using var whole = Shop(lines, asOf);
        using var before = Shop(
            lines.Where(l => string.CompareOrdinal(l.Split(',')[2], "2023-09-01") < 0),
            asOf
        );
        Answer(whole);
        Answer(before);

        foreach (var table in (string[])["recommendations", "recommender_tournament", "product_neighbors"])
        {
            Assert.Equal(before.Rows($"from results.{table}"), whole.Rows($"from results.{table}"));
        }
    }

    [Fact]
    public void Too_few_who_came_back_are_told()
    {
        using var shop = Shop(Enumerable.Range(0, 50).Select(i => Line(i, i, i, i % 7)));

        var answer = Answer(shop);

        Assert.True(answer.Unanswered);
        Assert.Contains("20 customers who bought both", answer.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_basket_is_offered_what_the_same_customers_buy()
    {
        using var shop = Shop(Planted(7));
        Answer(shop);

        var offers = Offers.OfBasket(shop.Database, ["P01", "P05", "P09"], 5);

        Assert.Equal(5, offers.Rows);
        Assert.DoesNotContain("P05", offers.Texts("product_id"));
        // Of the same taste.
        Assert.All(
            offers.Texts("product_id"),
            id => Assert.Equal(1, int.Parse(id[1..], CultureInfo.InvariantCulture) % 4)
        );
        Assert.Equal(["P77"], Offers.Unknown(shop.Database, ["P01", "P77"]));
        Assert.True(Offers.HasCustomer(shop.Database, "C07"));
        Assert.False(Offers.HasCustomer(shop.Database, "C99"));
        Assert.Equal(3, Offers.OfCustomer(shop.Database, "C07", 3).Rows);
    }

    [Fact]
    public void Online_Retail_is_recommended_by_who_beats_personal_frequency()
    {
        using var shop = OnlineRetailTests.Of("default");
        Answer(shop);

        var published = shop.Read(
            "select recommender, ndcg, ndcg_gain_low, is_baseline::double as baseline from results.recommender_tournament where part = 'all' and is_published"
        );
        Assert.True(published.Number("baseline") == 1 || published.Number("ndcg_gain_low") > 0);
        Assert.Equal(
            shop.Number(
                "select count(distinct customer_key) from core.order_lines where product_key is not null"
            ),
            shop.Number("select count(distinct customer_id) from results.recommendations")
        );
    }
}
