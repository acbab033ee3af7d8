using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <content>What searches collect on their way through the tree.</content>
public sealed partial class KdTree
{
    /// <summary>Keeps the nearest places in order as they are found.</summary>
    ref struct NearestSearch : ISearch
    {
        readonly KdTree _tree;
        readonly double[] _query;
        readonly int _self;
        readonly Span<int> _places;
        readonly Span<double> _distances;
        double _limit = double.PositiveInfinity;
        int _lastRow = int.MaxValue;
        int _filled;

        internal NearestSearch(
            KdTree tree,
            double[] query,
            int self,
            Span<int> places,
            Span<double> distances
        )
        {
            (_tree, _query, _self) = (tree, query, self);
            _places = places;
            _distances = distances;
        }

        public readonly double Bound(int node, double boxDistance) => boxDistance;

        // At the very limit only a lower row can displace the last one found.
        public readonly bool Wants(int node, double bound) =>
            bound < _limit || (bound == _limit && _tree._leastRows[node] < _lastRow);

        public void Visit(int leaf)
        {
            ref var query = ref MemoryMarshal.GetArrayDataReference(_query);
            Span<double> eight = stackalloc double[PackedPoints.Lanes];
            var (start, end) = _tree.LeafGroupsOf(leaf);
            for (var group = start; group < end; group++)
            {
                var distances = _tree.SquaredDistances(ref query, group);
                var near = Vector512
                    .LessThanOrEqual(distances, Vector512.Create(_limit))
                    .ExtractMostSignificantBits();
                if (near == 0)
                {
                    continue;
                }

                distances.CopyTo(eight);
                for (; near != 0; near &= near - 1)
                {
                    var lane = System.Numerics.BitOperations.TrailingZeroCount(near);
                    var place = (group * PackedPoints.Lanes) + lane;
                    if (place < _tree.Rows && place != _self)
                    {
                        Add(place, eight[lane]);
                    }
                }
            }
        }

        void Add(int place, double distance)
        {
            var row = _tree._rows[place];
            if (distance > _limit || (distance == _limit && row > _lastRow))
            {
                return;
            }

            var at = _filled < _places.Length ? _filled++ : _filled - 1;
            for (; at > 0 && IsAfter(at - 1, distance, row); at--)
            {
                (_places[at], _distances[at]) = (_places[at - 1], _distances[at - 1]);
            }

            (_places[at], _distances[at]) = (place, distance);
            if (_filled == _places.Length)
            {
                (_limit, _lastRow) = (_distances[^1], _tree._rows[_places[^1]]);
            }
        }

        readonly bool IsAfter(int at, double distance, int row) =>
            _distances[at] > distance || (_distances[at] == distance && _tree._rows[_places[at]] > row);
    }

    /// <summary>Collects every place within a squared radius.</summary>
    readonly struct RadiusSearch(KdTree tree, double[] query, double limit, List<int> places) : ISearch
    {
        internal List<int> Places => places;

        public double Bound(int node, double boxDistance) => boxDistance;

        public bool Wants(int node, double bound) => bound <= limit;

        public void Visit(int leaf)
        {
            ref var point = ref MemoryMarshal.GetArrayDataReference(query);
            var (start, end) = tree.LeafGroupsOf(leaf);
            for (var group = start; group < end; group++)
            {
                for (var near = tree.Within(ref point, group, limit); near != 0; near &= near - 1)
                {
                    places.Add(
                        (group * PackedPoints.Lanes) + System.Numerics.BitOperations.TrailingZeroCount(near)
                    );
                }
            }
        }
    }
}
