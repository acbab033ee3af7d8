namespace Clientele.Models;

/// <summary>Bins of all columns, eight columns a number, row after row: a row's share of a histogram is one read.</summary>
sealed class PackedBins
{
    /// <summary>Columns that share a number.</summary>
    internal const int Together = 8;

    /// <summary>Bins of a column in a histogram.</summary>
    internal const int Bins = 256;

    readonly ulong[][] _rows;
    readonly int[][] _columns;

    internal PackedBins(BinnedColumns data, int threads, CancellationToken cancel)
    {
        Data = data;
        // Two groups at least, so that two threads have work.
        var groups = Math.Max(Math.Min(2, data.Columns), (data.Columns + Together - 1) / Together);
        _columns =
        [
            .. Enumerable
                .Range(0, groups)
                .Select(g =>
                    Enumerable.Range(0, data.Columns).Where(c => c * groups / data.Columns == g).ToArray()
                ),
        ];
        _rows = new ulong[groups][];
        Blocks.For(groups, threads, group => _rows[group] = Pack(data, _columns[group]), cancel);
    }

    internal BinnedColumns Data { get; }

    internal int Groups => _columns.Length;

    /// <summary>Columns of a group, rising.</summary>
    internal int[] Columns(int group) => _columns[group];

    /// <summary>Bins of the rows in the columns of a group, a byte a column, the first lowest.</summary>
    internal ulong[] Rows(int group) => _rows[group];

    static ulong[] Pack(BinnedColumns data, int[] columns)
    {
        var packed = new ulong[data.Rows];
        for (var place = 0; place < columns.Length; place++)
        {
            var bins = data[columns[place]];
            for (var row = 0; row < packed.Length; row++)
            {
                packed[row] |= (ulong)bins[row] << (8 * place);
            }
        }

        return packed;
    }
}
