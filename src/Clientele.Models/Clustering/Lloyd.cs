using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>One run of Lloyd's passes: every point to its nearest center, every center to the mean of its points.</summary>
/// <remarks>
/// Sums of the clusters are kept a block of points and changed only by points that move, so a late pass costs little
/// more than the distances. Blocks are added up in their order. Source: Lloyd (1982), IEEE Trans. Inf. Theory 28(2).
/// </remarks>
sealed class Lloyd
{
    readonly PackedPoints _points;
    readonly Matrix _centers;
    readonly int _threads;
    readonly int[] _labels;
    readonly double[][] _sums;
    readonly int[][] _counts;
    readonly int[] _moved;

    internal Lloyd(PackedPoints points, Matrix centers, int threads)
    {
        (_points, _centers, _threads) = (points, centers, threads);
        _labels = new int[points.Groups * PackedPoints.Lanes];
        Array.Fill(_labels, -1);
        var blocks = points.BlockCount;
        _sums = [.. Enumerable.Range(0, blocks).Select(_ => new double[centers.Rows * centers.Columns])];
        _counts = [.. Enumerable.Range(0, blocks).Select(_ => new int[centers.Rows])];
        _moved = new int[blocks];
    }

    /// <summary>Passes until no point moves, the centers move little or the passes run out.</summary>
    /// <param name="iterations">Most passes.</param>
    /// <param name="tolerance">Sum of squared moves of the centers that counts as none.</param>
    /// <param name="cancel">Looked at before every block.</param>
    internal CenterClustering Run(int iterations, double tolerance, CancellationToken cancel)
    {
        var (passes, converged) = (0, false);
        while (passes < iterations && !converged)
        {
            passes++;
            var packed = new PackedCenters(_centers);
            Blocks.For(_moved.Length, _threads, block => Assign(block, packed), cancel);
            converged = _moved.Sum() == 0 || MoveToMeans() <= tolerance;
        }

        // Labels belong to the centers as they are now, not to those of the last pass.
        var (labels, inertia) = Nearest.Label(_points, _centers, _threads, cancel);
        return new CenterClustering(labels, _centers, inertia, converged, passes);
    }

    void Assign(int block, PackedCenters centers)
    {
        var moved = 0;
        for (var group = block * _points.GroupsABlock; group < _points.End(block); group++)
        {
            Nearest.Of(ref _points[group], centers, out var nearest);
            var place = group * PackedPoints.Lanes;
            var before = Vector256.Create(_labels, place);
            if (nearest == before)
            {
                continue;
            }

            nearest.CopyTo(_labels, place);
            for (var lane = 0; lane < _points.Filled(group); lane++)
            {
                if (nearest[lane] != before[lane])
                {
                    Move(block, place + lane, before[lane], nearest[lane]);
                    moved++;
                }
            }
        }

        _moved[block] = moved;
    }

    /// <summary>Takes a point from one cluster's sums (unless that is −1) to another's.</summary>
    void Move(int block, int row, int from, int to)
    {
        ref var point = ref Unsafe.Add(ref _points[row / PackedPoints.Lanes], row % PackedPoints.Lanes);
        var columns = _centers.Columns;
        var gains = _sums[block].AsSpan(to * columns, columns);
        _counts[block][to]++;
        for (var column = 0; column < gains.Length; column++)
        {
            gains[column] += Unsafe.Add(ref point, column * PackedPoints.Lanes);
        }

        if (from >= 0)
        {
            var losses = _sums[block].AsSpan(from * columns, columns);
            _counts[block][from]--;
            for (var column = 0; column < losses.Length; column++)
            {
                losses[column] -= Unsafe.Add(ref point, column * PackedPoints.Lanes);
            }
        }
    }

    /// <summary>Moves every center to the mean of its points and returns the sum of the squared moves.</summary>
    double MoveToMeans()
    {
        FillEmpty();
        var moves = 0.0;
        for (var c = 0; c < _centers.Rows; c++)
        {
            var count = _counts.Sum(counts => (double)counts[c]);
            if (count == 0)
            {
                continue;
            }

            var center = _centers[c];
            for (var column = 0; column < center.Length; column++)
            {
                var sum = 0.0;
                foreach (var sums in _sums)
                {
                    sum += sums[(c * center.Length) + column];
                }

                var mean = sum / count;
                moves += (mean - center[column]) * (mean - center[column]);
                center[column] = mean;
            }
        }

        return moves;
    }

    /// <summary>Gives every cluster that lost all its points the point that lies farthest from its center.</summary>
    void FillEmpty()
    {
        for (var c = 0; c < _centers.Rows; c++)
        {
            if (_counts.Sum(counts => counts[c]) > 0)
            {
                continue;
            }

            var (row, distance) = Farthest();
            if (distance == 0)
            {
                // Fewer different points than clusters: some stay empty.
                return;
            }

            Move(row / PackedPoints.Lanes / _points.GroupsABlock, row, _labels[row], c);
            _labels[row] = c;
            _points.CopyRow(row, _centers[c]);
        }
    }

    (int Row, double Distance) Farthest()
    {
        var (farthest, most) = (0, 0.0);
        Span<double> point = stackalloc double[_points.Columns];
        for (var row = 0; row < _points.Rows; row++)
        {
            _points.CopyRow(row, point);
            var distance = System.Numerics.Tensors.TensorPrimitives.Distance<double>(
                point,
                _centers[_labels[row]]
            );
            if (distance > most)
            {
                (farthest, most) = (row, distance);
            }
        }

        return (farthest, most);
    }
}
