using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What the profile says of customers when files tell more of them than their orders.</summary>
public sealed class BesideProfileTests
{
    internal static readonly DateOnly April = new(2023, 4, 1);

    static readonly string[] Orders =
    [
        "1,a,2023-03-01 10:00:00,mug,Mug,2,10,France",
        "2,a,2023-03-21 10:00:00,cup,Cup,1,10,France",
        "3,b,2023-03-11 10:00:00,mug,Mug,1,30,France",
        "4,c,2023-03-31 10:00:00,pot,Pot,1,40,Spain",
    ];

    internal static readonly BesideSource People = new(
        """
        (customer_id, state, birth_year, sex, registered_at, traffic_source, account_manager, shipping_zip, billing_zip)
        values
          ('a', 'Kent', 1999, 'f', timestamp '2023-01-31', 'Search', 'Ann', null, '10'),
          ('b', 'Kent', 1998, 'M', timestamp '2023-02-01', 'Search', null, '20', '10'),
          ('c', null, 1850, 'x', timestamp '2023-04-01', 'Email', 'Ann', '20', null),
          ('idle', 'Fife', 1960, 'f', timestamp '2023-01-01', 'Display', 'Ben', '30', null),
          ('later', 'Fife', 1960, 'f', timestamp '2023-04-02', 'Display', 'Ben', '30', null)
        """,
        "(product_id, category) values ('mug', 'Cups'), ('cup', 'Cups')"
    );

    [Fact]
    public void Customers_by_state_are_what_one_counts_by_hand()
    {
        using var shop = People.With(Orders, asOf: April);
        Ask(shop);

        Assert.Equal(
            "country,state,customers,customer_share,orders,revenue,revenue_share,mean_days_since_last,average_order_value\n"
                + "France,Kent,2,0.6666666666666666,3,60.00,0.6,16,20\n"
                + ",,1,0.3333333333333333,1,40.00,0.4,1,40\n",
            shop.Rows("from results.profile_state")
        );
    }

    [Fact]
    public void A_product_that_no_line_describes_is_called_as_a_file_of_products_calls_it()
    {
        string[] orders =
        [
            "1,a,2023-03-01 10:00:00,mug,,2,10,France",
            "2,a,2023-03-21 10:00:00,cup,Cup,1,10,France",
            "3,b,2023-04-11 10:00:00,mug,Later,1,30,France",
        ];
        using var shop = new BesideSource(
            Products: "(product_id, product_name) values ('mug', 'A mug'), ('cup', 'A cup')"
        ).With(orders, asOf: April);
        Ask(shop);

        Assert.Equal(
            ["mug: A mug", "cup: Cup"],
            shop.Texts("select product_id || ': ' || name from results.profile_products")
        );
        using var folder = new TestFolder();
        TableExport.Write(shop.Database, "products", folder["products.csv"], April);
        Assert.Equal(
            "product_id,name,category,sub_category,cost\ncup,Cup,,,\nmug,A mug,,,\n",
            File.ReadAllText(folder["products.csv"])
        );
    }

    [Fact]
    public void A_month_or_quarter_that_began_before_the_first_sale_is_not_complete()
    {
        string[] orders =
        [
            "1,a,2022-12-01 10:00:00,mug,Mug,2,10,France",
            "2,a,2023-01-21 10:00:00,cup,Cup,1,10,France",
            "3,b,2023-03-31 10:00:00,mug,Mug,1,30,France",
        ];
        using var shop = TestShop.Of(orders, asOf: April);
        Ask(shop);

        Assert.Equal(
            "month,complete\n2022-12,true\n2023-01,true\n2023-03,true\n",
            shop.Rows("select month, complete from results.profile_month")
        );
        Assert.Equal(
            "quarter,complete\n2022-Q4,false\n2023-Q1,true\n",
            shop.Rows("select quarter, complete from results.profile_quarter")
        );
    }

    [Fact]
    public void A_mean_is_the_nearest_number_to_the_quotient()
    {
        string[] orders =
        [
            .. Enumerable
                .Range(1, 7)
                .Select(i => $"{i},a,2023-03-0{i} 10:00:00,mug,Mug,1,{(i == 7 ? "2253.32" : "1")},France"),
        ];
        using var shop = TestShop.Of(orders, asOf: April);

        Assert.Equal(
            ["322.76"],
            shop.Study().Features(Clientele.Features.Customers.Set)["average_order_value"] is { } mean
                ? [mean.ToText(0)!]
                : []
        );
        Ask(shop);
        Assert.Equal("322.76", shop.Texts("select mean_line_total::varchar from results.profile_country")[0]);
    }

