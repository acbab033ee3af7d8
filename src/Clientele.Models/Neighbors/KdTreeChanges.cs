using System.Runtime.CompilerServices;

namespace Clientele.Models;

/// <content>Points that change while an algorithm works on the tree.</content>
public sealed partial class KdTree
{
    /// <summary>Puts another point at a place; boxes grow where they must. Searches find places, rows mean nothing any more.</summary>
    internal void Replace(int place, ReadOnlySpan<double> point)
    {
        Write(place, point);
        var leaf = LeafOf(place / PackedPoints.Lanes);
        for (var node = leaf; node > 0; node /= 2)
        {
            ref var low = ref Box(node);
            for (var column = 0; column < Columns; column++)
            {
                ref var least = ref Unsafe.Add(ref low, column);
                ref var most = ref Unsafe.Add(ref low, column + _stride);
                (least, most) = (Math.Min(least, point[column]), Math.Max(most, point[column]));
            }
        }
    }

    /// <summary>Takes a point out of every search.</summary>
    internal void Remove(int place)
    {
        Span<double> nowhere = stackalloc double[Columns];
        nowhere.Fill(double.PositiveInfinity);
        Write(place, nowhere);
    }

    void Write(int place, ReadOnlySpan<double> point)
    {
        ref var lane = ref At(place);
        for (var column = 0; column < Columns; column++)
        {
            Unsafe.Add(ref lane, column * PackedPoints.Lanes) = point[column];
        }
    }

    int LeafOf(int group)
    {
        var leaf = (int)(((long)group << Depth) / Groups);
        while (_leafStarts[leaf] > group)
        {
            leaf--;
        }

        while (_leafStarts[leaf + 1] <= group)
        {
            leaf++;
        }

        return Leaves + leaf;
    }
}
