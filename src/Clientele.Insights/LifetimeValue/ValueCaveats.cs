using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What to know before believing a number of <see cref="CustomerValue"/>.</summary>
/// <param name="story">What is told.</param>
/// <param name="numbers">The shop's style.</param>
sealed class ValueCaveats(ValueStory story, NumberText numbers)
{
    internal IEnumerable<string> All(ValueOptions options)
    {
        if (story.IsSmall)
        {
            yield return $"The shop has {numbers.Of(story.Shop.Ids.Length, "customer")} and {numbers.Of(story.Shop.Days, "day")} of orders: below "
                + $"{numbers.Count(ValueStory.FewCustomers)} customers or half a year single customers can hardly be told apart. Estimates are drawn towards the mean of all, "
                + "and intervals are those that hold for 95 of 100. Who is best next year cannot be said.";
        }

        yield return Used(story.Short, story.Model);
        yield return Used(story.Long, story.YearModel);
        foreach (var sentence in Judged(story.Short).Concat(Judged(story.Long)))
        {
            yield return sentence;
        }

        yield return $"On simulated shops, in which nothing moves all customers together, 80 % intervals hold for {numbers.Share(0.77)} to {numbers.Share(0.83)} of the customers: tests assert it.";
        if (Disagreeing() is { } warning)
        {
            yield return warning;
        }

        yield return story.Law.Tracking.KnowsTheYear
            ? "Orders, months and what laws say are multiplied by how months of the year differed from the law so far: one year is little to know a season by."
            : "There is no whole year of orders to learn the season from: what a season brings beyond what was seen so far, such as Christmas, is in no number here.";
        yield return $"Chances, orders, months and lifetime value are told by the {story.Law.Name} with Gamma-Gamma spend, the law whose likelihood is best for its number of parameters.{Months()}";
        if (story.Law.Laws.Note.Length > 0)
        {
            yield return Plain(story.Law.Laws.Note);
        }

        if (story.Law.Orders is Nbd)
        {
            yield return "By the NBD nobody ever stops: probability_alive is 1 for all, and lifetime value counts orders for ever.";
        }

        if (!story.Law.Tracking.KnowsTheYear && story.Law.SoonPace is var pace && Math.Abs(pace - 1) > 0.02)
        {
            yield return $"In the last {ValueStory.SoonDays} days customers spent {(pace > 1 ? "more" : "less")} than the law, learned before them, expected; "
                + $"half of that is taken to last, so that the next {ValueStory.SoonDays} are told {numbers.Share(Math.Abs(pace - 1))} {(pace > 1 ? "higher" : "lower")}.";
        }

        yield return $"Value is revenue less returns, not profit; lifetime value discounts a year by {numbers.Share(options.Discount)}. Customers who have yet to come are in no number.";
        if (story.Shop.IsSampled)
        {
            yield return $"Models were judged on evenly drawn customers, about {numbers.Count(ValueShop.MostJudged)}; all customers are told.";
        }
    }

    /// <summary>Months are told by the law, which may not say what the published model does.</summary>
    string Months()
    {
        var law = story
            .Law.Laws.Expected(
                story.Now,
                ValueStory.YearDays * story.Law.YearPace,
                threads: 0,
                cancel: default
            )
            .Sum();
        var said = story.Year.Expected.Sum();
        return Math.Abs(law - said) > 0.02 * said
            ? $" By it, and so by the months, customers spend {numbers.Money(law)} in the year, and not the {numbers.Money(said)} that {ValueLaw.NameOf(story.YearModel)} says."
            : "";
    }

    /// <summary>Two models learned from two times: a year of one is seldom four times the quarter of the other, and may be far from it.</summary>
    string? Disagreeing()
    {
        var (soon, year) = (story.Soon.Expected.Sum(), story.Year.Expected.Sum());
        return story.Model != story.YearModel && soon > 0 && year / soon is < 2.5 or > 6.5
            ? $"The next {ValueStory.SoonDays} days are told by {ValueLaw.NameOf(story.Model)} and the year by {ValueLaw.NameOf(story.YearModel)}, each from what customers did in the last such time: "
                + "the two do not fit each other. What back-tests say of each tells which to plan by."
            : null;
    }

    /// <summary>Signs that who knows no limits does not read.</summary>
    static string Plain(string note) =>
        note.Replace(" → ∞", " without limit", StringComparison.Ordinal)
            .Replace(" → 0", " to nothing", StringComparison.Ordinal);

    string Used(ValueHorizon horizon, string model) =>
        horizon.Verdict is not { } verdict
            ? $"{horizon.Days} days are not judged: {NotJudged(horizon)}. They are told by {ValueLaw.NameOf(model)}."
        : horizon.IsBaseline
            ? $"For {horizon.Days} days no model was surely better than {ValueLaw.NameOf(verdict.Baseline)}, so that this is used: gains over it are in value_tournament."
        : $"For {horizon.Days} days {ValueLaw.NameOf(verdict.Published)} gains {Gain(verdict)} in normalised Gini over {ValueLaw.NameOf(verdict.Baseline)}, the best rule without learning.";

    string NotJudged(ValueHorizon horizon) =>
        story.Shop.Days < horizon.Needed
            ? $"three cut-offs, and as long a history before the first, need {numbers.Of(horizon.Needed, "day")} of orders; this shop has {numbers.Of(story.Shop.Days, "day")}"
            : $"after one of the three cut-offs nobody who was known came back to spend anything within {horizon.Days} days";

    string Gain(ValueVerdict verdict)
    {
        var gain = verdict.Gains.First(g => g.Model == verdict.Published);
        return $"{numbers.Number(gain.Gain)} ({numbers.Number(gain.Low)} to {numbers.Number(gain.High)}, 90 %)";
    }

    IEnumerable<string> Judged(ValueHorizon horizon)
    {
        var scores = horizon.Published.Where(r => r.Score != null).Select(r => r.Score!).ToList();
        if (scores.Count == 0)
        {
            yield break;
        }

        yield return $"Back-tests of {horizon.Days} days: 80 % intervals held for {Range(scores, s => s.Coverage80)} of the customers, "
            + $"and all customers together were told {Biases(scores)}.";
    }

    string Range(List<ValueScore> scores, Func<ValueScore, double> of)
    {
        var (low, high) = (numbers.Share(scores.Min(of)), numbers.Share(scores.Max(of)));
        return low == high ? low : $"{low} to {high}";
    }

    string Biases(List<ValueScore> scores) =>
        Words.And([
            .. scores.Select(s =>
                $"{numbers.Share(Math.Abs(s.Bias))} {(s.Bias < 0 ? "too low" : "too high")}"
            ),
        ]);
}
