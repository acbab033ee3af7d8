using System.Globalization;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>The figures of <see cref="SampleReport"/>: customers, their values and their baskets.</summary>
static partial class SampleFigures
{
    static readonly string[] Segments = ["Champions", "Loyal customers", "New", "At risk", "Lost"];

    internal static HeatFigure RfmGrid() =>
        new(
            "grid",
            "Those who came lately also come often",
            "Customers by score of recency and of frequency, 5 is best.",
            "recency",
            "frequency",
            NumberFormat.Count,
            ["5", "4", "3", "2", "1"],
            ["1", "2", "3", "4", "5"],
            [
                64,
                102,
                132,
                211,
                358,
                121,
                150,
                178,
                199,
                220,
                170,
                211,
                190,
                178,
                119,
                221,
                240,
                182,
                140,
                84,
                292,
                165,
                186,
                140,
                85,
            ]
        );

    internal static BarFigure RfmSegments() =>
        new(
            "revenue",
            "Champions bring half of the revenue",
            "Share of revenue by segment, with 95 % intervals.",
            "share of revenue",
            NumberFormat.Share,
            [
                new("Champions", 0.522, 0.481, 0.566),
                new("Loyal customers", 0.261, 0.24, 0.283),
                new("At risk", 0.104, 0.091, 0.119),
                new("Potential loyalists", 0.061, 0.05, 0.07),
                new("New", 0.03, 0.025, 0.036),
                new("Lost", 0.022, 0.018, 0.027),
            ]
        );

    internal static LineFigure Snake() =>
        new(
            "snake",
            "Champions differ most in how often they buy",
            "Mean of each measure by segment, in standard deviations from the mean of all.",
            "measure",
            "standard deviations",
            NumberFormat.Difference,
            ["Recency", "Frequency", "Money", "Basket size", "Products", "Return rate"],
            [
                new Series(Segments[0], [1.21, 1.62, 1.55, 0.72, 1.4, 0.2]),
                new Series(Segments[1], [0.61, 0.55, 0.58, 0.31, 0.62, 0.12]),
                new Series(Segments[2], [0.72, -0.81, -0.66, -0.22, -0.5, -0.3]),
                new Series(Segments[3], [-0.78, 0.22, 0.3, 0.28, 0.11, 0.41]),
                new Series(Segments[4], [-1.32, -0.93, -0.88, -0.3, -0.85, -0.2]),
            ]
        );

    internal static HeatFigure Importance() =>
        new(
            "importance",
            "Frequency sets champions apart, recency the lost",
            "Relative importance: mean of the segment over mean of all, less one.",
            "segment",
            "measure",
            NumberFormat.Difference,
            Segments,
            ["Recency", "Frequency", "Money"],
            [-0.89, 2.92, 3.41, -0.44, 0.62, 0.58, -0.71, -0.72, -0.81, 0.55, 0.12, 0.2, 1.62, -0.69, -0.83]
        )
        {
            Diverging = true,
        };

    internal static TableFigure RfmTable() =>
        new(
            "segments",
            "Segments and what to do",
            "One row a segment; medians of its customers.",
            [
                TableColumn.Of("Segment", Segments),
                TableColumn.Of("Customers", NumberFormat.Count, [633, 862, 541, 371, 1069], shaded: true),
                TableColumn.Of("Recency", NumberFormat.Days, [9, 28, 17, 121, 245]),
                TableColumn.Of("Orders", NumberFormat.Number, [9, 4, 1, 3.5, 1]),
                TableColumn.Of(
                    "Revenue",
                    NumberFormat.Money,
                    [3_412.6, 1_180, 240.55, 902, double.NaN],
                    shaded: true
                ),
                TableColumn.Of(
                    "What to do",
                    [
                        "Thank them, show news first",
                        "Offer sets",
                        "Welcome, second order within 30 days",
                        "Call them",
                        "Leave",
                    ]
                ),
            ]
        );

    internal static LineFigure Scan(string slug, string title, string unit, double[] values) =>
        new(
            slug,
            title,
            $"Number of segments across, {unit} up; 4 is chosen.",
            "segments",
            unit,
            NumberFormat.Number,
            [.. Enumerable.Range(2, values.Length).Select(k => k.ToString(CultureInfo.InvariantCulture))],
            [new Series(unit, values)]
        )
        {
            Marked = 2,
        };

