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
        if (study.IsUndated)
        {
            return UndatedProfile.Answer(study, Question, cancel);
        }

        var sales = Sales.Of(study);
        var columns = ProfileColumns.Of(study, cancel);
        var beside = BesideOrders.Of(study, cancel);
        var correlations = ProfileCorrelations.Of(study, beside.Correlations);
        string[] tables = [.. Save(study, columns, correlations), .. beside.Save(study)];
        var words = new ProfileWords(study.Numbers, DateOnly.FromDateTime(study.Moment.AsOf));
        return new Insight(
            Slug,
            Question,
            words.Sentence(sales),
            KeyFigures(sales),
            [
                .. new ProfileFigures(study.Numbers).All(study, sales, correlations),
                .. beside.Figures(study),
                .. new DataFigures(study.Numbers).All(study, columns),
            ],
            [
                .. ReturnedOrders.Of(study).OfSales(sales.Revenue, study.Numbers),
                .. words.Caveats(
                    sales,
                    columns,
                    AlikeLeft(study),
                    study.Features(RawProfile.Rejects),
                    study.Ledger()
                ),
                .. BesideOrders.Caveats(study),
            ],
            tables
        );
    }

    /// <summary>Saves what every shop with orders has.</summary>
    /// <returns>The names of the tables.</returns>
    static List<string> Save(Study study, ProfileColumns columns, ProfileCorrelations correlations)
    {
        List<Table> tables =
        [
            columns.ToTable(),
            correlations.ToTable(),
            study.Features(SalesProfiles.Daily),
            study.Features(SalesProfiles.Hourly),
            study.Features(SalesProfiles.Weekdays),
            study.Features(SalesProfiles.Monthly),
            study.Features(SalesProfiles.Countries),
            study.Features(SalesProfiles.Products),
        ];
        tables.ForEach(study.Save);
        return tables.ConvertAll(t => t.Name);
    }

    static IEnumerable<(string Field, double Values, string Example)> AlikeLeft(Study study)
    {
        var left = study.Features(RawProfile.AlikeLeft);
        return left.Texts("field").Zip(left.Numbers("alike"), left.Texts("example"));
    }

    static List<KeyFigure> KeyFigures(Sales sales) =>
        [
            new("Revenue", sales.Revenue, NumberFormat.Money, "returns not taken off") { Headline = true },
            new("Orders", sales.Orders, NumberFormat.Count),
            new(
                "Customers",
                sales.Customers,
                NumberFormat.Count,
                sales.NamelessRevenue == 0 ? "" : "who are named"
            )
            {
                Headline = true,
            },
            new("An order is worth", sales.Revenue / sales.Orders, NumberFormat.Money, "on average")
            {
                Headline = true,
            },
            new("Returned", sales.ReturnedValue / sales.Revenue, NumberFormat.Share, "of revenue"),
            new(
                "Without a customer",
                sales.NamelessRevenue / sales.Revenue,
                NumberFormat.Share,
                "of revenue"
            ),
        ];
}

/// <summary>The shop in a few numbers.</summary>
sealed record Sales(
    double Orders,
    double Customers,
    double Revenue,
    double NamelessRevenue,
    double SharedOrders,
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
            totals.Number("shared_orders"),
            totals.Number("returned_value"),
            Day("first_day"),
            Day("last_day")
        );
    }
}
