namespace Clientele.Models;

/// <summary>The bins of one column.</summary>
/// <param name="Lows">The least value of every bin, rising.</param>
/// <param name="Highs">The greatest value of every bin.</param>
sealed record ColumnBins(double[] Lows, double[] Highs)
{
    /// <summary>Number of bins.</summary>
    internal int Count => Lows.Length;

    /// <summary>The middle of the gap between two bins, never below the values of the lower one nor up to those of the upper.</summary>
    internal double Threshold(int below, int above)
    {
        var (low, high) = (Highs[below], Lows[above]);
        var middle = low + ((high - low) / 2);
        return middle < high ? middle : low;
    }

    /// <summary>Cuts values into at most <paramref name="most"/> bins of about as many rows each.</summary>
    internal static ColumnBins Of(ReadOnlySpan<double> values, int most)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var ends = Distinct(sorted, most);
        if (ends.Count > most)
        {
            ends = Quantiles(sorted, most);
        }

        return new ColumnBins(
            [.. ends.Select((_, bin) => sorted[bin == 0 ? 0 : ends[bin - 1]])],
            [.. ends.Select(end => sorted[end - 1])]
        );
    }

    /// <summary>Writes the bin of every value.</summary>
    internal void Encode(ReadOnlySpan<double> values, Span<byte> codes)
    {
        // Filled up to a power of two, the search has no branch that could be guessed wrong.
        Span<double> highs = stackalloc double[256];
        highs.Fill(double.PositiveInfinity);
        Highs.AsSpan(0, Count - 1).CopyTo(highs);
        for (var row = 0; row < values.Length; row++)
        {
            var (value, bin) = (values[row], 0);
            for (var step = 128; step > 0; step >>= 1)
            {
                bin += highs[bin + step - 1] < value ? step : 0;
            }

            codes[row] = (byte)bin;
        }
    }

    /// <summary>Where the runs of equal values end; stops once there are more than <paramref name="most"/>.</summary>
    static List<int> Distinct(ReadOnlySpan<double> sorted, int most)
    {
        var ends = new List<int>();
        for (var row = 1; row <= sorted.Length && ends.Count <= most; row++)
        {
            if (row == sorted.Length || sorted[row] != sorted[row - 1])
            {
                ends.Add(row);
            }
        }

        return ends;
    }

    /// <summary>Ends of bins that share what rows are left evenly; a value with more rows than that has a bin of its own.</summary>
    static List<int> Quantiles(ReadOnlySpan<double> sorted, int most)
    {
        var ends = new List<int>();
        var (begin, row) = (0, 0);
        while (row < sorted.Length)
        {
            var run = row + 1;
            while (run < sorted.Length && sorted[run] == sorted[row])
            {
                run++;
            }

            var share = (double)(sorted.Length - begin) / (most - ends.Count);
            if (row > begin && run - row >= share && ends.Count < most - 1)
            {
                ends.Add(row);
                begin = row;
                share = (double)(sorted.Length - begin) / (most - ends.Count);
            }

            if (run - begin >= share || run == sorted.Length)
            {
                ends.Add(run);
                begin = run;
            }

            row = run;
        }

        return ends;
    }
}
