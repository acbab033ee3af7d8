using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Ribbons between two columns of groups, each group with its name and its count.</summary>
sealed class SankeyChart
{
    const double Post = 9;
    const double Gap = 9;
    const double Usual = 44;
    const double Highest = 640;

    /// <summary>Share of the width that names may take at each side.</summary>
    const double Share = 0.3;

    /// <summary>Ribbons that are at least so wide say their count.</summary>
    const double Written = 13;

    readonly SankeyFigure _figure;
    readonly Sheet _sheet;
    readonly List<Flow> _flows;
    readonly Dictionary<string, int> _numbers;

    /// <summary>True where a name and its count have no room on one line.</summary>
    readonly bool _tall;
    readonly Column _left;
    readonly Column _right;
    readonly Area _plot;

    SankeyChart(SankeyFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _flows =
        [
            .. figure.Flows.Where(f =>
                f.Count > 0 && f.From < figure.Left.Names.Count && f.To < figure.Right.Names.Count
            ),
        ];
        _numbers = Numbers(figure);
        var most = Math.Max(figure.Left.Names.Count, figure.Right.Names.Count);
        var texts = Texts(figure.Left, f => f.From).Concat(Texts(figure.Right, f => f.To)).ToList();
        var room = sheet.Gutter(texts, Share);
        _tall = TextFit.Widest(texts, Sheet.Letter) > room;
        var names = figure.Left.Names.Concat(figure.Right.Names).Select(n => n + "m");
        var gutter = (_tall ? sheet.Gutter(names, Share) : room) + 16;
        var height = Math.Max(Math.Clamp(Usual * most, 160, Highest), _tall ? SideLabels.WithNote * most : 0);
        _plot = new Area(gutter, Sheet.Head + 6, sheet.Width - (2 * gutter), height);
        var free = height - (Gap * Math.Max(0, most - 1));
        var unit = free / Math.Max(1, _flows.Sum(f => f.Count));
        _left = new Column(
            [.. Inverse(FewCrossings.Ranks(figure.Left))],
            Sums(figure.Left, f => f.From),
            unit,
            _plot
        );
        _right = new Column(FewCrossings.Of(figure), Sums(figure.Right, f => f.To), unit, _plot);
    }

