using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>The numbers behind every kind of figure, as a table.</summary>
sealed partial class FigureNumbers(NumberText numbers)
{
    /// <summary>Rows beyond these are left to the exported data.</summary>
    internal const int Most = 500;

    static readonly (string Name, double Share)[] Ends = [("least", 0), ("middle", 0.5), ("greatest", 1)];

    internal Grid Of(Figure figure) => Shorten(Whole(figure));

    Grid Whole(Figure figure) =>
        figure switch
        {
            BarFigure bars => Bars(bars),
            LineFigure lines => new Grid([
                GridColumn.Texts(lines.XTitle, lines.X.Select(numbers.Dates.Label)),
                .. Lines(lines),
            ]),
            HeatFigure heat => Heat(heat),
            HistogramFigure histogram => Histogram(histogram),
            BoxFigure boxes => Boxes(boxes),
            WaterfallFigure waterfall => Waterfall(waterfall),
            RadarFigure radar => new Grid([
                GridColumn.Texts("Measure", radar.Axes),
                .. radar.Series.Select(s => Number(s.Name, s.Values, NumberFormat.Share)),
            ]),
            ScatterFigure scatter => Scatter(scatter),
            BubbleFigure bubbles => Bubbles(bubbles),
            BladesFigure blades => Blades(blades),
            DendrogramFigure tree => Merges(tree),
            PairFigure pairs => Pairs(pairs),
            SankeyFigure flows => Flows(flows),
            NetworkFigure network => Edges(network),
            TableFigure table => new Grid([.. table.Columns.Select(Column)]),
            _ => throw new ArgumentException($"No table for {figure.GetType().Name}.", nameof(figure)),
        };

    Grid Shorten(Grid grid)
    {
        if (grid.Rows <= Most)
        {
            return grid;
        }

        var count =
            $"{numbers.Text(Most, NumberFormat.Count)} of {numbers.Text(grid.Rows, NumberFormat.Count)} rows";
        return new Grid(
            [
                .. grid.Columns.Select(c =>
                    c with
                    {
                        Cells = [.. c.Cells.Take(Most)],
                        Shades = [.. c.Shades.Take(Most)],
                    }
                ),
            ],
            $"The first {count} are shown."
        );
    }

    GridColumn Number(string name, IEnumerable<double> values, NumberFormat format) =>
        new(name, numbers.Column([.. values], format), true, []);

    GridColumn Column(TableColumn column)
    {
        if (column.Texts.Count > 0 || column.Numbers.Count == 0)
        {
            return GridColumn.Texts(column.Name, column.Texts);
        }

        var negative = column.Numbers.Any(v => v < 0);
        var shade = Shade.Table(column.Numbers, negative);
        var cells = numbers.Column(column.Numbers, column.Format).Zip(column.Numbers);
        return new GridColumn(
            column.Name,
            [.. cells.Select(c => double.IsNaN(c.Second) ? "" : c.First)],
            true,
            column.Shaded ? [.. column.Numbers.Select(shade.Class)] : []
        );
    }

    Grid Bars(BarFigure figure)
    {
        var columns = new List<GridColumn>
        {
            GridColumn.Texts("Name", figure.Bars.Select(b => b.Label)),
            Number(figure.Unit, figure.Bars.Select(b => b.Value), figure.Format),
        };
        if (figure.Bars.Any(b => !double.IsNaN(b.Low) || !double.IsNaN(b.High)))
        {
            columns.Add(Number("From", figure.Bars.Select(b => b.Low), figure.Format));
            columns.Add(Number("To", figure.Bars.Select(b => b.High), figure.Format));
        }

        return new Grid(columns);
    }

    IEnumerable<GridColumn> Lines(LineFigure figure)
    {
        foreach (var series in figure.Series)
        {
            var name = series.Name.Length == 0 ? figure.Unit : series.Name;
            yield return Number(name, series.Values, figure.Format);
            if (series.Low.Count == series.Values.Count && series.High.Count == series.Values.Count)
            {
                yield return Number($"{name}, from", series.Low, figure.Format);
                yield return Number($"{name}, to", series.High, figure.Format);
            }
        }
    }

