using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Every kind of figure: as usual, with nothing in it, with nothing known.</summary>
static partial class FigureKinds
{
    /// <summary>One figure of each kind, with gaps, bands, hatching and marks; its texts are the given one.</summary>
    internal static IReadOnlyList<Figure> EveryKind(string text) =>
        [.. Lines(text), .. Heats(text), .. Distributions(text), .. Groups(text), .. Segments(text)];

    static IReadOnlyList<Figure> Lines(string text) =>
        [
            new BarFigure(
                "bars",
                text,
                text,
                text,
                NumberFormat.Money,
                [new(text, 2, 1, 3), new(text, -1), new(text, double.NaN)]
            )
            {
                Hatched = [1],
            },
            new LineFigure(
                "lines",
                text,
                text,
                text,
                text,
                NumberFormat.Number,
                [text, text, text],
                [
                    new Series(text, [1, double.NaN, 3])
                    {
                        Low = [0, double.NaN, 2],
                        High = [2, double.NaN, 4],
                    },
                    new Series(text, [3, 2.5, 0.1]),
                    new Series(text, [2, 2, 2]) { Quiet = true },
                ]
            )
            {
                Marked = 1,
                Hatched = [2],
            },
        ];

    static IReadOnlyList<Figure> Heats(string text) =>
        [
            new HeatFigure(
                "heat",
                text,
                text,
                text,
                text,
                NumberFormat.Share,
                [text, text],
                [text, text],
                [0, 0.5, 1, double.NaN]
            )
            {
                Hatched = [1],
                Full = 0.8,
            },
            new HeatFigure(
                "differences",
                text,
                text,
                text,
                text,
                NumberFormat.Difference,
                [text],
                [text, text],
                [-1.5, 0.25]
            )
            {
                Diverging = true,
            },
        ];

    static IReadOnlyList<Figure> Distributions(string text) =>
        [
            new HistogramFigure(
                "histogram",
                text,
                text,
                text,
                text,
                NumberFormat.Days,
                [0, 7, double.PositiveInfinity],
                [3, 1]
            ),
            new BoxFigure(
                "boxes",
                text,
                text,
                text,
                NumberFormat.Money,
                true,
                [new(text, 1, 2, 3, 4, 5, 0, 100, 6)]
            ),
            new WaterfallFigure(
                "waterfall",
                text,
                text,
                text,
                NumberFormat.Count,
                new(text, 10),
                [new(text, -3), new(text, 1)],
                new(text, 8)
            ),
        ];

    static IReadOnlyList<Figure> Groups(string text) =>
        [
            new RadarFigure(
                "radar",
                text,
                text,
                [text, text, text],
                [new(text, [0, 0.5, 1]), new(text, [1, 1, double.NaN])]
            ),
            new ScatterFigure(
                "scatter",
                text,
                text,
                new Axis(text, NumberFormat.Count, true),
                new Axis(text, NumberFormat.Money, false),
                [new PointGroup(text, [1, 10, 0], [5, -5, 1]), new PointGroup(text, [], [])]
            ),
            new BubbleFigure(
                "bubbles",
                text,
                text,
                text,
                text,
                [text, text],
                [text, text],
                new(text, NumberFormat.Money, [4, 1, 0, double.NaN]),
                new(text, NumberFormat.Count, [1, 3, 2, double.NaN])
            ),
            new TableFigure(
                "table",
                text,
                text,
                [
                    TableColumn.Of(text, [text, text]),
                    TableColumn.Of(text, NumberFormat.Count, [1, double.NaN], shaded: true),
                ]
            ),
        ];

    internal static IReadOnlyList<Figure> Empty() =>
        [
            new BarFigure("bars", "t", "t", "u", NumberFormat.Count, []),
            new LineFigure("lines", "t", "t", "x", "u", NumberFormat.Count, [], []),
            new HeatFigure("heat", "t", "t", "r", "c", NumberFormat.Count, [], [], []),
            new HistogramFigure("histogram", "t", "t", "x", "u", NumberFormat.Count, [0], []),
            new BoxFigure("boxes", "t", "t", "u", NumberFormat.Count, false, []),
            new WaterfallFigure("waterfall", "t", "t", "u", NumberFormat.Count, new("a", 0), [], new("b", 0)),
            new RadarFigure("radar", "t", "t", ["a", "b", "c"], []),
            new ScatterFigure(
                "scatter",
                "t",
                "t",
                new Axis("x", NumberFormat.Count, true),
                new Axis("y", NumberFormat.Count, false),
                []
            ),
            new BubbleFigure(
                "bubbles",
                "t",
                "t",
                "r",
                "c",
                [],
                [],
                new("u", NumberFormat.Count, []),
                new("v", NumberFormat.Count, [])
            ),
            .. EmptySegments(),
            new TableFigure("table", "t", "t", []),
        ];

    internal static IReadOnlyList<Figure> Unknown()
    {
        const double nan = double.NaN;
        return
        [
            new BarFigure("bars", "t", "t", "u", NumberFormat.Count, [new("a", nan), new("b", nan, nan, 1)]),
            new LineFigure(
                "lines",
                "t",
                "t",
                "x",
                "u",
                NumberFormat.Count,
                ["a"],
                [new("s", [nan]), new("r", [nan])]
            ),
            new HeatFigure("heat", "t", "t", "r", "c", NumberFormat.Count, ["a"], ["b"], [nan]),
            .. UnknownDistributions(),
            .. UnknownSegments(),
        ];
    }

    static IReadOnlyList<Figure> UnknownDistributions()
    {
        const double nan = double.NaN;
        return
        [
            new HistogramFigure("histogram", "t", "t", "x", "u", NumberFormat.Count, [0, 1], [nan]),
            new BoxFigure(
                "boxes",
                "t",
                "t",
                "u",
                NumberFormat.Count,
                true,
                [new("a", nan, nan, nan, nan, nan, nan, nan, nan)]
            ),
            new BoxFigure(
                "mean",
                "t",
                "t",
                "u",
                NumberFormat.Count,
                false,
                [new("a", nan, nan, 1, nan, nan, nan, nan, nan)]
            ),
            new WaterfallFigure(
                "waterfall",
                "t",
                "t",
                "u",
                NumberFormat.Count,
                new("a", nan),
                [new("c", nan)],
                new("b", nan)
            ),
            new RadarFigure("radar", "t", "t", ["a", "b", "c"], [new("s", [nan, nan, nan])]),
            new ScatterFigure(
                "scatter",
                "t",
                "t",
                new Axis("x", NumberFormat.Count, true),
                new Axis("y", NumberFormat.Count, false),
                [new("g", [nan], [1])]
            ),
            new BubbleFigure(
                "bubbles",
                "t",
                "t",
                "r",
                "c",
                ["a"],
                ["b"],
                new("u", NumberFormat.Count, [nan]),
                new("v", NumberFormat.Count, [nan])
            ),
            new TableFigure(
                "table",
                "t",
                "t",
                [TableColumn.Of("n", NumberFormat.Money, [nan], shaded: true)]
            ),
        ];
    }
}
