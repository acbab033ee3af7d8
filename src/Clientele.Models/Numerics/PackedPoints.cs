using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Points in groups of eight, column after column within a group: eight points are worked on at once.</summary>
/// <remarks>
/// A lane is a point, so every sum over columns is made in the order of the columns, whatever the processor's vectors.
/// The last group is filled up with copies of the last point.
/// </remarks>
sealed class PackedPoints
{
    /// <summary>Points a group.</summary>
    internal const int Lanes = 8;

    readonly double[] _values;
    readonly int _start;

    /// <summary>Room for some points, to be filled.</summary>
    internal PackedPoints(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);

        // Pinned, so that the first group can be laid on a boundary of 64 bytes and stays there.
        var length = checked((Groups * Columns * Lanes) + Lanes);
        _values = GC.AllocateUninitializedArray<double>(length, pinned: true);
        _start = (int)((64 - (Address() & 63)) & 63) / sizeof(double);
    }

    /// <summary>Packs points, on several threads if asked; 0 for one a core.</summary>
    internal PackedPoints(Matrix points, int threads = 1)
        : this(points.Rows, points.Columns) =>
        Blocks.For(
            BlockCount,
            threads,
            block =>
            {
                for (var group = block * GroupsABlock; group < End(block); group++)
                {
                    Pack(points, 0, group);
                }
            },
            CancellationToken.None
        );

    /// <summary>Packs rows of other points over those that are here.</summary>
    /// <param name="points">As many columns.</param>
    /// <param name="from">The first row.</param>
    /// <param name="count">How many rows; no more than there was room for.</param>
    internal void Fill(Matrix points, int from, int count)
    {
        Rows = count;
        for (var group = 0; group < Groups; group++)
        {
            Pack(points, from, group);
        }
    }

    /// <summary>Number of points.</summary>
    internal int Rows { get; private set; }

    /// <summary>Numbers a point.</summary>
    internal int Columns { get; }

    /// <summary>Number of groups.</summary>
    internal int Groups => (Rows + Lanes - 1) / Lanes;

    /// <summary>Groups that one thread takes at a time; does not depend on the threads.</summary>
    internal int GroupsABlock => Math.Max(512, (Groups + 63) / 64);

    /// <summary>Number of such blocks.</summary>
    internal int BlockCount => (Groups + GroupsABlock - 1) / GroupsABlock;

    /// <summary>The first group after a block.</summary>
    internal int End(int block) => Math.Min((block + 1) * GroupsABlock, Groups);

    /// <summary>How many points of a group are not filling.</summary>
    internal int Filled(int group) => Math.Min(Lanes, Rows - (group * Lanes));

    /// <summary>The first number of a group; number j of lane i lies 8·j + i further on.</summary>
    internal ref double this[int group]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            ref Unsafe.Add(
                ref MemoryMarshal.GetArrayDataReference(_values),
                (nint)_start + ((nint)group * Columns * Lanes)
            );
    }

    /// <summary>Copies one point to <paramref name="target"/>.</summary>
    internal void CopyRow(int row, Span<double> target)
    {
        ref var lane = ref Unsafe.Add(ref this[row / Lanes], row % Lanes);
        for (var column = 0; column < target.Length; column++)
        {
            target[column] = Unsafe.Add(ref lane, column * Lanes);
        }
    }

    /// <summary>Adds a block's deviations from an origin, and their squares, column by column.</summary>
    internal void AddDeviations(int block, double[] origin, Span<double> sums, Span<double> squares)
    {
        for (var column = 0; column < Columns; column++)
        {
            var (sum, square) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var group = block * GroupsABlock; group < End(block); group++)
            {
                var x =
                    Vector512.LoadUnsafe(ref this[group], (nuint)(column * Lanes))
                    - Vector512.Create(origin[column]);
                if (Filled(group) < Lanes)
                {
                    x = Vector512.ConditionalSelect(
                        Vector512.LessThan(
                            Vector512<double>.Indices,
                            Vector512.Create((double)Filled(group))
                        ),
                        x,
                        Vector512<double>.Zero
                    );
                }

                sum += x;
                square = Vector512.FusedMultiplyAdd(x, x, square);
            }

            (sums[column], squares[column]) = (Vector512.Sum(sum), Vector512.Sum(square));
        }
    }

    /// <summary>The same for rows in any order.</summary>
    internal void Fill(Matrix points, ReadOnlySpan<int> rows)
    {
        Rows = rows.Length;
        for (var place = 0; place < Groups * Lanes; place++)
        {
            Pack(points[rows[Math.Min(place, Rows - 1)]], place);
        }
    }

    void Pack(Matrix points, int from, int group)
    {
        for (var place = group * Lanes; place < (group + 1) * Lanes; place++)
        {
            Pack(points[from + Math.Min(place, Rows - 1)], place);
        }
    }

    void Pack(ReadOnlySpan<double> point, int place)
    {
        ref var target = ref Unsafe.Add(ref this[place / Lanes], place % Lanes);
        for (var column = 0; column < point.Length; column++)
        {
            Unsafe.Add(ref target, column * Lanes) = point[column];
        }
    }

    unsafe long Address() => (long)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_values));
}
