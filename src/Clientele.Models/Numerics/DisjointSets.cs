namespace Clientele.Models;

/// <summary>Things that are joined into sets, step by step.</summary>
/// <remarks>Source: Tarjan (1975), "Efficiency of a Good But Not Linear Set Union Algorithm"; paths are halved on the way.</remarks>
sealed class DisjointSets
{
    readonly int[] _parents;
    readonly int[] _sizes;

    /// <summary>Every thing alone.</summary>
    internal DisjointSets(int count)
    {
        _parents = [.. Enumerable.Range(0, count)];
        _sizes = new int[count];
        Array.Fill(_sizes, 1);
    }

    /// <summary>The thing that stands for the set of another.</summary>
    internal int Find(int thing)
    {
        while (_parents[thing] != thing)
        {
            _parents[thing] = _parents[_parents[thing]];
            thing = _parents[thing];
        }

        return thing;
    }

    /// <summary>How many are in the set of a thing.</summary>
    internal int Size(int thing) => _sizes[Find(thing)];

    /// <summary>Joins the sets of two things.</summary>
    /// <returns>False if they were one already.</returns>
    internal bool Join(int one, int other)
    {
        (one, other) = (Find(one), Find(other));
        if (one == other)
        {
            return false;
        }

        var (large, small) = _sizes[one] >= _sizes[other] ? (one, other) : (other, one);
        _parents[small] = large;
        _sizes[large] += _sizes[small];
        return true;
    }
}
