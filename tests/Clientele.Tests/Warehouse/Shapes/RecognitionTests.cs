using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What the tables of a run are, all of them together.</summary>
public sealed class RecognitionTests
{
    const string Orders =
        "order_id,customer_id,order_date,sku,quantity,unit_price\n1,a,2023-01-01,m,2,3.50\n";

    [Fact]
    public void Customers_and_products_of_any_shop_stand_beside_its_orders()
    {
        using var shop = ShapeShop.Of(
            (
                "customers.csv",
                "customer_id,name,gender,birth_year,zip,registered,newsletter\na,Ann Lee,F,1990,01234,2022-05-06,yes\n"
            ),
            ("orders.csv", Orders),
            ("products.csv", "sku,title,department,cost,price\nm,Mug,Kitchen,1.25,3.50\n")
        );

        Assert.Equal(
            [
                "customers.csv: generic, 1 customers",
                "orders.csv: generic, 1 lines",
                "products.csv: generic, 1 products",
            ],
            shop.Told()
        );
        Assert.Equal(
            ["a Ann Lee F 1990 01234 2022-05-06 00:00:00 true"],
            shop.Texts(
                "select concat_ws(' ', customer_id, name, sex, birth_year, billing_zip, registered_at, consent) from raw.customers"
            )
        );
        Assert.Equal(
            ["m Mug Kitchen 1.250000 3.500000"],
            shop.Texts(
                "select concat_ws(' ', product_id, product_name, category, cost, list_price) from raw.products"
            )
        );
    }

