namespace Clientele.Models;

/// <summary>An order of customers by what was said of them, from which the Gini of any weights follows in one pass.</summary>
sealed class GainOrder
{
    readonly double[] _outcome;
    readonly int[] _order;
    readonly int[] _ends;

    internal GainOrder(double[] outcome, double[] said)
    {
        (_outcome, _order) = (outcome, RankingScores.Order(said));
        _ends =
        [
            .. Enumerable
                .Range(1, _order.Length)
                .Where(i => i == _order.Length || said[_order[i]] != said[_order[i - 1]]),
        ];
    }

    /// <summary>Area between the gain curve and a random order, with each customer as often as its weight says.</summary>
    internal double Gini(ReadOnlySpan<byte> weights)
    {
        var (area, gained, count, first) = (0.0, 0.0, 0.0, 0);
        foreach (var end in _ends)
        {
            var (sum, number) = (0.0, 0.0);
            for (; first < end; first++)
            {
                var row = _order[first];
                sum += weights[row] * _outcome[row];
                number += weights[row];
            }

            area += number * (gained + (sum / 2));
            (gained, count) = (gained + sum, count + number);
        }

        return gained > 0 ? (area / (gained * count)) - 0.5 : 0;
    }
}
