namespace Clientele.Models;

/// <summary>Points in the plane in the order of the cells that they lie in, row of cells after row. A row is as high as <see cref="Reach"/> of its cells are wide.</summary>
sealed class PlaneCells
{
    /// <summary>Numbers after the last point, so that eight may be read from any.</summary>
    const int Spare = 8;

    /// <summary>Cells of a row that are as wide together as a row is high.</summary>
    internal const int Reach = 3;

    int[] _next = [];
    int[] _cells = [];
    float _left;
    float _bottom;
    float _scale;

    /// <summary>The points' numbers, cell after cell; within a cell ascending.</summary>
    internal int[] Order { get; private set; } = [];

    /// <summary>x in that order.</summary>
    internal float[] Xs { get; private set; } = [];

    /// <summary>y in that order.</summary>
    internal float[] Ys { get; private set; } = [];

    /// <summary>Where in the order each cell begins, and the end.</summary>
    internal int[] Starts { get; private set; } = [0];

    /// <summary>Rows of cells: the row of a cell grows with x.</summary>
    internal int Rows { get; private set; }

    /// <summary>Cells a row: they grow with y.</summary>
    internal int Columns { get; private set; }

    /// <summary>Sorts points anew: x and y of each in turn.</summary>
    /// <param name="points">Finite places.</param>
    /// <param name="box">What holds them.</param>
    /// <param name="width">Width of a cell.</param>
    internal void Sort(ReadOnlySpan<float> points, PlaneBox box, double width)
    {
        var count = points.Length / 2;
        if (Order.Length != count)
        {
            (Order, _cells) = (new int[count], new int[count]);
            (Xs, Ys) = (new float[count + Spare], new float[count + Spare]);
        }

        (_left, _bottom, _scale) = (box.Left, box.Bottom, (float)(1 / width));
        (Rows, Columns) = (RowOf(box.Right) + 1, ColumnOf(box.Top) + 1);
        if (_next.Length != (Rows * Columns) + 1)
        {
            (Starts, _next) = (new int[(Rows * Columns) + 1], new int[(Rows * Columns) + 1]);
        }

        Array.Clear(Starts);
        for (var i = 0; i < count; i++)
        {
            _cells[i] = (RowOf(points[2 * i]) * Columns) + ColumnOf(points[(2 * i) + 1]);
            Starts[_cells[i] + 1]++;
        }

        for (var cell = 0; cell < Rows * Columns; cell++)
        {
            Starts[cell + 1] += Starts[cell];
        }

        Starts.CopyTo(_next, 0);
        for (var i = 0; i < count; i++)
        {
            var place = _next[_cells[i]]++;
            (Order[place], Xs[place], Ys[place]) = (i, points[2 * i], points[(2 * i) + 1]);
        }
    }

    /// <summary>The row and column of the cell that holds a place of the box.</summary>
    internal (int Row, int Column) CellOf(float x, float y) => (RowOf(x), ColumnOf(y));

    /// <summary>The stretch of the order that holds the cells of a row that lie as near to a column as a row is high; empty beyond the first and last row.</summary>
    internal (int Start, int End) Around(int row, int column) =>
        row < 0 || row >= Rows
            ? (0, 0)
            : (
                Starts[(row * Columns) + Math.Max(column - Reach, 0)],
                Starts[(row * Columns) + Math.Min(column + Reach, Columns - 1) + 1]
            );

    int RowOf(float x) => (int)((x - _left) * _scale) / Reach;

    int ColumnOf(float y) => (int)((y - _bottom) * _scale);
}

/// <summary>The least rectangle around some places.</summary>
readonly record struct PlaneBox(float Left, float Right, float Bottom, float Top)
{
    /// <summary>Its longer side.</summary>
    internal float Side => Math.Max(Right - Left, Top - Bottom);

    /// <summary>Around x and y of at least one place in turn.</summary>
    internal static PlaneBox Of(ReadOnlySpan<float> points)
    {
        var (left, right, bottom, top) = (points[0], points[0], points[1], points[1]);
        for (var i = 2; i < points.Length; i += 2)
        {
            (left, right) = (Math.Min(left, points[i]), Math.Max(right, points[i]));
            (bottom, top) = (Math.Min(bottom, points[i + 1]), Math.Max(top, points[i + 1]));
        }

        return new PlaneBox(left, right, bottom, top);
    }
}
