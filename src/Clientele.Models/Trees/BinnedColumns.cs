namespace Clientele.Models;

/// <summary>Columns as numbers of bins, a byte a value, column after column.</summary>
/// <remarks>
/// A bin is a run of neighbouring values of a column; equal values share a bin. A column of few different values has a bin for
/// each, another is cut so that its bins hold about as many rows. Only the order of the values matters, so that a
/// rising transform of a column changes no bin.
/// </remarks>
sealed class BinnedColumns
{
    readonly byte[] _codes;
    readonly ColumnBins[] _bins;

    BinnedColumns(int rows, byte[] codes, ColumnBins[] bins) => (Rows, _codes, _bins) = (rows, codes, bins);

    /// <summary>Number of rows.</summary>
    internal int Rows { get; }

    /// <summary>Number of columns.</summary>
    internal int Columns => _bins.Length;

    /// <summary>The bins of all rows in one column.</summary>
    internal ReadOnlySpan<byte> this[int column] => _codes.AsSpan(column * Rows, Rows);

    /// <summary>Number of bins of one column.</summary>
    internal int Bins(int column) => _bins[column].Count;

    /// <summary>The middle of the gap between the values of two bins of a column.</summary>
    internal double Threshold(int column, int below, int above) => _bins[column].Threshold(below, above);

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
            {
                var values = points.Column(column);
                columns[column] = ColumnBins.Of(values, bins);
                columns[column].Encode(values, codes.AsSpan(column * points.Rows, points.Rows));
            },
            cancel
        );
        return new BinnedColumns(points.Rows, codes, columns);
    }
}
