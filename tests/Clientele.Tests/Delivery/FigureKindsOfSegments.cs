using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>The kinds of figures that show how things are grouped.</summary>
static partial class FigureKinds
{
    static IReadOnlyList<Figure> Segments(string text) =>
        [
            new BladesFigure(
                "blades",
                text,
                text,
                text,
                text,
                0.2,
                [new(text, 3, 0.3, [0.6, 0.4, -0.1]), new(text, 1, -0.2, [-0.2]) { Quiet = true }]
            ),
            new DendrogramFigure(
                "dendrogram",
                text,
                text,
                text,
                text,
                new MergeTree([0, 2, 3], [1, 4, 5], [1, 2, 5], [2, 7, 9])
            )
            {
                Format = NumberFormat.Count,
                Labels = [text, text, text, text],
                Counts = [1, 1, 5, 2],
                Groups = [new(text, 5), new(text, 3)],
            },
            .. Points(text),
        ];

    static IReadOnlyList<Figure> Points(string text) =>
        [
            new PairFigure(
                "pairs",
                text,
                text,
                [new(text, NumberFormat.Money, true), new(text, NumberFormat.Count, false)],
                [
                    new(
                        text,
                        [
                            [1, 10, 0, double.NaN],
                            [5, -5, 1, 2],
                        ]
                    ),
                    new(
                        text,
                        [
                            [],
                            [],
                        ]
                    )
                    {
                        Quiet = true,
                    },
                ]
            ),
            new SankeyFigure(
                "flows",
                text,
                text,
                text,
                NumberFormat.Count,
                new(text, [text, "joined"]) { Quiet = [1] },
                new(text, [text, text]),
                [new(0, 0, 5), new(0, 1, 2), new(1, 1, 3), new(1, 0, 0)]
            ),
            new NetworkFigure(
                "network",
                text,
                text,
                [new(text, 0, 1, 5, 0), new(text, 1, 0, 3, 1), new("c", 0.5, 0.5, 0, 0)],
                [new(0, 1, 0.5), new(1, 2, 0.1)],
                [text, "others"]
            ),
            new ScatterFigure(
                "embedding",
                text,
                text,
                Axis.Coordinate(text),
                Axis.Coordinate(text),
                [new(text, [1, 2], [3, 4]), new(text, [2], [5]) { Quiet = true }]
            ),
        ];

    static IReadOnlyList<Figure> EmptySegments() =>
        [
            new BladesFigure("blades", "t", "t", "m", "u", double.NaN, []),
            new DendrogramFigure("dendrogram", "t", "t", "m", "u", new MergeTree([], [], [], [])),
            new PairFigure("pairs", "t", "t", [], []),
            new PairFigure("pairs_of_none", "t", "t", [new("x", NumberFormat.Count, true)], []),
            new SankeyFigure("flows", "t", "t", "u", NumberFormat.Count, new("a", []), new("b", []), []),
            new NetworkFigure("network", "t", "t", [], [], []),
        ];

    static IReadOnlyList<Figure> UnknownSegments()
    {
        const double nan = double.NaN;
        return
        [
            new BladesFigure("blades", "t", "t", "m", "u", nan, [new("a", nan, nan, [nan])]),
            new DendrogramFigure("dendrogram", "t", "t", "m", "u", new MergeTree([0], [1], [nan], [nan]))
            {
                Counts = [nan, nan],
                Groups = [new("a", 0), new("b", 1)],
            },
            new PairFigure(
                "pairs",
                "t",
                "t",
                [new("x", NumberFormat.Count, true), new("y", NumberFormat.Count, false)],
                [
                    new(
                        "g",
                        [
                            [nan],
                            [1],
                        ]
                    ),
                ]
            ),
            new SankeyFigure(
                "flows",
                "t",
                "t",
                "u",
                NumberFormat.Count,
                new("a", ["x"]),
                new("b", ["y"]),
                [new(0, 0, nan)]
            ),
        ];
    }
}
