using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>The numbers behind figures of groups.</summary>
sealed partial class FigureNumbers
{
    /// <summary>Values are too many to read: each group by its ends and its middle.</summary>
    Grid Blades(BladesFigure figure) =>
        new([
            GridColumn.Texts("Group", figure.Blades.Select(b => b.Name)),
            Number(figure.Unit, figure.Blades.Select(b => b.Size), NumberFormat.Count),
            Number($"{figure.Measure}, mean", figure.Blades.Select(b => b.Mean), NumberFormat.Number),
            .. Spread(figure.Measure, NumberFormat.Number, [.. figure.Blades.Select(b => b.Values)], Ends),
        ]);

    /// <summary>One row a merge, the last one first, as the cut goes down the tree.</summary>
    Grid Merges(DendrogramFigure figure)
    {
        var tree = figure.Tree;
        var merges = Enumerable.Range(0, tree.Heights.Count).Reverse().ToList();
        return new Grid([
            Number(
                "Groups below",
                merges.Select(m => (double)(tree.Heights.Count - m + 1)),
                NumberFormat.Count
            ),
            Number(figure.Measure, merges.Select(m => tree.Heights[m]), figure.Format),
            Number($"{figure.Unit} in one", merges.Select(m => Size(tree.Left[m])), NumberFormat.Count),
            Number(
                $"{figure.Unit} in the other",
                merges.Select(m => Size(tree.Right[m])),
                NumberFormat.Count
            ),
        ]);

        double Size(int node) =>
            node > tree.Heights.Count ? tree.Sizes[node - tree.Heights.Count - 1]
            : node < figure.Counts.Count ? figure.Counts[node]
            : 1;
    }

    /// <summary>The middle of every measure by group.</summary>
    Grid Pairs(PairFigure figure) =>
        new([
            GridColumn.Texts("Group", figure.Groups.Select(g => g.Name)),
            Number(
                "Points",
                figure.Groups.Select(g => g.Values.Select(v => (double)v.Count).DefaultIfEmpty(0).Max()),
                NumberFormat.Count
            ),
            .. figure.Axes.SelectMany(
                (axis, m) =>
                    Spread(
                        axis.Title,
                        axis.Format,
                        [.. figure.Groups.Select(g => m < g.Values.Count ? g.Values[m] : [])],
                        [("middle", 0.5)]
                    )
            ),
        ]);

    Grid Flows(SankeyFigure figure)
    {
        var flows = figure.Flows.Where(f => f.Count > 0).ToList();
        return new Grid([
            GridColumn.Texts(Titled("From", figure.Left), flows.Select(f => figure.Left.Names[f.From])),
            GridColumn.Texts(Titled("To", figure.Right), flows.Select(f => figure.Right.Names[f.To])),
            Number(figure.Unit, flows.Select(f => f.Count), figure.Format),
        ]);

        static string Titled(string word, SankeySide side) => $"{word} ({side.Title})";
    }

    /// <summary>A row a line, the strongest first, with the group of each end.</summary>
    Grid Edges(NetworkFigure figure)
    {
        var edges = figure.Edges.OrderByDescending(e => e.Weight).ToList();
        string Group(int node) => figure.Groups[figure.Nodes[node].Group];
        return new Grid([
            GridColumn.Texts("From", edges.Select(e => figure.Nodes[e.From].Label)),
            GridColumn.Texts("To", edges.Select(e => figure.Nodes[e.To].Label)),
            Number(figure.WeightUnit, edges.Select(e => e.Weight), figure.WeightFormat),
            GridColumn.Texts("Group of the first", edges.Select(e => Group(e.From))),
            GridColumn.Texts("Group of the second", edges.Select(e => Group(e.To))),
        ]);
    }

    /// <summary>Places within each group's sorted values, a column a place.</summary>
    IEnumerable<GridColumn> Spread(
        string title,
        NumberFormat format,
        IReadOnlyList<double>[] groups,
        (string Name, double Share)[] parts
    )
    {
        var sorted = groups.Select(g => g.Where(double.IsFinite).Order().ToList()).ToList();
        return parts.Select(part =>
            Number(
                $"{title}, {part.Name}",
                sorted.Select(s => s.Count == 0 ? double.NaN : s[(int)((s.Count - 1) * part.Share)]),
                format
            )
        );
    }
}
