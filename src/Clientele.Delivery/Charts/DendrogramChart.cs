using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A tree of merges on its side: leaves beneath one another at the left, its root at the right.</summary>
sealed class DendrogramChart
{
    /// <summary>Trees with more leaves are drawn without labels, in fine lines.</summary>
    internal const int Most = 60;

    const double Row = 20;
    const double FineHeight = 460;

    /// <summary>Share of the width that the names of leaves may take.</summary>
    const double LabelShare = 0.24;

    readonly DendrogramFigure _figure;
    readonly Sheet _sheet;
    readonly int _leaves;
    readonly IReadOnlyList<string> _labels;
    readonly Area _plot;
    readonly Scale _x;
    readonly double _cut;

    /// <summary>Where every node stands, how high, and in which group it is.</summary>
    readonly TreeLayout _layout;

    DendrogramChart(DendrogramFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _layout = new TreeLayout(figure.Tree, figure.Groups);
        _leaves = _layout.Order.Count;
        _cut = _layout.Cut;
        _labels = Fine ? [] : [.. Enumerable.Range(0, _leaves).Select(Label)];
        var names =
            figure.Groups.Count == 0 ? 0 : sheet.Gutter(figure.Groups.Select(g => g.Name + "m"), 0.34) + 8;
        var labels = _labels.Count == 0 ? 0 : sheet.Gutter(_labels, LabelShare);
        var top = Sheet.Head + (double.IsNaN(_cut) ? 0 : 14);
        _plot = new Area(
            names + labels + 8,
            top,
            sheet.Width - names - labels - 22,
            Fine ? FineHeight : Math.Max(2, _leaves) * Row
        );
        _x = Scale.Of(figure.Tree.Heights.Append(0), _plot.Left, _plot.Right);
    }

    bool Fine => _leaves > Most;

    internal static Drawing Draw(DendrogramFigure figure, Sheet sheet) =>
        new DendrogramChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var single = _figure.Counts.Count == 0;
        var count = single ? _sheet.Numbers.Text(_leaves, NumberFormat.Count) + " " : "";
        Axes.Head(drawing, $"{count}{_figure.Unit} ↓");
        Axes.Below(drawing, _x, _plot, _figure.Format, _sheet);
        Branches(drawing);
        Cut(drawing);
        Leaves(drawing);
        Groups(drawing);
        var title = TextFit.Cut(_figure.Measure + " →", Sheet.Small, _plot.Width);
        drawing.Text(_plot.Left, _plot.Bottom + 34, title, "ax");
        drawing.Height = _plot.Bottom + 40;
        return drawing;
    }

    /// <summary>The name of a leaf and how many it stands for.</summary>
    string Label(int leaf)
    {
        var name = leaf < _figure.Labels.Count ? _figure.Labels[leaf] : "";
        var count =
            leaf < _figure.Counts.Count ? _sheet.Numbers.Text(_figure.Counts[leaf], NumberFormat.Count) : "";
        return $"{name} {count}".Trim();
    }

    /// <summary>The place down the page of a place among the leaves.</summary>
    double Down(double place) => _plot.Top + ((place + 0.5) * _plot.Height / Math.Max(1, _leaves));

    /// <summary>Every merge: an arm from each of its two nodes, and a bar that joins them.</summary>
    void Branches(Drawing drawing)
    {
        var ink = new Ink(_sheet.Width, _plot.Bottom);
        // The greatest first, so that what is left out is what the others hide.
        for (var merge = _figure.Tree.Heights.Count - 1; merge >= 0; merge--)
        {
            var (left, right) = (_figure.Tree.Left[merge], _figure.Tree.Right[merge]);
            var height = _figure.Tree.Heights[merge];
            var group = _layout.Groups[_leaves + merge];
            Arm(ink, left, height);
            Arm(ink, right, height);
            ink.Down(_x.At(height), Down(_layout.Places[left]), Down(_layout.Places[right]), Css(group));
        }

        ink.Draw(drawing);
    }

    /// <summary>From a node up to the merge above it; its group ends at the cut.</summary>
    void Arm(Ink ink, int node, double to)
    {
        var (from, group, y) = (_layout.Height(node), _layout.Groups[node], Down(_layout.Places[node]));
        if (group >= 0 && to > _cut)
        {
            ink.Across(_x.At(from), _x.At(_cut), y, Css(group));
            ink.Across(_x.At(_cut), _x.At(to), y, Css(Look.Quiet));
        }
        else
        {
            ink.Across(_x.At(from), _x.At(to), y, Css(group));
        }
    }

    string Css(int group) => $"branch {(Fine ? "fine " : "")}{Sheet.Colour('l', group)}";

    void Cut(Drawing drawing)
    {
        if (double.IsNaN(_cut))
        {
            return;
        }

        var at = _x.At(_cut);
        drawing.Line(at, _plot.Top - 6, at, _plot.Bottom, "mark");
        var text = $"{_figure.Groups.Count} groups";
        var half = TextFit.Width(text, Sheet.Letter) * TextFit.Bold / 2;
        drawing.Text(Math.Min(at, _sheet.Width - half), _plot.Top - 10, text, "val mid");
    }

    void Leaves(Drawing drawing)
    {
        for (var i = 0; i < _leaves && _labels.Count > 0; i++)
        {
            var label = TextFit.Cut(_labels[_layout.Order[i]], Sheet.Small, LabelShare * _sheet.Width);
            drawing.Text(_plot.Left - 14, Down(i) + 4, label, "ax end");
        }
    }

    /// <summary>A bar beside the leaves of every group, and its name.</summary>
    void Groups(Drawing drawing)
    {
        var labels = new List<SideLabel>();
        var half = _plot.Height / Math.Max(1, _leaves) / 2;
        for (var g = 0; g < _figure.Groups.Count; g++)
        {
            var (first, last) = _layout.Span(g);
            var (from, to) = (Down(first) - half, Down(last) + half);
            var gap = Fine ? 0 : 2;
            drawing.Rect(
                new Area(_plot.Left - 8, from + gap, 5, Math.Max(1, to - from - (2 * gap))),
                Sheet.Colour('s', g)
            );
            var x = Fine ? _plot.Left - 10 : _plot.Left - 18 - TextFit.Widest(_labels, Sheet.Small);
            labels.Add(
                new SideLabel(
                    new Point(x, (from + to) / 2),
                    _figure.Groups[g].Name,
                    $"name {Sheet.Colour('t', g)}"
                )
            );
        }

        var end = labels.Count == 0 ? 0 : labels[0].At.X - 10;
        SideLabels.Before(drawing, labels, end, _plot);
    }
}
