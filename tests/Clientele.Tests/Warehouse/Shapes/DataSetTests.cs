namespace Clientele.Tests;

/// <summary>Public data sets and the tables of older systems, each with its traps.</summary>
public sealed class DataSetTests
{
    internal const string ThelookItems =
        "id,order_id,user_id,product_id,inventory_item_id,status,created_at,shipped_at,delivered_at,returned_at,sale_price\n"
        + "1,10,7,5,100,Complete,2023-05-01 10:00:00 UTC,,,,20.5\n2,10,7,5,101,Complete,2023-05-01 10:00:00 UTC,,,,20.5\n"
        + "3,11,8,6,102,Cancelled,2023-06-01 10:00:00.123456 UTC,,,,9.99\n";

    [Fact]
    public void thelook_has_a_unit_a_row_its_own_status_and_times_in_UTC()
    {
        using var shop = ShapeShop.Of(
            ("order_items.csv", ThelookItems),
            (
                "orders.csv",
                "order_id,user_id,status,gender,created_at,returned_at,shipped_at,delivered_at,num_of_item\n10,7,Complete,F,2023-05-01 10:00:00 UTC,,,,2\n"
            ),
            (
                "users.csv",
                "id,first_name,last_name,email,age,gender,state,street_address,postal_code,city,country,latitude,longitude,traffic_source,created_at\n"
                    + "7,Ann,Lee,ann@example.com,33,F,IDF,x,75008,Paris,France,1,1,Search,2022-01-02 03:04:05 UTC\n"
            ),
            (
                "products.csv",
                "id,cost,category,name,brand,retail_price,department,sku,distribution_center_id\n5,8.25,Jeans,Blue jeans,B,20.5,Women,S5,1\n"
            )
        );

        Assert.Equal(
            ["10 7 2023-05-01 10:00:00 5 Blue jeans Jeans 1.000 20.500000 Complete France"],
            shop.Texts(
                "select distinct concat_ws(' ', order_id, customer_id, ordered_at, product_id, product_name, category, quantity, unit_price, status, country) from raw.fields where order_id = '10'"
            )
        );
        Assert.Equal(
            ["7 1990 F Search 2022-01-02 03:04:05"],
            shop.Texts(
                "select concat_ws(' ', customer_id, birth_year, sex, traffic_source, registered_at) from raw.customers"
            )
        );
        Assert.Equal(
            ["5 Jeans 8.250000 20.500000"],
            shop.Texts("select concat_ws(' ', product_id, category, cost, list_price) from raw.products")
        );
        Assert.Equal(3, shop.Number("select count(*) from raw.lines"));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public void A_purchase_of_Analytics_that_was_sent_twice_counts_once(string format)
    {
        const string Lines = """
            {"event_date":"20260501","event_timestamp":"1777593600000000","event_name":"page_view","user_id":null,"user_pseudo_id":"u.1","geo":{"country":"France","region":"IDF"},"traffic_source":{"source":"google","medium":"organic"},"ecommerce":null,"items":[]}
            {"event_date":"20260430","event_timestamp":"1777593600123456","event_name":"purchase","user_id":null,"user_pseudo_id":"u.1","geo":{"country":"France","region":"IDF"},"traffic_source":{"source":"google","medium":"organic"},"ecommerce":{"transaction_id":"T1","purchase_revenue":25.0},"items":[{"item_id":"MUG","item_name":"Mug, \"big\"","item_category":"Kitchen","price":10.0,"quantity":2},{"item_id":"CUP","item_name":"Cup","item_category":"Kitchen","price":5.0,"quantity":1}]}
            {"event_date":"20260430","event_timestamp":"1777593600223456","event_name":"purchase","user_id":null,"user_pseudo_id":"u.1","geo":{"country":"France","region":"IDF"},"traffic_source":{"source":"google","medium":"organic"},"ecommerce":{"transaction_id":"T1","purchase_revenue":25.0},"items":[{"item_id":"MUG","item_name":"Mug, \"big\"","item_category":"Kitchen","price":10.0,"quantity":2}]}
            {"event_date":"20260502","event_timestamp":"1777680000000000","event_name":"purchase","user_id":"bob","user_pseudo_id":"u.2","geo":{"country":"Spain","region":"MD"},"traffic_source":{"source":"direct","medium":"none"},"ecommerce":{"transaction_id":"T2","purchase_revenue":7.5},"items":[]}

            """;
        using var folder = new TestFolder();
        using var shop = ShapeShop.Of([VisitTests.Written(folder, Lines, format)]);

        Assert.Equal(
            [
                "T1 u.1 2026-05-01 00:00:00.123456 CUP 1.000 5.0000",
                "T1 u.1 2026-05-01 00:00:00.123456 MUG 2.000 20.0000",
                "T2 bob 2026-05-02 00:00:00 1.000 7.5000",
            ],
            shop.Texts(
                $"select concat_ws(' ', order_id, customer_id, ordered_at, product_id, quantity, amount) from {TestShop.StagedLines} order by 1"
            )
        );
        Assert.Equal(
            ["bob Spain direct", "u.1 France google"],
            shop.Texts(
                "select concat_ws(' ', customer_id, country, traffic_source) from raw.customers order by 1"
            )
        );
    }

    [Fact]
    public void Days_without_dates_are_counted_from_a_first_day_and_that_is_told()
    {
        using var shop = ShapeShop.Of(
            (
                "transaction_data.csv",
                "household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,RETAIL_DISC,TRANS_TIME,WEEK_NO,COUPON_DISC,COUPON_MATCH_DISC\n"
                    + "2375,26984851472,1,1004906,2,1.39,364,-0.6,1631,1,0.0,0.0\n2375,26984851473,32,1004906,1,0.70,364,-0.6,5,6,0.0,0.0\n"
            ),
            (
                "product.csv",
                "PRODUCT_ID,MANUFACTURER,DEPARTMENT,BRAND,COMMODITY_DESC,SUB_COMMODITY_DESC,CURR_SIZE_OF_PRODUCT\n1004906,69,PRODUCE,Private,POTATOES,POTATOES RUSSET,5 LB\n"
            ),
            (
                "hh_demographic.csv",
                "AGE_DESC,MARITAL_STATUS_CODE,INCOME_DESC,household_key\n65+,A,35-49K,2375\n"
            )
        );

        Assert.Equal(
            [
                "26984851472 2375 2001-01-01 16:31:00 1.3900 PRODUCE",
                "26984851473 2375 2001-02-01 00:05:00 0.7000 PRODUCE",
            ],
            shop.Texts(
                $"select concat_ws(' ', order_id, customer_id, ordered_at, amount, category) from {TestShop.StagedLines} order by 1"
            )
        );
        Assert.Contains("day 1 counts as 2001-01-01", shop.Notes(), StringComparison.Ordinal);
        Assert.Equal(["2375 65+"], shop.Texts("select customer_id || ' ' || age_class from core.customers"));
        Assert.Equal(
            ["1004906 POTATOES RUSSET PRODUCE POTATOES"],
            shop.Texts(
                "select concat_ws(' ', product_id, product_name, category, sub_category) from raw.products"
            )
        );
    }

    [Fact]
    public void The_R_package_of_The_Complete_Journey_has_dates()
    {
        using var shop = ShapeShop.Of([
            TestData.Data("completejourney/transactions_sample.csv.gz"),
            TestData.Data("completejourney/products.csv.gz"),
            TestData.Data("completejourney/demographics.csv.gz"),
            TestData.Data("completejourney/campaigns.csv.gz"),
        ]);

        Assert.Equal(75_000, shop.Number("select count(*) from raw.lines"));
        // That many lines are of products which the file of products does not list.
        Assert.Equal(222, shop.Number("select count(*) from raw.fields where category is null"));
        Assert.Equal(92_331, shop.Number("select count(*) from raw.products"));
        Assert.Equal(
            ["2017"],
            shop.Texts(
                "select distinct year(ordered_at)::varchar from raw.fields where month(ordered_at) = 6"
            )
        );
    }

    [Fact]
    public void Households_are_profiled_by_the_classes_of_age_that_their_file_has()
    {
        using var shop = ShapeShop.Of([
            TestData.Data("completejourney/transactions_sample.csv.gz"),
            TestData.Data("completejourney/demographics.csv.gz"),
        ]);
        new Insights.Profile().Answer(shop.Study());

        Assert.Equal(
            ["19–24", "25–34", "35–44", "45–54", "55–64", "65+"],
            shop.Texts("select age_class from results.profile_age where age_class <> '' order by 1")
        );
        Assert.Equal(
            shop.Number(
                $"""
                select count(distinct household_id) from read_csv('{TestData.Data(
                    "completejourney/demographics.csv.gz"
                )}', all_varchar = true)
                where household_id in (select customer_id from core.customers) and age = '35-44'
                """
            ),
            shop.Number("select customers from results.profile_age where age_class = '35–44'")
        );
    }

    [Fact]
    public void Instacart_has_no_dates_and_no_prices_and_says_what_stands_for_them()
    {
        using var shop = ShapeShop.Of(
            ("aisles.csv", "aisle_id,aisle\n1,soup\n"),
            ("departments.csv", "department_id,department\n1,food\n"),
            (
                "order_products__prior.csv",
                "order_id,product_id,add_to_cart_order,reordered\n1,5,1,0\n1,6,2,0\n2,5,1,1\n"
            ),
            ("order_products__train.csv", "order_id,product_id,add_to_cart_order,reordered\n3,5,1,1\n"),
            (
                "orders.csv",
                "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order\n"
                    + "1,u,prior,1,2,08,\n2,u,prior,2,3,07,15.0\n3,u,train,10,3,12,30.0\n"
            ),
            (
                "products.csv",
                "product_id,product_name,aisle_id,department_id\n5,Tomato soup,1,1\n6,\"Soup, green\",1,1\n"
            )
        );

        Assert.Equal(
            [
                "1 u 2001-01-01 08:00:00 2.0000",
                "2 u 2001-01-16 07:00:00 1.0000",
                "3 u 2001-02-15 12:00:00 1.0000",
            ],
            shop.Texts(
                "select concat_ws(' ', order_id, customer_id, ordered_at, amount) from core.orders join core.customers using (customer_key) order by 1"
            )
        );
        Assert.Contains("no prices: each item counts 1", shop.Notes(), StringComparison.Ordinal);
        Assert.Contains(
            "each customer's first order counts as 2001-01-01",
            shop.Notes(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Tomato soup food soup"],
            shop.Texts(
                "select concat_ws(' ', name, category, sub_category) from core.products where product_id = '5'"
            )
        );
    }
}
