using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Sums of the distances from every point to every cluster of every labelling, eight points to four at a time.</summary>
/// <remarks>
/// One distance serves all labellings; a sum is made in the order of the points, whatever the threads. Points come in
/// chunks that stay in the cache while a block of groups is compared with them.
/// </remarks>
sealed class SilhouetteSums
{
    const int GroupsABlock = 32;
    const int RowsAChunk = 64;

    readonly PackedPoints _packed;
    readonly PackedCenters[] _chunks;
    readonly List<Codes> _labelings;

    /// <summary>For every point, where its cluster's sum lies in each labelling; noise, and what fills up the last four, have a place of their own.</summary>
    readonly int[] _places;
    readonly int[] _starts;
    readonly int _width;

    internal SilhouetteSums(Matrix points, List<Codes> labelings)
    {
        (_packed, _labelings) = (new PackedPoints(points), labelings);
        _chunks =
        [
            .. Enumerable
                .Range(0, points.Rows)
                .Chunk(RowsAChunk)
                .Select(rows => new PackedCenters(points.Take(rows))),
        ];
        _starts = new int[labelings.Count];
        _places = new int[(points.Rows + PackedCenters.Step) * labelings.Count];
        Array.Fill(_places, labelings.Sum(codes => codes.Count));
        for (var l = 0; l < labelings.Count; l++)
        {
            _starts[l] = _width;
            for (var i = 0; i < points.Rows; i++)
            {
                if (labelings[l].Of[i] != IClustering.Noise)
                {
                    _places[(i * labelings.Count) + l] = _width + labelings[l].Of[i];
                }
            }

            _width += labelings[l].Count;
        }

        _width++;
    }

    internal IReadOnlyList<SilhouetteScore> Scores(int threads, CancellationToken cancel)
    {
        var samples = _labelings.Select(_ => new double[_packed.Rows]).ToList();
        if (_labelings.Count > 0)
        {
            Blocks.For(
                (_packed.Groups + GroupsABlock - 1) / GroupsABlock,
                threads,
                block => Block(block, samples),
                cancel
            );
        }

        return [.. samples.Zip(_labelings, SilhouetteScore.Exact)];
    }

    void Block(int block, List<double[]> samples)
    {
        var (from, to) = (block * GroupsABlock, Math.Min((block + 1) * GroupsABlock, _packed.Groups));
        var sums = new Vector512<double>[(to - from) * _width];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
        {
            for (var group = from; group < to; group++)
            {
                Add(group, chunk, sums.AsSpan((group - from) * _width, _width));
            }
        }

        var one = new double[_labelings.Max(l => l.Count)];
        for (var group = from; group < to; group++)
        {
            Score(group, sums.AsSpan((group - from) * _width, _width), one, samples);
        }
    }

    void Score(int group, Span<Vector512<double>> sums, double[] one, List<double[]> samples)
    {
        for (var l = 0; l < _labelings.Count; l++)
        {
            var codes = _labelings[l];
            for (var lane = 0; lane < _packed.Filled(group); lane++)
            {
                var row = (group * PackedPoints.Lanes) + lane;
                for (var c = 0; c < codes.Count; c++)
                {
                    one[c] = sums[_starts[l] + c][lane];
                }

                samples[l][row] =
                    codes.Of[row] == IClustering.Noise
                        ? double.NaN
                        : Silhouette.One(one.AsSpan(0, codes.Count), codes.Of[row], codes.Sizes);
            }
        }
    }

    /// <summary>Adds the distances from a group to the points of a chunk.</summary>
    void Add(int group, int chunk, Span<Vector512<double>> sums)
    {
        ref var lanes = ref _packed[group];
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var labelings = _labelings.Count;
        ref var place = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_places),
            chunk * RowsAChunk * labelings
        );
        var rows = Math.Min(RowsAChunk, _packed.Rows - (chunk * RowsAChunk));
        for (var row = 0; row < rows; row += PackedCenters.Step)
        {
            var (a, b, d, e) = Nearest.Four(ref lanes, _chunks[chunk], row);
            (a, b, d, e) = (Vector512.Sqrt(a), Vector512.Sqrt(b), Vector512.Sqrt(d), Vector512.Sqrt(e));
            for (var l = 0; l < labelings; l++, place = ref Unsafe.Add(ref place, 1))
            {
                Unsafe.Add(ref sum, place) += a;
                Unsafe.Add(ref sum, Unsafe.Add(ref place, labelings)) += b;
                Unsafe.Add(ref sum, Unsafe.Add(ref place, 2 * labelings)) += d;
                Unsafe.Add(ref sum, Unsafe.Add(ref place, 3 * labelings)) += e;
            }

            place = ref Unsafe.Add(ref place, 3 * labelings);
        }
    }
}