    Grid Heat(HeatFigure figure)
    {
        var texts = numbers.Column(figure.Values, figure.Format);
        var width = figure.Columns.Count;
        return new Grid([
            GridColumn.Texts($"{figure.RowTitle} / {figure.ColumnTitle}", figure.Rows),
            .. figure.Columns.Select(
                (name, c) =>
                    new GridColumn(name, [.. figure.Rows.Select((_, r) => Cell((r * width) + c))], true, [])
            ),
        ]);

        string Cell(int i) => i < texts.Count && !double.IsNaN(figure.Values[i]) ? texts[i] : "";
    }

    Grid Histogram(HistogramFigure figure)
    {
        var edges = numbers.Column(figure.Edges, figure.Format);
        return new Grid([
            GridColumn.Texts(figure.XTitle, figure.Counts.Select((_, i) => $"{edges[i]} to {edges[i + 1]}")),
            Number(figure.Unit, figure.Counts, NumberFormat.Count),
        ]);
    }

    Grid Boxes(BoxFigure figure)
    {
        (string Name, Func<Box, double> Value)[] parts =
        [
            ("Least", b => b.Min),
            ("Lower whisker", b => b.Low),
            ("First quartile", b => b.Q1),
            ("Median", b => b.Median),
            ("Third quartile", b => b.Q3),
            ("Upper whisker", b => b.High),
            ("Greatest", b => b.Max),
            ("Mean", b => b.Mean),
        ];
        return new Grid([
            GridColumn.Texts("Name", figure.Boxes.Select(b => b.Label)),
            .. parts.Select(p => Number(p.Name, figure.Boxes.Select(p.Value), figure.Format)),
        ]);
    }

    Grid Waterfall(WaterfallFigure figure)
    {
        var left = new List<double> { figure.Start.Value };
        left.AddRange(figure.Steps.Select(s => left[^1] + (double.IsFinite(s.Value) ? s.Value : 0)));
        Bar[] rows = [figure.Start, .. figure.Steps, figure.End];
        double[] changes = [double.NaN, .. figure.Steps.Select(s => s.Value), double.NaN];
        return new Grid([
            GridColumn.Texts("Step", rows.Select(r => r.Label)),
            Number("Change", changes, figure.Format),
            Number($"Left ({figure.Unit})", [.. left, figure.End.Value], figure.Format),
        ]);
    }

    /// <summary>One row a circle, so that both numbers stand side by side.</summary>
    Grid Bubbles(BubbleFigure figure)
    {
        var width = figure.Columns.Count;
        var circles = Enumerable
            .Range(0, figure.Rows.Count * width)
            .Where(i => i < figure.Area.Values.Count && figure.Area.Values[i] > 0)
            .ToList();
        return new Grid([
            GridColumn.Texts(figure.RowTitle, circles.Select(i => figure.Rows[i / width])),
            GridColumn.Texts(figure.ColumnTitle, circles.Select(i => figure.Columns[i % width])),
            Number(figure.Area.Unit, circles.Select(i => figure.Area.Values[i]), figure.Area.Format),
            Number(figure.Colour.Unit, circles.Select(i => figure.Colour.Values[i]), figure.Colour.Format),
        ]);
    }

    /// <summary>Points are too many to read: each group by its ends and its middle.</summary>
    Grid Scatter(ScatterFigure figure) =>
        new([
            GridColumn.Texts("Group", figure.Groups.Select(g => g.Name)),
            Number("Points", figure.Groups.Select(g => (double)g.X.Count), NumberFormat.Count),
            .. Spread(figure.X.Title, figure.X.Format, [.. figure.Groups.Select(g => g.X)], Ends),
            .. Spread(figure.Y.Title, figure.Y.Format, [.. figure.Groups.Select(g => g.Y)], Ends),
        ]);
}
