using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Small reports.</summary>
static class TestReports
{
    internal static Report Of(IReadOnlyList<Figure> figures) =>
        new("Shop", new DateOnly(2026, 1, 1), ["orders.csv"], "plain", [Insight("question", figures)]);

    internal static Insight Insight(string text, IReadOnlyList<Figure> figures) =>
        new(text, text, text, [new KeyFigure(text, 1, NumberFormat.Money, text)], figures, [text], [text]);

    internal static Report Small() =>
        new(
            "Tea & Cups",
            new DateOnly(2026, 1, 1),
            ["orders.csv", "customers.csv"],
            "plain",
            [
                new Insight(
                    "tea",
                    "Who drinks tea?",
                    "Two in three customers drink tea. The others do not.",
                    [new("Tea drinkers", 0.667, NumberFormat.Share, "of 3 customers")],
                    FigureKinds.EveryKind("tea"),
                    ["Three customers are few."],
                    ["tea"]
                ),
                new Insight("coffee", "Who drinks coffee?", "Needs a shop that sells coffee.", [], [], [], [])
                {
                    Unanswered = true,
                },
            ]
        )
        {
            Style = new NumberStyle("€", ".", ","),
        };
}
