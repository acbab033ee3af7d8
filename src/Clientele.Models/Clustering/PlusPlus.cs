using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>First centers of k-means.</summary>
/// <remarks>
/// k-means++ draws a point with a chance proportional to its squared distance to the nearest center so far;
/// of 2 + ln k such draws the one that lowers the sum of those distances most becomes the next center.
/// Source: Arthur and Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding", with the trials of its section 5.
/// </remarks>
sealed class PlusPlus
{
    /// <summary>Groups that are brought up to date and tried while they are still in the cache.</summary>
    const int Chunk = 64;

    readonly PackedPoints _points;
    readonly int _threads;
    readonly double[] _closest;
    readonly double[] _blockSums;

    /// <summary>Blocks whose distances do not know the newest center yet; their sums do.</summary>
    readonly bool[] _behind;
    double[] _newest;

    PlusPlus(PackedPoints points, double[] first, int threads)
    {
        (_points, _threads, _newest) = (points, threads, first);
        _closest = new double[points.Groups * PackedPoints.Lanes];
        Array.Fill(_closest, double.PositiveInfinity);
        // Copies of the last point that fill up its group are never drawn.
        _closest.AsSpan(points.Rows).Clear();
        (_blockSums, _behind) = (new double[points.BlockCount], new bool[points.BlockCount]);
    }

    /// <summary>k rows of the points, far from each other.</summary>
    internal static Matrix Centers(
        PackedPoints points,
        int clusters,
        Random random,
        int threads,
        CancellationToken cancel
    )
    {
        var centers = new Matrix(clusters, points.Columns);
        var trials = new Matrix(2 + (int)Math.Log(clusters), points.Columns);
        points.CopyRow(random.Next(points.Rows), centers[0]);
        var seeding = new PlusPlus(points, centers[0].ToArray(), threads);
        seeding.Begin(cancel);
        for (var c = 1; c < clusters; c++)
        {
            for (var t = 0; t < trials.Rows; t++)
            {
                points.CopyRow(seeding.Draw(random), trials[t]);
            }

            trials[seeding.Best(trials, cancel)].CopyTo(centers[c]);
        }

        return centers;
    }

    /// <summary>k different rows of the points, each set as likely as any other.</summary>
    internal static Matrix RandomCenters(PackedPoints points, int clusters, Random random)
    {
        var centers = new Matrix(clusters, points.Columns);
        var rows = Seeds.Sample(points.Rows, clusters, random);
        for (var c = 0; c < clusters; c++)
        {
            points.CopyRow(rows[c], centers[c]);
        }

        return centers;
    }

    /// <summary>Distances to the first center.</summary>
    void Begin(CancellationToken cancel) =>
        Blocks.For(
            _blockSums.Length,
            _threads,
            block => _blockSums[block] = MoveCloser(block * _points.GroupsABlock, _points.End(block)),
            cancel
        );

    /// <summary>Lowers the distances of the points that are closer to the newest center, and adds them up.</summary>
    double MoveCloser(int from, int to)
    {
        var sum = Vector512<double>.Zero;
        for (var g = from; g < to; g++)
        {
            var least = Vector512.MinNative(Distance(g, _newest), Closest(g));
            least.CopyTo(_closest, g * PackedPoints.Lanes);
            sum += least;
        }

        return Vector512.Sum(sum);
    }

    /// <summary>A row, with a chance proportional to its distance; any row if all are 0.</summary>
    int Draw(Random random)
    {
        var left = random.NextDouble() * _blockSums.Sum();
        var block = 0;
        while (block < _blockSums.Length - 1 && left >= _blockSums[block])
        {
            left -= _blockSums[block++];
        }

        if (_behind[block])
        {
            MoveCloser(block * _points.GroupsABlock, _points.End(block));
            _behind[block] = false;
        }

        var row = block * _points.GroupsABlock * PackedPoints.Lanes;
        var last = Math.Min(_points.Rows, _points.End(block) * PackedPoints.Lanes) - 1;
        while (row < last && left >= _closest[row])
        {
            left -= _closest[row++];
        }

        return row;
    }

    /// <summary>The trial that leaves the least sum of distances, the first of equals; it becomes the newest center.</summary>
    int Best(Matrix trials, CancellationToken cancel)
    {
        var sums = new Matrix(_blockSums.Length, trials.Rows);
        var packed = new PackedCenters(trials);
        Blocks.For(_blockSums.Length, _threads, block => Try(packed, block, sums[block]), cancel);
        var totals = Enumerable.Range(0, trials.Rows).Select(t => sums.Column(t).Sum()).ToArray();
        var best = Array.IndexOf(totals, totals.Min());
        sums.Column(best).CopyTo(_blockSums, 0);
        Array.Fill(_behind, true);
        _newest = trials[best].ToArray();
        return best;
    }

    void Try(PackedCenters trials, int block, Span<double> totals)
    {
        Span<Vector512<double>> sums = stackalloc Vector512<double>[trials.Width];
        sums.Clear();
        var end = _points.End(block);
        for (var chunk = block * _points.GroupsABlock; chunk < end; chunk += Chunk)
        {
            var next = Math.Min(chunk + Chunk, end);
            if (_behind[block])
            {
                MoveCloser(chunk, next);
            }

            Try(trials, chunk, next, sums);
        }

        for (var t = 0; t < totals.Length; t++)
        {
            totals[t] = Vector512.Sum(sums[t]);
        }
    }

    void Try(PackedCenters trials, int from, int to, Span<Vector512<double>> sums)
    {
        for (var g = from; g < to; g++)
        {
            var closest = Closest(g);
            for (var t = 0; t < sums.Length; t += PackedCenters.Step)
            {
                var (a, b, d, e) = Nearest.Four(ref _points[g], trials, t);
                sums[t] += Vector512.MinNative(a, closest);
                sums[t + 1] += Vector512.MinNative(b, closest);
                sums[t + 2] += Vector512.MinNative(d, closest);
                sums[t + 3] += Vector512.MinNative(e, closest);
            }
        }
    }

    Vector512<double> Closest(int group) => Vector512.Create(_closest, group * PackedPoints.Lanes);

    Vector512<double> Distance(int group, ReadOnlySpan<double> center)
    {
        var sum = Vector512<double>.Zero;
        ref var point = ref _points[group];
        for (var column = 0; column < center.Length; column++)
        {
            var x = Vector512.LoadUnsafe(ref point, (nuint)(column * PackedPoints.Lanes));
            sum = Nearest.AddSquare(x, center[column], sum);
        }

        return sum;
    }
}
