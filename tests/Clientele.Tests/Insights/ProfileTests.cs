using System.Globalization;
using Clientele.Insights;

namespace Clientele.Tests;

public class ProfileTests
{
    [Fact]
    public void Columns_are_counted_as_by_hand()
    {
        using var shop = TestShop.Of([
            "1,a,2023-01-01 10:00:00,p,Mug,1,2.00,France",
            "2,,2023-01-02 10:00:00,p,mug,2,2.00,France",
            "3,b,2023-01-03 10:00:00,p,MUG ,3,2.00,france",
            "4,b,2023-01-04 10:00:00,q,Cup,10,2.00,Spain",
        ]);
        var study = shop.Study();

        new Profile().Answer(study, TestContext.Current.CancellationToken);

        var columns = study.Saved.First(t => t.Name == "profile_columns");
        int Row(string field) => Array.IndexOf(columns.Texts("field"), field);
        Assert.Equal(1, columns.Numbers("missing")[Row("customer_id")]);
        Assert.Equal(4, columns.Numbers("mean")[Row("quantity")]);
        Assert.Equal(2.5, columns.Numbers("median")[Row("quantity")]);
        Assert.Equal(Math.Sqrt(50 / 3.0), columns.Numbers("sd")[Row("quantity")], tolerance: 1e-12);
        Assert.Equal(1.7636, columns.Numbers("skewness")[Row("quantity")], tolerance: 1e-4);
        Assert.Equal("10", columns.Texts("max")[Row("quantity")]);
        Assert.Equal(3, columns.Numbers("inconsistent_values")[Row("product_name")]);
        Assert.Equal(2, columns.Numbers("inconsistent_values")[Row("country")]);
        Assert.Equal("2", columns.Texts("most_frequent")[Row("unit_price")]);
        Assert.Equal("Cup", columns.Texts("top_by_revenue")[Row("product_name")]);
        Assert.Equal(20 / 32.0, columns.Numbers("top_revenue_share")[Row("product_name")], tolerance: 1e-12);
        Assert.Equal(1, columns.Numbers("revenue_explained")[Row("order_id")], tolerance: 1e-12);
    }

    static readonly string[] Alike =
    [
        "1,a,2023-01-01 10:00:00,85123a,Mug,1,2.00,France",
        "2,b,2023-01-02 10:00:00,85123A,mug,2,2.00,france",
        "3,b,2023-01-03 10:00:00,85123A,Mug,2,2.00,france",
    ];

    [Fact]
    public void What_cleaning_united_is_no_caveat()
    {
        using var shop = TestShop.Of(Alike, "- upper_case_products\n- country_names");

        Assert.DoesNotContain(Caveats(shop), c => c.Contains("only in case"));
    }

    [Fact]
    public void What_cleaning_left_apart_counts_as_different_things_and_is_told()
    {
        using var shop = TestShop.Of(Alike, "- country_names");

        Assert.Equal(
            "Column sku: 2 values that cleaning did not unite differ only in case or blanks from one another, "
                + "such as 85123A = 85123a: they count as different things.",
            Assert.Single(Caveats(shop), c => c.Contains("only in case"))
        );
    }

    static IReadOnlyList<string> Caveats(TestShop shop) =>
        new Profile().Answer(shop.Study(), TestContext.Current.CancellationToken).Caveats;

    [Theory]
    [InlineData("1,A,2023-01-01,p,P,1,2,F", "1,B,2023-01-01,p,P,1,2,F", true)]
    [InlineData("1,A,2023-01-01,p,P,1,2,F", "1,,2023-01-01,p,P,1,2,F", true)]
    [InlineData("1,,2023-01-01,p,P,1,2,F", "1,,2023-03-01,p,P,1,2,F", true)]
    [InlineData("1,A,2023-01-01,p,P,1,2,F", "1,A,2023-03-01,p,P,1,2,F", true)]
    [InlineData("1,A,2023-01-01,p,P,1,2,F", "1,A,2023-01-02,p,P,1,2,F", false)]
    public void A_number_given_out_twice_in_a_file_is_told(string first, string second, bool told)
    {
        using var shop = TestShop.Of([first, second]);

        Assert.Equal(told, Caveats(shop).Any(c => c.Contains("1 order number is used")));
    }

    [Theory]
    [InlineData("2023-02-03", false)]
    [InlineData("2023-02-04", true)]
    [InlineData("2030-01-01", true)]
    public void A_day_long_after_the_last_order_is_told(string asOf, bool told)
    {
        using var shop = TestShop.Of(Alike, asOf: DateOnly.Parse(asOf, CultureInfo.InvariantCulture));

        Assert.Equal(told, Caveats(shop).Any(c => c.Contains("after the last order: recency and tenure")));
    }

    [Theory]
    [InlineData("2023-01-02", "All 3 lines count as sales, those from 2 January 2023 on included")]
    [InlineData("2023-01-04", "All 3 lines count as sales")]
    public void The_ledger_says_when_it_counts_lines_from_as_of_on(string asOf, string title)
    {
        using var shop = TestShop.Of(
            Alike,
            "- country_names",
            DateOnly.Parse(asOf, CultureInfo.InvariantCulture)
        );

        var insight = new Profile().Answer(shop.Study(), TestContext.Current.CancellationToken);

        Assert.Equal(title, insight.Figures.First(f => f.Slug == "ledger_rows").Title);
    }

    [Fact]
    public void Sales_add_up_over_days_hours_weekdays_countries_and_products()
    {
        using var shop = SmallShops.Regular(customers: 50);
        var study = shop.Study();

        new Profile().Answer(study, TestContext.Current.CancellationToken);

        var all = study.Customers.Numbers("gross_revenue").Sum();
        Assert.All(
            ["daily", "hour", "weekday", "month", "country", "products"],
            name =>
                Assert.Equal(
                    all,
                    study.Saved.First(t => t.Name == $"profile_{name}").Numbers("revenue").Sum(),
                    tolerance: 1e-6
                )
        );
    }

    [Fact]
    public void Quantity_and_amount_correlate_as_their_formula_says()
    {
        using var shop = TestShop.Of([
            "1,a,2023-01-01 10:00:00,p,P,1,5.00,France",
            "2,b,2023-01-02 10:00:00,p,P,2,5.00,France",
            "2,b,2023-01-02 10:00:00,q,Q,2,5.00,France",
            "3,c,2023-01-03 10:00:00,p,P,4,1.00,France",
        ]);
        var study = shop.Study();

        new Profile().Answer(study, TestContext.Current.CancellationToken);

        var rows = study.Saved.First(t => t.Name == "profile_correlations");
        // By hand: quantities 1 2 2 4, amounts 5 10 10 4; products −4.25, squares 4.75 and 30.75.
        Assert.Equal(-4.25 / Math.Sqrt(4.75 * 30.75), rows.Numbers("pearson")[1], tolerance: 1e-12);
    }
}
