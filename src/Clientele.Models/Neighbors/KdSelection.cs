namespace Clientele.Models;

/// <summary>Orders rows so that the smaller ones of a column come first, no further than that.</summary>
/// <remarks>Equal values are told apart by their rows, so that the outcome is one. Source: Hoare (1961), Algorithm 65: Find.</remarks>
static class KdSelection
{
    /// <summary>Brings the <paramref name="count"/> rows with the smallest values of a column to the front.</summary>
    internal static void Split(Matrix points, Span<int> rows, int column, int count)
    {
        var values = points.Values;
        var keys = new double[rows.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = values[(rows[i] * points.Columns) + column];
        }

        var (first, last) = (0, rows.Length - 1);
        while (first < last)
        {
            var (left, right) = Partition(keys, rows, first, last);
            if (count <= right)
            {
                last = right;
            }
            else if (count >= left)
            {
                first = left;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Parts a stretch by the middle of three of its members.</summary>
    /// <returns>From Left on are those not before the pivot, up to Right those not after it.</returns>
    static (int Left, int Right) Partition(double[] keys, Span<int> rows, int first, int last)
    {
        var (key, row) = Middle(keys, rows, first, last);
        var (left, right) = (first, last);
        while (left <= right)
        {
            while (Before(keys[left], rows[left], key, row))
            {
                left++;
            }

            while (Before(key, row, keys[right], rows[right]))
            {
                right--;
            }

            if (left <= right)
            {
                (keys[left], keys[right]) = (keys[right], keys[left]);
                (rows[left], rows[right]) = (rows[right], rows[left]);
                (left, right) = (left + 1, right - 1);
            }
        }

        return (left, right);
    }

    static (double Key, int Row) Middle(double[] keys, Span<int> rows, int first, int last)
    {
        var middle = first + ((last - first) / 2);
        var (a, b, c) = ((keys[first], rows[first]), (keys[middle], rows[middle]), (keys[last], rows[last]));
        var (low, high) = a.CompareTo(b) < 0 ? (a, b) : (b, a);
        return c.CompareTo(low) < 0 ? low
            : c.CompareTo(high) < 0 ? c
            : high;
    }

    static bool Before(double key, int row, double otherKey, int otherRow) =>
        key < otherKey || (key == otherKey && row < otherRow);
}
