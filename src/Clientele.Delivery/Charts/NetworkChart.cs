using System.Globalization;
using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Circles and the lines between them, coloured by group; the largest have their names beside them.</summary>
sealed class NetworkChart
{
    const double Least = 3;
    const double LabelHeight = 14;

    /// <summary>Lines are of so many widths.</summary>
    const int Widths = 4;

    readonly NetworkFigure _figure;
    readonly Sheet _sheet;
    readonly Area _plot;
    readonly double _most;
    readonly double _largest;

    NetworkChart(NetworkFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _largest = sheet.Width > 600 ? 15 : 9;
        _plot = new Area(
            _largest,
            _largest + 18,
            sheet.Width - (2 * _largest),
            sheet.Width > 600 ? 520 : 360
        );
        _most = figure.Nodes.Select(n => n.Size).DefaultIfEmpty(1).Max();
    }

    internal static Drawing Draw(NetworkFigure figure, Sheet sheet) => new NetworkChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var head = $"circles: {_figure.SizeUnit}\u2003lines: {_figure.WeightUnit}";
        drawing.Text(0, 12, TextFit.Cut(head, Sheet.Small, _sheet.Width), "ax");
        drawing.Height = _plot.Bottom + _largest;
        var (x, y) = (
            Scale.Tight(_figure.Nodes.Select(n => n.X), _plot.Left, _plot.Right),
            Scale.Tight(_figure.Nodes.Select(n => n.Y), _plot.Bottom, _plot.Top)
        );
        Point[] places = [.. _figure.Nodes.Select(n => new Point(x.At(n.X), y.At(n.Y)))];
        Edges(drawing, places);
        Nodes(drawing, places);
        Names(drawing, places);
        if (_figure.Groups.Count > 1)
        {
            Legend.Draw(
                drawing,
                [.. _figure.Groups.Select((name, i) => new LegendEntry(name, Number(i)))],
                LegendMark.Point
            );
        }

        return drawing;
    }

    void Edges(Drawing drawing, Point[] places)
    {
        var heaviest = _figure.Edges.Select(e => e.Weight).DefaultIfEmpty(1).Max();
        foreach (var edge in _figure.Edges.OrderBy(e => e.Weight))
        {
            var width = Math.Clamp((int)Math.Ceiling(Widths * edge.Weight / heaviest), 1, Widths);
            var (from, to) = (places[edge.From], places[edge.To]);
            drawing.Path(
                Trace.Line([from, to]),
                string.Create(CultureInfo.InvariantCulture, $"edge e{width} n{edge.From} n{edge.To}"),
                $"{_figure.Nodes[edge.From].Label} · {_figure.Nodes[edge.To].Label}: {_sheet.Numbers.Text(edge.Weight, _figure.WeightFormat)} {_figure.WeightUnit}"
            );
        }
    }

    void Nodes(Drawing drawing, Point[] places)
    {
        foreach (var (i, node) in _figure.Nodes.Index().OrderByDescending(n => n.Item.Size))
        {
            drawing.Dot(
                places[i].X,
                places[i].Y,
                Radius(node),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"node {Sheet.Colour('s', Number(node.Group))} n{i}"
                ),
                $"{node.Label}: {_sheet.Numbers.Text(node.Size, NumberFormat.Count)} {_figure.SizeUnit}, {_figure.Groups[node.Group]}"
            );
        }
    }

    /// <summary>Areas, not radii, are in proportion.</summary>
    double Radius(NetworkNode node) => Math.Max(Least, _largest * Math.Sqrt(node.Size / _most));

    /// <summary>What comes after the colours is grey.</summary>
    static int Number(int group) => group < Look.Colours ? group : Look.Quiet;

    /// <summary>Of the largest, as many as have room: each where nothing is written yet.</summary>
    void Names(Drawing drawing, Point[] places)
    {
        var most = _sheet.Width > 600 ? 16 : 8;
        int[] named =
        [
            .. _figure.Nodes.Index().OrderByDescending(n => n.Item.Size).Take(most).Select(n => n.Index),
        ];
        string[] texts =
        [
            .. named.Select(i => TextFit.Cut(_figure.Nodes[i].Label, Sheet.Small, _plot.Width * 0.3)),
        ];
        var rooms = LabelPlaces.Of(
            [
                .. named.Zip(
                    texts,
                    (i, text) =>
                        new Area(
                            places[i].X - (TextFit.Width(text, Sheet.Small) / 2),
                            places[i].Y + Radius(_figure.Nodes[i]),
                            TextFit.Width(text, Sheet.Small) + 4,
                            LabelHeight
                        )
                ),
            ],
            _plot with
            {
                Left = 0,
                Width = _sheet.Width,
                Height = _plot.Height + _largest,
            }
        );
        foreach (var (text, room) in texts.Zip(rooms))
        {
            drawing.Text(room.Middle, room.Bottom - 3, text, "ax halo-small mid");
        }
    }
}
