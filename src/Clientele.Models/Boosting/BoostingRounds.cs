namespace Clientele.Models;

/// <summary>The rounds of one boosting: derivatives, a tree, and what its leaves add.</summary>
sealed class BoostingRounds
{
    readonly IBoostingLoss _loss;
    readonly Matrix _points;
    readonly double[] _target;
    readonly BoostingOptions _options;
    readonly CancellationToken _cancel;
    readonly PackedBins _bins;
    readonly Stamps _stamps;
    readonly BoostingGrower _grower;
    readonly double[] _raw;
    readonly double[] _slopes;
    readonly double[] _curvatures;
    readonly double[] _gains;

    internal BoostingRounds(
        IBoostingLoss loss,
        Matrix points,
        double[] target,
        BoostingOptions options,
        double start,
        CancellationToken cancel
    )
    {
        (_loss, _points, _target, _options, _cancel) = (loss, points, target, options, cancel);
        _bins = new PackedBins(
            BinnedColumns.Of(points, options.Bins, options.Threads, cancel),
            options.Threads,
            cancel
        );
        _stamps = new Stamps(points.Rows, loss.IsFlat);
        _grower = new BoostingGrower(_bins, _stamps, options, cancel);
        _raw = new double[points.Rows];
        Array.Fill(_raw, start);
        _slopes = new double[points.Rows];
        _curvatures = new double[loss.IsFlat ? 0 : points.Rows];
        _gains = new double[points.Columns];
    }

    /// <summary>Each column's share of all gains so far.</summary>
    internal double[] Importance
    {
        get
        {
            var all = _gains.Sum();
            return all > 0 ? [.. _gains.Select(gain => gain / all)] : _gains;
        }
    }

    /// <summary>Learns all trees; ends before if there is nothing left to learn.</summary>
    internal IReadOnlyList<DecisionTree> All()
    {
        var trees = new List<DecisionTree>(_options.Trees);
        for (var round = 0; round < _options.Trees; round++)
        {
            _cancel.ThrowIfCancellationRequested();
            _stamps.ForRows(_options.Threads, FillDerivatives, _cancel);
            _stamps.Take(_slopes, _curvatures, _options.Threads, _cancel);
            var rows = Rows(round);
            var nodes = _grower.Grow(rows);
            if (nodes.Count == 1 && _options.RowShare == 1)
            {
                break;
            }

            trees.Add(Tree(nodes, rows));
            if (rows.Length < _raw.Length)
            {
                AddToOthers(trees[^1], rows);
            }
        }

        return trees;
    }

    void FillDerivatives(int begin, int end) =>
        _loss.Fill(
            _target.AsSpan(begin..end),
            _raw.AsSpan(begin..end),
            _slopes.AsSpan(begin..end),
            _loss.IsFlat ? [] : _curvatures.AsSpan(begin..end)
        );

    int[] Rows(int round)
    {
        int[] all = [.. Enumerable.Range(0, _raw.Length)];
        if (_options.RowShare == 1)
        {
            return all;
        }

        new Random(Seeds.Of(_options.Seed, round)).Shuffle(all);
        var drawn = new bool[all.Length];
        foreach (var row in all.AsSpan(0, Math.Max(1, (int)(all.Length * _options.RowShare))))
        {
            drawn[row] = true;
        }

        return [.. Enumerable.Range(0, drawn.Length).Where(row => drawn[row])];
    }

    /// <summary>The tree in the order of a walk that goes left first; its rows get what their leaves add.</summary>
    DecisionTree Tree(IReadOnlyList<BoostingNode> nodes, int[] rows)
    {
        var tree = new DecisionTree(
            new int[nodes.Count],
            new double[nodes.Count],
            new int[nodes.Count],
            new double[(nodes.Count + 1) / 2],
            Outputs: 1
        );
        var (filled, leaves) = (0, 0);
        // A node that waits, and the node whose right child it is.
        var waiting = new Stack<(int Node, int Parent)>([(0, -1)]);
        while (waiting.TryPop(out var next))
        {
            var (node, place) = (nodes[next.Node], filled++);
            if (next.Parent >= 0)
            {
                tree.Rights[next.Parent] = place;
            }

            if (node.Right == 0)
            {
                tree.Columns[place] = DecisionTree.NoColumn;
                tree.Rights[place] = leaves;
                tree.Values[leaves++] = Leaf(node, node.Of(rows));
                continue;
            }

            var split = node.Split;
            tree.Columns[place] = split.Column;
            tree.Thresholds[place] = _bins.Data.Threshold(split.Column, split.Below, split.Above);
            _gains[split.Column] += split.Gain;
            waiting.Push((node.Right, place));
            waiting.Push((node.Left, -1));
        }

        return tree;
    }

    double Leaf(BoostingNode node, Span<int> rows)
    {
        var own = rows.ToArray();
        var step = _loss.Step(
            _stamps.Slope(node.Sum),
            _stamps.Curvature(_stamps.Low(node.Sum) + (_options.Ridge * _stamps.Unit)),
            () => [.. own.Select(row => _target[row] - _raw[row])]
        );
        var added = _options.LearningRate * step;
        foreach (var row in rows)
        {
            _raw[row] += added;
        }

        return added;
    }

    void AddToOthers(DecisionTree tree, int[] rows)
    {
        var seen = new bool[_raw.Length];
        foreach (var row in rows)
        {
            seen[row] = true;
        }

        for (var row = 0; row < seen.Length; row++)
        {
            if (!seen[row])
            {
                _raw[row] += tree.Values[tree.Rights[tree.Leaf(_points[row])]];
            }
        }
    }
}
