namespace Clientele.Models;

/// <summary>t-SNE: a picture in which points lie beside their neighbors.</summary>
/// <remarks>
/// Distances between far groups, sizes of groups and their density mean little.
/// Source: van der Maaten and Hinton (2008), JMLR 9; Barnes-Hut: van der Maaten (2014), JMLR 15; by a grid: Linderman et al.
/// (2019), Nature Methods 16; length of steps: Belkina et al. (2019), Nature Communications 10.
/// </remarks>
public sealed class Tsne(TsneOptions options) : IEmbedder
{
    /// <summary>Points up to which all pairs cost less than a grid.</summary>
    const int FewPoints = 1500;

    /// <summary>Neighbors a point for each of the perplexity; beyond them chances are next to nothing.</summary>
    internal const int NeighborsAPerplexity = 3;

    /// <summary>Spread of the start: so near together that the points pass through each other.</summary>
    const double StartDeviation = 1e-4;

    readonly TsneOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IEmbedder.Fit"/>
    public TsneEmbedding Fit(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "t-SNE");
        if (points.Rows < 4)
        {
            throw new ArgumentException($"t-SNE needs at least 4 points, not {points.Rows}.", nameof(points));
        }

        var perplexity = Math.Min(_options.Perplexity, (points.Rows - 1) / (double)NeighborsAPerplexity);
        var graph = ExactNeighbors.Of(
            points,
            Math.Min((int)Math.Ceiling(NeighborsAPerplexity * perplexity), points.Rows - 1),
            _options.Metric,
            _options.Threads,
            cancel
        );
        var chances = Perplexity.Chances(graph, perplexity, _options.Threads, cancel);
        var affinities = Affinities.Of(graph, chances, _options.Threads, cancel);
        var (placed, divergence) = new TsneDescent(affinities, RepulsionOf(points.Rows), _options).Run(
            Start(points, cancel),
            cancel
        );
        return new TsneEmbedding(points, Centered(placed), _options.Metric, perplexity, divergence);
    }

    IEmbedding IEmbedder.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    IRepulsion RepulsionOf(int rows) =>
        _options.Repulsion switch
        {
            TsneRepulsion.BarnesHut => new TreeRepulsion(rows, _options.Theta, _options.Threads),
            TsneRepulsion.Exact => new ExactRepulsion(rows, _options.Threads),
            TsneRepulsion.Auto when rows <= FewPoints => new ExactRepulsion(rows, _options.Threads),
            _ => new GridRepulsion(rows, _options.Threads),
        };

    /// <summary>x and y of every point in turn, with a little chance so that equal points part.</summary>
    float[] Start(Matrix points, CancellationToken cancel)
    {
        var random = new Random(_options.Seed);
        var start = new float[2 * points.Rows];
        var share = _options.Start == TsneStart.Random ? 1 : 0.01;
        for (var i = 0; i < start.Length; i++)
        {
            start[i] = (float)(StartDeviation * share * NormalNumber.Next(random));
        }

        if (_options.Start == TsneStart.Pca)
        {
            var axes = new PcaOptions
            {
                Components = Math.Min(2, points.Columns),
                Threads = _options.Threads,
            };
            var fit = new Pca(axes).Fit(points, cancel);
            var deviation = Math.Sqrt(fit.Components.Variances[0]);
            for (var row = 0; row < points.Rows && deviation > 0; row++)
            {
                for (var axis = 0; axis < axes.Components; axis++)
                {
                    start[(2 * row) + axis] += (float)(StartDeviation * fit.Points[row][axis] / deviation);
                }
            }
        }

        return start;
    }

    static Matrix Centered(float[] placed)
    {
        var points = new Matrix([.. placed.Select(v => (double)v)], columns: 2);
        for (var axis = 0; axis < 2; axis++)
        {
            var mean = points.Column(axis).Average();
            for (var row = 0; row < points.Rows; row++)
            {
                points[row][axis] -= mean;
            }
        }

        return points;
    }
}
