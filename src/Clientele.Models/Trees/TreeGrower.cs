namespace Clientele.Models;

/// <summary>Grows one tree on binned columns.</summary>
/// <remarks>
/// Depth first, or, with a limit on the leaves, always where a split gains most. Either way the nodes end up in the order of
/// a walk that goes left first. A node of few rows numbers their values anew, so that bins bound no split below it.
/// </remarks>
sealed class TreeGrower
{
    readonly BinnedColumns _data;
    readonly ISplitCriterion _criterion;
    readonly TreeOptions _options;
    readonly SplitSearch _search;
    readonly List<GrowingNode> _nodes = [];
    readonly PriorityQueue<int, (double, int)> _open = new();
    readonly int[] _aside;

    internal TreeGrower(BinnedColumns data, ISplitCriterion criterion, TreeOptions options, Random random)
    {
        (_data, _criterion, _options) = (data.IsExact ? data : data.Copy(), criterion, options);
        _search = new SplitSearch(_data, criterion, options, random);
        _aside = new int[data.Rows];
    }

    /// <summary>Grows the tree.</summary>
    /// <param name="rows">The rows that count; they are put in the order of their leaves.</param>
    /// <param name="cancel">Looked at now and then.</param>
    internal GrownTree Grow(int[] rows, CancellationToken cancel)
    {
        Open(rows, new GrowingNode(0, rows.Length, Depth: 0, IsFine: _data.IsExact), cells: null);
        var most = _options.MaxLeaves ?? int.MaxValue;
        for (var leaves = 1; leaves < most && _open.TryDequeue(out var node, out _); leaves++)
        {
            if ((leaves & 255) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            Divide(_nodes[node], rows);
        }

        return GrownTree.Of(_nodes, rows, _data.Columns, _criterion);
    }

    /// <summary>Adds a node and finds its split.</summary>
    void Open(int[] rows, GrowingNode node, long[]? cells)
    {
        var own = node.Of(rows);
        if (!node.IsFine && own.Length <= SplitSearch.FewRows)
        {
            _data.Refine(own);
            node = node with { IsFine = true };
        }

        if (node.Depth < (_options.MaxDepth ?? int.MaxValue))
        {
            node.Cells = cells ?? (_search.KeepsCells(own) ? _search.Cells(own) : null);
            node.Split = _search.Find(own, node.Cells);
        }

        if (node.Split.IsNone)
        {
            _search.Free(node.Cells ?? cells);
        }
        else
        {
            // Depth first is the latest node first.
            _open.Enqueue(
                _nodes.Count,
                (_options.MaxLeaves == null ? -_nodes.Count : -node.Split.Gain, _nodes.Count)
            );
        }

        _nodes.Add(node);
    }

    void Divide(GrowingNode node, int[] rows)
    {
        var split = node.Split;
        var middle = node.Begin + Part(node.Of(rows), split);
        var left = new GrowingNode(node.Begin, middle, node.Depth + 1, node.IsFine);
        var right = left with { Begin = middle, End = node.End };
        node.Threshold =
            node.IsFine && !_data.IsExact
                ? _data.Threshold(split.Column, left.Of(rows), right.Of(rows))
                : _data.Threshold(split.Column, split.Below, split.Above);
        var cells = Cells(node, left.Of(rows), right.Of(rows));
        node.Left = _nodes.Count;
        Open(rows, left, cells.Left);
        node.Right = _nodes.Count;
        Open(rows, right, cells.Right);
    }

    /// <summary>The sums of the children that want them: the smaller's summed up, the larger's what is left of the parent's.</summary>
    (long[]? Left, long[]? Right) Cells(GrowingNode node, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var parent = node.Cells;
        node.Cells = null;
        var leftIsSmaller = left.Length <= right.Length;
        var (few, many) = leftIsSmaller ? (left.Length, right.Length) : (right.Length, left.Length);
        if (parent == null || many <= SplitSearch.FewRows)
        {
            _search.Free(parent);
            return (null, null);
        }

        var smaller = _search.Cells(leftIsSmaller ? left : right);
        var larger = SplitSearch.Rest(parent, smaller);
        if (few <= SplitSearch.FewRows)
        {
            _search.Free(smaller);
            smaller = null;
        }

        return leftIsSmaller ? (smaller, larger) : (larger, smaller);
    }

    /// <summary>Puts the rows that go left before the others, both still in order, and returns how many they are.</summary>
    int Part(Span<int> rows, Split split)
    {
        var bins = _data[split.Column];
        var (left, right) = (0, 0);
        foreach (var row in rows)
        {
            // Both are written and one of them kept: a branch would be guessed wrong half of the time.
            rows[left] = row;
            _aside[right] = row;
            var goesRight = bins[row] > split.Below ? 1 : 0;
            right += goesRight;
            left += 1 - goesRight;
        }

        _aside.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }
}

/// <summary>A node while its tree grows.</summary>
/// <param name="Begin">Its first row.</param>
/// <param name="End">The row after its last.</param>
/// <param name="Depth">Splits above it.</param>
/// <param name="IsFine">Whether every value of its rows has a bin of its own.</param>
sealed record GrowingNode(int Begin, int End, int Depth, bool IsFine)
{
    /// <summary>Its best split, or none.</summary>
    internal Split Split { get; set; } = Split.None;

    /// <summary>Up to which value a row goes left, once it is divided.</summary>
    internal double Threshold { get; set; }

    /// <summary>Number of the child to the left; 0 for a leaf.</summary>
    internal int Left { get; set; }

    /// <summary>Number of the child to the right; 0 for a leaf.</summary>
    internal int Right { get; set; }

    /// <summary>The sums of all its bins until it is divided, where they are kept.</summary>
    internal long[]? Cells { get; set; }

    /// <summary>Its rows.</summary>
    internal Span<int> Of(int[] rows) => rows.AsSpan(Begin, End - Begin);
}