    internal static Drawing Draw(SankeyFigure figure, Sheet sheet) => new SankeyChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var half = (_sheet.Width / 2) - 6;
        var head = $"{_figure.Left.Title} · {_figure.Unit}";
        drawing.Text(0, 12, TextFit.Cut(head, Sheet.Small, half), "ax");
        drawing.Text(_sheet.Width, 12, TextFit.Cut(_figure.Right.Title, Sheet.Small, half), "ax end");
        Ribbons(drawing);
        Posts(drawing, _figure.Left, _left, _plot.Left);
        Posts(drawing, _figure.Right, _right, _plot.Right - Post);
        SideLabels.Before(drawing, Labels(_figure.Left, _left, _plot.Left - 2), _plot.Left - 12, _plot);
        SideLabels.After(drawing, Labels(_figure.Right, _right, _plot.Right + 2), _plot.Right + 12, _plot);
        drawing.Height = _plot.Bottom + 12;
        return drawing;
    }

    /// <summary>Ribbons leave in the order in which they arrive, so that those of one group never cross.</summary>
    void Ribbons(Drawing drawing)
    {
        var starts = Tops(_left, f => f.From, f => _right.Rank(f.To));
        var ends = Tops(_right, f => f.To, f => _left.Rank(f.From));
        foreach (var flow in _flows.OrderBy(IsStay).ThenByDescending(f => f.Count))
        {
            var (from, to) = (_figure.Left.Names[flow.From], _figure.Right.Names[flow.To]);
            var count = _sheet.Numbers.Text(flow.Count, _figure.Format);
            var start = new Point(_plot.Left + Post, starts[flow]);
            drawing.Path(
                Trace.Ribbon(start, new Point(_plot.Right - Post, ends[flow]), flow.Count * _left.Unit),
                $"flow {(IsStay(flow) ? "stay " : "")}{Sheet.Colour('s', Number(_figure.Left, flow.From))}",
                $"{from} → {to}: {count} {_figure.Unit}"
            );
        }

        foreach (var flow in _flows.Where(f => f.Count * _left.Unit >= Written))
        {
            var text = _sheet.Numbers.Text(flow.Count, _figure.Format);
            if (TextFit.Width(text, Sheet.Small) < _plot.Width / 3)
            {
                var y = starts[flow] + (flow.Count * _left.Unit / 2) + 4;
                drawing.Text(_plot.Left + Post + 5, y, text, "vs");
            }
        }
    }

    bool IsStay(Flow flow) =>
        string.Equals(_figure.Left.Names[flow.From], _figure.Right.Names[flow.To], StringComparison.Ordinal);

    /// <summary>Where each flow touches its group: beneath those that go further up.</summary>
    Dictionary<Flow, double> Tops(Column column, Func<Flow, int> node, Func<Flow, int> other)
    {
        var tops = new Dictionary<Flow, double>(ReferenceEqualityComparer.Instance);
        foreach (var group in _flows.GroupBy(node))
        {
            var top = column.Top(group.Key);
            foreach (var flow in group.OrderBy(other))
            {
                tops[flow] = top;
                top += flow.Count * column.Unit;
            }
        }

        return tops;
    }

    void Posts(Drawing drawing, SankeySide side, Column column, double x)
    {
        foreach (var node in column.Order)
        {
            var room = new Area(x, column.Top(node), Post, Math.Max(1, column.Sums[node] * column.Unit));
            drawing.Rect(room, Sheet.Colour('s', Number(side, node)));
        }
    }

    List<SideLabel> Labels(SankeySide side, Column column, double x) =>
        [
            .. column.Order.Select(node =>
            {
                var count = _sheet.Numbers.Text(column.Sums[node], _figure.Format);
                var css = $"name {Sheet.Colour('t', Number(side, node))}";
                var at = new Point(x, column.Top(node) + (column.Sums[node] * column.Unit / 2));
                return _tall
                    ? new SideLabel(at, side.Names[node], css, count)
                    : new SideLabel(at, $"{side.Names[node]} · {count}", css);
            }),
        ];

    IEnumerable<string> Texts(SankeySide side, Func<Flow, int> node) =>
        Sums(side, node).Select((sum, i) => $"{side.Names[i]} · {_sheet.Numbers.Text(sum, _figure.Format)}m");

    double[] Sums(SankeySide side, Func<Flow, int> node) =>
        [.. side.Names.Select((_, i) => _flows.Where(f => node(f) == i).Sum(f => f.Count))];

    int Number(SankeySide side, int node) =>
        side.Quiet.Contains(node) ? Look.Quiet : _numbers[side.Names[node]];

    /// <summary>A number a name, whichever side it is on.</summary>
    static Dictionary<string, int> Numbers(SankeyFigure figure)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var side in (SankeySide[])[figure.Left, figure.Right])
        {
            for (var i = 0; i < side.Names.Count; i++)
            {
                if (!side.Quiet.Contains(i))
                {
                    numbers.TryAdd(side.Names[i], numbers.Count);
                }
            }
        }

        return numbers;
    }

    static IEnumerable<int> Inverse(int[] ranks) => Enumerable.Range(0, ranks.Length).OrderBy(i => ranks[i]);

    /// <summary>The groups of one side beneath one another.</summary>
    sealed class Column
    {
        readonly double[] _tops;
        readonly int[] _ranks;

        internal Column(int[] order, double[] sums, double unit, Area plot)
        {
            (Order, Sums, Unit) = (order, sums, unit);
            (_tops, _ranks) = (new double[order.Length], new int[order.Length]);
            // The side with fewer groups stands in the middle of the other's height.
            var height = (sums.Sum() * unit) + (Gap * (order.Length - 1));
            var top = plot.Top + Math.Max(0, (plot.Height - height) / 2);
            for (var i = 0; i < order.Length; i++)
            {
                (_tops[order[i]], _ranks[order[i]]) = (top, i);
                top += (sums[order[i]] * unit) + Gap;
            }
        }

        internal IReadOnlyList<int> Order { get; }

        internal double[] Sums { get; }

        /// <summary>Height of one thing.</summary>
        internal double Unit { get; }

        internal double Top(int node) => _tops[node];

        internal int Rank(int node) => _ranks[node];
    }
}
