using System.Numerics;

namespace Clientele.Models;

/// <summary>Finds the best division of the rows of a node.</summary>
/// <remarks>
/// Nodes of few rows look only at the bins that hold one of them. Of two large children the smaller is summed up and
/// the other is what is left of their parent, if every column is looked at.
/// </remarks>
sealed class SplitSearch
{
    /// <summary>A bin is a byte.</summary>
    const int MostBins = 256;

    /// <summary>Rows up to which going through all bins costs more than listing those that are occupied.</summary>
    internal const int FewRows = 192;

    static readonly byte[] AllBins = [.. Enumerable.Range(0, MostBins).Select(bin => (byte)bin)];

    readonly BinnedColumns _data;
    readonly ISplitCriterion _criterion;
    readonly int _drawn;
    readonly long _minLeaf;
    readonly double _minGain;
    readonly Random _random;
    readonly int[] _order;
    readonly long[] _cells;
    readonly Stack<long[]> _free = [];

    internal SplitSearch(BinnedColumns data, ISplitCriterion criterion, TreeOptions options, Random random)
    {
        (_data, _criterion, _random) = (data, criterion, random);
        _drawn = options.ColumnsASplit(data.Columns);
        _minLeaf = options.MinLeaf * criterion.UnitWeight;
        // Below a share of 1e-13 a gain is the rounding of the sums.
        _minGain = Math.Max(options.MinGain, 1e-13) * criterion.Impurity;
        _order = [.. Enumerable.Range(0, data.Columns)];
        _cells = new long[MostBins * criterion.Width];
    }

    /// <summary>Whether a node of these rows is worth keeping its sums for the larger of its children.</summary>
    internal bool KeepsCells(ReadOnlySpan<int> rows) => _drawn == _data.Columns && rows.Length > FewRows;

    /// <summary>The sums of all bins of all columns over rows.</summary>
    internal long[] Cells(ReadOnlySpan<int> rows)
    {
        var size = _cells.Length;
        var all = _free.TryPop(out var used) ? used : new long[size * _data.Columns];
        all.AsSpan().Clear();
        for (var column = 0; column < _data.Columns; column++)
        {
            _criterion.Add(_data[column], rows, all.AsSpan(column * size, size));
        }

        return all;
    }

    /// <summary>Makes the sums of the larger child of those of its parent.</summary>
    internal static long[] Rest(long[] parent, long[] smaller)
    {
        System.Numerics.Tensors.TensorPrimitives.Subtract<long>(parent, smaller, parent);
        return parent;
    }

    /// <summary>Gives sums back that no child needs.</summary>
    internal void Free(long[]? cells)
    {
        if (cells != null)
        {
            _free.Push(cells);
        }
    }

    /// <summary>The division that gains most.</summary>
    /// <param name="rows">The rows of the node.</param>
    /// <param name="cells">The sums of all columns where they are kept.</param>
    internal Split Find(ReadOnlySpan<int> rows, long[]? cells)
    {
        Span<long> total = stackalloc long[_criterion.Width];
        total.Clear();
        _criterion.Add(rows, total);
        if (_criterion.WeightOf(total) < 2 * _minLeaf || rows.Length < 2 || _criterion.IsPure(rows))
        {
            return Split.None;
        }

        var best = Split.None;
        for (var tried = 0; tried < _order.Length && (tried < _drawn || best.IsNone); tried++)
        {
            var column = Next(tried);
            var found =
                cells != null ? Best(cells.AsSpan(column * _cells.Length, _cells.Length), column, total)
                : rows.Length > FewRows ? AmongAllBins(column, rows, total)
                : AmongOccupied(column, rows, total);
            if (!found.IsNone && found.Gain > best.Gain && found.Gain >= _minGain)
            {
                best = found with { Column = column };
            }
        }

        return best;
    }

    /// <summary>The column that is looked at next: drawn, or in order if all are.</summary>
    int Next(int tried)
    {
        if (_drawn < _order.Length)
        {
            var other = _random.Next(tried, _order.Length);
            (_order[tried], _order[other]) = (_order[other], _order[tried]);
        }

        return _order[tried];
    }

    Split AmongAllBins(int column, ReadOnlySpan<int> rows, ReadOnlySpan<long> total)
    {
        _cells.AsSpan(0, _data.Bins(column) * _criterion.Width).Clear();
        _criterion.Add(_data[column], rows, _cells);
        return Best(_cells, column, total);
    }

    Split Best(ReadOnlySpan<long> cells, int column, ReadOnlySpan<long> total) =>
        _criterion.Best(cells, AllBins.AsSpan(0, _data.Bins(column)), total, _minLeaf);

    Split AmongOccupied(int column, ReadOnlySpan<int> rows, ReadOnlySpan<long> total)
    {
        Span<byte> occupied = stackalloc byte[FewRows];
        var bins = _data[column];
        occupied = occupied[..Occupied(bins, rows, occupied)];
        if (occupied.Length < 2)
        {
            return Split.None;
        }

        var width = _criterion.Width;
        foreach (var bin in occupied)
        {
            _cells.AsSpan(bin * width, width).Clear();
        }

        _criterion.Add(bins, rows, _cells);
        return _criterion.Best(_cells, occupied, total, _minLeaf);
    }

    /// <summary>Lists the bins that hold a row, rising.</summary>
    static int Occupied(ReadOnlySpan<byte> bins, ReadOnlySpan<int> rows, Span<byte> occupied)
    {
        Span<ulong> marks = stackalloc ulong[MostBins / 64];
        marks.Clear();
        foreach (var row in rows)
        {
            var bin = bins[row];
            marks[bin >> 6] |= 1UL << bin;
        }

        var count = 0;
        for (var word = 0; word < marks.Length; word++)
        {
            for (var rest = marks[word]; rest != 0; rest &= rest - 1)
            {
                occupied[count++] = (byte)((word << 6) + BitOperations.TrailingZeroCount(rest));
            }
        }

        return count;
    }
}
