using System.Numerics;

namespace Clientele.Models;

/// <summary>Finds nearest neighbors by comparing every point with every other.</summary>
/// <remarks>
/// Most are ruled out by distances in single precision whose error is known, sixteen at a time; the true distance is
/// worked out for what is left, so nothing is approximate. O(n²·d) time, O(n·(k + d)) memory.
/// </remarks>
public static class ExactNeighbors
{
    const int RowsABlock = 64;

    /// <summary>Bytes of points that are compared with a whole block before the next are looked at.</summary>
    const int TileBytes = 16_384;

    /// <summary>Every so many-th group is looked at first: rows in an order that brings ever nearer ones stay cheap.</summary>
    const int SampleStep = 16;

    /// <summary>The nearest others of every point.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="neighbors">How many, from 1 to n − 1.</param>
    /// <param name="metric">How far apart two points are.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <exception cref="ArgumentException">There are too few points, or a value is not finite.</exception>
    public static NeighborGraph Of(
        Matrix points,
        int neighbors,
        Metric metric,
        int threads,
        CancellationToken cancel = default
    )
    {
        Require.Finite(points, "A search for neighbors");
        TooFew(neighbors, points.Rows - 1, "the other points");
        return new Search(points, points, neighbors, metric, threads, cancel).Run(cancel);
    }

    /// <summary>The nearest of some points for every one of others.</summary>
    /// <param name="queries">m × d finite values.</param>
    /// <param name="points">n × d finite values, among which neighbors are sought.</param>
    /// <param name="neighbors">How many, from 1 to n.</param>
    /// <param name="metric">How far apart two points are.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of queries.</param>
    /// <returns>m rows of neighbors.</returns>
    /// <exception cref="ArgumentException">There are too few points, the columns differ, or a value is not finite.</exception>
    public static NeighborGraph Between(
        Matrix queries,
        Matrix points,
        int neighbors,
        Metric metric,
        int threads,
        CancellationToken cancel = default
    )
    {
        Require.Finite(queries, "A search for neighbors");
        Require.Finite(points, "A search for neighbors");
        TooFew(neighbors, points.Rows, "the points");
        return queries.Columns == points.Columns
            ? new Search(queries, points, neighbors, metric, threads, cancel).Run(cancel)
            : throw new ArgumentException(
                $"The points have {points.Columns} columns, but others have {queries.Columns}.",
                nameof(queries)
            );
    }

    /// <summary>Refuses more neighbors than there are.</summary>
    internal static void TooFew(int neighbors, int most, string what)
    {
        if (neighbors < 1 || neighbors > most)
        {
            throw new ArgumentException(
                $"neighbors is {neighbors}, but must lie between 1 and {what}: {most}.",
                nameof(neighbors)
            );
        }
    }

    /// <summary>One search; a point is no neighbor of its own if queries and points are the same.</summary>
    sealed class Search
    {
        readonly Matrix _queries;
        readonly Matrix _points;
        readonly Metric _metric;
        readonly int _threads;
        readonly CoarseSpace _space;
        readonly CoarsePoints _coarseQueries;
        readonly CoarsePoints _coarse;
        readonly NeighborGraph _graph;

        internal Search(
            Matrix queries,
            Matrix points,
            int neighbors,
            Metric metric,
            int threads,
            CancellationToken cancel
        )
        {
            (_queries, _points, _metric, _threads) = (queries, points, metric, threads);
            _space = new CoarseSpace(metric, queries, points);
            _coarse = new CoarsePoints(points, _space, threads, cancel);
            _coarseQueries = IsOneSet ? _coarse : new CoarsePoints(queries, _space, threads, cancel);
            _graph = NeighborGraph.Empty(queries.Rows, neighbors);
        }

        bool IsOneSet => ReferenceEquals(_queries, _points);

        internal NeighborGraph Run(CancellationToken cancel)
        {
            Blocks.For((_queries.Rows + RowsABlock - 1) / RowsABlock, _threads, Block, cancel);
            return _graph;
        }

        void Block(int block)
        {
            var (first, end) = (block * RowsABlock, Math.Min((block + 1) * RowsABlock, _queries.Rows));
            var limits = new float[RowsABlock];
            Array.Fill(limits, float.PositiveInfinity);
            if (_coarse.Groups >= SampleStep * SampleStep)
            {
                Scan(first, end, (0, _coarse.Groups, SampleStep), limits);
                for (var row = first; row < end; row++)
                {
                    limits[row - first] = _space.Limit(
                        _graph.Distances[((row + 1) * _graph.Neighbors) - 1],
                        orEqual: true
                    );
                }

                Clear(first, end);
            }

            var tile = Math.Max(1, TileBytes / (_coarse.Columns * CoarsePoints.Lanes * sizeof(float)));
            for (var from = 0; from < _coarse.Groups; from += tile)
            {
                Scan(first, end, (from, Math.Min(from + tile, _coarse.Groups), 1), limits);
            }
        }

        void Clear(int first, int end)
        {
            for (var row = first; row < end; row++)
            {
                _graph.Nearest(row).Clear();
            }
        }

        /// <summary>Compares the queries of a block with some groups.</summary>
        void Scan(int first, int end, (int From, int End, int Step) groups, float[] limits)
        {
            Span<uint> hits = stackalloc uint[CoarseKernel.Queries];
            for (var row = first; row < end; row += CoarseKernel.Queries)
            {
                var range = groups;
                while (true)
                {
                    var group = CoarseKernel.Next(
                        _metric,
                        ref _coarseQueries[row],
                        ref _coarse[0],
                        range,
                        _coarse.Columns,
                        ref limits[row - first],
                        hits
                    );
                    if (group >= groups.End)
                    {
                        break;
                    }

                    for (var query = row; query < Math.Min(row + CoarseKernel.Queries, end); query++)
                    {
                        Take(query, group, hits[query - row], ref limits[query - first]);
                    }

                    range.From = group + groups.Step;
                }
            }
        }

        /// <summary>Works out the true distances of a query to what may be near it in a group.</summary>
        void Take(int query, int group, uint hits, ref float limit)
        {
            var nearest = _graph.Nearest(query);
            for (; hits != 0; hits &= hits - 1)
            {
                var row = (group * CoarsePoints.Lanes) + BitOperations.TrailingZeroCount(hits);
                if (row >= _points.Rows || (IsOneSet && row == query))
                {
                    continue;
                }

                if (
                    nearest.Add(row, Distance.Of(_queries[query], _points[row], _metric))
                    && nearest.Farthest < double.PositiveInfinity
                )
                {
                    // Rows come in ascending order, so one that is only as near as the last comes too late.
                    limit = Math.Min(limit, _space.Limit(nearest.Farthest, orEqual: false));
                }
            }
        }
    }
}
