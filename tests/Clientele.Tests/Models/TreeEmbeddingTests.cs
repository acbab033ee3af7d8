using Clientele.Models;

namespace Clientele.Tests.Models;

public abstract class TreeEmbeddingContract(TreeForm form) : EmbedderContract
{
    protected static TreeEmbeddingOptions Options(TreeForm form, int seed, int threads) =>
        new()
        {
            Form = form,
            Forest = new TreeEmbeddingOptions().Forest with { Trees = 40, Seed = seed, Threads = threads },
            Umap = new UmapOptions
            {
                Epochs = 100,
                Seed = seed,
                Threads = threads,
            },
        };

    protected override IEmbedder Create(int seed, int threads) =>
        new TowardsTheSum(Options(form, seed, threads));

    /// <summary>Learns the sum of the columns, whatever points come.</summary>
    sealed class TowardsTheSum(TreeEmbeddingOptions options) : IEmbedder
    {
        public IEmbedding Fit(Matrix points, CancellationToken cancel = default)
        {
            double[] sums = [.. Enumerable.Range(0, points.Rows).Select(row => points[row].ToArray().Sum())];
            return new TreeEmbedding(options, [.. sums.Select(sum => double.IsFinite(sum) ? sum : 0)]).Fit(
                points,
                cancel
            );
        }
    }
}

public sealed class LeafNumberTests() : TreeEmbeddingContract(TreeForm.LeafNumbers);

public sealed class LeafCooccurrenceTests() : TreeEmbeddingContract(TreeForm.Cooccurrence)
{
    /// <summary>By chance a quarter of the neighbors would be alike.</summary>
    [Theory]
    [InlineData(TreeForm.LeafNumbers, 0.4)]
    [InlineData(TreeForm.Cooccurrence, 0.8)]
    public void Points_of_like_targets_lie_together_whatever_other_columns_say(TreeForm form, double least)
    {
        // One column tells, five are chance.
        var points = Points.Even(400, 6);
        double[] target = [.. points.Column(2).Select(x => Math.Floor(4 * x))];

        var space = new TreeEmbedding(Options(form, 1, 1), target).Fit(points);

        var neighbors = ExactNeighbors.Of(space.Points, 5, Metric.Euclidean, threads: 1);
        var alike = Enumerable
            .Range(0, 400)
            .Average(row =>
                neighbors.IndicesOf(row).ToArray().Count(other => target[other] == target[row]) / 5.0
            );
        Assert.InRange(alike, least, 1);
    }

    [Fact]
    public void As_many_targets_as_points_are_needed() =>
        Assert.Throws<ArgumentException>(() =>
            new TreeEmbedding(Options(TreeForm.LeafNumbers, 1, 1), new double[9]).Fit(Points.Even(10, 2))
        );
}
