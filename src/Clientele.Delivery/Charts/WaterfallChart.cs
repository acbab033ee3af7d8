using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A ledger: what was there, what each step changed, what was left, one row a step.</summary>
/// <remarks>
/// Where most is left, bars from 0 would all look alike: then the bars show only what was taken out, from the first
/// step to the last, and what was there and is left stands in numbers. No bar ever begins elsewhere than it says.
/// </remarks>
sealed class WaterfallChart
{
    /// <summary>What was taken out is drawn by itself if it is less than this share of what was there.</summary>
    const double Small = 0.5;

    readonly WaterfallFigure _figure;
    readonly Sheet _sheet;
    readonly List<Step> _steps;
    readonly List<string> _shares;
    readonly bool _out;
    readonly Scale _scale;
    readonly double _left;
    readonly double _row;
    readonly double _numbers;
    readonly List<IReadOnlyList<string>> _labels;

    WaterfallChart(WaterfallFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _steps = [.. Steps(figure)];
        _out = figure.Steps.All(s => !(s.Value > 0)) && figure.End.Value > Small * figure.Start.Value;
        _shares = _out && !sheet.Narrow ? _steps.ConvertAll(Share) : [];
        _left = sheet.Gutter(_steps.Select(s => s.Label), sheet.Narrow ? 0.42 : 0.4) + 4;
        _labels = _steps.ConvertAll(s =>
            TextFit.Wrap(s.Label, Sheet.Letter * (s.Total ? TextFit.Bold : 1), _left - 14, 2)
        );
        _row = _labels.Exists(l => l.Count > 1) ? 36 : 26;
        var shares = TextFit.Widest(_shares, Sheet.Small);
        _numbers = sheet.Width - 4 - (shares > 0 ? shares + 12 : 0);
        var right = TextFit.Widest(_steps.Select(Change), Sheet.Letter) * TextFit.Bold;
        var ends = _steps
            .Where(s => !(_out && s.Total))
            .SelectMany(s => (double[])[Place(s.From), Place(s.To)])
            .Where(double.IsFinite)
            .ToList();
        var (low, high) = (ends.Append(0).Min(), ends.Append(0).Max());
        _scale = new Scale(low, high > low ? high : low + 1, _left, _numbers - right - 10);
    }

    /// <summary>One row: totals go from 0, changes from what was there to what is left.</summary>
    sealed record Step(string Label, double From, double To, bool Total)
    {
        internal bool Empty => !Total && From == To;

        internal bool IsBar => !Empty;
    }

    internal static Drawing Draw(WaterfallFigure figure, Sheet sheet) =>
        new WaterfallChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        Axes.Head(drawing, _out ? $"{_figure.Unit} taken out, one step after the other" : _figure.Unit);
        if (_shares.Count > 0)
        {
            drawing.Text(_sheet.Width - 4, 12, $"of {_figure.Start.Label}", "ax end");
        }

        for (var i = 0; i < _steps.Count; i++)
        {
            Row(drawing, i, Sheet.Head + ((i + 0.5) * _row));
        }

        drawing.Height = Sheet.Head + (_steps.Count * _row) + 4;
        return drawing;
    }

    void Row(Drawing drawing, int i, double y)
    {
        var step = _steps[i];
        if (step.Total)
        {
            drawing.Rect(new Area(0, y - (_row / 2), _sheet.Width, _row), "stripe");
        }

        var (name, number) =
            step.Total ? ("val", "val end")
            : step.Empty ? ("quiet", "quiet end")
            : ("tx", "vn end");
        Bar(drawing, step, y);
        drawing.Lines(4, y, _labels[i], name);
        drawing.Text(_numbers, y + 4, Change(step), number);
        if (_shares.Count > 0)
        {
            drawing.Text(_sheet.Width - 4, y + 4, _shares[i], "ax end");
        }

        if (i + 1 < _steps.Count)
        {
            Link(drawing, step, _steps[i + 1], y);
        }
    }

    /// <summary>From the end of a bar down to the next one, through steps that changed nothing.</summary>
    void Link(Drawing drawing, Step step, Step next, double y)
    {
        if (_out && (step.Total || next.Total || step.To == _figure.Start.Value))
        {
            return;
        }

        var at = _scale.At(Place(step.To));
        drawing.Line(at, y + (step.IsBar ? 8 : 0), at, y + _row - (next.IsBar ? 8 : 0), "link");
    }

    void Bar(Drawing drawing, Step step, double y)
    {
        if (step.Empty || (step.Total && _out))
        {
            return;
        }

        var ends = (_scale.At(step.Total ? 0 : Place(step.From)), _scale.At(Place(step.To)));
        var (from, to) = (Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2));
        var css =
            step.Total ? "total"
            : step.To < step.From ? "loss"
            : "gain";
        drawing.Rect(new Area(from, y - 8, Math.Max(to - from, 1.5), 16), css);
    }

    /// <summary>Where a height lies on the scale: what is left, or what was taken out up to there.</summary>
    double Place(double height) => _out ? _figure.Start.Value - height : height;

    string Change(Step step) =>
        step.Total ? _sheet.Numbers.Text(step.To, _figure.Format)
        : step.To > step.From ? "+" + _sheet.Numbers.Text(step.To - step.From, _figure.Format)
        : _sheet.Numbers.Text(step.To - step.From, _figure.Format);

    string Share(Step step) =>
        step.Empty
            ? ""
            : _sheet.Numbers.Text(
                (step.Total ? step.To : step.From - step.To) / _figure.Start.Value,
                NumberFormat.Share
            );

    static IEnumerable<Step> Steps(WaterfallFigure figure)
    {
        yield return new Step(figure.Start.Label, 0, figure.Start.Value, true);
        var height = figure.Start.Value;
        foreach (var step in figure.Steps)
        {
            var change = double.IsFinite(step.Value) ? step.Value : 0;
            yield return new Step(step.Label, height, height + change, false);
            height += change;
        }

        yield return new Step(figure.End.Label, 0, figure.End.Value, true);
    }
}
