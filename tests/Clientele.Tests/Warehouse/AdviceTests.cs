using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What a refusal says to do is what helps.</summary>
public sealed class AdviceTests
{
    const string Uci =
        "InvoiceNo,Invoice,StockCode,Quantity,InvoiceDate,UnitPrice,Price,CustomerID,Customer ID\n0,0,S0,1,2023-01-01 10:00,2.5,3.5,c0,d0\n";

    [Fact]
    public void Two_exports_are_told_with_the_map_of_each_and_the_first_row()
    {
        var error = Refused(Uci);

        Assert.Contains(
            "--map 'order_id=InvoiceNo,product_id=StockCode,quantity=Quantity,ordered_at=InvoiceDate,unit_price=UnitPrice,customer_id=CustomerID' "
                + "or --map 'order_id=Invoice,product_id=StockCode,quantity=Quantity,ordered_at=InvoiceDate,unit_price=Price,customer_id=Customer ID'",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("UnitPrice (2.5), Price (3.5)", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Such_a_map_ends_the_question()
    {
        using var folder = new TestFolder();
        var map = new Dictionary<string, string>
        {
            ["order_id"] = "Invoice",
            ["product_id"] = "StockCode",
            ["quantity"] = "Quantity",
            ["ordered_at"] = "InvoiceDate",
            ["unit_price"] = "Price",
            ["customer_id"] = "Customer ID",
        };
        using var shop = TestShop.Of(
            [new FileSource([folder.Write("orders.csv", Uci)], new ImportOptions { Map = map })],
            TestShop.RecipeOf("")
        );

        Assert.Equal(
            ["3.5000 d0"],
            shop.Texts(
                "select amount || ' ' || customer_id from core.orders join core.customers using (customer_key)"
            )
        );
    }

    [Fact]
    public void Names_that_nobody_knows_are_proposed_by_what_stands_below_them() =>
        Assert.Contains(
            "if this is right: --map 'order_id=Nr,ordered_at=Wann,unit_price=Preis'",
            Refused(
                "Nr,Wer,Wann,Was,Anz,Preis\n0,c0,2023-01-01 10:00,S0,1,2.5\n1,c1,2023-01-02 10:00,S1,1,2.5\n"
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "Report of my shop\nMade 2024\n\norder_id,date,sku,price\n1,2023-01-02,m,2.5\n",
        "line 4: the column names seem to stand here, below 3 lines of something else"
    )]
    [InlineData("# exported 2024\norder_id,date,sku,price\n1,2023-01-02,m,2.5\n", "line 2: the column names")]
    [InlineData("<html><body><table>order_id,date,price\n1,2023-01-02,2\n", "is a web page or XML")]
    [InlineData("<!DOCTYPE html>\n<html></html>\n", "is a web page or XML")]
    [InlineData(
        "order_id,date,sku,price\n1,2023-01-02,m,2.5,x\n2,2023-01-02,m,2.5\n",
        "line 2: the row has more columns than the header. Mend these rows: a text with a delimiter in it must stand in quotes"
    )]
    [InlineData(
        "customer_id,email,state\n1,a@b.c,CA\n",
        "looks like a file of customers, but no file has their orders"
    )]
    public void What_stands_in_the_way_is_named(string text, string told) =>
        Assert.Contains(told, Refused(text), StringComparison.Ordinal);

    [Fact]
    public void A_user_who_said_it_wrong_is_told_so()
    {
        const string Text = "order_id,date,sku,price\n1,2023-01-02,m,2.5\n";

        Assert.Contains(
            "--date-format '%d/%m/%Y' does not fit them",
            Refused(Text, new ImportOptions { DateFormat = "%d/%m/%Y" }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no column 'order_idd' for order_id (did you mean 'order_id'?)",
            Refused(
                Text,
                new ImportOptions { Map = new Dictionary<string, string> { ["order_id"] = "order_idd" } }
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_line_that_is_too_long_is_named_and_no_quote_is_blamed()
    {
        var error = Refused(
            "order_id,date,sku,price\n1,2023-01-02,m,2.5\n2,2023-01-02,"
                + new string('x', 3_000_000)
                + ",2.5\n"
        );

        Assert.Contains("line 3", error, StringComparison.Ordinal);
        Assert.Contains("2 MB", error, StringComparison.Ordinal);
        Assert.DoesNotContain("quote", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_without_a_key_are_no_orders()
    {
        using var folder = new TestFolder();
        var source = new FileSource([folder.Write("e.jsonl", "{}\n")], new ImportOptions());

        var error = Assert.Throws<ImportRefusedException>(() => TestShop.Of([source], TestShop.RecipeOf("")));

        Assert.Contains("e.jsonl has no object with a key", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%Q", "which is no pattern of times")]
    [InlineData("%d/%m/%Y %", "which is no pattern of times")]
    [InlineData("%Y-%m-%d %H:%M %Z", "stand for several places")]
    [InlineData("dd.mm.yyyy", "must be a pattern")]
    public void A_pattern_of_times_that_is_none_is_told(string pattern, string told) =>
        Assert.Contains(told, DatePattern.Fault(pattern), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_of_times_is_none_of_the_faults() =>
        Assert.Null(DatePattern.Fault("%d.%m.%Y %H:%M"));

    static string Refused(string text, ImportOptions? options = null)
    {
        using var folder = new TestFolder();
        var source = new FileSource([folder.Write("orders.csv", text)], options ?? new ImportOptions());
        return Assert
            .Throws<ImportRefusedException>(() => TestShop.Of([source], TestShop.RecipeOf("")))
            .Message;
    }
}
