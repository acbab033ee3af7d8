using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Some rows of a matrix less an origin, with columns of zeros up to a whole number of vectors; reused for the next rows.</summary>
sealed class Panel
{
    /// <summary>Columns that a kernel works on at once.</summary>
    internal const int Tile = 8;

    readonly double[] _values;

    internal Panel(int rows, int columns)
    {
        Width = Padded(columns);
        _values = new double[rows * Width];
    }

    /// <summary>Columns with the zeros.</summary>
    internal int Width { get; }

    /// <summary>Rows that are filled.</summary>
    internal int Rows { get; private set; }

    /// <summary>One filled row.</summary>
    internal Span<double> this[int row] => _values.AsSpan(row * Width, Width);

    /// <summary>Rows of so many columns that fit the nearest caches.</summary>
    internal static int RowsThatFit(int columns) => Math.Clamp(4096 / Padded(columns), 16, 128);

    /// <summary>The columns with the zeros.</summary>
    internal static int Padded(int columns) => (columns + Tile - 1) / Tile * Tile;

    /// <summary>All rows of a matrix as they are.</summary>
    internal static Panel Of(Matrix values)
    {
        var panel = new Panel(values.Rows, values.Columns);
        panel.Fill(values, new double[values.Columns], 0, values.Rows);
        return panel;
    }

    /// <summary>Takes the rows from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    internal void Fill(Matrix points, ReadOnlySpan<double> origin, int start, int end)
    {
        Rows = end - start;
        for (var row = start; row < end; row++)
        {
            Subtract(points[row], origin, _values.AsSpan((row - start) * Width, points.Columns));
        }
    }

    /// <summary>Takes one more row, times a factor.</summary>
    internal void Append(ReadOnlySpan<double> row, double factor) =>
        TensorPrimitives.Multiply(row, factor, _values.AsSpan(Rows++ * Width, row.Length));

    /// <summary>Forgets the rows.</summary>
    internal void Clear() => Rows = 0;

    /// <summary>Adds the filled rows.</summary>
    /// <param name="sums"><see cref="Width"/> numbers.</param>
    internal void AddRows(double[] sums)
    {
        for (var column = 0; column < Width; column += Tile)
        {
            var (head, tail) = (Vector256<double>.Zero, Vector256<double>.Zero);
            ref var value = ref _values[column];
            for (var row = 0; row < Rows; row++)
            {
                head += Vector256.LoadUnsafe(ref value);
                tail += Vector256.LoadUnsafe(ref value, 4);
                value = ref Unsafe.Add(ref value, Width);
            }

            Add(ref sums[column], head, tail);
        }
    }

    /// <summary>Becomes the rows of another panel times a matrix.</summary>
    /// <param name="left">Its rows are taken.</param>
    /// <param name="right">As many rows as <paramref name="left"/> is wide, <see cref="Width"/> columns.</param>
    internal void Multiply(Panel left, Panel right)
    {
        Rows = left.Rows;
        Array.Clear(_values, 0, Rows * Width);
        for (var row = 0; row < Rows; row += 4)
        {
            for (var column = 0; column < Width; column += Tile)
            {
                MultiplyTile(left, right, row, column);
            }
        }
    }

    /// <summary>Adds, for every pair of columns, the sum of the products of this panel's with the other's.</summary>
    /// <param name="other">As many rows.</param>
    /// <param name="sums"><see cref="Width"/> rows of as many numbers as <paramref name="other"/> is wide.</param>
    internal void AddProducts(Panel other, double[] sums)
    {
        for (var j = 0; j < other.Width; j += Tile)
        {
            // Of a panel with itself the lower triangle is the upper one.
            var end = ReferenceEquals(this, other) ? j + Tile : Width;
            for (var i = 0; i < end; i += 4)
            {
                AddTile(other, i, j, sums);
            }
        }
    }

