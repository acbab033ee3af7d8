namespace Clientele.Insights;

/// <summary>The histories that laws of buying are learned from, for who wants to fit one.</summary>
public sealed class PurchaseHistoryTable : IQuestion
{
    /// <inheritdoc/>
    public string Slug => "purchase_histories";

    /// <inheritdoc/>
    public string Question => "How often has each customer come back?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("Purchase histories need");
        var table = study.Features(Clientele.Features.PurchaseHistories.Set);
        if (table.Rows == 0)
        {
            throw new InsufficientDataException(
                "Purchase histories need a customer who is named and has bought; this shop has none."
            );
        }

        study.Save(table);
        var numbers = study.Numbers;
        var repeats = table.Numbers("x");
        var back = repeats.Count(x => x > 0);
        return new Insight(
            Slug,
            Question,
            $"{numbers.Count(back)} of {numbers.Of(table.Rows, "customer")} ({numbers.Share((double)back / table.Rows)}) "
                + $"{Words.For(back, "has", "have")} bought on more than one day.",
            [
                new("Customers", table.Rows, NumberFormat.Count),
                new("Came back", back, NumberFormat.Count),
                new("Repeat days a customer", repeats.Average(), NumberFormat.Number),
            ],
            [],
            [
                "Orders of one day are one purchase, and the first day is not counted. "
                    + "Learn a law of buying from the table: clientele fit bg_nbd --in tables/purchase_histories.csv --out fitted.",
            ],
            ["purchase_histories"]
        );
    }
}
