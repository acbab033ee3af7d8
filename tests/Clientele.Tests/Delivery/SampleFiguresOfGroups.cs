using System.Globalization;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>The figures of <see cref="SampleReport"/>, and larger ones: how customers are grouped, in few groups and in many.</summary>
static partial class SampleFigures
{
    /// <summary>More groups than there are colours.</summary>
    const int Many = 25;

    static readonly string[] Kinds = ["Regulars", "Wholesalers", "Once and gone", "Newcomers"];

    internal static BladesFigure Blades()
    {
        double[] sizes = [1750, 130, 1540, 918];
        return new BladesFigure(
            "blades",
            "Newcomers are the least distinct: one in five lies nearer to others",
            "Silhouettes of the customers by segment; below 0 a customer lies nearer to another segment.",
            "silhouette",
            "customers",
            0.41,
            [
                .. Kinds.Select(
                    (name, i) =>
                        new Blade(
                            name,
                            sizes[i],
                            0.6 - (0.12 * i),
                            [.. Enumerable.Range(0, 60).Select(v => 0.9 - (0.12 * i) - (v * 0.01))]
                        )
                ),
                new Blade("noise", 90, -0.1, [0.1, -0.1, -0.3]) { Quiet = true },
            ]
        );
    }

    internal static DendrogramFigure Merges() =>
        new(
            "merges",
            "Four groups stay apart for long",
            "The last 11 merges of Ward's method: every leaf is a group of customers, merged at the distance across.",
            "Ward distance",
            "customers",
            new MergeTree(
                [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20],
                [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21],
                [3, 4, 5, 6, 8, 9, 14, 31, 40, 55, 90],
                [700, 600, 500, 400, 300, 200, 1300, 900, 500, 2200, 2700]
            )
        )
        {
            Counts = [400, 300, 350, 250, 260, 240, 210, 190, 160, 140, 120, 80],
            Groups = [new(Kinds[0], 18), new(Kinds[1], 19), new(Kinds[2], 16), new(Kinds[3], 17)],
        };

    internal static DendrogramFigure WholeTree()
    {
        const int leaves = 100;
        var merges = Enumerable.Range(0, leaves - 1).ToList();
        var sizes = Enumerable.Repeat(1.0, leaves).ToList();
        merges.ForEach(i => sizes.Add(sizes[2 * i] + sizes[(2 * i) + 1]));
        return new DendrogramFigure(
            "tree",
            "Most customers merge early",
            "All merges of 100 customers.",
            "Ward distance",
            "customers",
            new MergeTree(
                [.. merges.Select(i => 2 * i)],
                [.. merges.Select(i => (2 * i) + 1)],
                [.. merges.Select(i => 0.01 * i * i)],
                [.. sizes.Skip(leaves)]
            )
        )
        {
            Groups = [new("one half", 196), new("other half", 197)],
        };
    }

    internal static PairFigure Pairs() =>
        new(
            "pairs",
            "Orders and revenue go together, returns do not",
            "Every measure against every other by segment; powers of ten for orders and revenue.",
            [
                new("orders", NumberFormat.Count, true),
                new("revenue", NumberFormat.Money, true),
                new("share returned", NumberFormat.Share, false),
            ],
            [
                .. Kinds.Select(
                    (name, i) =>
                        new PairGroup(
                            name,
                            [
                                Wave(40, w => Math.Pow(10, 0.4 * (i + w))),
                                Wave(40, w => Math.Pow(10, 1.5 + (0.6 * (i + (w * w))))),
                                Wave(40, w => 0.1 + (0.05 * i) + (0.08 * w)),
                            ]
                        )
                ),
            ]
        );

    internal static SankeyFigure Migration() =>
        new(
            "migration",
            "One customer in nine changed segment, half of them for the worse",
            "Customers by segment in the last run and in this one.",
            "customers",
            NumberFormat.Count,
            new("run of 1 November", [.. Kinds, "joined"]) { Quiet = [4] },
            new("run of 10 December", [.. Kinds, "left"]) { Quiet = [4] },
            [
                new(0, 0, 1500),
                new(0, 1, 30),
                new(0, 2, 120),
                new(0, 4, 100),
                new(1, 1, 110),
                new(1, 0, 20),
                new(2, 2, 1300),
                new(2, 0, 90),
                new(2, 4, 150),
                new(3, 3, 600),
                new(3, 0, 200),
                new(3, 2, 118),
                new(4, 3, 210),
                new(4, 2, 15),
            ]
        );

    internal static ScatterFigure Embedding() =>
        new(
            "embedding",
            "Twenty-five islands, and customers between them",
            "Each point is a customer; near ones are alike, the coordinates themselves mean nothing.",
            Axis.Coordinate("first coordinate"),
            Axis.Coordinate("second coordinate"),
            [
                .. Enumerable
                    .Range(0, Many)
                    .Select(i => new PointGroup(
                        Numbered(i),
                        Wave(30, w => (i % 6) + (0.2 * w)),
                        Wave(31, w => (i / 6 * 1.3) + (0.2 * w)).Skip(1).ToList()
                    )),
                new PointGroup(
                    "noise",
                    Wave(90, w => 3 + (2.6 * w)),
                    Wave(97, w => 3 + (2.9 * w)).Take(90).ToList()
                )
                {
                    Quiet = true,
                },
            ]
        );

    internal static LineFigure ManyLines() =>
        new(
            "many_lines",
            "Segments differ most in revenue",
            "Mean of each measure by segment.",
            "measure",
            "standard deviations",
            NumberFormat.Difference,
            ["Recency", "Frequency", "Money"],
            [
                .. Enumerable
                    .Range(0, Many)
                    .Select(i => new Series(Numbered(i), Wave(3, w => w * (i - 12) / 6.0))),
            ]
        );

    internal static RadarFigure ManyWheels() =>
        new(
            "many_wheels",
            "No two segments have one shape",
            "Median of each measure by segment.",
            ["Recency", "Frequency", "Money", "Basket size"],
            [
                .. Enumerable
                    .Range(0, Many)
                    .Select(i => new Series(Numbered(i), Wave(4, w => Math.Abs(w) * (i + 5) / 30))),
            ]
        );

    static string Numbered(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"{i + 1} {Kinds[i % Kinds.Length]}");

    /// <summary>Values between −1 and 1 that look scattered, and are the same everywhere.</summary>
    static List<double> Wave(int count, Func<double, double> value) =>
        [.. Enumerable.Range(1, count).Select(i => Math.Round(value(Math.Sin(i * i * 1.7)), 4))];
}
