using System.Xml.Linq;
using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

public sealed class ChartTests
{
    const double Width = 426;
    static readonly NumberText Numbers = new(new NumberStyle("£"));

    [Fact]
    public void Every_picture_is_well_formed_and_inside_its_frame()
    {
        Figure[] many = [SampleFigures.ManyLines(), SampleFigures.ManyWheels()];
        foreach (var figure in SampleReport.Create().Insights.SelectMany(i => i.Figures).Concat(many))
        {
            foreach (var width in (double[])[350, 426, 880])
            {
                if (Chart.Draw(figure, new Sheet("id", width, Numbers)) is { } drawing)
                {
                    var shapes = XElement.Parse($"<svg>{drawing.Content}</svg>").Descendants().ToList();
                    Assert.NotEmpty(shapes);
                    Assert.All(
                        shapes.Where(s => s.Name == "text"),
                        text => AssertInside(text, drawing, figure.Slug)
                    );
                }
            }
        }
    }

    [Fact]
    public void A_blank_cell_is_not_a_zero()
    {
        var values = new[] { 0, double.NaN, 5, 10 };
        var svg = Draw(
            new HeatFigure("h", "t", "t", "r", "c", NumberFormat.Count, ["a", "b"], ["x", "y"], values)
        );

        var cells = svg.Descendants("rect").ToList();
        Assert.Equal(3, cells.Count);
        Assert.Equal(["cell h0", "cell h5", "cell h10"], cells.Select(c => (string)c.Attribute("class")!));
        Assert.Contains("a · x: 0", cells[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_part_at_zero()
    {
        var shade = Shade.Of([-2, 0, 1, 2], diverging: true);

        Assert.Equal(["d0", "d5", "d8", "d10", ""], new[] { -2, 0, 1, 2, double.NaN }.Select(shade.Class));
    }

    [Fact]
    public void The_strongest_colour_may_be_given() =>
        Assert.Equal("h10", Shade.Of([0.1, 1], diverging: false, full: 0.5).Class(0.5));

    [Fact]
    public void One_extreme_value_does_not_take_the_colours_of_the_others()
    {
        double[] values = [10, 12, 14, 16, 18, 20, 22, 24, 26, 236];
        var figure = new HeatFigure(
            "h",
            "t",
            "t",
            "r",
            "c",
            NumberFormat.Count,
            ["a"],
            [.. values.Select(v => $"{v}")],
            values
        );

        Assert.Equal(26, Shade.Of(values, diverging: false).Full);
        Assert.Contains("26 or more", Draw(figure).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logarithmic_axis_shows_negative_values_on_their_side_of_zero()
    {
        var scale = Scale.Signed([-11_000, 0, 2, 39_000], knee: 1, from: 0, to: 300);

        Assert.InRange(scale.At(-11_000), 0, 20);
        Assert.InRange(scale.At(39_000), 280, 300);
        Assert.True(scale.At(-11_000) < scale.At(0) && scale.At(0) < scale.At(2));
        Assert.Equal([-10_000, -1000, -100, -10, -1, 0, 1, 10, 100, 1000, 10_000], scale.Marks());
    }

    [Fact]
    public void A_ledger_that_keeps_most_draws_what_was_taken_out_from_zero()
    {
        var ledger = new WaterfallFigure(
            "w",
            "t",
            "t",
            "lines",
            NumberFormat.Count,
            new("read", 1000),
            [new("twice", -10), new("nothing", 0), new("returns", -30)],
            new("kept", 960)
        );

        var bars = Draw(ledger)
            .Descendants("rect")
            .Where(r => (string)r.Attribute("class")! == "loss")
            .ToList();
        var widths = bars.ConvertAll(b => (double)b.Attribute("width")!);

        Assert.Equal(3, widths[1] / widths[0], 1);
        Assert.Equal((double)bars[0].Attribute("x")! + widths[0], (double)bars[1].Attribute("x")!, 0.2);
    }

    [Fact]
    public void Quiet_lines_have_neither_colour_nor_name()
    {
        var lines = new LineFigure(
            "l",
            "t",
            "t",
            "x",
            "u",
            NumberFormat.Count,
            ["1", "2"],
            [new("mean", [1, 2]), new("oldest", [2, 3]), new("hidden", [3, 1]) { Quiet = true }]
        );

        var svg = Draw(lines);

        Assert.Single(svg.Descendants("path"), p => (string)p.Attribute("class")! == "ghost");
        Assert.DoesNotContain("hidden", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_breaks_the_line() =>
        Assert.Equal("M0 1L1 2M3 4h0", Trace.Line([new(0, 1), new(1, 2), new(2, double.NaN), new(3, 4)]));

    [Fact]
    public void Labels_move_apart_and_keep_their_order()
    {
        Assert.Equal([10, 25, 60], Spread.Apart([10, 12, 60], gap: 15, low: 0, high: 100));
        Assert.Equal([85, 100], Spread.Apart([99, 100], gap: 15, low: 0, high: 100));
        Assert.Equal([double.NaN, 50], Spread.Apart([double.NaN, 50], gap: 15, low: 0, high: 100));
    }

    [Fact]
    public void Many_points_are_thinned_and_it_is_said()
    {
        var many = Enumerable.Range(1, 20_000).Select(i => (double)i).ToList();
        var axis = new Axis("x", NumberFormat.Count, false);
        var svg = Draw(new ScatterFigure("s", "t", "t", axis, axis, [new("g", many, many)]));

        var dots = svg.Descendants("path")
            .Where(p => ((string)p.Attribute("class")!).StartsWith("points", StringComparison.Ordinal));
        Assert.Equal(1500, dots.Sum(p => ((string)p.Attribute("d")!).Count(c => c == 'M')));
        Assert.Contains("1,500 of 20,000", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_at_or_below_zero_lie_at_the_foot_of_a_logarithmic_axis()
    {
        var scale = Scale.Of([0, 1, 1000], 0, 300, logarithmic: true);

        Assert.Equal(0, scale.At(0));
        Assert.Equal(0, scale.At(-5));
        Assert.InRange(scale.At(1000), 250, 300);
    }

    [Fact]
    public void Months_are_named_once_a_year()
    {
        var days = Enumerable.Range(0, 374).Select(i => new DateOnly(2010, 12, 1).AddDays(i));
        var positions = Positions.Of(
            [.. days.Select(d => $"{d:yyyy-MM-dd}")],
            step: 2,
            new DateText(DateOrder.Dmy)
        );

        Assert.Equal("Dec 2010", string.Join(' ', positions.Labels[0].Lines));
        Assert.Equal(2, positions.Labels.Count(l => l.Lines.Count == 2));
    }

    [Fact]
    public void Long_texts_are_cut_between_letters_that_are_seen()
    {
        var cut = TextFit.Cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 13, 120);

        Assert.EndsWith("👦…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_figures_share_a_row_and_one_left_over_is_wide()
    {
        var small = new HistogramFigure("a", "t", "t", "x", "u", NumberFormat.Count, [0, 1], [1]);
        var wide = new WaterfallFigure("w", "t", "t", "u", NumberFormat.Count, new("a", 1), [], new("b", 1));

        var placed = Arrangement.Of([small, wide, small with { Slug = "b" }, small with { Slug = "c" }]);

        Assert.Equal(["a", "b", "w", "c"], placed.Select(p => p.Figure.Slug));
        Assert.Equal([false, false, true, true], placed.Select(p => p.Wide));
        Assert.All(placed, p => Assert.False(p.Broad));
    }

    [Fact]
    public void On_paper_one_of_an_odd_number_takes_a_whole_row()
    {
        var small = new HistogramFigure("a", "t", "t", "x", "u", NumberFormat.Count, [0, 1], [1]);
        var wide = new WaterfallFigure("w", "t", "t", "u", NumberFormat.Count, new("a", 1), [], new("b", 1));

        var placed = Arrangement.Of([small, small with { Slug = "b" }, wide]);

        Assert.Equal([false, false, true], placed.Select(p => p.Broad));
    }

    static XElement Draw(Figure figure) =>
        XElement.Parse($"<svg>{Chart.Draw(figure, new Sheet("id", Width, Numbers))!.Content}</svg>");

    /// <summary>By the widths that the charts reckon with; slanted texts are left to the eye.</summary>
    static void AssertInside(XElement text, Drawing drawing, string slug)
    {
        if (text.Attribute("x") is null)
        {
            return;
        }

        var css = ((string)text.Attribute("class")!).Split(' ');
        var size = css.Any(c => c is "ax" or "vs" or "in") ? Sheet.Small : Sheet.Letter;
        var width = TextFit.Width(text.Value, size);
        var x = (double)text.Attribute("x")!;
        var left =
            css.Contains("end") ? x - width
            : css.Contains("mid") ? x - (width / 2)
            : x;
        Assert.True(
            left > -6 && left + width < drawing.Width + 6,
            $"{slug} at {drawing.Width}: “{text.Value}” is cut off"
        );
        Assert.InRange((double)text.Attribute("y")!, 0, drawing.Height);
    }
}
