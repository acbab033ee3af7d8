using System.Globalization;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>The figures of <see cref="SampleReport"/>: values, baskets and columns.</summary>
static partial class SampleFigures
{
    internal static LineFigure Forecast()
    {
        var weeks = Enumerable.Range(1, 52).ToList();
        return new LineFigure(
            "forecast",
            "The model follows the weeks that it has not seen",
            "Orders up to each week, as they were and as the model says; it was fitted on the first 30 weeks.",
            "week",
            "orders so far",
            NumberFormat.Count,
            [.. weeks.Select(w => w.ToString(CultureInfo.InvariantCulture))],
            [
                new Series(
                    "as it was",
                    [.. weeks.Select(w => (320.0 * w) + (60 * Math.Sin(w)) + (w > 38 ? (w - 38) * 40 : 0))]
                ),
                new Series("as the model says", [.. weeks.Select(w => 322.0 * w)])
                {
                    Low = [.. weeks.Select(w => (322.0 * w) - (14 * w))],
                    High = [.. weeks.Select(w => (322.0 * w) + (14 * w))],
                },
            ]
        )
        {
            Marked = 29,
        };
    }

    internal static HistogramFigure ValueHistogram() =>
        new(
            "values",
            "Most customers will bring less than £500",
            "Customers by expected revenue of the next 12 months.",
            "expected revenue",
            "customers",
            NumberFormat.Money,
            [0, 100, 250, 500, 1000, 2500, 5000, 300_000],
            [1210, 904, 811, 640, 512, 180, 81]
        );

    internal static BarFigure Effects() =>
        new(
            "effects",
            "A second order within a month raises the value most",
            "Change of the expected revenue, with 95 % intervals.",
            "change of the expected revenue",
            NumberFormat.Difference,
            [
                new("Second order in 30 days", 0.85, 0.61, 1.1),
                new("More than 20 products", 0.44, 0.3, 0.58),
                new("Abroad", -0.12, -0.31, 0.08),
                new("A returned order", -0.38, -0.52, -0.25),
            ]
        );

    internal static TableFigure Rules() =>
        new(
            "rules",
            "The strongest pairs are variants of one product",
            "Baskets with the first that also hold the second.",
            [
                TableColumn.Of(
                    "Who takes",
                    [
                        .. Enumerable
                            .Range(0, 60)
                            .Select(i =>
                                i % 3 == 0 ? "GREEN REGENCY TEACUP AND SAUCER"
                                : i % 3 == 1 ? "JUMBO BAG PINK POLKADOT"
                                : "ALARM CLOCK BAKELIKE GREEN"
                            ),
                    ]
                ),
                TableColumn.Of(
                    "also takes",
                    [
                        .. Enumerable
                            .Range(0, 60)
                            .Select(i =>
                                i % 3 == 0 ? "ROSES REGENCY TEACUP AND SAUCER"
                                : i % 3 == 1 ? "JUMBO BAG RED RETROSPOT"
                                : "ALARM CLOCK BAKELIKE RED"
                            ),
                    ]
                ),
                TableColumn.Of(
                    "Baskets",
                    NumberFormat.Count,
                    [.. Enumerable.Range(0, 60).Select(i => 1_310.0 - (18 * i))]
                ),
                TableColumn.Of(
                    "Confidence",
                    NumberFormat.Share,
                    [.. Enumerable.Range(0, 60).Select(i => 0.72 - (0.008 * i))],
                    shaded: true
                ),
                TableColumn.Of(
                    "Lift",
                    NumberFormat.Number,
                    [.. Enumerable.Range(0, 60).Select(i => 24.03 - (0.31 * i))],
                    shaded: true
                ),
            ]
        );

    internal static HeatFigure Correlations()
    {
        string[] names =
        [
            "recency",
            "frequency",
            "money",
            "age in days",
            "mean basket value",
            "products",
            "share returned",
            "night share",
            "weekend share",
            "gap between orders",
        ];
        var random = new Random(5);
        var values = new double[100];
        for (var r = 0; r < 10; r++)
        {
            for (var c = 0; c <= r; c++)
            {
                values[(r * 10) + c] = values[(c * 10) + r] =
                    r == c ? 1 : Math.Round((random.NextDouble() * 1.7) - 0.85, 2);
            }
        }

        return new HeatFigure(
            "correlations",
            "Frequency and number of products tell the same story",
            "Spearman correlations of ten measures.",
            "measure",
            "measure",
            NumberFormat.Difference,
            names,
            names,
            values
        )
        {
            Diverging = true,
            Full = 1,
        };
    }

    internal static TableFigure ProfileTable() =>
        new(
            "columns",
            "Customer and description have gaps",
            "One row a column of the file.",
            [
                TableColumn.Of(
                    "Column",
                    ["InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice", "CustomerID"]
                ),
                TableColumn.Of("Missing", NumberFormat.Share, [0, 0, 0.00268, 0, 0, 0.2493], shaded: true),
                TableColumn.Of("Different", NumberFormat.Count, [25_900, 4_070, 4_223, 722, 1_630, 4_372]),
            ]
        );
}
