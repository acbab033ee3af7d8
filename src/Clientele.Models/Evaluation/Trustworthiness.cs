namespace Clientele.Models;

/// <summary>Whether neighbors in an embedding were neighbors before, and the other way round.</summary>
/// <remarks>
/// 1 − 2 / (n·k·(2n − 3k − 1)) · Σᵢ Σⱼ (r(i, j) − k), j over those of the k nearest to i in the embedding that are not among its
/// k nearest before, r(i, j) the rank of j before, from 1. Of equally near points the lower row comes first.
/// O(m·n·d) time for m points that are looked at, O(n) memory.
/// Source: Venna and Kaski (2001), ICANN, "Neighborhood preservation in nonlinear projection methods".
/// </remarks>
public static class Trustworthiness
{
    const int RowsABlock = 16;

    /// <summary>Scores an embedding.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="embedding">The same points laid out: n × any number of dimensions.</param>
    /// <param name="options">The size of a neighborhood, and how many are looked at.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <exception cref="ArgumentException">The rows differ in number, a value is not finite, or a neighborhood holds half the points.</exception>
    public static EmbeddingScore Of(
        Matrix points,
        Matrix embedding,
        TrustworthinessOptions options,
        CancellationToken cancel = default
    )
    {
        Require.Valid(options);
        Refuse(points.Rows, embedding.Rows, options.Neighbors);
        var rows = Seeds.Sample(points.Rows, options.Sample, new Random(options.Seed));
        var before = Neighborhoods(points, rows, options, options.Metric, cancel);
        var after = Neighborhoods(embedding, rows, options, Metric.Euclidean, cancel);
        var (penalties, recalls) = (new double[rows.Length], new double[rows.Length]);
        Blocks.For(
            (rows.Length + RowsABlock - 1) / RowsABlock,
            options.Threads,
            block =>
            {
                var distances = new double[points.Rows];
                for (var i = block * RowsABlock; i < Math.Min((block + 1) * RowsABlock, rows.Length); i++)
                {
                    var strangers = after[i].Except(before[i]).ToArray();
                    recalls[i] = 1 - (strangers.Length / (double)options.Neighbors);
                    penalties[i] = Penalty(points, rows[i], strangers, options, distances);
                }
            },
            cancel
        );
        return Score(points.Rows, options.Neighbors, penalties, recalls);
    }

    static void Refuse(int points, int embedded, int neighbors)
    {
        if (points != embedded)
        {
            throw new ArgumentException(
                $"The embedding has {embedded} points, but there are {points}.",
                nameof(embedded)
            );
        }

        if (2 * neighbors >= points)
        {
            throw new ArgumentException(
                $"neighbors is {neighbors}, but must be less than half the points: {points}.",
                nameof(neighbors)
            );
        }
    }

    /// <summary>The nearest others of some rows.</summary>
    static int[][] Neighborhoods(
        Matrix points,
        int[] rows,
        TrustworthinessOptions options,
        Metric metric,
        CancellationToken cancel
    )
    {
        var graph = ExactNeighbors.Between(
            points.Take(rows),
            points,
            options.Neighbors + 1,
            metric,
            options.Threads,
            cancel
        );
        // A point may miss itself among enough copies of it: then the last goes instead.
        return
        [
            .. rows.Select(
                (row, i) =>
                    graph
                        .IndicesOf(i)
                        .ToArray()
                        .Where(other => other != row)
                        .Take(options.Neighbors)
                        .ToArray()
            ),
        ];
    }

    /// <summary>By how much the ranks of strangers exceed the size of a neighborhood, summed.</summary>
    static double Penalty(
        Matrix points,
        int row,
        int[] strangers,
        TrustworthinessOptions options,
        double[] distances
    )
    {
        if (strangers.Length == 0)
        {
            return 0;
        }

        for (var other = 0; other < distances.Length; other++)
        {
            distances[other] = Distance.Of(points[row], points[other], options.Metric);
        }

        // Never counted as nearer than another.
        distances[row] = double.PositiveInfinity;
        var sum = 0.0;
        foreach (var stranger in strangers)
        {
            sum += Rank(distances, stranger) - options.Neighbors;
        }

        return sum;
    }

    static int Rank(double[] distances, int row)
    {
        var (distance, rank) = (distances[row], 1);
        for (var other = 0; other < row; other++)
        {
            rank += distances[other] <= distance ? 1 : 0;
        }

        for (var other = row + 1; other < distances.Length; other++)
        {
            rank += distances[other] < distance ? 1 : 0;
        }

        return rank;
    }

    static EmbeddingScore Score(double points, double neighbors, double[] penalties, double[] recalls)
    {
        var factor = 2 / (neighbors * ((2 * points) - (3 * neighbors) - 1));
        var rest = Math.Sqrt(1 - (penalties.Length / points)) / Math.Sqrt(penalties.Length);
        var error = rest == 0 ? 0 : factor * Moments.Of(penalties).StandardDeviation * rest;
        var recallError = rest == 0 ? 0 : Moments.Of(recalls).StandardDeviation * rest;
        return new EmbeddingScore(1 - (factor * penalties.Average()), error, recalls.Average(), recallError);
    }
}
