namespace Clientele.Models;

/// <summary>Weighted sets of items as a tree of common beginnings; items are numbered by frequency, the most frequent 0.</summary>
/// <remarks>
/// A set goes on where it leaves the one before it: that is all of a common beginning if sets come sorted; else a beginning may stand
/// twice, and all sums are the same.
/// </remarks>
sealed class FrequentTree
{
    FrequentNode[] _all = new FrequentNode[64];
    int[] _path = new int[16];
    int[] _starts = [];
    int[] _nodes = [];
    int _used;
    int _depth;

    /// <summary>What the items are called where they come from.</summary>
    internal int[] Names { get; private set; } = [];

    /// <summary>All nodes, each after the one above it.</summary>
    internal ReadOnlySpan<FrequentNode> All => _all.AsSpan(0, _used);

    /// <summary>All nodes of an item.</summary>
    internal ReadOnlySpan<int> Nodes(int item) =>
        _nodes.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);

    /// <summary>Empties the tree.</summary>
    internal void Begin(int[] names) => (Names, _used, _depth) = (names, 0, 0);

    /// <summary>Adds a set.</summary>
    /// <param name="items">Rising.</param>
    /// <param name="weight">How often it lies there.</param>
    internal void Add(ReadOnlySpan<int> items, int weight)
    {
        var common = 0;
        while (common < items.Length && common < _depth && _all[_path[common]].Item == items[common])
        {
            _all[_path[common++]].Weight += weight;
        }

        if (_path.Length < items.Length)
        {
            Array.Resize(ref _path, 2 * items.Length);
        }

        for (var depth = common; depth < items.Length; depth++)
        {
            _path[depth] = Node(items[depth], depth == 0 ? -1 : _path[depth - 1], weight);
        }

        _depth = items.Length;
    }

    int Node(int item, int parent, int weight)
    {
        if (_used == _all.Length)
        {
            Array.Resize(ref _all, 2 * _used);
        }

        _all[_used] = new FrequentNode
        {
            Item = item,
            Parent = parent,
            Weight = weight,
        };
        return _used++;
    }

    /// <summary>Sorts the nodes by their items; from now on the tree can be asked.</summary>
    internal void Close()
    {
        if (_starts.Length != Names.Length + 1)
        {
            _starts = new int[Names.Length + 1];
        }

        if (_nodes.Length < _used)
        {
            _nodes = new int[_all.Length];
        }

        Array.Clear(_starts);
        foreach (ref readonly var node in All)
        {
            _starts[node.Item]++;
        }

        for (var (item, before) = (0, 0); item < _starts.Length; item++)
        {
            (_starts[item], before) = (before, before + _starts[item]);
        }

        for (var node = 0; node < _used; node++)
        {
            _nodes[_starts[_all[node].Item]++] = node;
        }

        // Each start has moved to the next one's.
        Array.Copy(_starts, 0, _starts, 1, _starts.Length - 1);
        _starts[0] = 0;
    }
}

/// <summary>A node of a <see cref="FrequentTree"/>.</summary>
struct FrequentNode
{
    /// <summary>Its item.</summary>
    internal int Item;

    /// <summary>The node above; −1 at the top.</summary>
    internal int Parent;

    /// <summary>Weight of the sets that go through it.</summary>
    internal int Weight;
}
