using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A grid of small scatters; on its diagonal how often values are, each group as high as its peak.</summary>
sealed class PairChart
{
    const double Gap = 6;
    const double Highest = 220;
    const double Name = 16;

    /// <summary>Points that the whole picture holds; on a narrow page half as many.</summary>
    const int Most = 6000;

    readonly PairFigure _figure;
    readonly Sheet _sheet;
    readonly int _measures;
    readonly IReadOnlyList<int> _numbers;
    readonly double _left;
    readonly double _pitch;
    readonly double _row;
    double _top;

    PairChart(PairFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _measures = figure.Axes.Count;
        _numbers = Look.Of(figure.Groups.Select(g => g.Quiet));
        var guess = Enumerable.Range(0, _measures).Select(m => ScaleOf(m, 0, sheet.Width / (_measures + 1)));
        _left =
            Name + guess.Select((s, m) => Axes.Room(s, figure.Axes[m].Format, sheet)).DefaultIfEmpty(0).Max();
        _pitch = (sheet.Width - _left) / Math.Max(1, _measures);
        _row = Math.Min(_pitch, Highest);
    }

    internal static Drawing Draw(PairFigure figure, Sheet sheet) => new PairChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var head = "diagonal: how often, each group as high as its peak";
        drawing.Text(0, 12, TextFit.Cut(head, Sheet.Small, _sheet.Width), "ax");
        _top = 26 + ColumnLabels.Draw(drawing, [.. _figure.Axes.Select(a => a.Title)], _left, _pitch, Gap);
        for (var row = 0; row < _measures; row++)
        {
            for (var column = 0; column < _measures; column++)
            {
                Cell(drawing, row, column);
            }

            Beside(drawing, row);
        }

        for (var column = 0; column < _measures; column++)
        {
            var room = Room(_measures - 1, column);
            Below(drawing, ScaleOf(column, room.Left, room.Right), room, _figure.Axes[column].Format);
        }

