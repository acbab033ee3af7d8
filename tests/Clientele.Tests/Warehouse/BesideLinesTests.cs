using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What one flat file of order lines says of its customers and products.</summary>
public sealed class BesideLinesTests
{
    const string Flat =
        "order_id,customer_id,email,order_date,sku,quantity,unit_price,gender,postcode,birth year,registered,newsletter,unit cost,customer name\n"
        + "1,a,Ann@x.com,2023-01-01,m,1,3.50,F,01234,1990,2022-05-06,yes,1.10,Ann Lee\n"
        + "2,a,,2023-03-01,m,1,3.50,,75008,,,,1.20,\n"
        + "3,a,,2023-02-01,m,1,3.50,,99999,,,no,,\n"
        + "4,b.0,,2023-02-01,,1,2.50,male,,,,,,\n"
        + "5,,,2023-02-01,m,1,3.50,F,1,1950,,,1.20,Nobody\n";

    [Fact]
    public void Columns_beside_the_lines_make_customers_and_the_last_cell_in_time_counts()
    {
        using var shop = TestShop.OfFile(Flat);

        Assert.Equal(
            "customer_id,customer_email,name,billing_zip,birth_year,sex,registered_at,consent\n"
                + "a,Ann@x.com,Ann Lee,75008,1990,F,2022-05-06 00:00:00,false\nb.0,,,,,male,,\n",
            shop.Rows(
                "select customer_id, customer_email, name, billing_zip, birth_year, sex, registered_at, consent from raw.customers qualify row_number() over (partition by customer_id order by told_at desc) = 1 order by 1"
            )
        );
        Assert.Equal(
            "customer_id,billing_zip,birth_year,sex,registered_on,email\na,75008,1990,F,2022-05-06,ann@x.com\nb,,,M,,\n",
            shop.Rows(
                "select customer_id, billing_zip, birth_year, sex, registered_on, email from core.customers order by 1"
            )
        );
        Assert.Equal(["1.20"], shop.Texts("select cost from core.products where product_id = 'm'"));
        Assert.Contains(shop.Summary.Columns, c => c == new MappedColumn("gender", "sex"));
    }

    [Fact]
    public void A_flat_file_is_profiled_by_sex_postcode_and_age()
    {
        using var shop = TestShop.OfFile(Flat);

        var insight = new Insights.Profile().Answer(shop.Study());

        Assert.Superset(
            new HashSet<string> { "profile_sex", "profile_zip", "profile_age", "profile_registration_month" },
            insight.Tables.ToHashSet()
        );
    }

    [Theory]
    [InlineData("zip", "billing_zip")]
    [InlineData("source", "traffic_source")]
    [InlineData("name", "name")]
    [InlineData("client type", "account_manager_cohort")]
    public void What_may_mean_something_else_is_taken_only_where_it_is_said(string header, string field)
    {
        var text = $"order_id,customer_id,order_date,price,{header}\n1,a,2023-01-01,3.50,x1\n";
        using var silent = TestShop.OfFile(text);
        using var folder = new TestFolder();
        using var said = TestShop.Of(
            [TestShop.Csv(folder.Write("orders.csv", text), (field, header))],
            TestShop.RecipeOf("")
        );

        Assert.Equal(0, silent.Number("select count(*) from raw.customers"));
        Assert.Equal(["x1"], said.Texts($"select {field} from raw.customers"));
    }

    [Fact]
    public void The_cost_of_a_product_is_taken_where_it_is_said()
    {
        const string Text = "order_id,order_date,product_name,price,cost\n1,2023-01-01,Mug,3.50,1.25\n";
        using var silent = TestShop.OfFile(Text);
        using var folder = new TestFolder();
        using var said = TestShop.Of(
            [TestShop.Csv(folder.Write("orders.csv", Text), ("cost", "cost"))],
            TestShop.RecipeOf("")
        );

        Assert.Equal(0, silent.Number("select count(*) from raw.products"));
        Assert.Equal(["Mug 1.250000"], said.Texts("select name || ' ' || cost from core.products"));
    }

    [Fact]
    public void A_cell_that_cannot_be_read_costs_no_order_and_is_told()
    {
        using var shop = TestShop.OfFile(
            "order_id,customer_id,order_date,price,birth_year,signup_date\n1,a,2023-01-01,3.50,old,1 May\n2,b,2023-01-01,3.50,1990,2020-01-02\n"
        );

        Assert.Equal(0, shop.Summary.Rejected);
        Assert.Equal(
            [
                "column birth_year: 1 cell beside the lines cannot be read as birth_year, such as 'old', and is left empty",
                "column signup_date: 1 cell beside the lines cannot be read as registered_at, such as '1 May', and is left empty",
            ],
            shop.Summary.Notes
        );
        Assert.Equal(["", "1990"], shop.Texts("select birth_year from core.customers order by customer_id"));
    }