    [Fact]
    public void Customers_alone_are_no_orders_and_are_refused_with_what_is_missing() =>
        Assert.Contains(
            "customers.csv looks like a file of customers, but no file has their orders. Give both in one run",
            ShapeShop.Refusal(("customers.csv", "customer_id,name,zip\na,Ann,1\n")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_bad_cell_of_a_customer_is_rejected_like_one_of_an_order()
    {
        var many = string.Concat(Enumerable.Range(0, 40).Select(i => $"c{i},1990,yes\n"));
        using var shop = ShapeShop.Of(
            ("customers.csv", $"customer_id,birth_year,consent\n{many}x,old,yes\n,1990,no\n"),
            ("orders.csv", Orders)
        );

        Assert.Equal(
            ["customers.csv 42 birth_year: 'old' is no number", "customers.csv 43 customer_id: is empty"],
            shop.Texts(
                "select file || ' ' || line || ' ' || column_name || ': ' || reason from raw.rejects order by line"
            )
        );
        Assert.Equal(40, shop.Number("select count(*) from raw.customers"));
    }

    [Fact]
    public void A_mapping_holds_for_each_file_that_has_its_columns()
    {
        using var folder = new TestFolder();
        string[] paths =
        [
            folder.Write("one.csv", "no,date,total\n1,2023-01-01,7.50\n"),
            folder.Write("two.csv", "date,total,no\n2023-01-02,2.50,2\n"),
            folder.Write("customers.csv", "customer_id,zip\na,1\n"),
        ];

        using var shop = TestShop.Of(
            [
                new FileSource(
                    paths,
                    new ImportOptions
                    {
                        Map = new Dictionary<string, string>
                        {
                            ["order_id"] = "no",
                            ["line_total"] = "total",
                        },
                    }
                ),
            ],
            TestShop.RecipeOf("")
        );

        Assert.Equal(["map", "map", "generic"], shop.Contents.Sources.Select(s => s.Shape));
        Assert.Equal(10, shop.Number("select sum(amount)::double from core.orders"));
    }

    [Fact]
    public void Payments_beside_a_known_export_are_refused_with_a_mapping()
    {
        var refused = ShapeShop.Refusal(
            (
                "orders.csv",
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,m,Mug,1,2011-01-01,2.00,a,France\n"
            ),
            ("payments.csv", "order_id,date,amount\n1,2011-01-01,2.00\n")
        );

        Assert.Contains(
            "payments.csv has orders, times and amounts, but stands beside uci_online_retail",
            refused,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "--map 'order_id=order_id,ordered_at=date,line_total=amount'",
            refused,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Columns_that_fit_two_tables_equally_well_are_refused_with_both()
    {
        const string Shared = "customer_id,customer_unique_id,customer_zip_code_prefix,customer_state";
        const string Both =
            Shared + ",order_id,order_status,order_purchase_timestamp\n1,2,3,4,5,6,2018-01-01\n";

        var refused = ShapeShop.Refusal(
            ("both.csv", Both),
            ("items.csv", "order_id,order_item_id,product_id,seller_id,price\n5,1,p,s,1.00\n")
        );

        Assert.Contains(
            "both.csv: its columns fit orders of olist and customers of olist equally well",
            refused,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_file_has_its_own_way_of_writing_times_and_numbers()
    {
        using var shop = ShapeShop.Of(
            ("de.csv", "order_id;date;sku;qty;price\n1;31.01.2023;m;1;3,50\n"),
            ("us.csv", "order_id,date,sku,qty,price\n2,02/28/2023,m,1,3.25\n")
        );

        Assert.Equal(
            ["2023-01-31 3.500000", "2023-02-28 3.250000"],
            shop.Texts("select concat_ws(' ', ordered_at::date, unit_price) from raw.fields order by 1")
        );
    }

    [Fact]
    public void Two_files_of_one_name_are_told_apart_by_their_folders()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["a"]);
        Directory.CreateDirectory(folder["b"]);
        string[] paths =
        [
            folder.Write("a/orders.csv", Orders),
            folder.Write("b/orders.csv", Orders.Replace("1,a", "2,a", StringComparison.Ordinal)),
        ];

        using var shop = ShapeShop.Of(paths);

        Assert.Equal(paths, shop.Contents.Sources.Select(s => s.Source));
        Assert.Equal(2, shop.Number("select count(*) from core.orders"));
    }

    [Fact]
    public void Another_table_of_orders_in_a_workbook_is_a_summary_and_is_left()
    {
        using var folder = new TestFolder();
        var path = folder["book.xlsx"];
        TestWorkbook.Write(
            path,
            [("lines", Orders), ("sums", "order_id,order_date,amount\n1,2023-01-01,7.00\n")]
        );

        using var shop = ShapeShop.Of([path]);

        Assert.Equal(7, shop.Number("select sum(amount)::double from core.orders"));
        Assert.Contains(
            "its columns are not those of the sheet of orders before it",
            shop.Notes(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Sums_without_a_date_become_measures()
    {
        using var folder = new TestFolder();
        string[] paths =
        [
            folder.Write("info.csv", "CUSTOMER_ID,COUNTRY,STATE,ZIP\n1,US,NJ,07001\n"),
            folder.Write("types.csv", "CUSTOMER_ID,PRODUCT_TYPE,SALES\n1,A,10.50\n1,B,-2\n"),
            folder.Write("quarters.csv", "CUSTOMER_ID,QUARTER,ORDERS\n1,Q1,3\n"),
        ];
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));

        // Nothing can be asked of such a shop yet, but its tables are there.
        Record.Exception(() =>
            ShopBuild.Run(
                database,
                new ShopPlan([new FileSource(paths, new ImportOptions())], TestShop.RecipeOf("")),
                (_, _) => { },
                default
            )
        );

        Assert.Equal(
            [
                "1 orders quarter Q1 3.0000",
                "1 sales product_type A 10.5000",
                "1 sales product_type B -2.0000",
            ],
            database
                .Read(
                    new(
                        "measures",
                        "select concat_ws(' ', customer_id, measure, value) as m from raw.measures order by 1"
                    )
                )
                .Texts("m")
        );
        Assert.Equal(
            ["1 US NJ 07001"],
            database
                .Read(
                    new(
                        "customers",
                        "select concat_ws(' ', customer_id, country, state, billing_zip) as c from raw.customers"
                    )
                )
                .Texts("c")
        );
    }
}