        drawing.Height = _top + (_measures * _row) + 18;
        Key(drawing);
        return drawing;
    }

    void Key(Drawing drawing)
    {
        if (_figure.Groups.Count > 1)
        {
            Legend.Draw(
                drawing,
                [.. _figure.Groups.Select((g, i) => new LegendEntry(g.Name, _numbers[i]))],
                LegendMark.Point
            );
        }
    }

    Area Room(int row, int column) =>
        new(_left + (column * _pitch), _top + (row * _row), _pitch - Gap, _row - Gap);

    Scale ScaleOf(int measure, double from, double to) =>
        Scale.Of(
            _figure.Groups.SelectMany(g => Values(g, measure)),
            from,
            to,
            _figure.Axes[measure].Logarithmic
        );

    static IReadOnlyList<double> Values(PairGroup group, int measure) =>
        measure < group.Values.Count ? group.Values[measure] : [];

    void Cell(Drawing drawing, int row, int column)
    {
        var room = Room(row, column);
        drawing.Rect(room, "frame");
        var x = ScaleOf(column, room.Left, room.Right);
        var y = ScaleOf(row, room.Bottom, room.Top);
        // The first group lies on top: it is the one that matters most.
        foreach (var i in Enumerable.Range(0, _figure.Groups.Count).OrderBy(Depth))
        {
            if (row == column)
            {
                Often(drawing, (column, x), room, i);
            }
            else
            {
                Look.Points(drawing, Points(_figure.Groups[i], (column, x), (row, y)), _numbers[i], "small");
            }
        }
    }

    int Depth(int group) => _numbers[group] == Look.Quiet ? int.MinValue : -group;

    /// <summary>The points of a group in one cell, thinned evenly.</summary>
    List<Point> Points(PairGroup group, (int Measure, Scale Scale) x, (int Measure, Scale Scale) y)
    {
        var points = Values(group, x.Measure)
            .Zip(Values(group, y.Measure), (a, b) => new Point(x.Scale.At(a), y.Scale.At(b)))
            .Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))
            .ToList();
        var cells = Math.Max(1, _measures * (_measures - 1));
        var share = (_sheet.Narrow ? Most / 2 : Most) / cells / Math.Max(1, _figure.Groups.Count);
        var keep = Math.Min(points.Count, Math.Max(4, share));
        return [.. Enumerable.Range(0, keep).Select(i => points[(int)((long)i * points.Count / keep)])];
    }

    /// <summary>How often a group's values are, from edge to edge of the cell.</summary>
    void Often(Drawing drawing, (int Measure, Scale Scale) x, Area room, int group)
    {
        var counts = new double[_sheet.Narrow ? 9 : 15];
        foreach (var value in Values(_figure.Groups[group], x.Measure))
        {
            if (double.IsFinite(value))
            {
                var share = (x.Scale.At(value) - room.Left) / room.Width;
                counts[(int)Math.Clamp(share * counts.Length, 0, counts.Length - 1)]++;
            }
        }

        if (counts.Max() == 0)
        {
            return;
        }

        var edge = Outline(counts, room);
        if (_figure.Groups.Count <= Look.Colours)
        {
            // Bands of many groups would hide one another.
            drawing.Path(Trace.Shape(edge), $"band {Sheet.Colour('s', _numbers[group])}");
        }

        drawing.Path(
            Trace.Line(edge),
            $"outline {Sheet.Colour('l', _numbers[group])}{Look.Dash(_numbers[group])}"
        );
    }

    /// <summary>The upper edge of a histogram's bars from the first that is not empty to the last.</summary>
    static List<Point> Outline(double[] counts, Area room)
    {
        var (step, height) = (room.Width / counts.Length, (room.Height - 4) / counts.Max());
        var (first, last) = (Array.FindIndex(counts, c => c > 0), Array.FindLastIndex(counts, c => c > 0));
        var edge = new List<Point> { new(room.Left + (first * step), room.Bottom) };
        for (var i = first; i <= last; i++)
        {
            var y = room.Bottom - (counts[i] * height);
            edge.Add(new Point(room.Left + (i * step), y));
            edge.Add(new Point(room.Left + ((i + 1) * step), y));
        }

        edge.Add(new Point(room.Left + ((last + 1) * step), room.Bottom));
        return edge;
    }

    /// <summary>Numbers and name of a row.</summary>
    void Beside(Drawing drawing, int row)
    {
        var room = Room(row, 0);
        var format = _figure.Axes[row].Format;
        var scale = ScaleOf(row, room.Bottom, room.Top);
        foreach (var (at, text) in Kept(scale, format, _ => 12, room.Top, room.Bottom))
        {
            drawing.Text(room.Left - 5, at + 4, text, "ax end");
        }

        var name = TextFit.Cut(_figure.Axes[row].Title, Sheet.Small, room.Height);
        var half = TextFit.Width(name, Sheet.Small) / 2;
        drawing.Upright(11, room.Top + (room.Height / 2) + half, name, "ax");
    }

    void Below(Drawing drawing, Scale scale, Area room, NumberFormat format)
    {
        foreach (
            var (at, text) in Kept(
                scale,
                format,
                t => TextFit.Width(t, Sheet.Small) + 4,
                room.Left - 2,
                room.Right + Gap - 2
            )
        )
        {
            drawing.Text(at, room.Bottom + 15, text, "ax mid");
        }
    }

    /// <summary>The numbers of an axis that have room beside one another within a cell.</summary>
    List<(double At, string Text)> Kept(
        Scale scale,
        NumberFormat format,
        Func<string, double> size,
        double low,
        double high
    )
    {
        var kept = new List<(double At, string Text, double Half)>();
        foreach (var (mark, text) in scale.Marks().Zip(Axes.Labels(scale, format, _sheet)))
        {
            var half = size(text) / 2;
            var at = Math.Clamp(scale.At(mark), low + half, Math.Max(low + half, high - half));
            if (kept.TrueForAll(k => Math.Abs(k.At - at) >= k.Half + half))
            {
                kept.Add((at, text, half));
            }
        }

        return kept.ConvertAll(k => (k.At, k.Text));
    }
}
