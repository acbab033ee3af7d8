namespace Clientele.Models;

/// <summary>Grows trees leaf by leaf, the split that gains most first, on histograms of slopes and curvatures.</summary>
/// <remarks>
/// Of two children the histograms of the smaller are summed up; the larger has what is left of their parent's. Groups of columns are
/// shared out among threads; sums are whole numbers, so that nothing depends on who added them.
/// </remarks>
sealed class BoostingGrower(PackedBins bins, Stamps stamps, BoostingOptions options, CancellationToken cancel)
{
    const int Cells = PackedBins.Together * PackedBins.Bins;

    readonly Stack<long[]> _free = [];
    readonly int[] _aside = new int[bins.Data.Rows];
    readonly List<BoostingNode> _nodes = [];
    readonly PriorityQueue<int, (double, int)> _open = new();
    readonly Split[] _found = new Split[2 * bins.Groups];

    /// <summary>Grows one tree; rows are put in the order of its leaves.</summary>
    internal IReadOnlyList<BoostingNode> Grow(int[] rows)
    {
        foreach (var old in _nodes)
        {
            Free(old);
        }

        _nodes.Clear();
        _open.Clear();
        var root = new BoostingNode(0, rows.Length, 0) { Sum = stamps.Sum(rows) };
        root.Cells = Taken();
        FindBoth(rows, root, larger: null);
        Open(root);
        for (var leaves = 1; leaves < options.MaxLeaves && _open.TryDequeue(out var node, out _); leaves++)
        {
            Divide(_nodes[node], rows);
        }

        return _nodes;
    }

    void Open(BoostingNode node)
    {
        if (node.Split.IsNone)
        {
            Free(node);
        }
        else
        {
            _open.Enqueue(_nodes.Count, (-node.Split.Gain, _nodes.Count));
        }

        _nodes.Add(node);
    }

    void Divide(BoostingNode node, int[] rows)
    {
        var middle = node.Begin + Part(rows.AsSpan(node.Begin, node.End - node.Begin), node.Split);
        var left = new BoostingNode(node.Begin, middle, node.Depth + 1);
        var right = new BoostingNode(middle, node.End, node.Depth + 1);
        var (smaller, larger) = middle - node.Begin <= node.End - middle ? (left, right) : (right, left);
        smaller.Sum = stamps.Sum(smaller.Of(rows));
        larger.Sum = node.Sum - smaller.Sum;
        if (node.Depth + 1 < (options.MaxDepth ?? int.MaxValue))
        {
            (larger.Cells, smaller.Cells) = (node.Cells, Taken());
            node.Cells = null;
            FindBoth(rows, smaller, larger);
        }
        else
        {
            Free(node);
        }

        node.Left = _nodes.Count;
        Open(left);
        node.Right = _nodes.Count;
        Open(right);
    }

    /// <summary>Sums up the smaller, takes it off the larger, and finds the best split of each.</summary>
    void FindBoth(int[] rows, BoostingNode smaller, BoostingNode? larger)
    {
        Blocks.For(
            bins.Groups,
            options.Threads,
            group =>
            {
                var columns = bins.Columns(group);
                var few = smaller.Cells.AsSpan(group * Cells, Cells);
                few.Clear();
                stamps.Add(bins.Rows(group), columns.Length, smaller.Of(rows), few);
                _found[2 * group] = Best(few, columns, smaller.Sum);
                if (larger != null)
                {
                    var many = larger.Cells.AsSpan(group * Cells, Cells);
                    System.Numerics.Tensors.TensorPrimitives.Subtract<long>(many, few, many);
                    _found[(2 * group) + 1] = Best(many, columns, larger.Sum);
                }
            },
            cancel
        );
        smaller.Split = BestOf(0);
        if (larger != null)
        {
            larger.Split = BestOf(1);
        }
    }

    Split BestOf(int which)
    {
        var best = Split.None;
        for (var i = which; i < _found.Length; i += 2)
        {
            if (_found[i].Gain > best.Gain)
            {
                best = _found[i];
            }
        }

        return best;
    }

    Split Best(ReadOnlySpan<long> cells, int[] columns, long sum)
    {
        var best = Split.None;
        for (var place = 0; place < columns.Length; place++)
        {
            var found = Best(cells.Slice(place * PackedBins.Bins, bins.Data.Bins(columns[place])), sum);
            if (found.Gain > best.Gain)
            {
                best = found with { Column = columns[place] };
            }
        }

        return best;
    }

    /// <summary>The division of a column's bins by which slope² / curvature grows most; gains of rounding are none.</summary>
    Split Best(ReadOnlySpan<long> cells, long sum)
    {
        var (least, ridge) = (options.MinLeaf * stamps.Unit, options.Ridge * stamps.Unit);
        var (slope, weight) = (stamps.High(sum), stamps.Low(sum));
        var whole = slope * slope / (weight + ridge);
        var (left, below) = (0L, -1);
        var (best, from, to) = (whole * (1 + 1e-9), -1, -1);
        for (var bin = 0; bin < cells.Length; bin++)
        {
            var cell = cells[bin];
            if (cell == 0)
            {
                continue;
            }

            var leftWeight = stamps.Low(left);
            if (leftWeight >= least)
            {
                if (weight - leftWeight < least)
                {
                    break;
                }

                var one = stamps.High(left);
                var other = slope - one;
                var (a, b) = (leftWeight + ridge, weight - leftWeight + ridge);
                var gain = ((one * one * b) + (other * other * a)) / (a * b);
                if (gain > best)
                {
                    (best, from, to) = (gain, below, bin);
                }
            }

            left += cell;
            below = bin;
        }

        return from < 0 ? Split.None : new Split(0, (byte)from, (byte)to, best - whole);
    }

    long[] Taken() => _free.TryPop(out var used) ? used : new long[Cells * bins.Groups];

    void Free(BoostingNode node)
    {
        if (node.Cells != null)
        {
            _free.Push(node.Cells);
            node.Cells = null;
        }
    }

    /// <summary>Puts the rows that go left before the others, both still in order, and returns how many they are.</summary>
    int Part(Span<int> rows, Split split)
    {
        var codes = bins.Data[split.Column];
        var (left, right) = (0, 0);
        foreach (var row in rows)
        {
            // Both are written and one of them kept: a branch would be guessed wrong half of the time.
            rows[left] = row;
            _aside[right] = row;
            var goesRight = codes[row] > split.Below ? 1 : 0;
            right += goesRight;
            left += 1 - goesRight;
        }

        _aside.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }
}

/// <summary>A node of a tree that grows.</summary>
/// <param name="Begin">Its first row.</param>
/// <param name="End">The row after its last.</param>
/// <param name="Depth">Splits above it.</param>
sealed record BoostingNode(int Begin, int End, int Depth)
{
    /// <summary>Slopes and curvatures of its rows.</summary>
    internal long Sum { get; set; }

    /// <summary>Its best split, or none.</summary>
    internal Split Split { get; set; } = Split.None;

    /// <summary>Number of the child to the left; 0 for a leaf.</summary>
    internal int Left { get; set; }

    /// <summary>Number of the child to the right; 0 for a leaf.</summary>
    internal int Right { get; set; }

    /// <summary>Histograms until it is divided.</summary>
    internal long[]? Cells { get; set; }

    /// <summary>Its rows.</summary>
    internal Span<int> Of(int[] rows) => rows.AsSpan(Begin, End - Begin);
}
