using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What is in the file, and what does the shop sell, when and where?</summary>
public sealed class Profile : IQuestion
{
    /// <inheritdoc/>
    public string Slug => "profile";

    /// <inheritdoc/>
    public string Question => "What does the shop sell, when and where, and how good is the data?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        var sales = Sales.Of(study);
        if (sales.Orders == 0)
        {
            throw new InsufficientDataException("The profile needs at least one order before as-of.");
        }

        var columns = ProfileColumns.Of(study, cancel);
        var correlations = ProfileCorrelations.Of(study);
        study.Save(columns.ToTable());
        study.Save(correlations.ToTable());
        foreach (
            var set in new[]
            {
                SalesProfiles.Daily,
                SalesProfiles.Hourly,
                SalesProfiles.Weekdays,
                SalesProfiles.Monthly,
                SalesProfiles.Countries,
                SalesProfiles.Products,
            }
        )
        {
            study.Save(study.Features(set));
        }

        return new Insight(
            Slug,
            Question,
            Sentence(sales),
            KeyFigures(sales),
            [.. ProfileFigures.All(study, sales, correlations), .. DataFigures.All(study, columns)],
            [.. Caveats(sales, columns, study.Features(RawProfile.Rejects))],
            [
                "profile_columns",
                "profile_correlations",
                "profile_daily",
                "profile_hour",
                "profile_weekday",
                "profile_month",
                "profile_country",
                "profile_products",
            ]
        );
    }

    static string Sentence(Sales sales) =>
        $"{Numbers.Of(sales.Orders, "order")} from {Numbers.Day(sales.FirstDay)} to {Numbers.Day(sales.LastDay)} brought "
        + $"{Numbers.Amount(sales.Revenue)}, {Numbers.Amount(sales.Revenue / sales.Orders)} an order on average; "
        + (
            sales.Customers == 0
                ? "no customer is named."
                : $"{Numbers.Of(sales.Customers, "customer")} who are named brought {Numbers.Share(1 - (sales.NamelessRevenue / sales.Revenue))} of it."
        );

    static List<KeyFigure> KeyFigures(Sales sales) =>
        [
            new("Revenue", sales.Revenue, NumberFormat.Money, "returns not taken off"),
            new("Orders", sales.Orders, NumberFormat.Count),
            new("Customers", sales.Customers, NumberFormat.Count, "who are named"),
            new("An order is worth", sales.Revenue / sales.Orders, NumberFormat.Money, "mean"),
            new("Returned", sales.ReturnedValue / sales.Revenue, NumberFormat.Share, "of revenue"),
            new(
                "Without a customer",
                sales.NamelessRevenue / sales.Revenue,
                NumberFormat.Share,
                "of revenue"
            ),
        ];

    static IEnumerable<string> Caveats(Sales sales, ProfileColumns columns, Table rejects)
    {
        if (rejects.Number("rejected") > 0)
        {
            yield return $"{Numbers.Count(rejects.Number("rejected"))} rows could not be read and are left out; the first: "
                + $"{rejects.Texts("first")[0]}. All of them: clientele export rejects.";
        }

        if (sales.NamelessRevenue > 0)
        {
            yield return $"Lines worth {Numbers.Share(sales.NamelessRevenue / sales.Revenue)} of revenue name no customer: "
                + "they count in sales, baskets and products, not in anything about customers.";
        }

        foreach (var column in columns.Rows.Where(c => c.Alike > 0))
        {
            yield return $"Column {column.Header}: {Numbers.Count(column.Alike)} values differ from another only in case or blanks, "
                + $"such as {column.AlikeExample}.";
        }
    }
}

/// <summary>The shop in a few numbers.</summary>
sealed record Sales(
    double Orders,
    double Customers,
    double Revenue,
    double NamelessRevenue,
    double ReturnedValue,
    DateOnly FirstDay,
    DateOnly LastDay
)
{
    internal static Sales Of(Study study)
    {
        var totals = study.Features(SalesProfiles.Totals);
        DateOnly Day(string column) => ((DateColumn)totals[column]).Values[0] ?? default;
        return new Sales(
            totals.Number("orders"),
            totals.Number("customers"),
            totals.Number("revenue"),
            totals.Number("nameless_revenue"),
            totals.Number("returned_value"),
            Day("first_day"),
            Day("last_day")
        );
    }
}
