using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Every kind of figure as a picture.</summary>
static class Chart
{
    /// <summary>The picture of a figure; null for a table, which is its own picture.</summary>
    internal static Drawing? Draw(Figure figure, Sheet sheet) =>
        figure switch
        {
            BarFigure bars => BarChart.Draw(bars, sheet),
            LineFigure lines => LineChart.Draw(lines, sheet),
            HeatFigure heat => HeatChart.Draw(heat, sheet),
            HistogramFigure histogram => HistogramChart.Draw(histogram, sheet),
            BoxFigure boxes => BoxChart.Draw(boxes, sheet),
            WaterfallFigure waterfall => WaterfallChart.Draw(waterfall, sheet),
            RadarFigure radar => RadarChart.Draw(radar, sheet),
            ScatterFigure scatter => ScatterChart.Draw(scatter, sheet),
            BubbleFigure bubbles => BubbleChart.Draw(bubbles, sheet),
            BladesFigure blades => BladesChart.Draw(blades, sheet),
            DendrogramFigure tree => DendrogramChart.Draw(tree, sheet),
            PairFigure pairs => PairChart.Draw(pairs, sheet),
            SankeyFigure flows => SankeyChart.Draw(flows, sheet),
            NetworkFigure network => NetworkChart.Draw(network, sheet),
            _ => null,
        };

    /// <summary>True for a figure that needs the whole width of a page.</summary>
    internal static bool IsWide(Figure figure) =>
        figure switch
        {
            BarFigure bars => bars.Bars.Count > 14 || bars.Bars.Any(b => b.Label.Length > 28),
            LineFigure lines => lines.X.Count > 40
                || lines.Series.Count > 3
                || (lines.Series.Count > 1 && lines.Series.Any(s => s.Name.Length > 18))
                || (lines.X.Count > 5 && TextFit.Widest(lines.X, Sheet.Small) > 80),
            HeatFigure heat => heat.Columns.Count > 8
                || heat.Rows.Any(r => r.Length > 18)
                || heat.Rows.Select(r => r.Length).DefaultIfEmpty(0).Max() + (heat.Columns.Count * 6) > 60,
            HistogramFigure histogram => histogram.Counts.Count > 24,
            BoxFigure boxes => boxes.Boxes.Any(b => b.Label.Length > 24),
            WaterfallFigure => true,
            RadarFigure radar => radar.Series.Count > 1,
            ScatterFigure scatter => scatter.Groups.Count > 3,
            BubbleFigure bubbles => bubbles.Columns.Count > 4,
            BladesFigure blades => blades.Blades.Any(b => b.Name.Length > 24),
            DendrogramFigure tree => tree.Tree.Heights.Count > 20,
            PairFigure pairs => pairs.Axes.Count > 2,
            SankeyFigure => true,
            NetworkFigure => true,
            TableFigure table => table.Columns.Count > 3,
            _ => true,
        };

    /// <summary>True for a figure that needs the whole width of paper, where its narrow drawing is as large as on a telephone.</summary>
    internal static bool IsBroad(Figure figure) =>
        figure switch
        {
            BarFigure bars => bars.Bars.Count > 20,
            HeatFigure heat => heat.Columns.Count > 8,
            BubbleFigure bubbles => bubbles.Columns.Count > 8,
            RadarFigure radar => radar.Series.Count > 1,
            DendrogramFigure tree => tree.Tree.Heights.Count >= DendrogramChart.Most,
            PairFigure pairs => pairs.Axes.Count > 3,
            SankeyFigure flows => flows.Flows.Count > 16,
            NetworkFigure => true,
            ScatterFigure scatter => scatter.Groups.Count > Look.Colours,
            LineFigure lines => lines.Series.Count(s => !s.Quiet) > Look.Colours,
            TableFigure table => table.Columns.Count > 3,
            _ => false,
        };
}
