using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A ledger: what was there, what each step changed, what was left, one row a step.</summary>
sealed class WaterfallChart
{
    readonly WaterfallFigure _figure;
    readonly Sheet _sheet;
    readonly List<Step> _steps;
    readonly Scale _scale;
    readonly double _left;
    readonly double _right;
    readonly bool _cut;
    readonly double _row;
    readonly List<IReadOnlyList<string>> _labels;

    WaterfallChart(WaterfallFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _steps = [.. Steps(figure)];
        _left = sheet.Gutter(_steps.Select(s => s.Label), sheet.Narrow ? 0.42 : 0.4) + 4;
        _labels = _steps.ConvertAll(s =>
            TextFit.Wrap(s.Label, Sheet.Letter * (s.Total ? TextFit.Bold : 1), _left - 14, 2)
        );
        _row = _labels.Exists(l => l.Count > 1) ? 36 : 26;
        _right = TextFit.Widest(_steps.Select(Change), Sheet.Letter) + 14;
        var ends = _steps
            .SelectMany(s => (double[])[s.From, s.To])
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (ends.Where(v => v != 0).DefaultIfEmpty(0).Min(), ends.Max());
        _cut = low > 0.55 * high;
        low = _cut ? low - (0.35 * (high - low)) : Math.Min(0, ends.Min());
        _scale = new Scale(low, high > low ? high : low + 1, _left, sheet.Width - _right);
    }

    /// <summary>One row: totals go from 0, changes from what was there to what is left.</summary>
    sealed record Step(string Label, double From, double To, bool Total);

    internal static Drawing Draw(WaterfallFigure figure, Sheet sheet) =>
        new WaterfallChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        Axes.Head(drawing, _cut ? $"{_figure.Unit} (bars do not begin at 0)" : _figure.Unit);
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            var y = Sheet.Head + ((i + 0.5) * _row);
            if (step.Total)
            {
                drawing.Rect(new Area(0, y - (_row / 2), _sheet.Width, _row), "stripe");
            }

            Bar(drawing, step, y);
            drawing.Lines(4, y, _labels[i], step.Total ? "val" : "tx");
            drawing.Text(_sheet.Width - 4, y + 4, Change(step), step.Total ? "val end" : "vn end");
            if (i + 1 < _steps.Count)
            {
                drawing.Line(_scale.At(step.To), y + 8, _scale.At(step.To), y + _row - 8, "link");
            }
        }

        drawing.Height = Sheet.Head + (_steps.Count * _row) + 4;
        return drawing;
    }

    void Bar(Drawing drawing, Step step, double y)
    {
        var from = step.Total ? _scale.At(Math.Max(_scale.Low, 0)) : _scale.At(Math.Min(step.From, step.To));
        var to = _scale.At(step.Total ? step.To : Math.Max(step.From, step.To));
        var css =
            step.Total ? "total"
            : step.To < step.From ? "loss"
            : "gain";
        if (step.Total || step.From != step.To)
        {
            drawing.Rect(new Area(from, y - 8, Math.Max(to - from, 1.5), 16), css);
        }

        if (step.Total && _cut)
        {
            drawing.Path(Trace.Line([new(from + 10, y + 10), new(from + 16, y - 10)]), "gap");
        }
    }

    string Change(Step step) =>
        step.Total ? _sheet.Numbers.Text(step.To, _figure.Format)
        : step.To > step.From ? "+" + _sheet.Numbers.Text(step.To - step.From, _figure.Format)
        : _sheet.Numbers.Text(step.To - step.From, _figure.Format);

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
