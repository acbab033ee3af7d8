namespace Clientele.Tests;

/// <summary>What people did on the shop's pages, beside their orders.</summary>
public sealed class VisitTests
{
    [Fact]
    public void Events_of_thelook_are_visits_with_their_categories()
    {
        using var shop = ShapeShop.Of(
            ("order_items.csv", DataSetTests.ThelookItems),
            (
                "events.csv",
                "id,user_id,sequence_number,session_id,created_at,ip_address,city,state,postal_code,browser,traffic_source,uri,event_type\n"
                    + "1,7.0,1,fc-1,2023-05-01 09:58:00 UTC,1.2.3.4,x,x,x,Chrome,Email,/department/women/category/jeans/brand/b,department\n"
                    + "2,7,2,fc-1,2023-05-01 09:59:00 UTC,1.2.3.4,x,x,x,Chrome,Email,/product/5,product\n"
                    + "3,,1,fc-2,2023-05-02 09:59:00 UTC,9.9.9.9,x,x,x,Chrome,Email,/home,home\n"
            ),
            (
                "products.csv",
                "id,cost,category,name,brand,retail_price,department,sku,distribution_center_id\n5,8.25,Jeans,Blue jeans,B,20.5,Women,S5,1\n"
            )
        );

        Assert.Equal(
            "session_id,visitor_id,customer_id,started_at,category,event1,event2,page\n"
                + "fc-1,1.2.3.4,7,2023-05-01 09:58:00,jeans,,department,/department/women/category/jeans/brand/b\n"
                + "fc-1,1.2.3.4,7,2023-05-01 09:59:00,Jeans,,product,/product/5\n"
                + "fc-2,9.9.9.9,,2023-05-02 09:59:00,,,home,/home\n",
            shop.Rows("from raw.sessions order by started_at")
        );
        Assert.Contains("events.csv: thelook, 3 sessions", shop.Told());
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public void Events_of_Analytics_are_visits_numbered_by_browser(string format)
    {
        const string Lines = """
            {"event_date":"20260501","event_timestamp":"1777593600000000","event_name":"view_item","event_params":[{"key":"page_location","value":{"string_value":"https://x.com/mug","int_value":null}},{"key":"ga_session_id","value":{"string_value":null,"int_value":"17"}}],"user_id":null,"user_pseudo_id":"u.1","geo":{"country":"France"},"traffic_source":{"source":"google"},"ecommerce":{"transaction_id":null},"items":[{"item_id":"MUG","item_name":"Mug","item_category":"Kitchen","price":10.0,"quantity":2}]}
            {"event_date":"20260501","event_timestamp":"1777593660000000","event_name":"purchase","event_params":[{"key":"ga_session_id","value":{"string_value":null,"int_value":"17"}}],"user_id":"ann","user_pseudo_id":"u.1","geo":{"country":"France"},"traffic_source":{"source":"google"},"ecommerce":{"transaction_id":"T1"},"items":[{"item_id":"MUG","item_name":"Mug","item_category":"Kitchen","price":10.0,"quantity":2}]}
            {"event_date":"20260501","event_timestamp":"1777593660000000","event_name":"first_open","event_params":[{"key":"other","value":{"string_value":"x","int_value":null}}],"user_id":null,"user_pseudo_id":"u.3","geo":{"country":"France"},"traffic_source":{"source":"google"},"ecommerce":{"transaction_id":null},"items":[]}

            """;
        using var folder = new TestFolder();
        using var shop = ShapeShop.Of([Written(folder, Lines, format)]);

        Assert.Equal(
            "session_id,visitor_id,customer_id,started_at,category,event1,event2,page\n"
                + "u.1.17,u.1,,2026-05-01 00:00:00,Kitchen,,view_item,https://x.com/mug\n"
                + "u.1.17,u.1,ann,2026-05-01 00:01:00,Kitchen,,purchase,\n",
            shop.Rows("from raw.sessions order by started_at")
        );
    }

    [Fact]
    public void Browsing_stands_beside_orders_as_sessions()
    {
        using var shop = ShapeShop.Of(
            (
                "online.csv",
                "session,visitor,dt,custno,category,event1,event2\n1,9,2016-01-01 00:00:08,12,1,,7\n1,9,2016-01-01 00:01:08,12,1,11.0,4\n"
            ),
            (
                "order.csv",
                "custno,ordno,orderdate,prodcat2,prodcat1,revenue\n12,5,2016-01-01 05:05:14,96.0,1,53.3\n12,5,2016-01-01 05:05:14,,7,10\n"
            )
        );

        Assert.Equal(
            ["1 9 12 2016-01-01 00:00:08 1 7", "1 9 12 2016-01-01 00:01:08 1 11 4"],
            shop.Texts(
                "select concat_ws(' ', session_id, visitor_id, customer_id, started_at, category, event1, event2) from raw.sessions order by 1"
            )
        );
        Assert.Equal(
            ["12 5 7 10.0000", "12 5 96 1 96 53.3000"],
            shop.Texts(
                "select concat_ws(' ', customer_id, order_id, product_id, category, sub_category, line_total) from raw.fields order by 1"
            )
        );
    }

    /// <summary>Events as JSON lines, or the same as Parquet.</summary>
    internal static string Written(TestFolder folder, string lines, string format)
    {
        var json = folder.Write("events.jsonl", lines);
        if (format == "jsonl")
        {
            return json;
        }

        using var database = new Warehouse.DuckDatabase(new Warehouse.DuckOptions(":memory:"));
        var path = folder["events.parquet"];
        database.Execute(new("copy", $"copy (from read_json('{json}')) to '{path}' (format parquet)"));
        return path;
    }
}