    [Theory]
    [InlineData("profile_zip", "zip", "20 2,10 1")]
    [InlineData("profile_age", "age_class", "18–24 1, 1,25–34 1")]
    [InlineData("profile_sex", "sex", "x 1,F 1,M 1")]
    [InlineData("profile_registration_month", "registration_month", " 1,2023-01 1,2023-02 1")]
    [InlineData("profile_traffic_source", "traffic_source", "Search 2,Email 1")]
    [InlineData("profile_account_manager", "account_manager", "Ann 2, 1")]
    public void Every_way_to_group_customers_knows_what_stood_before_as_of(
        string table,
        string column,
        string expected
    )
    {
        using var shop = People.With(Orders, asOf: April);
        Ask(shop);

        Assert.Equal(
            expected.Split(',').Order(StringComparer.Ordinal),
            shop.Texts($"select {column} || ' ' || customers from results.{table}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Categories_and_quarters_tell_orders_as_well_as_sales()
    {
        using var shop = People.With(Orders, asOf: April);
        Ask(shop);

        Assert.Equal(
            "category,orders,customers,revenue,revenue_share\nCups,3,2,60.00,0.6\n,1,1,40.00,0.4\n",
            shop.Rows("from results.profile_category")
        );
        Assert.Equal(
            "quarter,orders,customers,revenue,complete\n2023-Q1,4,3,100.00,false\n",
            shop.Rows("from results.profile_quarter")
        );
        Assert.Equal(
            "country,state,category,customers,revenue,mean_revenue\nFrance,Kent,Cups,2,60.00,30\n",
            shop.Rows("from results.profile_state_category")
        );
    }

    [Fact]
    public void The_table_of_customers_shows_what_is_known_of_them_and_nothing_else()
    {
        using var known = People.With(Orders, asOf: April);
        using var plain = TestShop.Of(Orders, asOf: April);
        Ask(known);
        Ask(plain);

        Assert.Equal(
            "customer_id,country,state,zip,birth_year,sex,registered_on,traffic_source,account_manager\n"
                + "a,France,Kent,10,1999,F,2023-01-31,Search,Ann\n"
                + "b,France,Kent,20,1998,M,2023-02-01,Search,\n"
                + "c,Spain,,20,1850,x,,Email,Ann\n",
            known.Rows(
                "select customer_id, country, state, zip, birth_year, sex, registered_on, traffic_source, account_manager from results.customers"
            )
        );
        Assert.Equal(
            "mean_days_between_orders,country",
            plain
                .Rows("select * exclude (customer_id) from results.customers limit 0")
                .Trim()
                .Split(",tenure_days,")[1]
        );
    }

    [Fact]
    public void A_shop_that_knows_nothing_of_its_customers_has_no_table_of_them()
    {
        using var shop = TestShop.Of(Orders, asOf: April);
        var profile = Ask(shop)[0];

        Assert.Equal(
            ["profile_quarter"],
            profile.Tables.Intersect([
                "profile_state",
                "profile_zip",
                "profile_age",
                "profile_sex",
                "profile_category",
                "profile_quarter",
            ])
        );
        Assert.DoesNotContain(
            profile.Figures,
            f => f.Slug is "state" or "sex" or "state_category" or "recency_sex"
        );
    }

    [Fact]
    public void Rows_told_twice_and_customers_without_an_order_are_caveats()
    {
        using var shop = (
            People with
            {
                Products = "(product_id, category) values ('mug', 'Cups'), (' mug', 'Mugs'), ('cup', 'Cups')",
            }
        ).With(Orders, asOf: April);

        var caveats = Ask(shop)[0].Caveats;

        Assert.Contains(
            "1 row of the files of products tells of a product of whom a later row tells again: of each column the last row that fills it counts.",
            caveats
        );
        Assert.Contains(
            "1 customer of the 3 of whom files tell has no order before as-of: nothing here counts them in.",
            caveats
        );
    }

    [Fact]
    public void The_demo_shows_who_its_customers_are()
    {
        using var shop = TestShop.Of(
            [
                new DemoSource(
                    new()
                    {
                        Customers = 600,
                        Months = 12,
                        Browsing = false,
                    }
                ),
            ],
            RecipeReader.Load("default")
        );
        var figures = Ask(shop)[0].Figures.Select(f => f.Slug).ToList();

        Assert.Empty(
            new[]
            {
                "category_sales",
                "category_orders",
                "quarter_sales",
                "quarter_orders",
                "state_category",
                "measure_correlations",
                "state",
                "zip",
                "age",
                "sex",
                "registration_month",
                "traffic_source",
                "account_manager",
                "recency_country",
                "recency_sex",
                "recency_age",
            }.Except(figures)
        );
    }

    /// <summary>The answers; the profile alone unless others are named.</summary>
    internal static IReadOnlyList<Insight> Ask(TestShop shop, params string[] slugs) =>
        Interview.Ask(
            shop.Study(),
            Questions.Ask(
                slugs.Length == 0 ? ["profile"] : slugs,
                new Dictionary<string, IReadOnlyDictionary<string, string>>()
            ),
            (_, _) => { },
            TestContext.Current.CancellationToken
        );
}
