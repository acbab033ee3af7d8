using System.Numerics;
using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <summary>Finds the points that have enough others near them, a leaf of the tree at a time.</summary>
/// <remarks>A whole box within reach of a whole leaf is counted at once, and a leaf is done once all of its points have enough.</remarks>
sealed class DensityCores
{
    readonly KdTree _tree;
    readonly double _limit;
    readonly int _enough;
    readonly double[] _query;
    int[] _counts = [];
    int _leaf;
    int _start;
    int _open;

    DensityCores(KdTree tree, double limit, int enough)
    {
        (_tree, _limit, _enough, _query) = (tree, limit, enough, tree.NewQuery());
    }

    /// <summary>Which places have enough.</summary>
    /// <param name="tree">The points.</param>
    /// <param name="limit">Squared distance of the farthest neighbor.</param>
    /// <param name="enough">How many neighbors, the point itself among them.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at before every leaf.</param>
    internal static bool[] Of(KdTree tree, double limit, int enough, int threads, CancellationToken cancel)
    {
        var cores = new bool[tree.Rows];
        Blocks.For(
            tree.Leaves,
            threads,
            leaf => new DensityCores(tree, limit, enough).Fill(tree.Leaves + leaf, cores),
            cancel
        );
        return cores;
    }

    void Fill(int leaf, bool[] cores)
    {
        var (start, end) = _tree.PlacesOf(leaf);
        (_leaf, _start, _open, _counts) = (leaf, start, end - start, new int[end - start]);
        Visit(1, _tree.BoxDistances(leaf, 1));
        for (var i = 0; i < _counts.Length; i++)
        {
            cores[start + i] = _counts[i] >= _enough;
        }
    }

    void Visit(int node, (double Least, double Most) distance)
    {
        if (_open == 0 || distance.Least > _limit)
        {
            return;
        }

        if (distance.Most <= _limit)
        {
            var (start, end) = _tree.PlacesOf(node);
            for (var i = 0; i < _counts.Length; i++)
            {
                Add(i, end - start);
            }

            return;
        }

        if (node >= _tree.Leaves)
        {
            Count(node);
            return;
        }

        var (left, right) = (_tree.BoxDistances(_leaf, 2 * node), _tree.BoxDistances(_leaf, (2 * node) + 1));
        // The nearer half first, and of two at 0 the own: that is where enough are soonest found.
        var own = _leaf >> (BitOperations.Log2((uint)_leaf) - BitOperations.Log2((uint)node) - 1);
        var swap = right.Least < left.Least || (right.Least == left.Least && own == (2 * node) + 1);
        Visit((2 * node) + (swap ? 1 : 0), swap ? right : left);
        Visit((2 * node) + (swap ? 0 : 1), swap ? left : right);
    }

    void Count(int leaf)
    {
        ref var query = ref MemoryMarshal.GetArrayDataReference(_query);
        var (start, end) = _tree.LeafGroupsOf(leaf);
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] >= _enough)
            {
                continue;
            }

            _tree.CopyPlace(_start + i, _query);
            if (_tree.BoxDistance(ref query, leaf) > _limit)
            {
                continue;
            }

            var near = 0;
            for (var group = start; group < end; group++)
            {
                near += BitOperations.PopCount(_tree.Within(ref query, group, _limit));
            }

            Add(i, near);
        }
    }

    void Add(int i, int near)
    {
        _open -= _counts[i] < _enough && _counts[i] + near >= _enough ? 1 : 0;
        _counts[i] += near;
    }
}
