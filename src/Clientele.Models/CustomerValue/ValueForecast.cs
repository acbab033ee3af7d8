namespace Clientele.Models;

/// <summary>What customers are expected to spend within a horizon; every list has one a customer.</summary>
/// <param name="Expected">Money, 0 or more.</param>
/// <param name="Narrow">80 of 100 customers are to end up within: who will surely spend nothing, and others a little less surely.</param>
/// <param name="Wide">95 of 100.</param>
public sealed record ValueForecast(double[] Expected, Intervals Narrow, Intervals Wide)
{
    /// <summary>Share that <see cref="Narrow"/> claims.</summary>
    public const double NarrowLevel = 0.8;

    /// <summary>Share that <see cref="Wide"/> claims.</summary>
    public const double WideLevel = 0.95;

    /// <summary>What to know of the fit; empty if nothing is amiss.</summary>
    public string Note { get; init; } = "";

    /// <summary>What was learned from columns; null of a model that does not.</summary>
    public IRegressor? Learned { get; init; }
}

/// <summary>Lower and upper ends.</summary>
/// <param name="Low">0 or more.</param>
/// <param name="High">At least <paramref name="Low"/>.</param>
public sealed record Intervals(double[] Low, double[] High)
{
    internal static Intervals Empty(int count) => new(new double[count], new double[count]);

    /// <summary>The interval of a share of sorted draws of what is never negative.</summary>
    /// <remarks>
    /// Equal tails; where more than a tail is exactly 0, the lower end is 0 and all that may be missed lies above: what is said to hold
    /// for 80 of 100 then does not hold for 90.
    /// </remarks>
    internal static (double Low, double High) Of(ReadOnlySpan<double> sorted, double level)
    {
        var tail = (1 - level) / 2;
        return Zeros(sorted) > tail ? (0, At(sorted, level)) : (At(sorted, tail), At(sorted, 1 - tail));
    }

    /// <summary>Share of sorted draws that is exactly 0.</summary>
    internal static double Zeros(ReadOnlySpan<double> sorted) =>
        sorted.IndexOfAnyExcept(0.0) is var first && first < 0 ? 1 : first / (double)sorted.Length;

    /// <summary>What each interval must claim so that all together hold as often as a level says.</summary>
    /// <param name="zeros">Of each customer, the chance to spend nothing: no interval that has 0 in it holds less often.</param>
    /// <param name="level">For how many of all customers intervals are to hold.</param>
    /// <returns>At most the level; not below 2·level − 1, so that a shop full of who is gone does not leave the others without an interval.</returns>
    internal static double Shared(IReadOnlyCollection<double> zeros, double level)
    {
        var (low, high) = ((2 * level) - 1, level);
        if (zeros.Average(z => Math.Max(z, low)) >= level)
        {
            return low;
        }

        for (var halving = 0; halving < 40; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = zeros.Average(z => Math.Max(z, middle)) < level ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Below which one more draw lies in a share of all cases: place (n + 1)·p.</summary>
    static double At(ReadOnlySpan<double> sorted, double p)
    {
        var place = ((sorted.Length + 1) * p) - 1;
        var below = (int)Math.Clamp(Math.Floor(place), 0, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Statistics.Between(sorted[below], sorted[above], Math.Clamp(place - below, 0, 1));
    }
}
