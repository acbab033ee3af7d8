using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Sums of the distances from every point to every cluster of every labelling, eight points at a time.</summary>
/// <remarks>One distance serves all labellings; a sum is made in the order of the points, whatever the threads.</remarks>
sealed class SilhouetteSums
{
    const int GroupsABlock = 32;

    readonly Matrix _points;
    readonly PackedPoints _packed;
    readonly List<Codes> _labelings;

    /// <summary>For every point, where its cluster's sum lies in each labelling.</summary>
    readonly int[] _places;
    readonly int[] _starts;
    readonly int _width;

    internal SilhouetteSums(Matrix points, List<Codes> labelings)
    {
        (_points, _packed, _labelings) = (points, new PackedPoints(points), labelings);
        _starts = new int[labelings.Count];
        _places = new int[points.Rows * labelings.Count];
        for (var l = 0; l < labelings.Count; l++)
        {
            _starts[l] = _width;
            for (var i = 0; i < points.Rows; i++)
            {
                _places[(i * labelings.Count) + l] = _width + labelings[l].Of[i];
            }

            _width += labelings[l].Count;
        }
    }

    internal IReadOnlyList<SilhouetteScore> Scores(int threads, CancellationToken cancel)
    {
        var samples = _labelings.Select(_ => new double[_points.Rows]).ToList();
        if (_labelings.Count > 0)
        {
            Blocks.For(
                (_packed.Groups + GroupsABlock - 1) / GroupsABlock,
                threads,
                block => Block(block, samples),
                cancel
            );
        }

        return [.. samples.Select(s => new SilhouetteScore(s.Average(), 0, s))];
    }

    void Block(int block, List<double[]> samples)
    {
        var sums = new Vector512<double>[_width];
        var one = new double[_labelings.Max(l => l.Count)];
        for (
            var group = block * GroupsABlock;
            group < Math.Min((block + 1) * GroupsABlock, _packed.Groups);
            group++
        )
        {
            Array.Clear(sums);
            Add(group, sums);
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

                    samples[l][row] = Silhouette.One(one.AsSpan(0, codes.Count), codes.Of[row], codes.Sizes);
                }
            }
        }
    }

    /// <summary>Adds the distances from a group to every point.</summary>
    void Add(int group, Vector512<double>[] sums)
    {
        ref var lanes = ref _packed[group];
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var place = ref MemoryMarshal.GetArrayDataReference(_places);
        ref var value = ref MemoryMarshal.GetReference(_points.Values);
        var (rows, columns, labelings) = (_points.Rows, _points.Columns, _labelings.Count);
        for (var row = 0; row < rows; row++)
        {
            var squares = Vector512<double>.Zero;
            for (var column = 0; column < columns; column++)
            {
                var x = Vector512.LoadUnsafe(ref lanes, (nuint)(column * PackedPoints.Lanes));
                squares = Nearest.AddSquare(x, Unsafe.Add(ref value, column), squares);
            }

            var distance = Vector512.Sqrt(squares);
            for (var l = 0; l < labelings; l++)
            {
                Unsafe.Add(ref sum, Unsafe.Add(ref place, l)) += distance;
            }

            value = ref Unsafe.Add(ref value, columns);
            place = ref Unsafe.Add(ref place, labelings);
        }
    }
}
