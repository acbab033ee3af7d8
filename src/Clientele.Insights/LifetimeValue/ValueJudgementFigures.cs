using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The pictures of <see cref="CustomerValue"/> about how far it can be believed.</summary>
/// <param name="story">What is told.</param>
/// <param name="numbers">The shop's style.</param>
sealed class ValueJudgementFigures(ValueStory story, NumberText numbers)
{
    const int Steps = 20;

    internal IEnumerable<Figure> Of(ValueHorizon horizon)
    {
        if (horizon.Verdict is not { } verdict)
        {
            yield break;
        }

        yield return Tournament(horizon, verdict);
        yield return Scores(horizon, verdict);
        yield return Calibration(horizon);
        yield return Gain(horizon, verdict);
    }

    BarFigure Tournament(ValueHorizon horizon, ValueVerdict verdict)
    {
        var means = verdict
            .Results.Where(r => r.Score != null)
            .GroupBy(r => r.Model)
            .Where(g => g.Count() == horizon.Rounds.Count)
            .Select(g => (Model: g.Key, Gini: g.Average(r => r.Score!.Gini)))
            .OrderByDescending(m => m.Gini)
            .ToList();
        var published = means.First(m => m.Model == verdict.Published);
        return new BarFigure(
            $"tournament_{horizon.Days}d",
            horizon.IsBaseline
                ? $"No model orders customers better than {Named(verdict.Published)}: it is used for {horizon.Days} days"
                : $"{Capital(Named(verdict.Published))} orders customers better than any rule without learning: it is used for {horizon.Days} days",
            $"Normalised Gini of what each model said of the next {horizon.Days} days, mean of {horizon.Rounds.Count} cut-offs: 1 puts customers in the order of what they then spent, 0 in any order. Used: {numbers.Number(published.Gini)}.",
            "normalised Gini",
            NumberFormat.Number,
            [
                .. means.Select(m => new Bar(
                    Capital(Named(m.Model)) + (m.Model == verdict.Published ? " (used)" : ""),
                    Math.Max(0, m.Gini)
                )),
            ]
        );
    }

    TableFigure Scores(ValueHorizon horizon, ValueVerdict verdict)
    {
        var rows = verdict
            .Results.Where(r => r.Score != null && r.Model == verdict.Published)
            .Select(r => (Day: horizon.CutOffs[r.Round], Score: r.Score!))
            .ToList();
        var covered = rows.Average(r => r.Score.Coverage80);
        TableColumn Column(string name, NumberFormat format, Func<ValueScore, double> of) =>
            TableColumn.Of(name, format, [.. rows.Select(r => of(r.Score))]);
        return new TableFigure(
            $"coverage_{horizon.Days}d",
            $"Of 100 customers {numbers.Number(Math.Round(100 * covered))} then spent what their 80 % interval said",
            $"{Capital(Named(verdict.Published))}, learned before each cut-off and held against the {horizon.Days} days after it. Bias: what was said in all over what came, less 1. Mean error of a customer in money.",
            [
                TableColumn.Of(
                    "Cut-off",
                    [.. rows.Select(r => numbers.Dates.Day(DateOnly.FromDateTime(r.Day)))]
                ),
                Column("Within 80 %", NumberFormat.Share, s => s.Coverage80),
                Column("Mean width", NumberFormat.Money, s => s.Width80),
                Column("Within 95 %", NumberFormat.Share, s => s.Coverage95),
                Column("Bias", NumberFormat.Share, s => s.Bias),
                Column("Gini", NumberFormat.Number, s => s.Gini),
                Column("Spearman", NumberFormat.Number, s => s.Spearman),
                Column("Best tenth brings", NumberFormat.Share, s => s.TopDecile),
                Column("Mean error", NumberFormat.Money, s => s.Mae),
            ]
        );
    }

    LineFigure Calibration(ValueHorizon horizon)
    {
        var rows = DecileRow.Of(horizon, horizon.Published.First()).ToList();
        return new LineFigure(
            $"calibration_{horizon.Days}d",
            $"The best tenth was said to spend {numbers.Money(rows[0].Expected)} a customer in {horizon.Days} days, and spent {numbers.Money(rows[0].Actual)}",
            $"Customers by what was said of them at the latest cut-off, best tenth first: mean said, and mean that came with its 95 % interval.",
            "tenth of the customers, best first",
            "money a customer",
            NumberFormat.Money,
            [.. rows.Select(r => $"{r.Decile}")],
            [
                new Series("said", [.. rows.Select(r => r.Expected)]),
                new Series("came", [.. rows.Select(r => r.Actual)])
                {
                    Low = [.. rows.Select(r => Math.Max(0, r.Actual - r.Margin))],
                    High = [.. rows.Select(r => r.Actual + r.Margin)],
                },
            ]
        );
    }

