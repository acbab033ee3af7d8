namespace Clientele.Models;

/// <summary>A dense table of numbers, row after row.</summary>
/// <remarks>Rows are the things (customers), columns their features. The array is not copied: who passes it, gives it away.</remarks>
public sealed class Matrix
{
    readonly double[] _values;

    /// <summary>Looks at <paramref name="values"/> as rows of <paramref name="columns"/> numbers.</summary>
    /// <exception cref="ArgumentException">The values do not fill whole rows.</exception>
    public Matrix(double[] values, int columns)
    {
        if (columns < 1 || values.Length % columns != 0)
        {
            throw new ArgumentException(
                $"{values.Length} values do not fill rows of {columns} columns.",
                nameof(columns)
            );
        }

        (_values, Columns) = (values, columns);
    }

    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns)
        : this(new double[(long)rows * columns], columns) { }

    /// <summary>Number of rows.</summary>
    public int Rows => _values.Length / Columns;

    /// <summary>Number of columns, at least 1.</summary>
    public int Columns { get; }

    /// <summary>All values, row after row.</summary>
    public Span<double> Values => _values;

    /// <summary>One row; writing to it changes the matrix.</summary>
    public Span<double> this[int row] => _values.AsSpan(row * Columns, Columns);

    /// <summary>A copy of one column.</summary>
    public double[] Column(int column)
    {
        var values = new double[Rows];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = _values[(row * Columns) + column];
        }

        return values;
    }

    /// <summary>A copy with columns for rows.</summary>
    public Matrix Transposed()
    {
        var turned = new Matrix(Columns, Rows);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                turned[column][row] = this[row][column];
            }
        }

        return turned;
    }

    /// <summary>A copy of some rows, in the order given.</summary>
    public Matrix Take(ReadOnlySpan<int> rows)
    {
        var taken = new Matrix(rows.Length, Columns);
        for (var i = 0; i < rows.Length; i++)
        {
            this[rows[i]].CopyTo(taken[i]);
        }

        return taken;
    }
}
