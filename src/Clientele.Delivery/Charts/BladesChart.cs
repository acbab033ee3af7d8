using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A blade a group, beneath one another on one axis; means are lines.</summary>
sealed class BladesChart
{
    /// <summary>Height that a group has on average.</summary>
    const double Usual = 42;

    const double Highest = 560;
    const double Gap = 5;

    /// <summary>No blade is lower.</summary>
    const double Least = 2;

    readonly BladesFigure _figure;
    readonly Area _plot;
    readonly Scale _x;
    readonly IReadOnlyList<int> _numbers;
    readonly IReadOnlyList<string> _means;
    readonly Sheet _sheet;

    BladesChart(BladesFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        var blades = figure.Blades;
        _numbers = Look.Of(blades.Select(b => b.Quiet));
        _means = sheet.Numbers.Column([.. blades.Select(b => Math.Round(b.Mean, 3))], NumberFormat.Number);
        var left = sheet.Gutter(blades.Select(b => b.Name + "m")) + 8;
        var right = Math.Max(TextFit.Widest(_means, Sheet.Letter), TextFit.Width("mean", Sheet.Small)) + 12;
        var height = Math.Clamp(Usual * blades.Count, 120, Highest);
        _plot = new Area(left, Sheet.Head + 14, sheet.Width - left - right, height);
        _x = Scale.Tight(
            blades.SelectMany(b => b.Values).Append(0).Select(v => Math.Clamp(v, -1, 1)),
            _plot.Left,
            _plot.Right
        );
    }

    internal static Drawing Draw(BladesFigure figure, Sheet sheet) => new BladesChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        drawing.Text(_sheet.Width, 12, "mean", "ax end");
        var head = $"height of a blade: {_figure.Unit}";
        drawing.Text(0, 12, TextFit.Cut(head, Sheet.Small, _plot.Right), "ax");
        Axes.Below(drawing, _x, _plot, NumberFormat.Number, _sheet);
        var rooms = Rooms();
        for (var i = 0; i < rooms.Count; i++)
        {
            Blade(drawing, i, rooms[i]);
        }

        Mean(drawing);
        Names(drawing, rooms);
        var title = TextFit.Cut(_figure.Measure + " →", Sheet.Small, _plot.Width);
        drawing.Text(_plot.Left, _plot.Bottom + 34, title, "ax");
        drawing.Height = _plot.Bottom + 40;
        return drawing;
    }

    /// <summary>Heights in proportion to the sizes of the groups.</summary>
    List<Area> Rooms()
    {
        var sizes = _figure.Blades.Select(b => b.Size > 0 ? b.Size : 0).ToList();
        var free = Math.Max(0, _plot.Height - (Gap * (sizes.Count + 1)) - (Least * sizes.Count));
        var unit = sizes.Sum() > 0 ? free / sizes.Sum() : 0;
        var rooms = new List<Area>();
        var top = _plot.Top + Gap;
        foreach (var size in sizes)
        {
            rooms.Add(_plot with { Top = top, Height = Math.Max(Least, size * unit) });
            top = rooms[^1].Bottom + Gap;
        }

        return rooms;
    }

    void Blade(Drawing drawing, int index, Area room)
    {
        var blade = _figure.Blades[index];
        var values = blade.Values.Where(double.IsFinite).ToList();
        // More corners than there are rows of dots would not be seen.
        var steps = Math.Min(values.Count - 1, (int)Math.Ceiling(room.Height));
        var edge = Enumerable
            .Range(0, Math.Max(0, steps + 1))
            .Select(i => (double)i / Math.Max(1, steps))
            .Select(s => new Point(At(values[(int)(s * (values.Count - 1))]), room.Top + (s * room.Height)));
        drawing.Path(
            Trace.Shape([new(_x.At(0), room.Top), .. edge, new(_x.At(0), room.Bottom)]),
            $"blade {Sheet.Colour('s', _numbers[index])}"
        );
        if (double.IsFinite(blade.Mean))
        {
            drawing.Line(At(blade.Mean), room.Top, At(blade.Mean), room.Bottom, "median");
        }
    }

    double At(double value) => _x.At(Math.Clamp(value, -1, 1));

    /// <summary>The mean of all, through all blades.</summary>
    void Mean(Drawing drawing)
    {
        if (!double.IsFinite(_figure.Mean))
        {
            return;
        }

        var at = At(_figure.Mean);
        drawing.Line(at, _plot.Top - 6, at, _plot.Bottom, "mark");
        var text = $"all: {_sheet.Numbers.Number(Math.Round(_figure.Mean, 3))}";
        var half = TextFit.Width(text, Sheet.Letter) * TextFit.Bold / 2;
        drawing.Text(Math.Min(at, _sheet.Width - half), _plot.Top - 10, text, "val mid");
    }

    void Names(Drawing drawing, List<Area> rooms)
    {
        var labels = rooms.Select(
            (room, i) =>
                new SideLabel(
                    new Point(_plot.Left - 2, room.Top + (room.Height / 2)),
                    _figure.Blades[i].Name,
                    $"name {Sheet.Colour('t', _numbers[i])}"
                )
        );
        var places = SideLabels.Before(drawing, [.. labels], _plot.Left - 14, _plot);
        for (var i = 0; i < places.Length; i++)
        {
            drawing.Text(_sheet.Width, places[i] + 4, _means[i], "val end");
        }
    }
}
