using Clientele.Warehouse;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests;

public class CleaningRuleTests
{
    const string Mug = "mug,Mug,1,2.00,France";

    [Fact]
    public void A_line_that_agrees_in_every_column_is_dropped_once()
    {
        using var shop = TestShop.Of(
            [
                $"1,a,2023-01-01,{Mug}",
                $"1,a,2023-01-01,{Mug}",
                $"1,a,2023-01-02,{Mug}",
                $"1,,2023-01-01,{Mug}",
                $"1,,2023-01-01,{Mug}",
            ],
            "- exact_duplicates"
        );

        Assert.Equal(3, shop.Number("select count(*) from core.order_lines"));
        Assert.Equal("2", shop.Texts("select rows_removed::varchar from core.ledger")[0]);
    }

    [Theory]
    [InlineData("drop", 1, 1)]
    [InlineData("keep", 3, 1)]
    [InlineData("pool, id: 'nobody'", 3, 2)]
    [InlineData("guests, start: 500", 3, 3)]
    public void A_missing_customer_is_what_the_recipe_says(string action, int lines, int customers)
    {
        using var shop = TestShop.Of(
            [$"1,a,2023-01-01,{Mug}", $"2,,2023-01-02,{Mug}", $"3,,2023-01-03,{Mug}"],
            $"- missing_customer: {{ action: {action} }}"
        );

        Assert.Equal(lines, shop.Number("select count(*) from core.order_lines"));
        Assert.Equal(customers, shop.Number("select count(*) from core.customers"));
    }

    [Fact]
    public void Guests_are_numbered_in_the_order_of_the_file()
    {
        using var shop = TestShop.Of(
            [$"9,,2023-01-05,{Mug}", $"2,,2023-01-02,{Mug}", $"9,,2023-01-05,cup,Cup,1,1.00,France"],
            "- missing_customer: { action: guests, start: 100 }"
        );

        Assert.Equal(
            ["2 101", "9 100"],
            shop.Texts(
                "select order_id || ' ' || customer_id from core.orders join core.customers using (customer_key) order by 1"
            )
        );
    }

    [Fact]
    public void Limits_are_below_or_at_as_the_recipe_says()
    {
        string[] lines =
        [
            "1,a,2023-01-01,m,M,0,2,F",
            "2,a,2023-01-01,m,M,1,0.04,F",
            "3,a,2023-01-01,m,M,2,0.03,F",
        ];

        using var above = TestShop.Of(lines, "- minimum_quantity: { above: 0 }");
        using var least = TestShop.Of(lines, "- minimum_unit_price: { at_least: 0.04 }");

        Assert.Equal(["2", "3"], above.Texts("select order_id from core.orders order by 1"));
        Assert.Equal(["1", "2"], least.Texts("select order_id from core.orders order by 1"));
    }

