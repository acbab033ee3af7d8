using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Customers, products and totals that stand in files beside the orders.</summary>
public sealed class BesideOrdersTests
{
    static readonly string[] Orders =
    [
        "1,7,2023-01-05 10:00:00,mug,Mug,1,3.50,France",
        "2,7,2023-02-05 10:00:00,cup,Cup,2,2.00,Spain",
        "3,8,2023-02-06 10:00:00,MUG,Mug,1,3.50,Spain",
        "4,,2023-02-07 10:00:00,mug,Mug,1,3.50,France",
    ];

    [Fact]
    public void A_customer_is_what_the_files_of_customers_say()
    {
        using var shop = new BesideSource(
            """
            values ('7', 'Ann@X.com ', 'Ann', 'Italy', ' Lazio', '001', '002', 1990, '30 - 39', 'female', timestamp '2022-12-31 23:59:00',
              'Search', 'Ben', '2020', true)
            """
        ).With(Orders);

        Assert.Equal(
            "customer_key,customer_id,country,state,shipping_zip,billing_zip,birth_year,age_class,sex,registered_on,traffic_source,"
                + "account_manager,account_manager_cohort,email,consent\n"
                + "1,7,Italy,Lazio,001,002,1990,30–39,F,2022-12-31,Search,Ben,2020,ann@x.com,true\n"
                + "2,8,Spain,,,,,,,,,,,,\n",
            shop.Rows("from core.customers order by customer_key")
        );
    }

    [Fact]
    public void Ids_are_tidied_as_those_of_the_orders_and_an_email_stands_for_a_missing_one()
    {
        using var shop = new BesideSource(
            "(customer_id, customer_email, state) values (' 7.0', null, 'Kent'), ('', 'EVE@x.com', 'Fife'), (' ', ' ', 'Nowhere')"
        ).With([.. Orders, "5,eve@x.com,2023-02-08 10:00:00,mug,Mug,1,3.50,France"]);

        Assert.Equal(
            ["7 Kent", "8 ", "eve@x.com Fife"],
            shop.Texts(
                "select customer_id || ' ' || coalesce(state, '') from core.customers order by customer_key"
            )
        );
    }

    [Fact]
    public void Who_orders_by_email_is_found_by_it_though_the_file_has_an_id_too()
    {
        using var shop = new BesideSource(
            "(customer_id, customer_email, state) values ('991', 'Eve@x.com', 'Fife'), ('992', 'eve@x.com', 'Kent')"
        ).With(["5,eve@x.com,2023-02-08 10:00:00,mug,Mug,1,3.50,France"]);

        Assert.Equal(
            ["eve@x.com Kent"],
            shop.Texts("select customer_id || ' ' || state from core.customers")
        );
    }

