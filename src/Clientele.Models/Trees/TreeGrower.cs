namespace Clientele.Models;

/// <summary>Grows one tree on binned columns.</summary>
/// <remarks>
/// Depth first, or, with a limit on the leaves, always where a split gains most. Either way the nodes end up in the order of
/// a walk that goes left first.
/// </remarks>
sealed class TreeGrower(BinnedColumns data, ISplitCriterion criterion, TreeOptions options, Random random)
{
    readonly SplitSearch _search = new(data, criterion, options, random);
    readonly List<GrowingNode> _nodes = [];
    readonly int[] _aside = new int[data.Rows];

    /// <summary>Grows the tree.</summary>
    /// <param name="rows">The rows that count; they are put in the order of their leaves.</param>
    /// <param name="cancel">Looked at now and then.</param>
    internal GrownTree Grow(int[] rows, CancellationToken cancel)
    {
        var open = new PriorityQueue<int, (double, int)>();
        Open(rows, 0, rows.Length, depth: 0, cells: null, open);
        // A leaf that is split becomes two.
        for (
            var leaves = 1;
            leaves < (options.MaxLeaves ?? int.MaxValue) && open.TryDequeue(out var node, out _);

        )
        {
            if ((leaves++ & 255) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            Divide(node, rows, open);
        }

        return GrownTree.Of(_nodes, rows, data, criterion);
    }

    /// <summary>Makes a node of a run of rows and finds its split.</summary>
    void Open(
        int[] rows,
        int begin,
        int end,
        int depth,
        long[]? cells,
        PriorityQueue<int, (double, int)> open
    )
    {
        var own = rows.AsSpan(begin, end - begin);
        var split = Split.None;
        if (depth < (options.MaxDepth ?? int.MaxValue))
        {
            cells ??= _search.KeepsCells(own) ? _search.Cells(own) : null;
            split = _search.Find(own, cells);
        }

        if (split.IsNone)
        {
            _search.Free(cells);
            cells = null;
        }
        else
        {
            // Depth first is the latest node first.
            var first = options.MaxLeaves == null ? -_nodes.Count : -split.Gain;
            open.Enqueue(_nodes.Count, (first, _nodes.Count));
        }

        _nodes.Add(new GrowingNode(begin, end, depth, split) { Cells = cells });
    }

    void Divide(int number, int[] rows, PriorityQueue<int, (double, int)> open)
    {
        var node = _nodes[number];
        var middle = Part(rows.AsSpan(node.Begin, node.End - node.Begin), node.Split) + node.Begin;
        var (left, right) = Cells(node, rows, middle);
        node.Left = _nodes.Count;
        Open(rows, node.Begin, middle, node.Depth + 1, left, open);
        node.Right = _nodes.Count;
        Open(rows, middle, node.End, node.Depth + 1, right, open);
    }

    /// <summary>The sums of the children where they are wanted: the smaller's summed up, the larger's what is left.</summary>
    (long[]? Left, long[]? Right) Cells(GrowingNode node, int[] rows, int middle)
    {
        var parent = node.Cells;
        node.Cells = null;
        var left = rows.AsSpan(node.Begin, middle - node.Begin);
        var right = rows.AsSpan(middle, node.End - middle);
        var leftIsSmaller = left.Length <= right.Length;
        if (parent == null || !_search.KeepsCells(leftIsSmaller ? right : left))
        {
            _search.Free(parent);
            return (null, null);
        }

        var smaller = _search.Cells(leftIsSmaller ? left : right);
        var larger = SplitSearch.Rest(parent, smaller);
        return leftIsSmaller ? (smaller, larger) : (larger, smaller);
    }

    /// <summary>Puts the rows that go left before the others, both still in order, and returns how many they are.</summary>
    int Part(Span<int> rows, Split split)
    {
        var bins = data[split.Column];
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
/// <param name="Split">Its best split, or none.</param>
sealed record GrowingNode(int Begin, int End, int Depth, Split Split)
{
    /// <summary>Number of the child to the left; 0 for a leaf.</summary>
    internal int Left { get; set; }

    /// <summary>Number of the child to the right; 0 for a leaf.</summary>
    internal int Right { get; set; }

    /// <summary>The sums of all its bins until it is divided, where they are kept.</summary>
    internal long[]? Cells { get; set; }
}
