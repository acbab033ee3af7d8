namespace Clientele.Insights;

/// <summary>The customer table of system E, for who wants to go on with it.</summary>
public sealed class ThelookFeatureTable : IQuestion
{
    /// <inheritdoc/>
    public string Slug => "thelook_features";

    /// <inheritdoc/>
    public string Question => "When, how often and for how much has each customer ordered?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("Order features need");
        var table = study.Features(Clientele.Features.ThelookFeatures.Set);
        if (table.Rows == 0)
        {
            throw new InsufficientDataException(
                "Order features need a customer who is named and has bought; this shop has none."
            );
        }

        study.Save(table);
        var (orders, revenue) = (table.Numbers("total_orders").Sum(), table.Numbers("total_revenue").Sum());
        var numbers = study.Numbers;
        return new Insight(
            Slug,
            Question,
            $"{numbers.Of(table.Rows, "customer")} placed {numbers.Of(orders, "order")} for {numbers.Money(revenue)} in all.",
            [
                new("Customers", table.Rows, NumberFormat.Count),
                new("Orders a customer", orders / table.Rows, NumberFormat.Number),
                new("Revenue", revenue, NumberFormat.Money),
            ],
            [],
            [
                "Orders a year are counted from the first order on: those of customers who have just begun are high, "
                    + "and say little yet.",
            ],
            ["thelook_features"]
        );
    }
}
