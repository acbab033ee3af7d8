using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Numbers are those of SciPy 1.10.1's linkage and scikit-learn 1.2.1's AgglomerativeClustering.</summary>
public sealed class DendrogramTests
{
    static readonly Matrix Five = new([0, 0, 0, 1, 4, 0, 4, 1.5, 9, 9], columns: 2);

    static Dendrogram Tree(Matrix points, Linkage linkage) => Fit(points, linkage, 1).Tree;

    static AgglomerativeClustering Fit(Matrix points, Linkage linkage, int clusters) =>
        new Agglomerative(new AgglomerativeOptions { Linkage = linkage, Clusters = clusters }).Fit(points);

    [Theory]
    [InlineData(Linkage.Ward, 5.667892024377317, 13.806701271484075)]
    [InlineData(Linkage.Average, 4.1065590931064255, 11.019756242449281)]
    [InlineData(Linkage.Complete, 4.272001872658765, 12.727922061357855)]
    [InlineData(Linkage.Single, 4, 9.013878188659973)]
    public void Five_points_merge_as_in_SciPy(Linkage linkage, double third, double fourth)
    {
        var tree = Tree(Five, linkage);

        Assert.Equal([0, 2, 5, 4], tree.Left);
        Assert.Equal([1, 3, 6, 7], tree.Right);
        Assert.Equal([2, 2, 4, 5], tree.Sizes);
        Assert.All(
            tree.Heights.Zip([1, 1.5, third, fourth]),
            pair => Assert.Equal(pair.Second, pair.First, 1e-12)
        );
        Assert.Equal([4, 0, 1, 2, 3], tree.LeafOrder());
    }

    [Theory]
    [InlineData(Linkage.Ward, 138.16224196388305, 6.399406819518539, 12.300396052792589, 32.44760699959244)]
    [InlineData(
        Linkage.Average,
        65.21280928322638,
        1.7855664820227883,
        1.9636140862746496,
        4.062682686118029
    )]
    [InlineData(
        Linkage.Complete,
        87.52824631225513,
        3.2109188716004646,
        4.024922359499621,
        7.085195833567341
    )]
    [InlineData(Linkage.Single, 43.52377963829875, 0.7348469228349535, 0.818535277187245, 1.6401219466856727)]
    public void Irises_merge_as_in_SciPy(
        Linkage linkage,
        double sum,
        double third,
        double second,
        double last
    )
    {
        var heights = Tree(Points.Iris().Points, linkage).Heights;

        Assert.Equal(sum, heights.Sum(), 1e-9);
        Assert.All(
            heights.TakeLast(3).Zip([third, second, last]),
            pair => Assert.Equal(pair.Second, pair.First, 1e-9)
        );
    }

    [Theory]
    [InlineData(Linkage.Ward, 0.5681159420289855, 0.7311985567707746, 0.660216985695529)]
    [InlineData(Linkage.Average, 0.5681159420289855, 0.7591987071071522, 0.7291485842490543)]
    [InlineData(Linkage.Complete, 0.4219886317147244, 0.6422512518362898, 0.5894567364350092)]
    [InlineData(Linkage.Single, 0.5681159420289855, 0.5637510205230709, 0.5617321312902849)]
    public void Irises_agree_with_their_species_as_in_scikit_learn(
        Linkage linkage,
        double two,
        double three,
        double four
    )
    {
        var (points, species) = Points.Iris();

        Assert.All(
            ((int K, double Expected)[])[(2, two), (3, three), (4, four)],
            cut =>
                Assert.Equal(
                    cut.Expected,
                    AdjustedRand.Of(species, Fit(points, linkage, cut.K).Labels),
                    1e-12
                )
        );
    }

    [Fact]
    public void A_cut_undoes_the_last_merges_or_those_above_a_height()
    {
        var tree = Tree(Five, Linkage.Single);

        Assert.Equal([0, 0, 1, 1, 2], tree.Cut(3));
        Assert.Equal([0, 0, 1, 2, 3], tree.CutAt(1));
        Assert.Equal([0, 1, 2, 3, 4], tree.CutAt(0.99));
        Assert.Equal([0, 0, 0, 0, 0], tree.CutAt(100));
        Assert.Throws<ArgumentException>(() => tree.Cut(6));
        Assert.Throws<ArgumentException>(() => tree.Cut(0));
    }

    [Fact]
    public void The_top_keeps_the_last_merges_and_counts_what_it_leaves_out()
    {
        var top = Tree(Five, Linkage.Single).Top(2);

        Assert.Equal([1, 2, 2], top.LeafSizes);
        Assert.Equal([0, 1, 1.5], top.LeafHeights);
        Assert.Equal([1, 0], top.Tree.Left);
        Assert.Equal([2, 3], top.Tree.Right);
        Assert.Equal([4, 5], top.Tree.Sizes);
        Assert.Equal(4, Tree(Five, Linkage.Single).Top(99).Tree.Heights.Length);
    }

    [Fact]
    public void Brackets_stand_on_their_leaves_and_do_not_cross()
    {
        var brackets = Tree(Five, Linkage.Single).Top(99).Brackets();

        Assert.Equal(new DendrogramBracket(1, 0, 2, 0, 1), brackets[0]);
        Assert.Equal(new DendrogramBracket(3, 0, 4, 0, 1.5), brackets[1]);
        Assert.Equal(new DendrogramBracket(1.5, 1, 3.5, 1.5, 4), brackets[2]);
        Assert.Equal((0, 2.5), (brackets[3].Left, brackets[3].Right));
    }

    [Fact]
    public void Points_that_are_the_same_merge_first_in_whatever_order_they_come()
    {
        var points = new Matrix([.. Enumerable.Range(0, 900).Select(i => (double)(i * i % 7))], columns: 3);
        var order = Enumerable.Range(0, points.Rows).ToArray();
        new Random(3).Shuffle(order);

        Assert.All(
            Enum.GetValues<Linkage>(),
            linkage =>
            {
                var (before, after) = (Fit(points, linkage, 4), Fit(points.Take(order), linkage, 4));
                Assert.Equal(before.Tree.Heights, after.Tree.Heights);
                Assert.Equal(1, AdjustedRand.Of([.. order.Select(row => before.Labels[row])], after.Labels));
            }
        );
    }

    [Fact]
    public void Of_too_many_points_average_linkage_merges_a_sample_and_says_so()
    {
        var (points, clouds) = Points.Blobs(clusters: 4, size: 100, columns: 2);
        var options = new AgglomerativeOptions
        {
            Clusters = 4,
            Linkage = Linkage.Average,
            Sample = 60,
        };

        var fit = new Agglomerative(options).Fit(points);

        Assert.Equal(60, fit.Sampled.Length);
        Assert.Equal(60, fit.Tree.Leaves);
        Assert.Equal(fit.Sampled.Order(), fit.Sampled);
        Assert.Equal(1, AdjustedRand.Of(clouds, fit.Labels));
        Assert.Empty(new Agglomerative(options with { Linkage = Linkage.Ward }).Fit(points).Sampled);
    }
}
