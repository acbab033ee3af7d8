using System.Globalization;
using System.Xml.Linq;
using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Figures of groups, up to 25 of them.</summary>
public sealed class GroupChartTests
{
    const double Narrow = 350;
    const double Wide = 880;
    static readonly NumberText Numbers = new(new NumberStyle("£"));

    /// <summary>Leaves 0 and 3 merge, then 1 and 2, then both.</summary>
    static readonly MergeTree Four = new([0, 1, 4], [3, 2, 5], [1, 2, 8], [2, 2, 4]);

    [Fact]
    public void Blades_are_as_high_as_their_groups_are_large()
    {
        var blades = new BladesFigure(
            "b",
            "t",
            "t",
            "silhouette",
            "customers",
            0.5,
            [new("large", 300, 0.5, [0.9, 0.1]), new("small", 100, 0.5, [0.9, 0.1])]
        );

        var means = Paths(Draw(blades), "median").ToList();
        var heights = means.ConvertAll(m => Numbers(m)[3] - Numbers(m)[1]);

        Assert.Equal(3, heights[0] / heights[1], 0.1);

        static double[] Numbers(XElement path) => Places((string)path.Attribute("d")!);
    }

    [Fact]
    public void A_cut_undoes_the_last_merges()
    {
        Assert.Equal([6], Four.Tops(1));
        Assert.Equal([4, 5], Four.Tops(2));
        Assert.Equal([4, 1, 2], Four.Tops(3));
        Assert.Equal([0, 3, 1, 2], Four.Tops(9));
        Assert.Equal([0], new MergeTree([], [], [], []).Tops(3));
        Assert.Equal(1, Four.LeafUnder(5));
    }

    [Fact]
    public void A_tree_stands_as_it_was_merged()
    {
        var layout = new TreeLayout(Four, [new("a", 5), new("b", 4)]);

        Assert.Equal([0, 3, 1, 2], layout.Order);
        Assert.Equal([0, 2, 3, 1, 0.5, 2.5, 1.5], layout.Places);
        Assert.Equal([1, 0, 0, 1, 1, 0, Look.Quiet], layout.Groups);
        Assert.Equal(5, layout.Cut);
        Assert.Equal((2, 3), layout.Span(0));
    }

