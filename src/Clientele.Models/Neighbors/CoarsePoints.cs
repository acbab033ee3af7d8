using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <summary>Points of a <see cref="CoarseSpace"/> in groups of sixteen, column after column within a group.</summary>
/// <remarks>The last group is filled up with points at 0.</remarks>
sealed class CoarsePoints
{
    /// <summary>Points a group.</summary>
    internal const int Lanes = 16;

    const int GroupsABlock = 256;

    readonly float[] _values;

    /// <summary>Packs points, on several threads if asked; 0 for one a core.</summary>
    internal CoarsePoints(Matrix points, CoarseSpace space, int threads, CancellationToken cancel)
    {
        (Rows, Columns) = (points.Rows, space.Columns);
        Groups = (Rows + Lanes - 1) / Lanes;
        _values = new float[(long)Groups * Columns * Lanes];
        Blocks.For(
            (Groups + GroupsABlock - 1) / GroupsABlock,
            threads,
            block =>
            {
                var point = new float[Columns];
                var end = Math.Min((block + 1) * GroupsABlock * Lanes, Rows);
                for (var row = block * GroupsABlock * Lanes; row < end; row++)
                {
                    space.Place(points[row], point);
                    Pack(row, point);
                }
            },
            cancel
        );
    }

    /// <summary>Number of points.</summary>
    internal int Rows { get; }

    /// <summary>Numbers a point.</summary>
    internal int Columns { get; }

    /// <summary>Number of groups.</summary>
    internal int Groups { get; }

    /// <summary>The first number of a point; its next lies <see cref="Lanes"/> further on.</summary>
    internal ref float this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            ref Unsafe.Add(
                ref MemoryMarshal.GetArrayDataReference(_values),
                ((nint)(row / Lanes) * Columns * Lanes) + (row % Lanes)
            );
    }

    void Pack(int row, float[] point)
    {
        ref var target = ref this[row];
        for (var column = 0; column < point.Length; column++)
        {
            Unsafe.Add(ref target, column * Lanes) = point[column];
        }
    }
}
