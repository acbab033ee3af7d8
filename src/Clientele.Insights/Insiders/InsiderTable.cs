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
        var table = study.Features(Clientele.Features.InsiderFeatures.Set);
        if (table.Rows == 0)
        {
            throw new InsufficientDataException("The Insiders table needs a customer with a purchase.");
        }

        study.Save(table);
        var revenue = table.Numbers("gross_revenue");
        var returns = table.Numbers("qtde_returns");
        return new Insight(
            Slug,
            Question,
            $"{Numbers.Count(table.Rows)} customers bought for {Numbers.Amount(revenue.Sum())} in all.",
            [
                new("Customers", table.Rows, NumberFormat.Count),
                new("Gross revenue", revenue.Sum(), NumberFormat.Money),
                new("Units returned", returns.Sum(), NumberFormat.Count),
            ],
            [],
            [
                "qtd_items_variety counts lines, and the frequency of a single purchase is 1: both as in the original.",
            ],
            ["insider_features"]
        );
    }
}
