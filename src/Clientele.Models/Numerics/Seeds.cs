namespace Clientele.Models;

/// <summary>Independent random numbers for the parts of a run, from the one seed of the run.</summary>
/// <remarks>Source: the mixing step of SplitMix64, Steele, Lea and Flood (2014), OOPSLA.</remarks>
static class Seeds
{
    /// <summary>A seed for one part; parts with other numbers get unrelated seeds.</summary>
    internal static int Of(int seed, params ReadOnlySpan<int> part)
    {
        var state = Mix((uint)seed);
        foreach (var number in part)
        {
            state = Mix(state ^ (uint)number);
        }

        return (int)(state >> 33);
    }

    /// <summary><paramref name="count"/> of the rows 0 … rows−1, ascending, each set as likely as any other.</summary>
    internal static int[] Sample(int rows, int count, Random random)
    {
        var chosen = new int[Math.Min(rows, count)];
        var filled = 0;
        for (var row = 0; filled < chosen.Length; row++)
        {
            if (random.NextDouble() * (rows - row) < chosen.Length - filled)
            {
                chosen[filled++] = row;
            }
        }

        return chosen;
    }

    static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
