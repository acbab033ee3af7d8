namespace Clientele.Models;

/// <summary>Ward's merges without distances of pairs: clusters are kept as their means and sizes.</summary>
/// <remarks>
/// The nearest-neighbor chain, whose searches go through a tree of the means. Two merged means are replaced by one where
/// the second stood, and the tree is built anew once a good part of the clusters is gone; then every cluster whose
/// nearest was merged looks for another, on all threads. Ward's linkage is reducible: a merge brings no cluster nearer
/// to a third, so a nearest that is still there is still the nearest. O(n·d) memory.
/// Source: Murtagh (1983), The Computer Journal 26(4); Bruynooghe (1977) for reducibility.
/// </remarks>
sealed class WardChain
{
    /// <summary>Share of the clusters at which the tree is built anew.</summary>
    const double RebuildAt = 0.6;

    /// <summary>Clusters up to which a new tree would save nothing.</summary>
    const int Few = 64;

    readonly int _threads;
    readonly List<Dendrogram.Merge> _merges;
    readonly List<int> _chain = [];
    WardMeans _means;
    int _first;

    WardChain(Matrix points, int threads, CancellationToken cancel)
    {
        (_threads, _merges) = (threads, new(points.Rows));
        _means = WardMeans.Of(points, threads, cancel);
    }

    internal static IReadOnlyList<Dendrogram.Merge> Merges(
        Matrix points,
        int threads,
        CancellationToken cancel
    ) => new WardChain(points, threads, cancel).Run(points.Rows, cancel);

    List<Dendrogram.Merge> Run(int rows, CancellationToken cancel)
    {
        var query = _means.NewQuery();
        while (_merges.Count < rows - 1)
        {
            cancel.ThrowIfCancellationRequested();
            if (_chain.Count == 0)
            {
                _chain.Add(_means.NextFrom(ref _first));
            }

            var last = _chain[^1];
            var before = _chain.Count > 1 ? _chain[^2] : -1;
            var nearest = _means.NearestTo(last, before, query);
            if (nearest != before)
            {
                _chain.Add(nearest);
                continue;
            }

            _chain.RemoveRange(_chain.Count - 2, 2);
            _merges.Add(_means.Join(before, last));
            if (_means.Places > Few && _means.Left < RebuildAt * _means.Places)
            {
                Rebuild(cancel);
            }
        }

        return _merges;
    }

    void Rebuild(CancellationToken cancel)
    {
        (_means, var moved) = _means.Rebuilt(_threads, cancel);
        for (var i = 0; i < _chain.Count; i++)
        {
            _chain[i] = moved[_chain[i]];
        }

        _first = 0;
    }
}
