namespace Clientele.Models;

/// <summary>Grows one tree of random splits; its leaves say how many splits it takes to set a point apart there.</summary>
/// <remarks>
/// A column that varies in the node is drawn, and a threshold evenly between its least and greatest value. A tree ends at
/// the depth that a balanced one would have, and a leaf of several rows counts the splits that it would take on average.
/// </remarks>
sealed class IsolationGrower(Matrix points, Random random)
{
    readonly List<int> _columns = [];
    readonly List<double> _thresholds = [];
    readonly List<int> _rights = [];
    readonly List<double> _values = [];

    internal DecisionTree Grow(int[] rows)
    {
        var deepest = (int)Math.Ceiling(Math.Log2(rows.Length));
        Grow(rows, deepest, depth: 0);
        return new DecisionTree([.. _columns], [.. _thresholds], [.. _rights], [.. _values], Outputs: 1);
    }

    void Grow(Span<int> rows, int deepest, int depth)
    {
        var place = _columns.Count;
        var (column, threshold) =
            depth < deepest && rows.Length > 1 ? Draw(rows) : (DecisionTree.NoColumn, 0);
        _columns.Add(column);
        _thresholds.Add(threshold);
        _rights.Add(_values.Count);
        if (column == DecisionTree.NoColumn)
        {
            _values.Add(depth + Isolation.UsualPath(rows.Length));
            return;
        }

        var left = Part(rows, column, threshold);
        Grow(rows[..left], deepest, depth + 1);
        _rights[place] = _columns.Count;
        Grow(rows[left..], deepest, depth + 1);
    }

    /// <summary>A column that varies over the rows and a threshold in it; none if all rows are the same.</summary>
    (int Column, double Threshold) Draw(ReadOnlySpan<int> rows)
    {
        Span<int> order = points.Columns <= 256 ? stackalloc int[points.Columns] : new int[points.Columns];
        for (var column = 0; column < order.Length; column++)
        {
            order[column] = column;
        }

        for (var tried = 0; tried < order.Length; tried++)
        {
            var other = random.Next(tried, order.Length);
            (order[tried], order[other]) = (order[other], order[tried]);
            var (least, greatest) = Range(rows, order[tried]);
            if (least < greatest)
            {
                var threshold = least + (random.NextDouble() * (greatest - least));
                // Of huge values the difference overflows; and the greatest must go right.
                return (order[tried], threshold < greatest ? threshold : least);
            }
        }

        return (DecisionTree.NoColumn, 0);
    }

    (double Least, double Greatest) Range(ReadOnlySpan<int> rows, int column)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in rows)
        {
            least = Math.Min(least, points[row][column]);
            greatest = Math.Max(greatest, points[row][column]);
        }

        return (least, greatest);
    }

    /// <summary>Puts the rows up to the threshold first and returns how many they are.</summary>
    int Part(Span<int> rows, int column, double threshold)
    {
        var left = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (points[rows[i]][column] <= threshold)
            {
                (rows[left], rows[i]) = (rows[i], rows[left]);
                left++;
            }
        }

        return left;
    }
}
