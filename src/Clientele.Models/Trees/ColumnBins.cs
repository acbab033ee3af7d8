namespace Clientele.Models;

/// <summary>The bins of one column: runs of neighbouring values.</summary>
/// <param name="Lows">The least value of every bin, rising.</param>
/// <param name="Highs">The greatest value of every bin.</param>
/// <param name="Ranks">The place of every row's value among the different ones; empty where every value has a bin of its own.</param>
sealed record ColumnBins(double[] Lows, double[] Highs, int[] Ranks)
{
    /// <summary>Number of bins.</summary>
    internal int Count => Lows.Length;

    /// <summary>The middle of the gap between two bins.</summary>
    internal double Threshold(int below, int above) => Middle(Highs[below], Lows[above]);

    /// <summary>A number between two, never below the lower one nor up to the upper.</summary>
    internal static double Middle(double low, double high)
    {
        var middle = low + ((high - low) / 2);
        return middle < high ? middle : low;
    }

    /// <summary>Cuts values into at most <paramref name="most"/> bins of about as many rows each.</summary>
    /// <param name="values">One a row.</param>
    /// <param name="most">Most bins, up to 255.</param>
    /// <param name="codes">Gets the bin of every row.</param>
    internal static ColumnBins Of(ReadOnlySpan<double> values, int most, Span<byte> codes)
    {
        var sorted = values.ToArray();
        int[] rows = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, rows);
        var ends = Distinct(sorted, most);
        var ranks = Array.Empty<int>();
        if (ends.Count > most)
        {
            ends = Quantiles(sorted, most);
            ranks = ToRanks(sorted, rows);
        }

        for (var (place, bin) = (0, 0); place < rows.Length; place++)
        {
            bin += place == ends[bin] ? 1 : 0;
            codes[rows[place]] = (byte)bin;
        }

        return new ColumnBins(
            [.. ends.Select((_, bin) => sorted[bin == 0 ? 0 : ends[bin - 1]])],
            [.. ends.Select(end => sorted[end - 1])],
            ranks
        );
    }

    static int[] ToRanks(ReadOnlySpan<double> sorted, ReadOnlySpan<int> rows)
    {
        var ranks = new int[sorted.Length];
        for (var (place, rank) = (1, 0); place < sorted.Length; place++)
        {
            rank += sorted[place] > sorted[place - 1] ? 1 : 0;
            ranks[rows[place]] = rank;
        }

        return ranks;
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
