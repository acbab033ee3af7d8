using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>A report as a year of a wholesaler's orders might give: every kind of figure, at its usual size.</summary>
static class SampleReport
{
    internal static Report Create() =>
        new(
            "Online Retail",
            new DateOnly(2011, 12, 10),
            ["online_retail.csv"],
            "online_retail_uk",
            [
                Data(),
                Sales(),
                Cohorts(),
                Rfm(),
                Segments(),
                LifetimeValue(),
                Products(),
                Profile(),
                Unanswered(),
            ]
        )
        {
            Style = new NumberStyle("£"),
        };

    static Insight Data() =>
        new(
            "data",
            "How good is the data, and what was left out?",
            "Of 541,909 order lines 397,884 can be used; three quarters of what was left out has no customer. Nothing else takes away more than 2 %.",
            [
                new("Order lines used", 397_884, NumberFormat.Count, "73.4 % of all"),
                new("Customers", 4_338, NumberFormat.Count),
                new("Orders", 18_532, NumberFormat.Count),
                new("Revenue", 8_911_407.9, NumberFormat.Money, "December 2010 to December 2011"),
            ],
            [SampleFigures.Ledger(), SampleFigures.Missing(), SampleFigures.QuantityHistogram()],
            [
                "A quarter of all lines has no customer. They are in the sales, but in no answer about customers.",
                "December 2011 ends on the 9th.",
            ],
            ["cleaning_ledger", "rejects"]
        );

    static Insight Sales() =>
        new(
            "sales",
            "How do sales develop?",
            "Sales grew by 81 % from the first to the last full quarter, and November alone made 13 % of the year.",
            [
                new("Revenue per day", 24_480.24, NumberFormat.Money, "median, days with orders"),
                new("Best month", 1_161_817.38, NumberFormat.Money, "November 2011"),
                new("Orders on Saturdays", 0, NumberFormat.Count, "the shop is closed"),
            ],
            [
                SampleFigures.DailySales(),
                SampleFigures.Weekdays(),
                SampleFigures.MonthlyOrders(),
                SampleFigures.Countries(),
            ],
            [],
            ["daily_sales"]
        );

    static Insight Cohorts() =>
        new(
            "cohorts",
            "Do customers come back?",
            "About one customer in four buys again in any later month; those won in December 2010 stay the most loyal, with 35 to 50 %.",
            [
                new("Back after one month", 0.206, NumberFormat.Share),
                new("Back after six months", 0.239, NumberFormat.Share),
                new("Best cohort", 0.366, NumberFormat.Share, "December 2010, month 1"),
            ],
            [SampleFigures.Retention(), SampleFigures.RetentionLines(), SampleFigures.Gaps()],
            ["Customers of December 2010 may have bought before: the data begins there."],
            ["cohorts"]
        );

    static Insight Rfm() =>
        new(
            "rfm",
            "Who are the best customers?",
            "633 champions, 15 % of all customers, bring 52 % of the revenue; 371 customers who once bought much have been away for more than 90 days.",
            [
                new("Champions", 633, NumberFormat.Count),
                new("Their share of revenue", 0.522, NumberFormat.Share),
                new("At risk", 371, NumberFormat.Count),
            ],
            [
                SampleFigures.RfmGrid(),
                SampleFigures.RfmSegments(),
                SampleFigures.Snake(),
                SampleFigures.Importance(),
                SampleFigures.RfmTable(),
            ],
            ["Scores are fifths of the customers, not amounts: a 5 in a poor year is still a 5."],
            ["rfm_scores", "rfm_segments"]
        );

    static Insight Segments() =>
        new(
            "segments",
            "Which kinds of customers are there?",
            "Four kinds of customers stand apart; the smallest, 3 % of them, spends as much as the largest.",
            [
                new("Segments", 4, NumberFormat.Count),
                new("Silhouette", 0.4127, NumberFormat.Number),
                new("Stability", 0.93, NumberFormat.Share, "same segment in 20 repeats"),
            ],
            [
                SampleFigures.Scan(
                    "elbow",
                    "Errors fall steeply up to four segments",
                    "within-group error",
                    [9014, 6120, 4380, 3105, 2760, 2480, 2260, 2110, 1990]
                ),
                SampleFigures.Scan(
                    "silhouette",
                    "Segments are clearest at four",
                    "silhouette",
                    [0.391, 0.377, 0.4127, 0.36, 0.331, 0.309, 0.312, 0.298, 0.288]
                ),
                SampleFigures.Map(),
                SampleFigures.Wheels(),
                SampleFigures.Boxes(),
                SampleFigures.SpendBoxes(),
                SampleFigures.Bubbles(),
                SampleFigures.Blades(),
                SampleFigures.Merges(),
                SampleFigures.WholeTree(),
                SampleFigures.Pairs(),
                SampleFigures.Migration(),
                SampleFigures.Embedding(),
            ],
            ["Segments describe, they do not explain: test a campaign on a part of a segment first."],
            ["segments"]
        );

    static Insight LifetimeValue() =>
        new(
            "lifetime_value",
            "What will customers be worth?",
            "The next twelve months should bring £5.6 M from today's customers; a tenth of them brings 62 % of it.",
            [
                new("Expected revenue", 5_604_211, NumberFormat.Money, "next 12 months"),
                new("Still active", 0.684, NumberFormat.Share),
                new("Error on held-out weeks", 0.081, NumberFormat.Share),
            ],
            [SampleFigures.Forecast(), SampleFigures.ValueHistogram(), SampleFigures.Effects()],
            [],
            ["lifetime_value"]
        );

    static Insight Products() =>
        new(
            "products",
            "Which products belong together?",
            "Who takes the green Regency teacup takes the roses one in 7 of 10 baskets: sell the set.",
            [new("Rules found", 214, NumberFormat.Count), new("Strongest lift", 24.03, NumberFormat.Number)],
            [SampleFigures.Rules(), SampleFigures.Correlations()],
            [],
            ["basket_rules"]
        );

    static Insight Profile() =>
        new(
            "profile",
            "What do the columns hold?",
            "Eight columns, two of them with gaps.",
            [],
            [SampleFigures.ProfileTable()],
            [],
            []
        );

    static Insight Unanswered() =>
        new(
            "campaigns",
            "Which campaigns paid?",
            "This needs a table of campaigns with dates and costs; the shop has given none.",
            [],
            [],
            [],
            []
        )
        {
            Unanswered = true,
        };
}
