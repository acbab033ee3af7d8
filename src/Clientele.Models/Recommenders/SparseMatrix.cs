namespace Clientele.Models;

/// <summary>A table of numbers most of which are 0: of each row the others, by rising column.</summary>
public sealed class SparseMatrix
{
    readonly int[] _starts;
    readonly int[] _columns;
    readonly float[] _values;

    SparseMatrix(int[] starts, int[] columns, float[] values, int columnCount) =>
        (_starts, _columns, _values, Columns) = (starts, columns, values, columnCount);

    /// <summary>Number of rows.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Numbers that are kept.</summary>
    public int Entries => _columns.Length;

    /// <summary>Columns of a row that are not 0, rising.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) =>
        _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Their numbers.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) =>
        _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Puts entries together; those of the same place are summed up.</summary>
    /// <param name="rows">Of each entry, its row.</param>
    /// <param name="columns">Of each entry, its column.</param>
    /// <param name="values">The entries; empty if each is 1.</param>
    /// <param name="rowCount">Rows lie below.</param>
    /// <param name="columnCount">Columns lie below.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a row or column is out of range.</exception>
    public static SparseMatrix Of(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<float> values,
        int rowCount,
        int columnCount
    )
    {
        if (rows.Length != columns.Length || (values.Length != rows.Length && !values.IsEmpty))
        {
            throw new ArgumentException(
                $"{rows.Length} rows, {columns.Length} columns and {values.Length} values are no entries: each needs all three.",
                nameof(rows)
            );
        }

        var starts = new int[rowCount + 1];
        for (var entry = 0; entry < rows.Length; entry++)
        {
            if ((uint)rows[entry] >= (uint)rowCount || (uint)columns[entry] >= (uint)columnCount)
            {
                throw new ArgumentException(
                    $"Entry {entry} is in row {rows[entry]} of {rowCount} and column {columns[entry]} of {columnCount}.",
                    nameof(rows)
                );
            }

            starts[rows[entry] + 1]++;
        }

        Add(starts);
        var (sorted, numbers, next) = (new int[rows.Length], new float[rows.Length], starts[..^1]);
        for (var entry = 0; entry < rows.Length; entry++)
        {
            var place = next[rows[entry]]++;
            (sorted[place], numbers[place]) = (columns[entry], values.IsEmpty ? 1 : values[entry]);
        }

        return Summed(starts, sorted, numbers, columnCount);
    }

    /// <summary>The same with columns for rows.</summary>
    public SparseMatrix Transposed()
    {
        var starts = new int[Columns + 1];
        foreach (var column in _columns)
        {
            starts[column + 1]++;
        }

        Add(starts);
        var (rows, values, next) = (new int[Entries], new float[Entries], starts[..^1]);
        for (var row = 0; row < Rows; row++)
        {
            for (var entry = _starts[row]; entry < _starts[row + 1]; entry++)
            {
                var place = next[_columns[entry]]++;
                (rows[place], values[place]) = (row, _values[entry]);
            }
        }

        return new SparseMatrix(starts, rows, values, Rows);
    }

    /// <summary>The same places with other numbers.</summary>
    /// <param name="number">Of a column and its number.</param>
    internal SparseMatrix With(Func<int, float, float> number)
    {
        var values = new float[Entries];
        for (var entry = 0; entry < values.Length; entry++)
        {
            values[entry] = number(_columns[entry], _values[entry]);
        }

        return new SparseMatrix(_starts, _columns, values, Columns);
    }

    /// <summary>Of each column, the sum of a function of its numbers.</summary>
    public double[] ColumnSums(Func<float, double> number)
    {
        var sums = new double[Columns];
        for (var entry = 0; entry < _columns.Length; entry++)
        {
            sums[_columns[entry]] += number(_values[entry]);
        }

        return sums;
    }

    static void Add(int[] starts)
    {
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            starts[row + 1] += starts[row];
        }
    }

    static SparseMatrix Summed(int[] starts, int[] columns, float[] values, int columnCount)
    {
        var kept = 0;
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            var (begin, end) = (starts[row], starts[row + 1]);
            var own = columns.AsSpan(begin, end - begin);
            // Nearly always sorted already, and then the values need not be moved.
            if (!IsRising(own))
            {
                own.Sort(values.AsSpan(begin, end - begin));
            }

            starts[row] = kept;
            for (var entry = begin; entry < end; entry++)
            {
                if (kept > starts[row] && columns[kept - 1] == columns[entry])
                {
                    values[kept - 1] += values[entry];
                }
                else
                {
                    (columns[kept], values[kept++]) = (columns[entry], values[entry]);
                }
            }
        }

        starts[^1] = kept;
        return kept == columns.Length
            ? new SparseMatrix(starts, columns, values, columnCount)
            : new SparseMatrix(starts, columns[..kept], values[..kept], columnCount);
    }

    static bool IsRising(ReadOnlySpan<int> columns)
    {
        for (var i = 1; i < columns.Length; i++)
        {
            if (columns[i] < columns[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
