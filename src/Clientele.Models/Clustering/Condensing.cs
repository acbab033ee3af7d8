namespace Clientele.Models;

/// <summary>Condenses a dendrogram: from the top, only parts of a least size make branches.</summary>
/// <remarks>All merges at one height are undone together, so that no order among equals can show.</remarks>
sealed class Condensing
{
    readonly Dendrogram _merges;
    readonly int _least;

    /// <summary>Density of a distance of 0: that of the least distance above it.</summary>
    readonly double _densest;
    readonly List<(int Parent, double Birth, double Death, int Size, double Stability)> _branches = [];
    readonly int[] _pointBranches;
    readonly double[] _pointDensities;
    readonly Stack<(int Cluster, int Branch)> _waiting = new();
    readonly List<int> _parts = [];
    readonly Stack<int> _open = new();

    internal Condensing(Dendrogram merges, int least)
    {
        (_merges, _least) = (merges, least);
        _densest = 1 / merges.Heights.FirstOrDefault(height => height > 0, 1);
        (_pointBranches, _pointDensities) = (new int[merges.Leaves], new double[merges.Leaves]);
    }

    internal CondensedTree Run()
    {
        _branches.Add((Parent: -1, Birth: 0, Death: 0, _merges.Leaves, Stability: 0));
        if (_merges.Leaves > 1)
        {
            _waiting.Push(((2 * _merges.Leaves) - 2, 0));
        }

        while (_waiting.TryPop(out var next))
        {
            Part(next.Cluster, next.Branch);
        }

        return new CondensedTree(
            [.. _branches.Select(b => new CondensedBranch(b.Parent, b.Birth, b.Death, b.Size, b.Stability))],
            _pointBranches,
            _pointDensities
        );
    }

    /// <summary>Undoes a merge, and all below it at the same height.</summary>
    void Part(int cluster, int branch)
    {
        var height = _merges.Heights[cluster - _merges.Leaves];
        var density = height > 0 ? 1 / height : _densest;
        Collect(cluster, height);
        var large = _parts.Count(part => Size(part) >= _least);
        foreach (var part in _parts)
        {
            if (Size(part) < _least)
            {
                Leave(branch, density, Size(part));
                Fall(part, branch, density);
            }
            else if (large == 1)
            {
                _waiting.Push((part, branch));
            }
            else
            {
                Leave(branch, density, Size(part));
                _branches.Add((branch, density, density, Size(part), 0));
                _waiting.Push((part, _branches.Count - 1));
            }
        }
    }

    /// <summary>The parts that are left of a cluster once all merges at its height are undone.</summary>
    void Collect(int cluster, double height)
    {
        _parts.Clear();
        _open.Push(cluster);
        while (_open.TryPop(out var next))
        {
            if (next >= _merges.Leaves && _merges.Heights[next - _merges.Leaves] == height)
            {
                _open.Push(_merges.Right[next - _merges.Leaves]);
                _open.Push(_merges.Left[next - _merges.Leaves]);
            }
            else
            {
                _parts.Add(next);
            }
        }
    }

    void Leave(int branch, double density, int points)
    {
        var (parent, birth, death, size, stability) = _branches[branch];
        stability += points * (density - birth);
        _branches[branch] = (parent, birth, Math.Max(death, density), size, stability);
    }

    void Fall(int cluster, int branch, double density)
    {
        _open.Push(cluster);
        while (_open.TryPop(out var next))
        {
            if (next < _merges.Leaves)
            {
                (_pointBranches[next], _pointDensities[next]) = (branch, density);
                continue;
            }

            _open.Push(_merges.Right[next - _merges.Leaves]);
            _open.Push(_merges.Left[next - _merges.Leaves]);
        }
    }

    int Size(int cluster) => cluster < _merges.Leaves ? 1 : _merges.Sizes[cluster - _merges.Leaves];
}
