using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Adds up what the points of a block say of every component, some groups that fit into the cache at a time.</summary>
sealed class MixtureChunk
{
    const int Groups = 32;

    readonly PackedPoints _points;
    readonly bool _diagonal;
    readonly int _width;
    readonly Vector512<double>[] _group;
    readonly Vector512<double>[] _one;

    /// <summary>Shares, component after component.</summary>
    readonly Vector512<double>[] _shares;

    /// <summary>Deviations and weighted deviations of groups in which the component has a share; filled up with zeros to four columns.</summary>
    readonly Vector512<double>[] _deviations;
    readonly Vector512<double>[] _weighted;

    internal MixtureChunk(PackedPoints points, int components, CovarianceShape shape)
    {
        _points = points;
        _diagonal = shape is CovarianceShape.Diagonal or CovarianceShape.Spherical;
        _width = (points.Columns + 3) / 4 * 4;
        _group = new Vector512<double>[points.Columns + 1];
        _one = new Vector512<double>[components];
        _shares = new Vector512<double>[Groups * components];
        _deviations = new Vector512<double>[Groups * _width];
        _weighted = new Vector512<double>[Groups * _width];
        Sums = new MixtureSums(components, points.Columns);
    }

    internal MixtureSums Sums { get; }

    /// <summary>Sums of one block by the densities of a mixture.</summary>
    internal void Add(MixtureDensities densities, int block)
    {
        Sums.Clear();
        var end = _points.End(block);
        for (var from = block * _points.GroupsABlock; from < end; from += Groups)
        {
            var count = Math.Min(Groups, end - from);
            Share(densities, from, count);
            for (var c = 0; c < densities.Components; c++)
            {
                Add(densities, c, from, count);
            }
        }
    }

    void Share(MixtureDensities densities, int from, int count)
    {
        for (var g = 0; g < count; g++)
        {
            var logs = densities.Shares(ref _points[from + g], _group, _one);
            var filled = Vector512.LessThan(
                Vector512<double>.Indices,
                Vector512.Create((double)_points.Filled(from + g))
            );
            Sums.LogLikelihood += Vector512.Sum(logs & filled);
            for (var c = 0; c < _one.Length; c++)
            {
                _shares[(c * Groups) + g] = _one[c] & filled;
            }
        }
    }

    void Add(MixtureDensities densities, int component, int from, int count)
    {
        var (used, weight) = (0, Vector512<double>.Zero);
        for (var g = 0; g < count; g++)
        {
            var share = _shares[(component * Groups) + g];
            if (share == Vector512<double>.Zero)
            {
                continue;
            }

            var deviations = _deviations.AsSpan(used * _width, _width);
            densities.Deviate(ref _points[from + g], component, deviations);
            for (var j = 0; j < _points.Columns; j++)
            {
                _weighted[(used * _width) + j] = deviations[j] * share;
            }

            weight += share;
            used++;
        }

        Sums.Weights[component] += Vector512.Sum(weight);
        AddDeviations(component, used);
        if (_diagonal)
        {
            AddSquares(component, used);
        }
        else
        {
            AddProducts(component, used);
        }
    }

    void AddDeviations(int component, int used)
    {
        var sums = Sums.Deviations[component];
        for (var j = 0; j < sums.Length; j++)
        {
            var sum = Vector512<double>.Zero;
            for (var g = 0; g < used; g++)
            {
                sum += _weighted[(g * _width) + j];
            }

            sums[j] += Vector512.Sum(sum);
        }
    }

    void AddSquares(int component, int used)
    {
        for (var j = 0; j < _points.Columns; j++)
        {
            var sum = Vector512<double>.Zero;
            for (var g = 0; g < used; g++)
            {
                var place = (g * _width) + j;
                sum = Vector512.FusedMultiplyAdd(_weighted[place], _deviations[place], sum);
            }

            Sums.Products[(component * _points.Columns) + j][j] += Vector512.Sum(sum);
        }
    }

    void AddProducts(int component, int used)
    {
        Span<Vector512<double>> sums = stackalloc Vector512<double>[8];
        for (var i = 0; i < _points.Columns; i += 2)
        {
            for (var j = 0; j <= i + 1 && j < _points.Columns; j += 4)
            {
                Tile(i, j, used, sums);
                for (var s = 0; s < 8; s++)
                {
                    var (row, column) = (i + (s / 4), j + (s % 4));
                    if (row < _points.Columns && column <= row)
                    {
                        Sums.Products[(component * _points.Columns) + row][column] += Vector512.Sum(sums[s]);
                    }
                }
            }
        }
    }

    /// <summary>Products of two columns of weighted deviations with four of deviations.</summary>
    void Tile(int i, int j, int used, Span<Vector512<double>> sums)
    {
        var (a0, a1, a2, a3) = (
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero
        );
        var (b0, b1, b2, b3) = (a0, a0, a0, a0);
        ref var weighted = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weighted), i);
        ref var deviation = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_deviations), j);
        for (var g = 0; g < used; g++)
        {
            var (a, b) = (weighted, Unsafe.Add(ref weighted, 1));
            a0 = Vector512.FusedMultiplyAdd(a, deviation, a0);
            b0 = Vector512.FusedMultiplyAdd(b, deviation, b0);
            a1 = Vector512.FusedMultiplyAdd(a, Unsafe.Add(ref deviation, 1), a1);
            b1 = Vector512.FusedMultiplyAdd(b, Unsafe.Add(ref deviation, 1), b1);
            a2 = Vector512.FusedMultiplyAdd(a, Unsafe.Add(ref deviation, 2), a2);
            b2 = Vector512.FusedMultiplyAdd(b, Unsafe.Add(ref deviation, 2), b2);
            a3 = Vector512.FusedMultiplyAdd(a, Unsafe.Add(ref deviation, 3), a3);
            b3 = Vector512.FusedMultiplyAdd(b, Unsafe.Add(ref deviation, 3), b3);
            weighted = ref Unsafe.Add(ref weighted, _width);
            deviation = ref Unsafe.Add(ref deviation, _width);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (a0, a1, a2, a3);
        (sums[4], sums[5], sums[6], sums[7]) = (b0, b1, b2, b3);
    }
}
