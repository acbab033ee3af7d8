using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>An order of the right side of flows in which neighbours cannot change places without more crossings.</summary>
/// <remarks>
/// Groups that are on both sides keep the order of the left one: else a move up would look like a move down.
/// Two flows cross with the product of their widths. Source: adjacent exchange, as in Di Battista et al., Graph Drawing (1999), 9.2.
/// </remarks>
static class FewCrossings
{
    /// <summary>Of a group that was not on the left.</summary>
    const int New = int.MaxValue;

    /// <summary>The indices of the right side from the top down; those that are quiet stay at the foot.</summary>
    internal static int[] Of(SankeyFigure figure)
    {
        var quiet = figure.Right.Quiet.ToHashSet();
        var rank = Ranks(figure.Left);
        var before = figure.Right.Names.Select(n => Before(figure.Left, rank, n)).ToList();
        var order = Enumerable
            .Range(0, figure.Right.Names.Count)
            .OrderBy(quiet.Contains)
            .ThenBy(i => before[i])
            .ToArray();
        var into = figure
            .Flows.Where(f => f.Count > 0)
            .Select(f => (f.To, At: rank[f.From], f.Count))
            .ToLookup(f => f.To);
        var moved = true;
        for (var pass = 0; moved && pass < order.Length; pass++)
        {
            moved = false;
            for (var i = 0; i + 1 < order.Length; i++)
            {
                var (upper, lower) = (order[i], order[i + 1]);
                if (
                    quiet.Contains(upper) == quiet.Contains(lower)
                    && (before[upper] == New || before[lower] == New)
                    && Crossed(into[upper], into[lower]) > Crossed(into[lower], into[upper])
                )
                {
                    (order[i], order[i + 1]) = (lower, upper);
                    moved = true;
                }
            }
        }

        return order;
    }

    /// <summary>Where a group of this name was on the left.</summary>
    static int Before(SankeySide left, int[] ranks, string name)
    {
        for (var i = 0; i < left.Names.Count; i++)
        {
            if (string.Equals(left.Names[i], name, StringComparison.Ordinal))
            {
                return ranks[i];
            }
        }

        return New;
    }

    /// <summary>Places of the left side: as given, those that are quiet at the foot.</summary>
    internal static int[] Ranks(SankeySide side)
    {
        var order = Enumerable.Range(0, side.Names.Count).OrderBy(side.Quiet.Contains).ToArray();
        var ranks = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }

    static double Crossed(
        IEnumerable<(int To, int At, double Count)> upper,
        IEnumerable<(int To, int At, double Count)> lower
    ) => upper.Sum(u => lower.Where(l => l.At < u.At).Sum(l => u.Count * l.Count));
}
