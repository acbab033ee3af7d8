using System.Globalization;
using System.Text.Json.Nodes;

namespace Clientele.Tests;

/// <summary>clientele recommend, and fit on tables of ids.</summary>
public sealed class RecommendTests : IDisposable
{
    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>60 customers who buy of one of three kinds, some of it again.</summary>
    static string Lines()
    {
        var (random, text) = (
            new Random(1),
            "order_id,customer_id,order_date,sku,description,quantity,unit_price\n"
        );
        for (var order = 0; order < 900; order++)
        {
            var customer = random.Next(60);
            for (var line = 0; line < 3; line++)
            {
                var item = (random.Next(8) * 3) + (customer % 3);
                text += string.Create(
                    CultureInfo.InvariantCulture,
                    $"{order},C{customer},{new DateOnly(2023, 1, 1).AddDays(order / 3):yyyy-MM-dd},P{item},\"Thing {item}, large\",1,2.50\n"
                );
            }
        }

        return text;
    }

    [Fact]
    public void A_customer_and_a_basket_are_offered_something()
    {
        TheProgram
            .Run(
                "run",
                _folder.Write("orders.csv", Lines()),
                "--shop",
                _folder["shop"],
                "--questions",
                "recommendations"
            )
            .Good();

        var list = TheProgram
            .Run("recommend", "--shop", _folder["shop"], "--customer", "C7", "--count", "4")
            .Good()
            .Output;
        var basket = TheProgram
            .Run("recommend", "--shop", _folder["shop"], "--basket", "P1,P4")
            .Good()
            .Output.Split('\n');

        var lines = list.Trim().Split('\n');
        Assert.Equal("rank,product_id,product,score,reason", lines[0]);
        Assert.Equal(["1", "2", "3", "4"], lines[1..].Select(l => l.Split(',')[0]));
        Assert.Equal(lines[0], basket[0]);
        // Of the same kind, and not what lies in it.
        Assert.All(
            basket[1..^1],
            l => Assert.Equal(1, int.Parse(l.Split(',')[1][1..], CultureInfo.InvariantCulture) % 3)
        );
        Assert.DoesNotContain(basket, l => l.Contains(",P4,", StringComparison.Ordinal));

        foreach (
            var (arguments, said) in ((string[], string)[])
                [
                    (["--customer", "nobody"], "The shop has no customer 'nobody'."),
                    (["--basket", "P1,P99"], "The shop never sold 'P99'"),
                    ([], "recommend needs either --customer ID or --basket A,B,C."),
                    (
                        ["--customer", "C1", "--basket", "P1"],
                        "recommend needs either --customer ID or --basket A,B,C."
                    ),
                    (["--basket", ","], "--basket names no product"),
                    (["--customer", "C1", "--count", "0"], "--count is '0'"),
                ]
        )
        {
            var wrong = TheProgram.Run(["recommend", "--shop", _folder["shop"], .. arguments]);
            Assert.Equal(2, wrong.Code);
            Assert.Contains(said, wrong.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_shop_that_was_not_asked_says_how_to_ask()
    {
        TheProgram
            .Run("run", _folder.Write("orders.csv", Lines()), "--shop", _folder["shop"], "--questions", "rfm")
            .Good();

        var said = TheProgram.Run("recommend", "--shop", _folder["shop"], "--customer", "C1");

        Assert.Equal(2, said.Code);
        Assert.Contains("the question 'recommendations'", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_texts_whatever_they_hold_and_cells_are_safe_for_spreadsheets()
    {
        var file = _folder.Write("b.csv", "Basket;ITEM;note\n1;007;x\n1;=cmd;\n2;007;y\n2;=cmd;z\n3;12;\n");

        var said = TheProgram.Run("fit", "itemsets", "--in", file, "--out", _folder["sets"]).Good().Output;

        Assert.Contains("note (not used)", said, StringComparison.Ordinal);
        Assert.Contains("itemsets.csv", said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["sets/rows.csv"]));
        Assert.Equal(
            [
                "items,length,count,support",
                "007,1,2,0.6666666666666666",
                "'=cmd,1,2,0.6666666666666666",
                "007 + =cmd,2,2,0.6666666666666666",
            ],
            File.ReadAllLines(_folder["sets/itemsets.csv"])
        );
        Assert.Equal(
            3,
            JsonNode.Parse(File.ReadAllText(_folder["sets/fit.json"]))!["baskets"]!.GetValue<int>()
        );
    }

    [Theory]
    [InlineData("user,item\nu1,a\nu2,\n", "t.csv, line 3, column item is empty")]
    [InlineData("usr,item\nu1,a\n", "t.csv has no column user")]
    [InlineData("user,item,weight\nu1,a,1\nu1,b,-2\n", "t.csv, line 3, column weight: -2 is no weight")]
    [InlineData("user,item,weight\nu1,a,much\n", "t.csv, line 2, column weight: 'much' is no number")]
    [InlineData("user,item,segment\nu1,a,0.5\n", "t.csv, line 2, column segment: 0.5 is no segment")]
    public void Bad_tables_are_refused_with_their_place(string text, string expected)
    {
        var said = TheProgram.Run(
            "fit",
            "als",
            "--in",
            _folder.Write("t.csv", text),
            "--out",
            _folder["out"]
        );

        Assert.Equal(3, said.Code);
        Assert.Contains(expected, said.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }
}
