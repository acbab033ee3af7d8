namespace Clientele.Tests;

/// <summary>thelook's users joined with their orders: who ordered nothing has a row too.</summary>
public sealed class ThelookUserOrderTests
{
    const string Header =
        "user_id,first_name,last_name,age,gender,state,street_address,postal_code,city,country,registered_on,user_traffic_source,"
        + "order_id,order_status,order_created_at,num_of_item,revenue\n";

    const string Ann = "7,Ann,Lee,33,F,IDF,1 Road,75008,Paris,France,2022-01-02 03:04:05 UTC,Search";
    const string Bob = "8,Bob,Ray,20,M,GAL,2 Road,36201,,España,2022-02-02 03:04:05 UTC,Email";
    const string Idle = "9,Eve,Poe,50,F,GAL,3 Road,36201,null,España,2023-03-02 03:04:05 UTC,Email";

    const string Extract =
        Header
        + Ann
        + ",10,Complete,2023-05-01 10:00:00 UTC,2,41.00\n"
        + Ann
        + ",11.0,Shipped,2023-06-01 10:00:00 UTC,1,41.00\n"
        + Bob
        + ",12,Cancelled,2024-01-01 00:00:00 UTC,1,5.00\n"
        + Idle
        + ",,,,,\n";

    static TestShop Of(string text, string clean, DateOnly? asOf = null) =>
        TestShop.OfFile(text, clean, asOf);

    [Fact]
    public void Rows_are_orders_and_users_are_customers()
    {
        using var shop = Of(Extract, "");

        Assert.Equal("thelook_users_orders", shop.Summary.Shape);
        Assert.Equal(
            ["10 7 2023-05-01 10:00:00 2.000 41.0000 Complete France"],
            shop.Texts(
                "select concat_ws(' ', order_id, customer_id, ordered_at, quantity, line_total, status, country) from raw.fields where order_id = '10'"
            )
        );
        Assert.Equal(
            ["7 Ann Lee 1991 F Search", "8 Bob Ray 2004 M Email", "9 Eve Poe 1974 F Email"],
            shop.Texts(
                "select concat_ws(' ', customer_id, name, birth_year, sex, traffic_source) from raw.customers order by 1"
            )
        );
    }

    [Fact]
    public void Users_without_an_order_are_no_lines_unless_a_rule_counts_them()
    {
        using var without = Of(Extract, "- exact_duplicates");
        using var with = Of(Extract, "- missing_order");

        Assert.Equal(
            "rule,rows_before,rows_removed,rows_after\nexact_duplicates,3,0,3\n",
            without.Ledger("rule, rows_before, rows_removed, rows_after")
        );
        Assert.Equal(
            "rule,rows_before,rows_removed,rows_after,amount_removed,customers_after\nmissing_order,4,1,3,0.00,2\n",
            with.Ledger("rule, rows_before, rows_removed, rows_after, amount_removed, customers_after")
        );
        Assert.Equal(3, without.Number("select count(*) from core.orders"));
        Assert.Equal(3, with.Number("select count(*) from core.orders"));
        Assert.Contains(without.Summary.Notes, n => n.StartsWith("1 row of it", StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_without_a_time_is_still_a_bad_row()
    {
        var many = string.Concat(
            Enumerable.Range(100, 40).Select(i => $"{Ann},{i},Complete,2023-05-01 10:00:00 UTC,2,41.00\n")
        );
        using var shop = Of(Extract + many + Bob + ",13,Complete,,1,5.00\n", "");

        Assert.Equal(1, shop.Summary.Rejected);
        Assert.Equal(
            ["order_created_at is empty"],
            shop.Texts("select column_name || ' ' || reason from raw.rejects")
        );
    }

    [Fact]
    public void A_column_that_must_be_filled_is_found_by_its_header_whatever_it_means()
    {
        using var city = Of(Extract, "- missing_value: { columns: [City, planet] }\n- missing_order");
        using var order = Of(Extract, "- missing_value: { columns: [order_id] }\n- missing_order");

        Assert.Equal(
            "rule,reason,rows_removed\nmissing_value,City or planet is empty,2\nmissing_order,no order is named: somebody is known who has bought nothing,0\n",
            city.Ledger("rule, reason, rows_removed")
        );
        Assert.Equal("rows_removed\n1\n0\n", order.Ledger("rows_removed"));
    }

    [Fact]
    public void Who_spent_more_than_the_limit_goes_and_who_spent_just_that_stays()
    {
        using var less = Of(Extract, "- maximum_customer_spend: { at_most: 82 }");
        using var more = Of(Extract, "- maximum_customer_spend: { at_most: 81.99 }");

        Assert.Equal(["7", "8"], less.Texts("select customer_id from core.customers"));
        Assert.Equal(["8"], more.Texts("select customer_id from core.customers"));
        Assert.Equal("amount_removed\n82.00\n", more.Ledger("amount_removed"));
    }

    [Fact]
    public void What_is_spent_from_as_of_on_takes_nobody_out()
    {
        using var shop = Of(
            Extract,
            "- maximum_customer_spend: { at_most: 50 }",
            asOf: new DateOnly(2023, 6, 1)
        );

        Assert.Equal(["7", "8"], shop.Texts("select customer_id from core.customers"));
    }

    [Fact]
    public void A_window_says_in_the_ledger_what_it_takes()
    {
        using var shop = Of(
            Extract,
            "- date_window: { before: 2024-01-01 }\n- date_window: { from: 2023-01-01 }"
        );

        Assert.Equal("reason\non 2024-01-01 or later\nbefore 2023-01-01\n", shop.Ledger("reason"));
    }
}
