namespace Clientele.Models;

/// <summary>Columns as numbers of bins, a byte a value, column after column.</summary>
/// <remarks>
/// A bin is a run of neighbouring values of a column; equal values share a bin. A column of few different values has a bin for
/// each, another is cut so that its bins hold about as many rows. Only the order of the values matters, so that a
/// rising transform of a column changes no bin.
/// </remarks>
sealed class BinnedColumns
{
    readonly Matrix _points;
    readonly byte[] _codes;
    readonly ColumnBins[] _bins;

    BinnedColumns(Matrix points, byte[] codes, ColumnBins[] bins) =>
        (_points, _codes, _bins, IsExact) = (
            points,
            codes,
            bins,
            bins.All(column => column.Ranks.Length == 0)
        );

    /// <summary>Number of rows.</summary>
    internal int Rows => _points.Rows;

    /// <summary>Number of columns.</summary>
    internal int Columns => _bins.Length;

    /// <summary>Whether every value of every column has a bin of its own.</summary>
    internal bool IsExact { get; }

    /// <summary>The bins of all rows in one column.</summary>
    internal Span<byte> this[int column] => _codes.AsSpan(column * Rows, Rows);

    /// <summary>Number of bins of one column.</summary>
    internal int Bins(int column) => _bins[column].Count;

    /// <summary>The middle of the gap between the values of two bins of a column.</summary>
    internal double Threshold(int column, int below, int above) => _bins[column].Threshold(below, above);

    /// <summary>The middle of the gap between the values of rows on two sides.</summary>
    internal double Threshold(int column, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var row in left)
        {
            low = Math.Max(low, _points[row][column]);
        }

        foreach (var row in right)
        {
            high = Math.Min(high, _points[row][column]);
        }

        return ColumnBins.Middle(low, high);
    }

    /// <summary>The same columns with bins of their own, which <see cref="Refine"/> may change.</summary>
    internal BinnedColumns Copy() => new(_points, [.. _codes], _bins);

    /// <summary>Numbers the different values of up to 255 rows anew, so that each has a bin of its own among them.</summary>
    internal void Refine(ReadOnlySpan<int> rows)
    {
        Span<long> order = stackalloc long[rows.Length];
        for (var column = 0; column < Columns; column++)
        {
            var ranks = _bins[column].Ranks;
            if (ranks.Length == 0)
            {
                continue;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                order[i] = ((long)ranks[rows[i]] << 8) + i;
            }

            order.Sort();
            var codes = this[column];
            var code = 0;
            for (var i = 0; i < order.Length; i++)
            {
                code += i > 0 && order[i] >> 8 > order[i - 1] >> 8 ? 1 : 0;
                codes[rows[(int)(order[i] & 255)]] = (byte)code;
            }
        }
    }

    /// <summary>Cuts every column of <paramref name="points"/> into bins.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="bins">Most bins a column, up to 255.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at between columns.</param>
    internal static BinnedColumns Of(Matrix points, int bins, int threads, CancellationToken cancel)
    {
        var codes = new byte[(long)points.Rows * points.Columns];
        var columns = new ColumnBins[points.Columns];
        Blocks.For(
            columns.Length,
            threads,
            column =>
                columns[column] = ColumnBins.Of(
                    points.Column(column),
                    bins,
                    codes.AsSpan(column * points.Rows, points.Rows)
                ),
            cancel
        );
        return new BinnedColumns(points, codes, columns);
    }
}