    /// <summary>A kernel: sums over the rows of 4 columns times 8, in 8 registers.</summary>
    void AddTile(Panel other, int i, int j, double[] sums)
    {
        ref var a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), i);
        ref var b = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(other._values), j);
        var (s0, s1, s2, s3) = (
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero
        );
        var (t0, t1, t2, t3) = (
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero
        );
        for (var row = 0; row < Rows; row++)
        {
            var left = Vector256.LoadUnsafe(ref b);
            var right = Vector256.LoadUnsafe(ref b, 4);
            var x0 = Vector256.Create(a);
            s0 = Vector256.FusedMultiplyAdd(x0, left, s0);
            t0 = Vector256.FusedMultiplyAdd(x0, right, t0);
            var x1 = Vector256.Create(Unsafe.Add(ref a, 1));
            s1 = Vector256.FusedMultiplyAdd(x1, left, s1);
            t1 = Vector256.FusedMultiplyAdd(x1, right, t1);
            var x2 = Vector256.Create(Unsafe.Add(ref a, 2));
            s2 = Vector256.FusedMultiplyAdd(x2, left, s2);
            t2 = Vector256.FusedMultiplyAdd(x2, right, t2);
            var x3 = Vector256.Create(Unsafe.Add(ref a, 3));
            s3 = Vector256.FusedMultiplyAdd(x3, left, s3);
            t3 = Vector256.FusedMultiplyAdd(x3, right, t3);
            a = ref Unsafe.Add(ref a, Width);
            b = ref Unsafe.Add(ref b, other.Width);
        }

        Add(ref sums[(i * other.Width) + j], s0, t0);
        Add(ref sums[((i + 1) * other.Width) + j], s1, t1);
        Add(ref sums[((i + 2) * other.Width) + j], s2, t2);
        Add(ref sums[((i + 3) * other.Width) + j], s3, t3);
    }

    /// <summary>A kernel: 4 rows (the last of them may lie beyond the filled ones) times 8 columns.</summary>
    void MultiplyTile(Panel left, Panel right, int row, int column)
    {
        ref var a = ref left._values[row * left.Width];
        ref var b = ref right._values[column];
        var rows = Math.Min(4, Rows - row);
        nint second = rows > 1 ? left.Width : 0;
        var third = rows > 2 ? 2 * left.Width : second;
        var fourth = rows > 3 ? 3 * left.Width : third;
        var (s0, s1, s2, s3) = (
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero
        );
        var (t0, t1, t2, t3) = (
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero,
            Vector256<double>.Zero
        );
        for (var k = 0; k < right.Rows; k++)
        {
            var head = Vector256.LoadUnsafe(ref b);
            var tail = Vector256.LoadUnsafe(ref b, 4);
            var x0 = Vector256.Create(a);
            s0 = Vector256.FusedMultiplyAdd(x0, head, s0);
            t0 = Vector256.FusedMultiplyAdd(x0, tail, t0);
            var x1 = Vector256.Create(Unsafe.Add(ref a, second));
            s1 = Vector256.FusedMultiplyAdd(x1, head, s1);
            t1 = Vector256.FusedMultiplyAdd(x1, tail, t1);
            var x2 = Vector256.Create(Unsafe.Add(ref a, third));
            s2 = Vector256.FusedMultiplyAdd(x2, head, s2);
            t2 = Vector256.FusedMultiplyAdd(x2, tail, t2);
            var x3 = Vector256.Create(Unsafe.Add(ref a, fourth));
            s3 = Vector256.FusedMultiplyAdd(x3, head, s3);
            t3 = Vector256.FusedMultiplyAdd(x3, tail, t3);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, right.Width);
        }

        ref var target = ref _values[(row * Width) + column];
        Add(ref target, s0, t0);
        if (rows > 1)
        {
            Add(ref Unsafe.Add(ref target, Width), s1, t1);
        }

        if (rows > 2)
        {
            Add(ref Unsafe.Add(ref target, 2 * Width), s2, t2);
        }

        if (rows > 3)
        {
            Add(ref Unsafe.Add(ref target, 3 * Width), s3, t3);
        }
    }

    /// <summary>Rows are short: what a library does before its first number would cost more than the numbers.</summary>
    static void Subtract(ReadOnlySpan<double> values, ReadOnlySpan<double> origin, Span<double> target)
    {
        var column = 0;
        for (; column <= values.Length - 4; column += 4)
        {
            var difference = Vector256.Create(values[column..]) - Vector256.Create(origin[column..]);
            difference.CopyTo(target[column..]);
        }

        for (; column < values.Length; column++)
        {
            target[column] = values[column] - origin[column];
        }
    }

    static void Add(ref double sums, Vector256<double> head, Vector256<double> tail)
    {
        (Vector256.LoadUnsafe(ref sums) + head).StoreUnsafe(ref sums);
        (Vector256.LoadUnsafe(ref sums, 4) + tail).StoreUnsafe(ref sums, 4);
    }
}
