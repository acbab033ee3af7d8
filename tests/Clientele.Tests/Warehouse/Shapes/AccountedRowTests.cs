namespace Clientele.Tests;

/// <summary>Every row of every file is kept, rejected or told as making none.</summary>
public sealed class AccountedRowTests
{
    const string Customers =
        "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n"
        + "c1,ann,01234,sao paulo,SP\nc2,ann,20000,rio,RJ\nc3,bob,20000,rio,RJ\n";

    const string Orders =
        "order_id,customer_id,order_status,order_purchase_timestamp\no1,c1,delivered,2018-01-02 10:00:00\no2,c2,delivered,2018-01-03 10:00:00\n";

    const string Items =
        "order_id,order_item_id,product_id,seller_id,price\no1,1,p1,s1,10\no1,2,p1,s1,10\no2,1,p2,s1,5.5\n";

    [Fact]
    public void Rows_of_Olist_that_make_none_are_counted_with_why()
    {
        using var shop = ShapeShop.Of(
            ("customers.csv", Customers),
            ("items.csv", Items),
            ("orders.csv", Orders),
            ("payments.csv", "order_id,payment_sequential,payment_value\no1,1,20\no2,1,5.5\n")
        );

        Assert.Equal(
            [
                "customers.csv: 3 rows, 1 removed, 2 made",
                "items.csv: 3 rows, 0 removed, 3 made",
                "orders.csv: 2 rows, 0 removed, 2 made",
                "payments.csv: 2 rows, 2 removed, 0 made",
            ],
            shop.Contents.Sources.Select(s =>
                $"{s.Source}: {s.Read} rows, {s.Removed} removed, {s.Kept} made"
            )
        );
        Assert.Contains(
            "1 row of it makes none of the shop's: a person has a row for each order",
            shop.Notes(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_purchase_that_was_sent_again_is_told_in_its_own_file()
    {
        using var shop = ShapeShop.Of(
            (
                "a.jsonl",
                Event("purchase", 1_700_000_000_000_000, "T1")
                    + Event("page_view", 1_700_000_000_100_000, null)
            ),
            (
                "b.jsonl",
                Event("purchase", 1_700_000_100_000_000, "T1")
                    + Event("purchase", 1_700_000_200_000_000, "T2")
            )
        );

        Assert.Equal(
            ["T1 2", "T2 2"],
            shop.Texts("select order_id || ' ' || lines from core.orders order by 1")
        );
        Assert.Equal(
            ["a.jsonl: 2 rows, 1 removed, 2 made", "b.jsonl: 2 rows, 1 removed, 2 made"],
            shop.Contents.Sources.Select(s =>
                $"{s.Source}: {s.Read} rows, {s.Removed} removed, {s.Kept} made"
            )
        );
        Assert.DoesNotContain(
            shop.Contents.Sources[0].Notes,
            n => n.Contains("again", StringComparison.Ordinal)
        );
        Assert.Contains(
            "1 row of it sent again what another event has too: a purchase counts once",
            shop.Contents.Sources[1].Notes
        );
    }

    static string Event(string name, long at, string? transaction)
    {
        var items =
            transaction == null
                ? "[]"
                : """[{"item_id":"MUG","price":10.0,"quantity":2},{"item_id":"CUP","price":5.0,"quantity":1}]""";
        return $$"""
            {"event_name":"{{name}}","event_timestamp":"{{at}}","user_pseudo_id":"u.1","ecommerce":{"transaction_id":"{{transaction}}"},"items":{{items}}}

            """;
    }
}
