using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <content>Searches of the tree.</content>
public sealed partial class KdTree
{
    /// <summary>Places that one thread takes at a time.</summary>
    internal const int PlacesABlock = 1024;

    /// <summary>What a search does on its way through the tree.</summary>
    internal interface ISearch
    {
        /// <summary>The least that anything under a node can be worth, given the squared distance to its box.</summary>
        double Bound(int node, double boxDistance);

        /// <summary>Whether a node of that bound may still hold something.</summary>
        bool Wants(int node, double bound);

        /// <summary>Looks at the points of a leaf.</summary>
        void Visit(int leaf);
    }

    /// <summary>The nearest other points of every point.</summary>
    /// <param name="neighbors">How many, from 1 to n − 1.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <returns>The same as <see cref="ExactNeighbors"/> finds, but for the last digit of a distance.</returns>
    /// <exception cref="ArgumentException">There are too few points.</exception>
    public NeighborGraph NearestOthers(int neighbors, int threads, CancellationToken cancel = default)
    {
        if (neighbors < 1 || neighbors >= Rows)
        {
            throw new ArgumentException(
                $"neighbors is {neighbors}, but must lie between 1 and the other points: {Rows - 1}.",
                nameof(neighbors)
            );
        }

        var found = NearestPlaces(neighbors, threads, cancel);
        var graph = new NeighborGraph(
            neighbors,
            new int[found.Indices.Length],
            new double[found.Indices.Length]
        );
        for (var place = 0; place < Rows; place++)
        {
            for (var i = 0; i < neighbors; i++)
            {
                var target = (_rows[place] * neighbors) + i;
                graph.Indices[target] = _rows[found.Indices[(place * neighbors) + i]];
                graph.Distances[target] = Math.Sqrt(found.Distances[(place * neighbors) + i]);
            }
        }

        return graph;
    }

    /// <summary>The nearest points of places where no point need be.</summary>
    /// <param name="queries">m × d finite values.</param>
    /// <param name="neighbors">How many, from 1 to n.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of queries.</param>
    /// <returns>One row a query: rows of this tree's points, nearest first.</returns>
    /// <exception cref="ArgumentException">There are too few points, the columns differ in number, or a value is not finite.</exception>
    public NeighborGraph NearestTo(
        Matrix queries,
        int neighbors,
        int threads,
        CancellationToken cancel = default
    )
    {
        var graph = NearestSquared(queries, neighbors, threads, cancel);
        System.Numerics.Tensors.TensorPrimitives.Sqrt<double>(graph.Distances, graph.Distances);
        return graph;
    }

    /// <summary>The points no farther from a place than a radius.</summary>
    /// <param name="query">d finite values.</param>
    /// <param name="radius">At least 0; a point at exactly this distance is within.</param>
    /// <returns>Their rows, ascending.</returns>
    /// <exception cref="ArgumentException">The columns differ in number.</exception>
    public int[] Within(ReadOnlySpan<double> query, double radius)
    {
        Check(query.Length);
        var padded = NewQuery();
        query.CopyTo(padded);
        var search = new RadiusSearch(this, padded, radius * radius, []);
        Search(padded, ref search);
        var rows = search.Places.Select(place => _rows[place]).ToArray();
        Array.Sort(rows);
        return rows;
    }

    /// <summary>As <see cref="NearestTo"/>, but with squared distances.</summary>
    internal NeighborGraph NearestSquared(
        Matrix queries,
        int neighbors,
        int threads,
        CancellationToken cancel
    )
    {
        Check(Require.Finite(queries, "A search for neighbors").Columns);
        if (neighbors < 1 || neighbors > Rows)
        {
            throw new ArgumentException(
                $"neighbors is {neighbors}, but must lie between 1 and the points: {Rows}.",
                nameof(neighbors)
            );
        }

        var total = queries.Rows * neighbors;
        var graph = new NeighborGraph(neighbors, new int[total], new double[total]);
        ForPlaces(
            queries.Rows,
            threads,
            (row, query) =>
            {
                queries[row].CopyTo(query);
                var indices = graph.Indices.AsSpan(row * neighbors, neighbors);
                Fill(query, self: -1, indices, graph.Distances.AsSpan(row * neighbors, neighbors));
                foreach (ref var index in indices)
                {
                    index = _rows[index];
                }
            },
            cancel
        );
        return graph;
    }

    /// <summary>The nearest other places of every place: squared distances, nearest first, of equally near ones the lower row first.</summary>
    internal NeighborGraph NearestPlaces(int neighbors, int threads, CancellationToken cancel)
    {
        var total = checked(Rows * neighbors);
        var graph = new NeighborGraph(neighbors, new int[total], new double[total]);
        ForPlaces(
            Rows,
            threads,
            (place, query) =>
            {
                CopyPlace(place, query);
                Fill(
                    query,
                    place,
                    graph.Indices.AsSpan(place * neighbors, neighbors),
                    graph.Distances.AsSpan(place * neighbors, neighbors)
                );
            },
            cancel
        );
        return graph;
    }

    /// <summary>Runs <paramref name="body"/> for 0 … count−1 with room for one point, on several threads.</summary>
    internal void ForPlaces(int count, int threads, Action<int, double[]> body, CancellationToken cancel) =>
        Blocks.For(
            (count + PlacesABlock - 1) / PlacesABlock,
            threads,
            block =>
            {
                var query = NewQuery();
                for (var i = block * PlacesABlock; i < Math.Min((block + 1) * PlacesABlock, count); i++)
                {
                    body(i, query);
                }
            },
            cancel
        );

    /// <summary>Leads a search through the tree, near boxes first.</summary>
    /// <param name="padded">The point, as <see cref="NewQuery"/> makes room for it.</param>
    /// <param name="search">What is done on the way.</param>
    internal void Search<T>(double[] padded, ref T search)
        where T : struct, ISearch, allows ref struct
    {
        ref var query = ref MemoryMarshal.GetArrayDataReference(padded);
        Span<int> nodes = stackalloc int[Depth + 1];
        Span<double> bounds = stackalloc double[Depth + 1];
        var waiting = 1;
        (nodes[0], bounds[0]) = (1, search.Bound(1, BoxDistance(ref query, 1)));
        while (waiting > 0)
        {
            waiting--;
            var (node, bound) = (nodes[waiting], bounds[waiting]);
            var wanted = search.Wants(node, bound);
            while (wanted && node < Leaves)
            {
                node *= 2;
                bound = search.Bound(node, BoxDistance(ref query, node));
                var other = search.Bound(node + 1, BoxDistance(ref query, node + 1));
                (nodes[waiting], bounds[waiting]) = bound <= other ? (node + 1, other) : (node, bound);
                (node, bound) = bound <= other ? (node, bound) : (node + 1, other);
                waiting++;
                wanted = search.Wants(node, bound);
            }

            if (wanted)
            {
                search.Visit(node);
            }
        }
    }

    void Fill(double[] query, int self, Span<int> places, Span<double> distances)
    {
        var search = new NearestSearch(this, query, self, places, distances);
        Search(query, ref search);
    }

    void Check(int columns)
    {
        if (columns != Columns)
        {
            throw new ArgumentException(
                $"The tree has {Columns} columns, the points {columns}.",
                nameof(columns)
            );
        }
    }
}
