using System.CommandLine;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele recommend --shop myshop --customer 12347</c></summary>
static class RecommendCommand
{
    static readonly Option<string> Shop = CommonOptions.PublishedShop();

    static readonly Option<string> Customer = new("--customer")
    {
        Description = "A customer's id: prints the published list",
        HelpName = "ID",
    };

    static readonly Option<string> Basket = new("--basket")
    {
        Description = "Ids of products, separated by commas: prints what the same customers buy",
        HelpName = "A,B,C",
    };

    static readonly Option<int> Count = CommonOptions.Number("--count", "Most products to offer", 1, 100, 10);

    internal static Command Create()
    {
        var command = new Command(
            "recommend",
            "Tells what to offer a customer, or with a basket, as CSV on stdout\nExample: clientele recommend --shop myshop --customer 12347, or --basket 85123A,22423"
        )
        {
            Shop,
            Customer,
            Basket,
            Count,
        };
        command.SetAction(parsed =>
        {
            var shop = new ShopDirectory(parsed.GetRequiredValue(Shop));
            using var database = shop.OpenPublished();
            if (Offers.Needed.FirstOrDefault(t => !shop.Manifest!.Tables.ContainsKey(t)) is { } missing)
            {
                throw new ConfigurationException(
                    Published.WhyNoTable(shop, missing, TableExport.Names(database))
                );
            }

            var offers = parsed.GetValue(Customer) is { } customer
                ? OfCustomer(database, customer, parsed.GetValue(Count))
                : OfBasket(database, Products(parsed), parsed.GetValue(Count));
            using var output = Console.OpenStandardOutput();
            CsvText.Write(offers, output);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>All that is wrong with who or what is named.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        var (customer, basket) = (CommonOptions.Word(parsed, Customer), CommonOptions.Word(parsed, Basket));
        if (customer == null == (basket == null))
        {
            yield return "recommend needs either --customer ID or --basket A,B,C.";
        }

        if (basket != null && Products(parsed).Length == 0)
        {
            yield return "--basket names no product; write their ids with commas between them: --basket 85123A,22423.";
        }
    }

    static Table OfCustomer(IDatabase database, string customer, int count)
    {
        var offers = Offers.OfCustomer(database, customer, count);
        return offers.Rows > 0 ? offers
            : Offers.HasCustomer(database, customer)
                ? throw new ConfigurationException(
                    $"Nothing is recommended to customer '{customer}': there is no product order of theirs before as-of that could be learned from."
                )
            : throw new ConfigurationException($"The shop has no customer '{customer}'.");
    }

    static Table OfBasket(IDatabase database, string[] basket, int count)
    {
        if (Offers.Unknown(database, basket) is { Count: > 0 } unknown)
        {
            throw new ConfigurationException(
                $"The shop never sold {string.Join(", ", unknown.Select(product => $"'{product}'"))}: ids are as the table products has them."
            );
        }

        return Offers.OfBasket(database, basket, count);
    }

    static string[] Products(ParseResult parsed) =>
        CommonOptions.Parts(CommonOptions.Word(parsed, Basket) ?? "");
}
