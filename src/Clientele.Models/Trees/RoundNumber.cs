namespace Clientele.Models;

/// <summary>Numbers that people would write.</summary>
static class RoundNumber
{
    /// <summary>Decimal places that are tried below the place of the greater end.</summary>
    const int Places = 18;

    /// <summary>The roundest number from <paramref name="low"/> up to, but not, <paramref name="high"/>.</summary>
    /// <remarks>
    /// A multiple of the greatest of 10^k, 5·10^(k−1), 2·10^(k−1), 10^(k−1), … that has one there, the one nearest to the middle;
    /// <paramref name="low"/> itself if none is.
    /// </remarks>
    internal static double Between(double low, double high)
    {
        var greatest = Math.Max(Math.Abs(low), Math.Abs(high));
        var top = greatest > 0 ? (int)Math.Floor(Math.Log10(greatest)) + 1 : 0;
        for (var place = top; place > top - Places; place--)
        {
            foreach (var digit in (ReadOnlySpan<int>)[10, 5, 2])
            {
                if (Multiple(digit, place - 1, low, high) is { } round)
                {
                    return round;
                }
            }
        }

        return low;
    }

    static double? Multiple(int digit, int place, double low, double high)
    {
        var step = digit * Math.Pow(10, place);
        var middle = low + ((high - low) / 2);
        foreach (var times in (ReadOnlySpan<double>)[Math.Round(middle / step), Math.Ceiling(low / step)])
        {
            // Divided by a power of ten and not multiplied by a broken one, 3 tenths are .3.
            var number =
                place < 0 ? times * digit / Math.Pow(10, -place) : times * digit * Math.Pow(10, place);
            if (number >= low && number < high)
            {
                // Without the sign of a zero.
                return number + 0.0;
            }
        }

        return null;
    }
}