    [Fact]
    public void Days_beside_the_lines_are_written_in_the_order_of_theirs()
    {
        using var shop = TestShop.OfFile(
            "order_id,customer_id,order_date,price,registered\n1,a,31/01/2023 10:00,3.50,05/06/2022\n2,b,01/02/2023 10:00,2.50,2021-02-03\n"
        );

        Assert.Equal(
            ["2022-06-05", "2021-02-03"],
            shop.Texts("select registered_on from core.customers order by customer_id")
        );
    }

    [Fact]
    public void A_file_of_customers_stands_over_what_lines_say_in_any_order_of_the_files()
    {
        const string Orders =
            "order_id,email,order_date,price,gender,unit_cost,sku\n1,ann@x.com,2023-01-01,3.50,F,1,m\n2,bob@x.com,2023-01-01,3.50,M,2,p\n";
        const string People = "customer_id,email,sex\n7,Ann@x.com,X\n";
        const string Goods = "sku,cost\nm,9\n";
        using var first = ShapeShop.Of(("1.csv", People), ("2.csv", Orders), ("3.csv", Goods));
        using var last = ShapeShop.Of(("1.csv", Orders), ("2.csv", People), ("3.csv", Goods));

        foreach (var shop in (TestShop[])[first, last])
        {
            Assert.Equal(["X", "M"], shop.Texts("select sex from core.customers order by customer_id"));
            Assert.Equal(["9.00", "2.00"], shop.Texts("select cost from core.products order by product_id"));
        }
    }

    [Fact]
    public void Customers_of_whom_files_say_different_things_are_told_with_an_example_and_the_later_counts()
    {
        using var shop = ShapeShop.Of(
            (
                "1.csv",
                "order_id,customer_id,order_date,price,birth_year,country\n1,a,2023-01-01,3.50,1970,France\n"
                    + "2,a,2023-01-02,3.50,1980,france\n3,b,2023-01-02,3.50,1990,Spain\n4,c,2023-01-02,3.50,,Spain\n"
            ),
            ("2.csv", "customer_id,country,sex\na.0,France,f\nb,Spain,\nc,Italy,M\n"),
            ("3.csv", "customer_id,birth_year,sex\na,1981,female\nb,1990,F\nb,1990,f\n")
        );

        Assert.Equal(
            "2 customers are told in different ways, such as a: birth year '1980', and later '1981'; the later counts, and files of customers stand over orders",
            shop.Notes()
        );
        Assert.Equal(
            ["1981", "1990", ""],
            shop.Texts("select birth_year from core.customers order by customer_id")
        );
        Assert.Empty(shop.Contents.Sources[0].Notes);
        Assert.Single(shop.Contents.Sources[2].Notes);
    }

    [Fact]
    public void Of_several_flat_files_the_last_order_counts_whichever_file_has_it()
    {
        const string Header = "order_id,customer_id,order_date,price,sex\n";
        using var shop = ShapeShop.Of(
            ("1.csv", Header + "1,a,2023-03-01,3.50,F\n2,b,2023-03-01,3.50,F\n"),
            ("2.csv", Header + "3,a,2023-01-01,3.50,M\n")
        );

        Assert.Equal(["F", "F"], shop.Texts("select sex from core.customers order by customer_id"));
    }

    [Theory]
    [InlineData("1980", "1980")]
    [InlineData("1980-05-01", "1980")]
    [InlineData("80", null)]
    [InlineData("-1", null)]
    [InlineData("2030", null)]
    [InlineData("19800", null)]
    public void A_year_of_birth_is_one_in_which_a_customer_can_have_been_born(string written, string? year)
    {
        using var shop = TestShop.OfFile(
            $"order_id,customer_id,order_date,price,birth year\n1,a,2023-01-01,3.50,{written}\n"
        );

        Assert.Equal(year, shop.Study().Customers["birth_year"].ToText(0));
    }

    [Fact]
    public void What_lines_say_from_as_of_on_changes_nothing()
    {
        const string before =
            "order_id,customer_id,order_date,sku,price,sex,postcode,unit cost\n1,a,2023-01-01,m,3.50,F,10,1\n";
        const string columns = "select sex, billing_zip, birth_year from core.customers";
        using var cut = TestShop.OfFiles([before], asOf: new DateOnly(2023, 2, 1));
        using var whole = TestShop.OfFiles(
            [before + "2,a,2023-02-01,m,3.50,M,20,2\n3,a,2023-03-01,m,3.50,M,30,3\n"],
            asOf: new DateOnly(2023, 2, 1)
        );

        Assert.Equal(cut.Rows(columns), whole.Rows(columns));
        Assert.Equal(["F"], whole.Texts("select sex from core.customers"));
        Assert.Equal(
            cut.Rows("select cost from core.products"),
            whole.Rows("select cost from core.products")
        );
    }

    [Fact]
    public void A_file_without_such_columns_tells_of_nobody()
    {
        using var shop = TestShop.Of(["1,7,2023-01-05 10:00:00,mug,Mug,1,3.50,France"]);

        Assert.Equal(0, shop.Number("select count(*) from raw.customers"));
        Assert.Empty(shop.Summary.Notes);
    }
}