    LineFigure Gain(ValueHorizon horizon, ValueVerdict verdict)
    {
        var outcome = horizon.Rounds[0].Outcome;
        double[] Curve(double[] said)
        {
            var order = RankingScores.Order(said);
            var sums = new double[order.Length + 1];
            foreach (var (place, row) in order.Index())
            {
                sums[place + 1] = sums[place] + outcome[row];
            }

            return
            [
                .. Enumerable
                    .Range(0, Steps + 1)
                    .Select(i => sums[(int)((long)order.Length * i / Steps)] / sums[^1]),
            ];
        }

        double[] Said(string model) =>
            verdict.Results.First(r => r.Model == model && r.Round == 0).Forecast!.Expected;
        var used = Curve(Said(verdict.Published));
        return new LineFigure(
            $"gain_{horizon.Days}d",
            $"The {numbers.Share(0.2)} of whom most was said brought {numbers.Share(used[Steps / 5])} of the next {horizon.Days} days' revenue",
            "Share of what came at the latest cut-off, by the share of customers taken in the order of what was said of them: the steeper, the better. Best possible: in the order of what they then spent.",
            "share of customers, best first",
            "share of revenue",
            NumberFormat.Share,
            [.. Enumerable.Range(0, Steps + 1).Select(i => numbers.Share((double)i / Steps))],
            [
                new Series(Named(verdict.Published), used),
                .. horizon.IsBaseline
                    ? (Series[])[]
                    : [new Series(Named(verdict.Baseline), Curve(Said(verdict.Baseline)))],
                new Series("best possible", Curve(outcome)),
                new Series("any order", [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i / Steps)]),
            ]
        );
    }

    internal IEnumerable<Figure> Of(ValueImportance importance)
    {
        if (importance.Rows.Count == 0)
        {
            yield break;
        }

        var first = importance.Rows.MaxBy(r => r.Shuffled.Mean)!;
        yield return new BarFigure(
            "importance",
            $"Boosted trees lean most on {Words.Of(first.Feature)}",
            $"What the normalised Gini of the latest cut-off loses if a feature is shuffled among customers; lines from the least to the greatest loss. {(story.Model == ValueImportance.Model ? "" : "Boosted trees are not the model that is used.")}",
            "normalised Gini lost",
            NumberFormat.Number,
            [
                .. importance
                    .Rows.OrderByDescending(r => r.Shuffled.Mean)
                    .Take(12)
                    .Select(r => new Bar(
                        Words.Of(r.Feature),
                        Math.Max(0, r.Shuffled.Mean),
                        Math.Max(0, r.Shuffled.Low),
                        Math.Max(0, r.Shuffled.High)
                    )),
            ]
        );
        foreach (var (feature, values, told) in importance.Dependence)
        {
            yield return new LineFigure(
                $"dependence_{feature}",
                $"Boosted trees say from {numbers.Money(told.Min())} to {numbers.Money(told.Max())} by {Words.Of(feature)} alone",
                "Mean of what is said of all customers if each of them had the value, all else as it is (partial dependence).",
                Words.Of(feature),
                $"said of {ValueStory.SoonDays} days",
                NumberFormat.Money,
                [.. values.Select(v => numbers.Number(Math.Round(Math.Exp(v) - 1, 1)))],
                [new Series($"said of {ValueStory.SoonDays} days", told)]
            );
        }
    }

    internal HeatFigure Correlations(IReadOnlyList<ValuePair> pairs)
    {
        var measured = pairs.Where(p => double.IsFinite(p.Spearman.Value)).ToList();
        string[] names = [.. measured.SelectMany(p => new[] { p.First, p.Second }).Distinct()];
        var strongest = measured.MaxBy(p => Math.Abs(p.Spearman.Value))!;
        return new HeatFigure(
            "correlations",
            $"{Capital(Words.Of(strongest.First))} and {Words.Of(strongest.Second)} go together most: {numbers.Number(strongest.Spearman.Value)}",
            "Spearman's rank correlation of customers' totals so far; intervals, Pearson's, and shares between segments, countries and ages are in the table. It explains the past and foretells nothing.",
            "totals of a customer",
            "the same",
            NumberFormat.Number,
            [.. names.Select(Words.Of)],
            [.. names.Select(Words.Of)],
            [
                .. names.SelectMany(one =>
                    names.Select(other =>
                        one == other
                            ? double.NaN
                            : measured
                                .FirstOrDefault(p =>
                                    (p.First == one && p.Second == other)
                                    || (p.First == other && p.Second == one)
                                )
                                ?.Spearman.Value
                                ?? double.NaN
                    )
                ),
            ]
        )
        {
            Diverging = true,
            Full = 1,
        };
    }

    static string Named(string model) => ValueLaw.NameOf(model);

    static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
