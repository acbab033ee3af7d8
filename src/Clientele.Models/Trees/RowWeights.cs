using System.Numerics;

namespace Clientele.Models;

/// <summary>How much each row counts, in whole units.</summary>
/// <param name="Units">One a row; 0 for a row that does not count.</param>
/// <param name="One">Units of a weight of 1; where weights are no whole numbers, of a row of mean weight.</param>
sealed record RowWeights(int[] Units, long One)
{
    /// <summary>Units that weights which are no whole numbers are cut into, all together.</summary>
    const int Fine = 1 << 22;

    /// <summary>Sum of all units.</summary>
    internal long Total { get; } = Units.Sum(unit => (long)unit);

    /// <summary>Every row counts once.</summary>
    internal static RowWeights Equal(int rows)
    {
        var units = new int[rows];
        Array.Fill(units, 1);
        return new RowWeights(units, 1);
    }

    /// <summary>Whole weights as they are, others rounded to a four millionth of their sum; no weight above 0 becomes 0.</summary>
    /// <exception cref="ArgumentException">They are not one a row, one is negative or not finite, or all are 0.</exception>
    internal static RowWeights Of(ReadOnlySpan<double> weights, int rows)
    {
        if (weights.IsEmpty)
        {
            return Equal(rows);
        }

        var (sum, whole) = (0.0, true);
        for (var row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0))
            {
                throw new ArgumentException(
                    $"A weight must be 0 or more, but row {row} has {weights[row]}.",
                    nameof(weights)
                );
            }

            sum += weights[row];
            whole &= weights[row] == Math.Floor(weights[row]);
        }

        if (weights.Length != rows || !(sum > 0) || !double.IsFinite(sum))
        {
            throw new ArgumentException(
                $"{rows} rows need as many finite weights that are not all 0, not {weights.Length} with a sum of {sum}.",
                nameof(weights)
            );
        }

        var scale = whole && sum <= Math.Max(Fine, rows) ? 1 : (Fine + rows) / sum;
        var units = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            units[row] = weights[row] == 0 ? 0 : Math.Max(1, (int)Math.Round(weights[row] * scale));
        }

        return new RowWeights(
            units,
            scale == 1 ? 1 : Math.Max(1, (long)(sum * scale) / units.Count(u => u > 0))
        );
    }

    /// <summary>The same rows drawn with replacement, as many as there are.</summary>
    internal RowWeights Drawn(Random random)
    {
        var units = new int[Units.Length];
        for (var draw = 0; draw < units.Length; draw++)
        {
            var row = random.Next(units.Length);
            units[row] += Units[row];
        }

        return new RowWeights(units, One);
    }

    /// <summary>Rows that count, rising.</summary>
    internal int[] Rows() => [.. Enumerable.Range(0, Units.Length).Where(row => Units[row] > 0)];

    /// <summary>Binary digits of the sum.</summary>
    internal int Digits => BitOperations.Log2((ulong)Total) + 1;
}
