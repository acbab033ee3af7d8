namespace Clientele.Insights;

/// <summary>The sentences of <see cref="Cohorts"/>.</summary>
/// <param name="numbers">The shop's style.</param>
/// <param name="period">The grain: month, week, day or quarter.</param>
sealed class CohortWords(NumberText numbers, string period)
{
    /// <summary>"in the month", "on the day".</summary>
    string In => period == "day" ? "on the day" : $"in the {period}";

    /// <summary>"on" a day, "in" a month.</summary>
    internal static string On(string period) => period == "day" ? "on" : "in";

    /// <summary>"on the next day", "in the next month".</summary>
    internal static string Next(string period) => $"{On(period)} the next {period}";

    internal string Sentence(CohortMean? next, CohortMean settled)
    {
        if (next == null)
        {
            return $"It is too early to tell: no customer has a whole {period} behind them after that of their first order.";
        }

        var first =
            next.Customers == 0
                ? $"No customer buys again {In} after that of the first order"
                : $"{numbers.Share(next.Retention)} of customers buy again {In} after that of their first order";
        return settled.Period < 2
            ? $"{first}."
            : $"{first}; {On(period)} {period} {settled.Period} after it, {Later(settled, numbers)} (only {period}s that are over are counted).";
    }

    static string Later(CohortMean mean, NumberText numbers) =>
        mean.Customers == 0 ? "none does" : $"{numbers.Share(mean.Retention)} do";

    internal IEnumerable<string> Caveats(CohortGrid grid)
    {
        yield return $"A cohort is everybody whose first order in this file fell {Same}. Who bought before the file begins looks new in "
            + "its first cohorts, so these may hold old customers and seem more loyal than later ones.";
        yield return $"A customer who buys {(period == "day" ? "on" : "in")} one {period}, skips the next and returns is counted as away and then as back: "
            + "a low share does not mean that the others are lost.";
        if (grid.Running.Count > 0)
        {
            yield return $"The last {period} is not over: it is hatched and left out of all means, and its numbers will still grow.";
        }
    }

    string Same => period == "day" ? "on the same day" : $"in the same {period}";
}
