namespace Clientele.Models;

/// <summary>Points in one space, and how others come there.</summary>
/// <param name="Scaling">Features to scaled features.</param>
/// <param name="Scaled">The scaled features.</param>
/// <param name="Embedding">Scaled features to the space; null where they are the space.</param>
/// <param name="LeftOut">The column that the embedding does not see; −1 for none.</param>
public sealed record LaidOut(Scaling Scaling, Matrix Scaled, IEmbedding? Embedding, int LeftOut = -1)
{
    /// <summary>The points that are divided.</summary>
    public Matrix Points => Embedding?.Points ?? Scaled;

    /// <summary>Brings other customers there.</summary>
    /// <param name="features">m × d finite values as people know them.</param>
    /// <param name="cancel">Stops the work.</param>
    public Matrix Transform(Matrix features, CancellationToken cancel = default)
    {
        var scaled = Scaling.Apply(features);
        return Embedding?.Transform(Without(scaled, LeftOut), cancel) ?? scaled;
    }

    /// <summary>The points without a column.</summary>
    internal static Matrix Without(Matrix points, int column)
    {
        if (column < 0 || points.Columns == 1)
        {
            return points;
        }

        var others = new Matrix(points.Rows, points.Columns - 1);
        for (var row = 0; row < points.Rows; row++)
        {
            points[row][..column].CopyTo(others[row]);
            points[row][(column + 1)..].CopyTo(others[row][column..]);
        }

        return others;
    }
}

/// <summary>Makes the spaces of a lab, each once.</summary>
sealed class LabSpaces(SegmentInput input, int seed, int threads)
{
    /// <summary>Nine tenths of the variance: what is left is mostly noise of single columns.</summary>
    const double Share = 0.9;

    readonly Dictionary<(ScalerOptions, SegmentSpace, int), LaidOut> _made = [];
    readonly Dictionary<ScalerOptions, (Scaling Scaling, Matrix Scaled)> _scaled = [];

    internal LaidOut Of(SegmentPlan plan, CancellationToken cancel)
    {
        var key = (plan.Scale, plan.Space, plan.HasNeighborhoods ? plan.Neighbors : 0);
        if (!_made.TryGetValue(key, out var space))
        {
            var (scaling, scaled) = Scaled(plan.Scale);
            // A forest that saw what it is to tell would tell nothing else.
            var hidden = plan.Space is SegmentSpace.TreeUmap or SegmentSpace.TreeCooccurrence
                ? input.WorthColumn
                : -1;
            var seen = LaidOut.Without(scaled, hidden);
            space = new LaidOut(scaling, scaled, Embedder(plan, scaled.Rows)?.Fit(seen, cancel), hidden);
            _made.Add(key, space);
        }

        return space;
    }

    /// <summary>The scaled features, whatever the space.</summary>
    internal (Scaling Scaling, Matrix Scaled) Scaled(ScalerOptions options)
    {
        if (!_scaled.TryGetValue(options, out var scaled))
        {
            var scaling = new Scaler(options).Fit(input.Features);
            scaled = (scaling, scaling.Apply(input.Features));
            _scaled.Add(options, scaled);
        }

        return scaled;
    }

    IEmbedder? Embedder(SegmentPlan plan, int rows)
    {
        var neighbors = Math.Min(plan.Neighbors, rows - 1);
        return plan.Space switch
        {
            SegmentSpace.Raw => null,
            SegmentSpace.Pca => new Pca(
                new PcaOptions
                {
                    Share = Share,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentSpace.Umap => new Umap(
                new UmapOptions
                {
                    Neighbors = neighbors,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentSpace.Tsne => new Tsne(
                new TsneOptions
                {
                    Perplexity = plan.Neighbors * 2,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            _ => new TreeEmbedding(
                new TreeEmbeddingOptions
                {
                    Form = plan.Space == SegmentSpace.TreeUmap ? TreeForm.LeafNumbers : TreeForm.Cooccurrence,
                    Forest = new TreeEmbeddingOptions().Forest with { Seed = seed, Threads = threads },
                    Umap = new UmapOptions
                    {
                        Neighbors = neighbors,
                        Seed = seed,
                        Threads = threads,
                    },
                },
                input.Worth
            ),
        };
    }
}
