namespace Clientele.Models;

/// <summary>Rows in an order that depends on their values only.</summary>
static class ValueOrder
{
    /// <summary>All rows, those with greater values in the first column that differs before others.</summary>
    internal static int[] Of(Matrix points)
    {
        var rows = Enumerable.Range(0, points.Rows).ToArray();
        var first = points.Column(0);
        Array.Sort(
            rows,
            (one, other) =>
            {
                var order = first[other].CompareTo(first[one]);
                return order != 0 ? order : points[other].SequenceCompareTo(points[one]);
            }
        );
        return rows;
    }
}
