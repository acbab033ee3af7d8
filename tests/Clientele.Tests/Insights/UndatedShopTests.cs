using Clientele.Delivery;

namespace Clientele.Tests;

/// <summary>Shops of customers and their totals, without any dated order.</summary>
public sealed class UndatedShopTests
{
    [Fact]
    public void Totals_without_dates_are_profiled_and_other_questions_need_dated_orders()
    {
        using var shop = BesideSource.AccountManaged(12).Alone();
        var answers = BesideProfileTests.Ask(
            shop,
            "profile",
            "rfm",
            "cohorts",
            "segments",
            "value",
            "products",
            "recommendations",
            "insider_features",
            "purchase_histories",
            "thelook_features",
            "thelook_scores",
            "thelook_regression"
        );

        Assert.Equal(
            "12 customers brought 1,230 in 24 orders, by 7 totals without dates.",
            answers[0].Answer
        );
        Assert.All(
            answers.Skip(1),
            a =>
            {
                Assert.True(a.Unanswered);
                Assert.Contains("dated orders", a.Answer, StringComparison.Ordinal);
            }
        );
        Assert.Equal(
            ["C 12 11922.00 0.9098", "A 12 12 780.00 0.0595", "B 12 402.00 0.0307"],
            shop.Texts(
                """
                select concat_ws(' ', category, orders, customers, revenue::decimal(18, 2), round(revenue_share, 4))
                from results.profile_category
                """
            )
        );
        Assert.Equal(
            "quarter,orders,customers,revenue,complete\nQ1,24,12,1170.00,\nQ2,,12,60.00,\n",
            shop.Rows("from results.profile_quarter")
        );
        Assert.Equal(
            ["CO 9 18 855.00", "NJ 3 6 375.00"],
            shop.Texts(
                "select concat_ws(' ', state, customers, orders, revenue::decimal(18, 2)) from results.profile_state"
            )
        );
        Assert.Equal(12, shop.Number("select count(*) from results.customers"));
    }

    [Fact]
    public void A_report_of_a_shop_without_dates_says_that_nothing_has_one()
    {
        using var shop = BesideSource.AccountManaged(40).Alone();
        using var output = new MemoryStream();
        var answers = BesideProfileTests.Ask(shop, "profile", "rfm");

        new HtmlReportWriter().Write(new("Shop", shop.Contents.AsOf, ["a.csv"], "default", answers), output);

        var page = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("nothing has a date", page, StringComparison.Ordinal);
        Assert.Contains("Customers in CO bring", page, StringComparison.Ordinal);
        Assert.DoesNotContain("9999", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_customers_spend_on_two_categories_is_correlated_over_all_of_them()
    {
        using var shop = BesideSource.AccountManaged(12).Alone();
        var profile = BesideProfileTests.Ask(shop)[0];

        double Pearson(string a, string b) =>
            shop.Number(
                $"""
                select pearson from results.profile_correlations
                where level = 'measures' and (column_a, column_b) in (('sales {a}', 'sales {b}'), ('sales {b}', 'sales {a}'))
                """
            );
        Assert.Equal(1, Pearson("product_type A", "product_type B"), 1e-12);
        Assert.Equal(-1, Pearson("product_type A", "product_type C"), 1e-12);
        Assert.Equal(double.NaN, Pearson("product_type A", "quarter Q2"));
        Assert.Equal(
            "Who spends more on A also spends more on B: no two go closer together (1)",
            profile.Title("measure_correlations")
        );
    }

    [Fact]
    public void Customers_alone_are_a_shop_that_is_looked_at_from_the_day_after_the_last_registration()
    {
        using var shop = BesideProfileTests.People.Alone();
        var answers = BesideProfileTests.Ask(shop, "profile", "rfm");

        Assert.Equal(new DateOnly(2023, 4, 3), shop.Contents.AsOf);
        Assert.Equal("5 customers are known, but no order.", answers[0].Answer);
        Assert.Equal(
            ["Fife 2", "Kent 2", " 1"],
            shop.Texts("select state || ' ' || customers from results.profile_state")
        );
        Assert.True(answers[1].Unanswered);
    }

    [Fact]
    public void A_shop_without_orders_before_a_day_knows_only_who_registered_before()
    {
        using var shop = BesideProfileTests.People.Alone(BesideProfileTests.April);
        BesideProfileTests.Ask(shop);

        Assert.Equal(["a", "b", "idle"], shop.Texts("select customer_id from results.customers"));
    }
}