    [Fact]
    public void Of_several_rows_about_one_the_last_counts()
    {
        using var shop = new BesideSource(
            "(customer_id, state) values ('7', 'Kent'), ('8', 'Fife'), ('7.0', 'Devon')",
            "(product_id, category) values ('mug', 'Cups'), ('mug', 'Kitchen')"
        ).With(Orders);

        Assert.Equal(["Devon", "Fife"], shop.Texts("select state from core.customers order by customer_key"));
        Assert.Equal(["Kitchen"], shop.Texts("select category from core.products where product_id = 'mug'"));
        Assert.Equal(4, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void A_later_row_without_a_column_leaves_what_an_earlier_one_said()
    {
        using var shop = new BesideSource(
            """
            (customer_id, country, state, sex, birth_year)
            values ('7', 'US', 'CO', 'f', 1980), ('8', 'US', 'CO', 'm', 1970), ('7', null, null, null, 1981), ('8', 'Italy', null, null, null)
            """,
            """
            (product_id, category, sub_category, cost)
            values ('mug', 'Cups', 'Large', 1), ('mug', null, null, 2), ('cup', 'Cups', 'Small', 3), ('cup', 'Pots', null, null)
            """
        ).With(Orders);

        Assert.Equal(
            "country,state,sex,birth_year\nUS,CO,F,1981\nItaly,,M,1970\n",
            shop.Rows("select country, state, sex, birth_year from core.customers order by customer_key")
        );
        Assert.Equal(
            "category,sub_category,cost\nPots,,3.00\nCups,Large,2.00\n",
            shop.Rows(
                "select category, sub_category, cost from core.products where category is not null order by product_id"
            )
        );
    }

    [Fact]
    public void States_categories_and_sources_that_differ_only_in_writing_are_one()
    {
        using var shop = new BesideSource(
            """
            (customer_id, country, state, traffic_source, sex)
            values ('7', 'usa', 'New York', 'Search', 'Frau'), ('8', 'US', 'N.Y.', 'SEARCH', 'w'), ('9', null, 'co', 'Search', 'homme'),
              ('10', null, 'NJ', 'search', 'männlich'), ('11', 'Georgia', 'Georgia', null, 'mujer')
            """,
            "(product_id, category) values ('mug', 'Tea'), ('cup', 'tea'), ('pot', 'Tea'), ('jar', 'TEA')"
        ).With(
            [
                .. Enumerable
                    .Range(7, 5)
                    .Select(i => $"{i},{i},2023-02-08 10:00:00,{(i == 8 ? "cup" : "mug")},,1,3.50,France"),
            ],
            "- state_names\n- category_names\n- sub_category_names"
        );

        Assert.Equal(
            "customer_id,state,traffic_source,sex\n10,NJ,Search,M\n11,Georgia,,F\n7,NY,Search,F\n8,NY,Search,F\n9,CO,Search,M\n",
            shop.Rows(
                "select customer_id, state, traffic_source, sex from core.customers order by customer_key"
            )
        );
        Assert.Equal(["Tea"], shop.Texts("select distinct category from core.line_categories"));
    }

    [Fact]
    public void States_and_categories_of_lines_are_evened_out_by_the_recipe_and_in_exports()
    {
        using var folder = new TestFolder();
        using var shop = TestShop.OfFile(
            "order_id,customer_id,date,sku,qty,price,state,category\n"
                + "1,a,2023-01-01,m,1,1,ny,Tea\n2,b,2023-01-02,m,1,1,New York,Tea\n3,c,2023-01-03,c,1,1,NJ,tea\n",
            "- state_names\n- category_names"
        );

        Assert.Equal(["NJ", "NY"], shop.Texts("select state from core.places order by 1"));
        Assert.Equal(
            ["state_names 2", "category_names 1"],
            shop.Texts("select rule || ' ' || rows_changed from core.ledger where rule like '%names'")
        );
        TableExport.Write(shop.Database, "products", folder["products.csv"], null);
        Assert.Equal(
            "product_id,name,category,sub_category,cost\nc,c,Tea,,\nm,m,Tea,,\n",
            File.ReadAllText(folder["products.csv"])
        );
    }

    [Fact]
    public void Where_no_file_tells_a_country_it_is_that_of_the_first_order()
    {
        using var shop = TestShop.Of(Orders);

        Assert.Equal(
            ["France", "Spain"],
            shop.Texts("select country from core.customers order by customer_key")
        );
    }

    [Fact]
    public void Who_never_ordered_is_no_customer_unless_there_is_no_order_at_all()
    {
        var beside = new BesideSource(
            "(customer_id) values ('7'), ('idle')",
            Measures: "values ('measured', 'points', 3)"
        );
        using var shop = beside.With(Orders);
        using var alone = beside.Alone();

        Assert.Equal(["7", "8"], shop.Texts("select customer_id from core.customers order by 1"));
        Assert.Equal(
            ["7", "idle", "measured"],
            alone.Texts("select customer_id from core.customers order by customer_key")
        );
        Assert.Equal(0, alone.Number("select count(*) from core.orders"));
    }

    [Fact]
    public void A_file_of_products_says_category_and_cost_before_the_lines_do()
    {
        using var shop = new BesideSource(
            Products: """
            (product_id, product_name, category, sub_category, cost)
            values ('mug', 'A mug', 'Kitchen', 'Cups', 1.2345), ('pot', 'Pot', 'Kitchen', null, 2)
            """
        ).With(Orders, "- upper_case_products");

        Assert.Equal(
            "product_id,name,category,sub_category,cost\nCUP,Cup,,,\nMUG,Mug,Kitchen,Cups,1.2345\n",
            shop.Rows(
                "select * exclude (product_key, listed_name, is_listed) from core.products order by product_id"
            )
        );
        Assert.Equal(
            ["0 Kitchen", "2 Kitchen", "3 Kitchen"],
            shop.Texts("select line || ' ' || category from core.line_categories order by line")
        );
    }

    [Fact]
    public void Countries_of_customers_are_named_as_those_of_the_orders()
    {
        using var shop = new BesideSource(
            "(customer_id, country) values ('7', 'españa'), ('8', 'france ')"
        ).With(Orders, "- country_names:\n    names: {España: Spain}");

        Assert.Equal(
            ["Spain", "France"],
            shop.Texts("select country from core.customers order by customer_key")
        );
    }

    [Fact]
    public void Totals_without_dates_are_added_up_and_taken_apart()
    {
        using var shop = new BesideSource(
            Measures: """
            values (' 7.0', 'sales product_type Pots & pans', 1.5), ('7', 'sales product_type Pots & pans', 2.25),
              ('7', 'orders quarter Q1', 3), ('8', ' points ', 4), ('8', 'empty', null), (null, 'points', 1)
            """
        ).Alone();

        Assert.Equal(
            "customer_id,measure,value,amount,subject,item\n"
                + "7,orders quarter Q1,3.00,orders,quarter,Q1\n"
                + "7,sales product_type Pots & pans,3.75,sales,product_type,Pots & pans\n"
                + "8,points,4.00,,,\n",
            shop.Rows("from core.measures order by customer_id, measure")
        );
    }

    [Fact]
    public void Exported_customers_before_a_day_do_not_know_of_a_later_registration()
    {
        using var shop = new BesideSource(
            "(customer_id, state, registered_at) values ('7', 'Kent', timestamp '2023-01-20'), ('8', 'Fife', timestamp '2023-01-20')"
        ).With(Orders);
        using var folder = new TestFolder();
        var file = folder.Write("customers.csv", "");

        TableExport.Write(shop.Database, "customers", file, new DateOnly(2023, 1, 10));

        Assert.Equal(
            "customer_id,first_order,last_order,orders,lines,units,amount,country,state,shipping_zip,billing_zip,birth_year,age_class,sex,"
                + "registered_on,traffic_source,account_manager,account_manager_cohort,email,consent\n"
                + "7,2023-01-05 10:00:00,2023-01-05 10:00:00,1,1,1,3.50,France,Kent,,,,,,,,,,,\n",
            File.ReadAllText(file)
        );
    }
}
