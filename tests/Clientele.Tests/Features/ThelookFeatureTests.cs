using Clientele.Features;

namespace Clientele.Tests;

public sealed class ThelookFeatureTests
{
    const string Header = "order_id,customer_id,order_date,quantity,line_total,birth_year,registered_on\n";

    /// <summary>Ann buys three times, one order in two lines; Bob once, on the day before; Cid is not registered.</summary>
    const string Orders =
        Header
        + "1,ann,2023-01-01 10:00:00,1,10.00,1990,2022-12-22\n"
        + "1,ann,2023-01-01 10:00:00,2,20.00,1990,2022-12-22\n"
        + "2,ann,2023-01-11 23:00:00,1,30.00,1990,2022-12-22\n"
        + "3,ann,2023-12-22 01:00:00,2,0.50,1990,2022-12-22\n"
        + "4,bob,2023-12-31 23:59:59,4,7.00,2005,2023-12-31\n"
        + "5,cid,2023-07-01 12:00:00,1,5.00,,\n";

    const string Later =
        "6,ann,2024-01-01 00:00:00,9,900.00,1990,2022-12-22\n7,zoe,2024-02-01 00:00:00,9,900.00,1970,2021-01-01\n";

    static readonly DateOnly NewYear = new(2024, 1, 1);

    static Warehouse.Table Of(string text)
    {
        using var shop = TestShop.OfFile(text, asOf: NewYear);
        return ThelookFeatures.Set.Compute(
            shop.Database,
            new(shop.Contents.AsOf.ToDateTime(TimeOnly.MinValue))
        );
    }

    [Fact]
    public void Features_are_those_worked_by_hand()
    {
        var table = Of(Orders);

        Assert.Equal(["ann", "bob", "cid"], table.Texts("customer_id"));
        Is("total_orders", 3, 1, 1);
        Is("avg_order_items", 2, 4, 1);
        Is("total_revenue", 60.5, 7, 5);
        Is("avg_order_value", 60.5 / 3, 7, 5);
        Is("avg_days_between_orders", 355 / 2.0, 0, 0);
        Is("days_since_first_order", 365, 1, 184);
        Is("days_since_last_order", 10, 1, 184);
        Is("days_since_registration", 375, 1, double.NaN);
        Is("days_until_first_order", 10, 0, double.NaN);
        Is("days_until_last_order", 365, 0, double.NaN);
        Is("days_betw_first_last_order", 355, 0, 0);
        Is("registration_year", 2022, 2023, double.NaN);
        Is("registration_month", 12, 12, double.NaN);
        Assert.Equal(["31–40", "19–30", ""], table.Texts("age_class"));

        void Is(string column, params double[] expected) => Assert.Equal(expected, table.Numbers(column));
    }

    [Fact]
    public void Frequency_is_orders_a_year_since_the_first()
    {
        var frequency = Of(Orders).Numbers("order_frequency_per_year");

        Assert.Equal(3 * 365.25 / 365, frequency[0], tolerance: 1e-12);
        Assert.Equal(365.25, frequency[1], tolerance: 1e-12);
        Assert.Equal(365.25 / 184, frequency[2], tolerance: 1e-12);
    }

    [Fact]
    public void What_comes_on_the_day_or_later_changes_nothing() =>
        Assert.Equal(TestShop.TextOf(Of(Orders)), TestShop.TextOf(Of(Orders + Later)));

    [Theory]
    [InlineData(2006, "0–18")]
    [InlineData(2005, "19–30")]
    [InlineData(1994, "19–30")]
    [InlineData(1993, "31–40")]
    [InlineData(1974, "41–50")]
    [InlineData(1973, "51–60")]
    [InlineData(1954, "61–70")]
    [InlineData(1953, "71+")]
    public void Ages_fall_into_the_classes_that_were_printed(int year, string expected)
    {
        var table = Of($"{Header}1,ann,2023-01-01 10:00:00,1,10.00,{year},2022-12-22\n");

        Assert.Equal([expected], table.Texts("age_class"));
    }
}
