namespace Clientele.Insights;

/// <summary>The customer table of system D, for who wants to go on with it as it was.</summary>
public sealed class InsiderTable : IQuestion
{
    /// <inheritdoc/>
    public string Slug => "insider_features";

    /// <inheritdoc/>
    public string Question => "What does the Insiders table say of each customer?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("The Insiders table needs");
        var table = study.Features(Clientele.Features.InsiderFeatures.Set);
        if (table.Rows == 0)
        {
            throw new InsufficientDataException(
                "The Insiders table needs a customer who is named and has bought; this shop has none."
            );
        }

        study.Save(table);
        var revenue = table.Numbers("gross_revenue");
        var returns = table.Numbers("qtde_returns");
        var numbers = study.Numbers;
        return new Insight(
            Slug,
            Question,
            $"{numbers.Of(table.Rows, "customer")} bought for {numbers.Money(revenue.Sum())} in all.",
            [
                new("Customers", table.Rows, NumberFormat.Count),
                new("Gross revenue", revenue.Sum(), NumberFormat.Money),
                new("Units returned", returns.Sum(), NumberFormat.Count),
            ],
            [],
            [
                "As in the original, qtd_items_variety counts order lines, and the frequency of who bought once is 1: "
                    + "take the number of different products from unique_products, and do not compare single buyers by frequency.",
            ],
            ["insider_features"]
        );
    }
}