    [Fact]
    public void Below_the_cut_branches_have_the_colours_of_their_groups()
    {
        var tree = new DendrogramFigure("d", "t", "t", "distance", "customers", Four)
        {
            Groups = [new("first", 5), new("second", 4)],
        };

        var svg = Draw(tree);

        Assert.Contains("2 groups", svg.Value, StringComparison.Ordinal);
        Assert.Equal(
            ["branch l0", "branch l1", "branch l2"],
            svg.Descendants("path").Select(Css).Where(c => c.StartsWith("branch", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_tree_of_5000_leaves_stays_below_200_kB(bool chain)
    {
        const int leaves = 5_000;
        var merges = Enumerable.Range(0, leaves - 1).ToList();
        var tree = new MergeTree(
            [.. merges.Select(i => chain ? (i == 0 ? 0 : leaves + i - 1) : 2 * i)],
            [.. merges.Select(i => chain ? i + 1 : (2 * i) + 1)],
            [.. merges.Select(i => Math.Pow(i, 1.5))],
            [.. merges.Select(i => 2.0)]
        );

        var figure = new DendrogramFigure("d", "t", "t", "distance", "customers", tree);

        Assert.InRange(Chart.Draw(figure, new Sheet("id", Wide, Numbers))!.Content.Length, 1000, 200_000);
    }

    [Fact]
    public void Every_measure_stands_against_every_other()
    {
        var svg = Draw(SampleFigures.Pairs());

        Assert.Equal(9, svg.Descendants("rect").Count(r => Css(r) == "frame"));
        // Four groups in six cells; and their names once in the key.
        Assert.Equal((4 * 6) + 4, svg.Descendants("path").Count(p => IsOf(p, "points")));
        Assert.Equal(4 * 3, svg.Descendants("path").Count(p => IsOf(p, "outline")));
    }

    [Fact]
    public void Ribbons_are_as_wide_as_what_flows()
    {
        var flows = new SankeyFigure(
            "f",
            "t",
            "t",
            "customers",
            NumberFormat.Count,
            new("before", ["a", "b"]),
            new("after", ["a", "b"]),
            [new(0, 0, 30), new(0, 1, 10), new(1, 1, 20), new(1, 0, 0)]
        );

        var svg = Draw(flows);
        var posts = svg.Descendants("rect").Select(r => (double)r.Attribute("height")!).ToList();

        Assert.Equal(3, Paths(svg, "flow").Count());
        Assert.Equal(2, posts[0] / posts[1], 0.01);
        Assert.Equal(posts[2], posts[3], 0.01);
        Assert.Contains("a · 40", svg.Value, StringComparison.Ordinal);
        Assert.Contains("a → b: 10 customers", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void New_groups_are_placed_where_ribbons_cross_least_and_those_that_stay_keep_their_order()
    {
        var flows = new SankeyFigure(
            "f",
            "t",
            "t",
            "customers",
            NumberFormat.Count,
            new("before", ["a", "b", "c"]),
            new("after", ["left", "from c", "from a", "b"]) { Quiet = [0] },
            [new(0, 2, 5), new(1, 3, 5), new(2, 1, 5), new(0, 0, 9)]
        );
        var moved = flows with { Right = flows.Left, Flows = [new(0, 2, 9), new(2, 0, 9), new(1, 1, 1)] };

        Assert.Equal([2, 3, 1, 0], FewCrossings.Of(flows));
        Assert.Equal([0, 1, 2], FewCrossings.Of(moved));
    }

    [Fact]
    public void Coordinates_without_a_meaning_have_no_numbers()
    {
        var svg = Draw(SampleFigures.Embedding());

        Assert.DoesNotContain(svg.Descendants("text"), t => Css(t) is "ax mid" or "ax end");
        Assert.Contains("first coordinate", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_of_25_groups_look_the_same_and_noise_is_grey()
    {
        var svg = Draw(SampleFigures.Embedding());

        // Colour and steps of the first mark: the moves to it are left out.
        var looks = svg.Descendants("path")
            .Where(p => IsOf(p, "marks") || IsOf(p, "points"))
            .GroupBy(p => $"{Css(p).Replace(" large", "", StringComparison.Ordinal)} {Steps(p)}");
        Assert.Equal(26, looks.Count());
        Assert.Contains(looks, l => l.Key.StartsWith("points faint l0", StringComparison.Ordinal));

        static string Steps(XElement path) =>
            string.Concat(((string)path.Attribute("d")!).Where(char.IsLetter).Take(5));
    }

    [Fact]
    public void Of_25_lines_each_has_its_colour_and_dash_and_a_number_where_its_name_has_no_room()
    {
        var lines = Draw(SampleFigures.ManyLines(), Narrow);

        var looks = lines.Descendants("path").Where(p => IsOf(p, "line")).Select(Css);
        Assert.Equal(25, looks.Distinct().Count());
        Assert.Equal(25, lines.Descendants("text").Count(t => IsOf(t, "name") && t.Value.Length <= 2));
        Assert.Single(
            lines.Descendants("text"),
            t => string.Equals(t.Value, "25 Regulars", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Many_wheels_are_small_and_share_the_names_of_their_spokes()
    {
        var svg = Draw(SampleFigures.ManyWheels());

        Assert.Single(
            svg.Descendants("text"),
            t => string.Equals(t.Value, "Basket size", StringComparison.Ordinal)
        );
        Assert.Equal(25, svg.Descendants("text").Count(t => IsOf(t, "name")));
    }

    [Fact]
    public void Numbers_that_names_begin_with_stand_for_them()
    {
        Assert.Equal(["3", "7"], ShortNames.Of(["3 At risk", "7 Lost"]).Numbers);
        Assert.Equal(["3 At risk", "7 Lost"], ShortNames.Of(["3 At risk", "7 Lost"]).Names);
        Assert.Equal(["1 a", "2 b"], ShortNames.Of(["a", "b"]).Names);
    }

    [Fact]
    public void Labels_on_a_map_do_not_lie_on_one_another()
    {
        var wanted = Enumerable.Range(0, 25).Select(i => new Area(100 + (i % 3), 100, 60, 16)).ToList();
        var within = new Area(0, 0, 400, 300);

        var placed = LabelPlaces.Of(wanted, within);

        Assert.Equal(wanted[0], placed[0]);
        for (var i = 0; i < placed.Count; i++)
        {
            Assert.InRange(placed[i].Right, 60, within.Right);
            Assert.InRange(placed[i].Bottom, 16, within.Bottom);
            Assert.All(
                placed.Skip(i + 1),
                b =>
                    Assert.False(
                        placed[i].Left < b.Right
                            && b.Left < placed[i].Right
                            && placed[i].Top < b.Bottom
                            && b.Top < placed[i].Bottom
                    )
            );
        }
    }

    static XElement Draw(Figure figure, double width = Wide) =>
        XElement.Parse($"<svg>{Chart.Draw(figure, new Sheet("id", width, Numbers))!.Content}</svg>");

    static IEnumerable<XElement> Paths(XElement svg, string css) =>
        svg.Descendants("path").Where(p => IsOf(p, css));

    static string Css(XElement shape) => (string?)shape.Attribute("class") ?? "";

    static bool IsOf(XElement shape, string css) =>
        Css(shape).Split(' ').Contains(css, StringComparer.Ordinal);

    /// <summary>The numbers of a path of moves and lines, in order.</summary>
    static double[] Places(string data) =>
        [
            .. data.Split(['M', 'L', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(n => double.Parse(n, CultureInfo.InvariantCulture)),
        ];
}
