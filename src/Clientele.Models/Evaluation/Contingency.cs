namespace Clientele.Models;

/// <summary>How many points share a label of one labelling and a label of another.</summary>
/// <param name="First">The one labelling.</param>
/// <param name="Second">The other.</param>
/// <param name="Cells">Every pair of labels that occurs, in their order.</param>
sealed record Contingency(Codes First, Codes Second, IReadOnlyList<ContingencyCell> Cells)
{
    /// <summary>Counts two labellings of the same points; noise is a label like any other.</summary>
    /// <exception cref="ArgumentException">The labellings differ in length.</exception>
    internal static Contingency Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"{a.Length} labels cannot be compared with {b.Length}.", nameof(b));
        }

        var (first, second) = (new Codes(a), new Codes(b));
        var cells = Counts(first, second)
            .Select(pair => new ContingencyCell(
                (int)(pair.Key / second.Count),
                (int)(pair.Key % second.Count),
                pair.Value
            ));
        return new Contingency(first, second, [.. cells]);
    }

    /// <summary>By the first code times the second labels, plus the second code; ascending.</summary>
    static IEnumerable<KeyValuePair<long, long>> Counts(Codes first, Codes second)
    {
        var cells = (long)first.Count * second.Count;
        if (cells <= 1_000_000)
        {
            var table = new long[cells];
            for (var i = 0; i < first.Of.Length; i++)
            {
                table[(first.Of[i] * second.Count) + second.Of[i]]++;
            }

            return table
                .Index()
                .Where(c => c.Item > 0)
                .Select(c => KeyValuePair.Create((long)c.Index, c.Item));
        }

        var counts = new SortedDictionary<long, long>();
        for (var i = 0; i < first.Of.Length; i++)
        {
            var cell = ((long)first.Of[i] * second.Count) + second.Of[i];
            counts[cell] = counts.GetValueOrDefault(cell) + 1;
        }

        return counts;
    }
}

/// <summary>Points that share two labels.</summary>
/// <param name="First">Code in the one labelling.</param>
/// <param name="Second">Code in the other.</param>
/// <param name="Count">How many, at least 1.</param>
sealed record ContingencyCell(int First, int Second, long Count);