    [Fact]
    public void Products_go_by_code_pattern_or_letters()
    {
        string[] lines =
        [
            .. new[] { "POST", "post", "gift_1", "85123a" }.Select((p, i) => $"{i},a,2023-01-01,{p},X,1,1,F"),
        ];

        using var codes = TestShop.Of(lines, "- excluded_products: { codes: [POST] }");
        using var pattern = TestShop.Of(lines, "- excluded_products: { pattern: 'gift_.*' }");
        using var letters = TestShop.Of(lines, "- excluded_products: { all_letters: true }");

        Assert.Equal(
            ["85123a", "gift_1", "post"],
            codes.Texts("select product_id from core.products order by 1")
        );
        Assert.Equal(
            ["85123a", "POST", "post"],
            pattern.Texts("select product_id from core.products order by 1")
        );
        Assert.Equal(["85123a", "gift_1"], letters.Texts("select product_id from core.products order by 1"));
        Assert.Equal(
            "no merchandise by the recipe: POST, post; to keep one, take it out of the recipe,2,2.00\n",
            letters
                .Ledger("reason, rows_removed, amount_removed")
                .Split('\n', 2)[1]
                .Replace("\"", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Countries_are_one_name_each_and_kept_or_dropped()
    {
        using var shop = TestShop.Of(
            [
                "1,a,2023-01-01,m,M,1,1,United Kingdom",
                "2,a,2023-01-01,m,M,1,1,united  kingdom ",
                "3,a,2023-01-01,m,M,1,1,united kingdom",
                "4,a,2023-01-01,m,M,1,1,United Kingdom",
                "5,a,2023-01-01,m,M,1,1,UK",
                "6,a,2023-01-01,m,M,1,1,Mars",
            ],
            """
            - country_names: { names: { uk: United Kingdom } }
            - countries: { drop: [mars] }
            """
        );

        Assert.Equal(["United Kingdom"], shop.Texts("select distinct country from core.orders"));
        Assert.Equal(5, shop.Number("select count(*) from core.orders"));
    }

    [Fact]
    public void A_status_is_dropped_in_any_case()
    {
        using var shop = TestShop.OfFile(
            "order_id,customer_id,date,sku,qty,price,status\n1,a,2023-01-01,m,1,1,CANCELLED\n2,a,2023-01-01,m,1,1,Shipped\n",
            "- order_status: { drop: [cancelled] }"
        );

        Assert.Equal(["2"], shop.Texts("select order_id from core.orders"));
    }

    [Fact]
    public void Who_returned_everything_is_no_customer_but_as_of_decides()
    {
        string[] lines =
        [
            "1,a,2023-01-01,m,M,5,1,F",
            "2,b,2023-01-02,m,M,5,1,F",
            "3,a,2023-02-01,m,M,-5,1,F",
        ];

        using var after = TestShop.Of(lines, "- returned_everything", new DateOnly(2023, 3, 1));
        using var before = TestShop.Of(lines, "- returned_everything", new DateOnly(2023, 1, 15));

        Assert.Equal(["b"], after.Texts("select customer_id from core.customers order by 1"));
        Assert.Equal(["a", "b"], before.Texts("select customer_id from core.customers order by 1"));
    }

    [Fact]
    public void Returns_are_kept_apart_and_matched_to_the_last_order_before()
    {
        using var shop = TestShop.Of(
            [
                "1,a,2023-01-01,m,M,5,2.00,F",
                "2,a,2023-01-10,m,M,3,2.00,F",
                "3,a,2023-03-01,m,M,3,2.00,F",
                "C4,a,2023-02-01,m,M,-2,2.00,F",
                "C5,b,2023-02-01,m,M,-1,2.00,F",
            ],
            "- returns: { prefix: C }"
        );

        Assert.Equal(
            ["C4 2 2.000 4.0000", "C5 none 1.000 2.0000"],
            shop.Texts(
                """
                select return_id || ' ' || coalesce(order_id, 'none') || ' ' || r.quantity || ' ' || r.amount
                from core.returns as r left join core.orders using (order_key) order by return_id
                """
            )
        );
    }

    [Fact]
    public void A_prefix_that_most_orders_bear_is_no_cancellation()
    {
        using var shop = TestShop.Of(
            [$"C1,a,2023-01-01,{Mug}", $"C2,a,2023-01-02,{Mug}", $"C3,a,2023-01-03,{Mug}"],
            "- returns: { prefix: C }"
        );

        Assert.Equal(3, shop.Number("select count(*) from core.orders"));
    }

    [Fact]
    public void A_refund_is_money_back_without_units()
    {
        using var shop = TestShop.OfFile(
            "order_id,customer_id,date,sku,qty,price,Refund Amount\n1,a,2023-01-01,m,2,10,4.50\n2,a,2023-01-02,m,1,10,0\n",
            "- returns"
        );

        var customers = shop.Study().Customers;
        Assert.Equal([30], customers.Numbers("gross_revenue"));
        Assert.Equal([4.5], customers.Numbers("returned_value"));
        Assert.Equal([0], customers.Numbers("returned_units"));
    }

    [Fact]
    public void A_rule_that_is_off_does_nothing_and_has_no_row()
    {
        using var shop = TestShop.Of(
            [$"1,,2023-01-01,{Mug}"],
            "- missing_customer: { action: drop, on: false }"
        );

        Assert.Equal(0, shop.Number("select count(*) from core.ledger"));
        Assert.Equal(1, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void All_faults_of_a_recipe_are_told_at_once_with_their_lines()
    {
        var error = Assert.Throws<ConfigurationException>(() =>
            TestShop.RecipeOf(
                """
                - sweep
                - minimum_quantity: { abuve: 0 }
                - missing_customer: { action: eat }
                - date_window: { from: yesterday }
                """
            )
        );

        Assert.All(
            ["line 2", "sweep", "line 3", "abuve", "line 4", "'eat'", "line 5", "'yesterday'"],
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_shipped_recipe_can_be_read() =>
        Assert.All(RecipeReader.Shipped, name => Assert.NotEmpty(RecipeReader.Load(name).Description));

    /// <summary>Whatever the lines and the rules: raw gross less what the ledger took is what is kept, to the cent.</summary>
    [Fact]
    public void The_ledger_reconciles()
    {
        string[] rules =
        [
            "- exact_duplicates",
            "- missing_customer: { action: drop }",
            "- minimum_quantity: { above: 0 }",
            "- minimum_unit_price: { at_least: 0.5 }",
            "- returned_everything",
            "- returns",
            "- excluded_products: { codes: [p1] }",
        ];
        var lines = Gen.Choose(1, 30)
            .SelectMany(n =>
                Gen.ArrayOf(
                    from order in Gen.Choose(1, 6)
                    from customer in Gen.Elements("a", "b", "")
                    from product in Gen.Choose(1, 3)
                    from quantity in Gen.Choose(-3, 5)
                    from cents in Gen.Choose(0, 300)
                    select $"{order},{customer},2023-01-0{order},p{product},P,{quantity},{cents / 100}.{cents % 100:00},F",
                    n
                )
            );
        var property = Prop.ForAll(
            Arb.From(lines),
            Arb.From(Gen.SubListOf(rules)),
            (rows, chosen) =>
            {
                // An order that no rule can take keeps the shop from being empty.
                using var shop = TestShop.Of(
                    [.. rows, "9,z,2023-02-01,p9,P,1,9.99,F"],
                    string.Join('\n', chosen)
                );
                return shop.Number(
                        """
                        select (select coalesce(sum((quantity * unit_price)::decimal(18, 4)), 0) from raw.lines)
                          - (select coalesce(sum(amount_removed), 0) from core.ledger)
                          - (select sum(amount) from core.order_lines)
                        """
                    ) == 0
                    && shop.Number(
                        """
                        select (select count(*) from raw.lines) - (select coalesce(sum(rows_removed), 0) from core.ledger)
                          - (select count(*) from core.order_lines)
                        """
                    ) == 0;
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }
}