    internal static ScatterFigure Map()
    {
        var random = new Random(4);
        (string Name, int Count, double X, double Y)[] groups =
        [
            ("Regulars", 1750, 1.2, 2.9),
            ("Once and gone", 1540, 0.15, 2.4),
            ("Wholesalers", 130, 2.0, 4.1),
            ("Newcomers", 918, 0.45, 2.2),
        ];
        return new ScatterFigure(
            "map",
            "Wholesalers stand far out in both orders and spending",
            "Each point is a customer: orders across, revenue up, both in powers of ten.",
            new Axis("orders", NumberFormat.Count, true),
            new Axis("revenue", NumberFormat.Money, true),
            [
                .. groups.Select(g =>
                {
                    var x = new double[g.Count];
                    var y = new double[g.Count];
                    for (var i = 0; i < g.Count; i++)
                    {
                        var noise = Normal();
                        x[i] = Math.Max(1, Math.Round(Math.Pow(10, g.X + (0.22 * noise))));
                        y[i] = Math.Round(Math.Pow(10, g.Y + (0.2 * noise) + (0.28 * Normal())), 2);
                    }

                    return new PointGroup(g.Name, x, y);
                }),
            ]
        );

        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    internal static RadarFigure Wheels() =>
        new(
            "wheels",
            "Every segment has its own shape",
            "Median of each measure by segment, from the 5th (hub) to the 95th percentile (rim).",
            ["Recency", "Frequency", "Money", "Basket size", "Products", "Return rate"],
            [
                new Series("Wholesalers", [0.92, 0.95, 0.98, 0.9, 0.7, 0.3]),
                new Series("Regulars", [0.7, 0.55, 0.5, 0.4, 0.65, 0.35]),
                new Series("Newcomers", [0.9, 0.1, 0.2, 0.35, 0.2, 0.1]),
                new Series("Once and gone", [0.15, 0.05, 0.1, 0.3, 0.15, 0.05]),
            ]
        );

    internal static BoxFigure Boxes() =>
        new(
            "spend",
            "Wholesalers spend thirty times as much as regulars",
            "Revenue per customer by segment, in powers of ten.",
            "revenue per customer",
            NumberFormat.Money,
            true,
            [
                new("Wholesalers", 2_100, 6_000, 11_200, 22_000, 45_000, 900, 280_206, 19_800),
                new("Regulars", 180, 520, 890, 1_600, 3_200, 40, 9_100, 1_210),
                new("Newcomers", 40, 120, 210, 380, 770, 6.2, 3_900, 301),
                new("Once and gone", 35, 110, 260, 420, 880, 2.9, 2_800, 318),
            ]
        );

    internal static BoxFigure SpendBoxes() =>
        new(
            "basket",
            "Baskets of all segments but one look alike",
            "Value of a basket by segment.",
            "value of a basket",
            NumberFormat.Money,
            false,
            [
                new("Wholesalers", 90, 310, 640, 1_400, 2_900, 12, 168_469.6, 1_390),
                new("Regulars", 15, 150, 290, 440, 870, 1, 12_000, 350),
                new("Newcomers", 15, 130, 240, 400, 790, 1, 3_000, 300),
                new("Once and gone", 10, 120, 230, 390, 760, 0.5, 2_800, 290),
            ]
        );

    internal static BubbleFigure Bubbles() =>
        new(
            "state_category",
            "Customers in New Jersey spend most on toys",
            "Sales (area of a circle) and customers (its colour) by state and category.",
            "state",
            "category",
            ["New Jersey", "Colorado", "Puerto Rico"],
            ["Toys", "Home and garden", "Kitchen", "Candles", "Christmas decorations"],
            new(
                "sales",
                NumberFormat.Money,
                [
                    92_000,
                    40_500,
                    38_000,
                    12_000,
                    900,
                    51_000,
                    61_000,
                    8_000,
                    0,
                    400,
                    700,
                    double.NaN,
                    90,
                    15,
                    3,
                ]
            ),
            new("customers", NumberFormat.Count, [310, 220, 190, 80, 12, 150, 240, 60, 0, 9, 6, 0, 2, 1, 1])
        );
}
