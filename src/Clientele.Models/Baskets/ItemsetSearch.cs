namespace Clientele.Models;

/// <summary>Finds the frequent sets whose rarest item is a given one.</summary>
/// <param name="least">Weight that a set needs.</param>
/// <param name="maxLength">Most items of a set.</param>
sealed class ItemsetSearch(int least, int maxLength)
{
    readonly List<Level> _levels = [];
    readonly List<int> _suffix = [];

    /// <summary>Adds the sets that end with an item.</summary>
    /// <param name="baskets">All.</param>
    /// <param name="item">The item.</param>
    /// <param name="found">Gets them.</param>
    internal void Begin(RankedBaskets baskets, int item, ItemsetList found)
    {
        if (IsToGrow(item, baskets.Holders(item), found))
        {
            var level = At(0);
            level.Take(baskets, item, least);
            GrowAbove(level, found);
        }

        _suffix.Clear();
    }

    /// <summary>Adds the sets that end with an item of a tree, what it is called, and the suffix so far.</summary>
    void Grow(FrequentTree tree, int item, int weight, ItemsetList found)
    {
        if (IsToGrow(tree.Names[item], weight, found))
        {
            var level = At(_suffix.Count - 1);
            level.Take(tree, item, least);
            GrowAbove(level, found);
        }

        _suffix.RemoveAt(_suffix.Count - 1);
    }

    void GrowAbove(Level level, ItemsetList found)
    {
        for (var above = level.Kept.Length - 1; above >= 0; above--)
        {
            Grow(level.Tree, above, level.Kept[above], found);
        }
    }

    /// <summary>Takes an item into the suffix and adds it; whether longer sets are asked for.</summary>
    bool IsToGrow(int name, int weight, ItemsetList found)
    {
        _suffix.Add(name);
        return found.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_suffix), weight)
            && _suffix.Count < maxLength;
    }

    Level At(int depth)
    {
        while (_levels.Count <= depth)
        {
            _levels.Add(new Level());
        }

        return _levels[depth];
    }

    /// <summary>What stands above one suffix; used anew for the next suffix of its length.</summary>
    sealed class Level
    {
        readonly List<int> _seen = [];
        int[] _sums = [];
        int[] _places = [];
        int[] _path = new int[16];

        internal FrequentTree Tree { get; } = new();

        /// <summary>Weights of the items of the tree.</summary>
        internal int[] Kept { get; private set; } = [];

        internal void Take(RankedBaskets baskets, int item, int least)
        {
            if (_sums.Length < item)
            {
                (_sums, _places) = (new int[2 * item], new int[2 * item]);
            }

            var holders = baskets.Holders(item);
            for (var holder = 0; holder < holders; holder++)
            {
                foreach (var before in baskets.Before(item, holder))
                {
                    _sums[before]++;
                }
            }

            _seen.Clear();
            for (var before = 0; before < item; before++)
            {
                _places[before] = _sums[before] >= least ? _seen.Count : -1;
                if (_sums[before] >= least)
                {
                    _seen.Add(before);
                }
            }

            Kept = [.. _seen.Select(one => _sums[one])];
            Tree.Begin([.. _seen]);
            // Of a single item nothing stands above.
            if (_seen.Count > 1)
            {
                AddPaths(baskets, item);
            }

            Tree.Close();
            Array.Clear(_sums, 0, item);
        }

        void AddPaths(RankedBaskets baskets, int item)
        {
            // Room for what is written past the last kept one.
            if (_path.Length <= item)
            {
                _path = new int[item + 1];
            }

            var holders = baskets.Holders(item);
            for (var holder = 0; holder < holders; holder++)
            {
                var kept = 0;
                foreach (var before in baskets.Before(item, holder))
                {
                    // Without a branch: which are kept nobody can guess.
                    _path[kept] = _places[before];
                    kept += 1 + (_places[before] >> 31);
                }

                Tree.Add(_path.AsSpan(0, kept), 1);
            }
        }

        internal void Take(FrequentTree tree, int item, int least)
        {
            Sum(tree, item);
            _seen.RemoveAll(one => _sums[one] < least && (_sums[one] = 0) == 0);
            _seen.Sort();
            Kept = [.. _seen.Select(one => _sums[one])];
            Tree.Begin([.. _seen.Select(one => tree.Names[one])]);
            for (var place = 0; place < _seen.Count; place++)
            {
                _places[_seen[place]] = place;
            }

            // Of a single item nothing stands above.
            if (_seen.Count > 1)
            {
                AddPaths(tree, item);
            }

            Tree.Close();
            foreach (var one in _seen)
            {
                _sums[one] = 0;
            }
        }

        void Sum(FrequentTree tree, int item)
        {
            if (_sums.Length < tree.Names.Length)
            {
                (_sums, _places) = (new int[tree.Names.Length], new int[tree.Names.Length]);
            }

            _seen.Clear();
            var all = tree.All;
            foreach (var node in tree.Nodes(item))
            {
                var weight = all[node].Weight;
                for (var above = all[node].Parent; above >= 0; )
                {
                    ref readonly var one = ref all[above];
                    ref var sum = ref _sums[one.Item];
                    if (sum == 0)
                    {
                        _seen.Add(one.Item);
                    }

                    sum += weight;
                    above = one.Parent;
                }
            }
        }

        void AddPaths(FrequentTree tree, int item)
        {
            if (_path.Length < _seen.Count)
            {
                _path = new int[_seen.Count];
            }

            var all = tree.All;
            foreach (var node in tree.Nodes(item))
            {
                var first = _path.Length;
                for (var above = all[node].Parent; above >= 0; above = all[above].Parent)
                {
                    var one = all[above].Item;
                    if (_sums[one] > 0)
                    {
                        _path[--first] = _places[one];
                    }
                }

                Tree.Add(_path.AsSpan(first), all[node].Weight);
            }
        }
    }
}
