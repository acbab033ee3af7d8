namespace Clientele.Models;

/// <summary>Baskets as two columns of ids: a row an item in a basket.</summary>
/// <param name="Baskets">The baskets.</param>
/// <param name="Items">Ids of the items.</param>
sealed record BasketColumns(BasketSet Baskets, KeyCodes Items)
{
    internal static readonly string[] BasketNames = ["basket", "order_id"];
    internal static readonly string[] CustomerNames = ["user", "customer_id"];
    internal static readonly string[] ItemNames = ["item", "product_id"];

    internal static readonly TableKeys Keys = new([BasketNames, ItemNames], []);

    internal static BasketColumns Of(NamedMatrix table)
    {
        var (baskets, items) = (KeyCodes.Of(table.Keys[0]), KeyCodes.Of(table.Keys[1]));
        return new BasketColumns(
            BasketSet.Of(baskets.Codes, items.Codes, baskets.Words.Length, items.Words.Length),
            items
        );
    }
}
