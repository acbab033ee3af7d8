namespace Clientele.Insights;

/// <summary>The sentences of <see cref="Rfm"/>.</summary>
sealed class RfmWords(NumberText numbers, RfmOptions options)
{
    internal string Sentence(IReadOnlyList<RfmGroup> groups)
    {
        var best = groups[0];
        var all = groups.Sum(g => g.Customers);
        return groups.Count == 1
            ? all == 1
                ? $"The only customer falls into the segment {best.Segment.Name}."
                : $"All {numbers.Count(all)} customers fall into one segment, {best.Segment.Name}: they are too much alike to be told apart."
            : $"{numbers.Count(best.Customers)} of {numbers.Of(all, "customer")} ({numbers.Share(best.CustomerShare)}) "
                + $"{Words.For(best.Customers, "is", "are")} in the best segment, {best.Segment.Name}, and "
                + $"{Words.For(best.Customers, "brings", "bring")} {numbers.Share(best.RevenueShare)} of the customers' revenue; "
                + Slipping([.. groups.Where(g => g.IsSlipping)]);
    }

    string Slipping(IReadOnlyList<RfmGroup> slipping)
    {
        var customers = slipping.Sum(g => g.Customers);
        return customers == 0
            ? "no good customer is slipping away."
            : $"{numbers.Of(customers, "good customer")}, worth {numbers.Share(slipping.Sum(g => g.RevenueShare))} of it, "
                + $"{Words.For(customers, "is", "are")} slipping away.";
    }

    internal IEnumerable<string> Caveats(RfmScores scores)
    {
        yield return options.Scores == ScoreMethod.Cuts
            ? "Scores follow the limits that the settings name: when prices or habits change, look at the limits again."
            : "Scores rank customers against each other today: when everybody improves, nobody's score does.";
        if (options.Frequency == FrequencyOf.Lines)
        {
            yield return "Frequency counts lines of orders, not orders: a large basket looks like many visits.";
        }

        if (options.MonetaryFrom == MonetarySource.Frequency)
        {
            yield return "The M score is cut from the frequency, a fault of the original that this recipe keeps: "
                + "it says how often customers bought, so for money look at their revenue.";
        }

        foreach (var caveat in Ties(scores))
        {
            yield return caveat;
        }
    }

    /// <summary>Limits of the owner may leave scores empty for any reason; shares do so only where customers are equal.</summary>
    IEnumerable<string> Ties(RfmScores scores)
    {
        if (options.Scores == ScoreMethod.Cuts)
        {
            yield break;
        }

        if (scores.F.Distinct().Count() < scores.FrequencyScale.Scores)
        {
            yield return "Many customers share one frequency, and equal customers always get the same score: some F scores are empty, "
                + "so do not expect segments of equal size.";
        }

        if (scores.R.Distinct().Count() < scores.RecencyScale.Scores)
        {
            yield return "Many customers last bought on the same day, and equal customers share the better score for it: the name of a "
                + "segment may flatter them, so look at its days since the last order.";
        }
    }
}
