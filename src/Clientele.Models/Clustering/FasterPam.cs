using System.Runtime.CompilerServices;
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

    /// <summary>Candidates that are compared with a point while it is in the cache.</summary>
    const int Together = 8;

    readonly MedoidSpace _space;
    readonly NearestMedoids _nearest;
    readonly int _threads;
    readonly int[] _medoids;
    readonly Matrix _centers;

    /// <summary>The points cluster by cluster, each filled up to whole groups, and the first group of every cluster.</summary>
    readonly MedoidSpace _sorted;
    readonly int[] _order;
    readonly int[] _starts;

    /// <summary>Distances to the nearest and the second nearest medoid, in that order.</summary>
    readonly double[] _first;
    readonly double[] _second;

    /// <summary>How far apart the second nearest is; −1 for what fills up.</summary>
    readonly double[] _reach;

    /// <summary>What it would cost to do without each medoid.</summary>
    readonly double[] _removal;

    FasterPam(MedoidSpace space, int[] medoids, int threads)
    {
        (_space, _nearest, _threads, _medoids) = (space, new NearestMedoids(space), threads, medoids);
        _centers = space.Rows.Take(medoids);
        var room = space.Packed.Rows + (medoids.Length * PackedPoints.Lanes);
        _sorted = space.Reordered(room);
        _order = new int[room];
        (_first, _second, _reach) = (new double[room], new double[room], new double[room]);
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
            Blocks.For(
                (count + Together - 1) / Together,
                _threads,
                piece =>
                {
                    var from = piece * Together;
                    var looks = changes.AsSpan(from, Math.Min(Together, count - from));
                    Look((int)((start + from) % rows), looks);
                },
                cancel
            );
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
            _reach[place] = _space.Apart(_second[place]);
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

        Array.Fill(_reach, -1);
        return [.. _starts.Take(sizes.Length).Select(group => group * PackedPoints.Lanes)];
    }

    /// <summary>The least change that each of some candidates can bring, and which medoid it would replace.</summary>
    /// <param name="row">The first candidate; the others follow it, the first row after the last.</param>
    /// <param name="changes">One a candidate, to be filled.</param>
    void Look(int row, Span<(double Change, int Medoid)> changes)
    {
        Span<Vector512<double>> shared = stackalloc Vector512<double>[changes.Length];
        Span<Vector512<double>> sums = stackalloc Vector512<double>[changes.Length];
        shared.Clear();
        changes.Fill((double.PositiveInfinity, 0));
        var candidates = _space.Rows.Take([
            .. Enumerable.Range(row, changes.Length).Select(candidate => candidate % _space.Packed.Rows),
        ]);
        for (var c = 0; c < _medoids.Length; c++)
        {
            sums.Clear();
            for (var group = _starts[c]; group < _starts[c + 1]; group++)
            {
                for (var i = 0; i < changes.Length; i++)
                {
                    Add(group, candidates[i], ref shared[i], ref sums[i]);
                }
            }

            for (var i = 0; i < changes.Length; i++)
            {
                var change = _removal[c] + Vector512.Sum(sums[i]);
                changes[i] = change < changes[i].Change ? (change, c) : changes[i];
            }
        }

        for (var i = 0; i < changes.Length; i++)
        {
            changes[i].Change += Vector512.Sum(shared[i]);
        }
    }

    /// <summary>What eight points of one cluster gain by a candidate: whatever medoid it replaces, and beside that if it replaces their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Add(
        int group,
        ReadOnlySpan<double> candidate,
        ref Vector512<double> shared,
        ref Vector512<double> own
    )
    {
        var place = group * PackedPoints.Lanes;
        var apart = _sorted.Apart(group, candidate);
        var reached = Vector512.LessThan(apart, Vector512.Create(_reach, place));
        // Most clusters are far from a candidate as a whole.
        if (reached == Vector512<double>.Zero)
        {
            return;
        }

        var distance = _sorted.Distance(apart);
        var first = Vector512.Create(_first, place);
        shared += Vector512.MinNative(distance - first, Vector512<double>.Zero) & reached;
        own += (Vector512.MaxNative(first, distance) - Vector512.Create(_second, place)) & reached;
    }
}

/// <summary>What a run of k-medoids found.</summary>
/// <param name="Medoids">Rows of the medoids.</param>
/// <param name="Converged">Whether no swap would help any more.</param>
/// <param name="Passes">Looks at every candidate.</param>
sealed record MedoidRun(int[] Medoids, bool Converged, int Passes);
