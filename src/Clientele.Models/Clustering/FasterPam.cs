using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>One run of FasterPAM: swaps a medoid for another point as soon as that lowers the sum of the distances.</summary>
/// <remarks>
/// What a candidate would change is worked out for all medoids at once, in O(n·d), without a table of distances. Threads
/// look at the next candidates together; those after a swap are looked at again, so that the swaps are those of one thread.
/// Source: Schubert and Rousseeuw (2021), "Fast and eager k-medoids clustering", Information Systems 101.
/// </remarks>
sealed class FasterPam
{
    /// <summary>Most candidates that are looked at together.</summary>
    const int Ahead = 64;

    readonly MedoidSpace _space;
    readonly NearestMedoids _nearest;
    readonly int _threads;
    readonly int[] _medoids;
    readonly Matrix _centers;

    /// <summary>The points cluster by cluster, each filled up to whole groups, and the first group of every cluster.</summary>
    readonly MedoidSpace _sorted;
    readonly int[] _order;
    readonly int[] _starts;

    /// <summary>Distances to the nearest and the second nearest medoid, in that order; 0 and −1 for what fills up.</summary>
    readonly double[] _first;
    readonly double[] _second;

    /// <summary>What it would cost to do without each medoid.</summary>
    readonly double[] _removal;

    FasterPam(MedoidSpace space, int[] medoids, int threads)
    {
        (_space, _nearest, _threads, _medoids) = (space, new NearestMedoids(space), threads, medoids);
        _centers = space.Rows.Take(medoids);
        var room = space.Packed.Rows + (medoids.Length * PackedPoints.Lanes);
        _sorted = space.Reordered(room);
        _order = new int[room];
        (_first, _second) = (new double[room], new double[room]);
        _starts = new int[medoids.Length + 1];
        _removal = new double[medoids.Length];
    }

    /// <summary>Swaps until no candidate helps or the passes run out.</summary>
    /// <param name="space">The points.</param>
    /// <param name="medoids">Rows of the first medoids.</param>
    /// <param name="passes">Most looks at every candidate.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at between candidates.</param>
    internal static MedoidRun Run(
        MedoidSpace space,
        int[] medoids,
        int passes,
        int threads,
        CancellationToken cancel
    ) => new FasterPam(space, medoids, threads).Run(passes, cancel);

    MedoidRun Run(int passes, CancellationToken cancel)
    {
        var rows = _space.Packed.Rows;
        var loss = Refresh(cancel);
        var (seen, quiet, ahead) = (0L, 0, 1);
        var changes = new (double Change, int Medoid)[Ahead];
        while (quiet < rows && seen < (long)passes * rows)
        {
            var count = Math.Min(ahead, rows - quiet);
            var start = seen;
            Blocks.For(count, _threads, i => changes[i] = Change((int)((start + i) % rows)), cancel);
            var swap = Array.FindIndex(changes, 0, count, c => c.Change < -1e-12 * loss);
            if (swap < 0)
            {
                (seen, quiet, ahead) = (seen + count, quiet + count, Math.Min(2 * ahead, Ahead));
                continue;
            }

            var row = (int)((seen + swap) % rows);
            _medoids[changes[swap].Medoid] = row;
            _space.Rows[row].CopyTo(_centers[changes[swap].Medoid]);
            (seen, quiet, ahead) = (seen + swap + 1, 1, 1 + (swap / 2));
            loss = Refresh(cancel);
        }

        return new MedoidRun(_medoids, quiet >= rows, (int)((seen + rows - 1) / rows));
    }

    /// <summary>Brings everything that depends on the medoids up to date and returns the sum of the distances.</summary>
    double Refresh(CancellationToken cancel)
    {
        var loss = _nearest.Find(_centers, _threads, cancel);
        if (_medoids.Length == 1)
        {
            // Any place beyond all points may stand for a second medoid: it drops out of every change.
            _nearest.Second.AsSpan(0, _space.Packed.Rows).Fill((4 * _nearest.First.Max()) + double.Epsilon);
        }

        var next = Sort();
        Array.Clear(_removal);
        for (var row = 0; row < _space.Packed.Rows; row++)
        {
            var label = _nearest.Labels[row];
            var place = next[label]++;
            (_order[place], _first[place], _second[place]) = (row, _nearest.First[row], _nearest.Second[row]);
            _removal[label] += _second[place] - _first[place];
        }

        _sorted.Packed.Fill(_space.Rows, _order.AsSpan(0, _starts[^1] * PackedPoints.Lanes));
        return loss;
    }

    /// <summary>Makes room for the clusters and returns the first place of each.</summary>
    int[] Sort()
    {
        var sizes = new int[_medoids.Length];
        for (var row = 0; row < _space.Packed.Rows; row++)
        {
            sizes[_nearest.Labels[row]]++;
        }

        for (var c = 0; c < sizes.Length; c++)
        {
            _starts[c + 1] = _starts[c] + ((sizes[c] + PackedPoints.Lanes - 1) / PackedPoints.Lanes);
        }

        Array.Clear(_first);
        Array.Fill(_second, -1);
        return [.. _starts.Take(sizes.Length).Select(group => group * PackedPoints.Lanes)];
    }

    /// <summary>The least change that a candidate can bring, and which medoid it would replace.</summary>
    (double Change, int Medoid) Change(int row)
    {
        var point = _space.Rows[row];
        var (shared, best, least) = (Vector512<double>.Zero, 0, double.PositiveInfinity);
        for (var c = 0; c < _medoids.Length; c++)
        {
            var sum = Vector512<double>.Zero;
            for (var group = _starts[c]; group < _starts[c + 1]; group++)
            {
                var place = group * PackedPoints.Lanes;
                var distance = _sorted.Distance(_sorted.Apart(group, point));
                var first = Vector512.Create(_first, place);
                var second = Vector512.Create(_second, place);
                var reached = Vector512.LessThan(distance, second);
                shared += Vector512.Min(distance - first, Vector512<double>.Zero) & reached;
                sum += (Vector512.Max(first, distance) - second) & reached;
            }

            var change = _removal[c] + Vector512.Sum(sum);
            if (change < least)
            {
                (least, best) = (change, c);
            }
        }

        return (least + Vector512.Sum(shared), best);
    }
}

/// <summary>What a run of k-medoids found.</summary>
/// <param name="Medoids">Rows of the medoids.</param>
/// <param name="Converged">Whether no swap would help any more.</param>
/// <param name="Passes">Looks at every candidate.</param>
sealed record MedoidRun(int[] Medoids, bool Converged, int Passes);
