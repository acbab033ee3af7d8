using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What today's customers would be worth if they bought, spent or stopped otherwise.</summary>
/// <param name="Sentence">For who asked.</param>
/// <param name="Totals">A row a horizon and segment.</param>
/// <param name="Customers">A row a customer.</param>
public sealed record WhatIf(string Sentence, Table Totals, Table Customers)
{
    /// <summary>Works it out by the law of buying that suits the shop.</summary>
    /// <param name="study">The shop.</param>
    /// <param name="change">From now on, for all customers.</param>
    /// <param name="segments">Segment of each customer by id; empty for none.</param>
    /// <param name="published">What the report tells of 90 days, and by which model; null if it does not.</param>
    /// <param name="cancel">Looked at while laws are learned.</param>
    /// <exception cref="InsufficientDataException">There is no dated order of a named customer.</exception>
    public static WhatIf Of(
        Study study,
        ValueChange change,
        IReadOnlyDictionary<string, string> segments,
        (string Model, double Soon)? published = null,
        CancellationToken cancel = default
    )
    {
        study.NeedDatedOrders("What customers would be worth needs");
        if (study.Customers.Rows == 0)
        {
            throw new InsufficientDataException(
                "What customers would be worth needs a customer who is named and has bought; this shop has none."
            );
        }

        var shop = new ValueShop(study);
        var now = shop.At(study.Moment.AsOf, sampled: false);
        var law = ValueLaw.Of(shop, ValueModels.All(study.Seed, study.Threads), study, cancel);
        string[] own = [.. shop.Ids.Select(id => segments.GetValueOrDefault(id, ""))];
        List<string> names = [.. own.Distinct().Order(StringComparer.Ordinal)];
        var places = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        var spread = new ScenarioSpread([.. own.Select(name => places[name])], law.Tracking.Miss, study.Seed);
        var (soon, year) = (
            ValueScenario.Of(law.Laws, now, ValueStory.SoonDays * law.SoonPace, change, spread),
            ValueScenario.Of(law.Laws, now, ValueStory.YearDays * law.YearPace, change, spread)
        );
        return new WhatIf(
            Sentenced(study.Numbers, change, law, soon) + Beside(study.Numbers, law, published),
            TotalsOf([(ValueStory.SoonDays, soon), (ValueStory.YearDays, year)], names),
            new Table(
                "whatif_customers",
                [
                    TableBuilding.Text("customer_id", shop.Ids),
                    TableBuilding.Money("value_90d", soon.Before),
                    TableBuilding.Money("changed_90d", soon.After),
                    TableBuilding.Money("value_365d", year.Before),
                    TableBuilding.Money("changed_365d", year.After),
                ]
            )
        );
    }

    static string Sentenced(NumberText numbers, ValueChange change, ValueLaw law, ValueScenario soon)
    {
        var all = soon.Groups[^1];
        var parts = new (string Name, double Value)[]
        {
            ("frequency", change.Frequency),
            ("spend", change.Spend),
            ("churn", change.Churn),
        }
            .Where(p => p.Value != 1 || change is { Frequency: 1, Spend: 1, Churn: 1 })
            .Select(p => $"{p.Name} {(p.Value >= 1 ? "+" : "−")}{numbers.Share(Math.Abs(p.Value - 1))}")
            .ToList();
        var more = all.Difference.Value >= 0;
        var (low, high) = more
            ? (all.Difference.Low, all.Difference.High)
            : (-all.Difference.High, -all.Difference.Low);
        return $"With {Words.And(parts)} today's customers are expected to spend {numbers.Money(all.After.Value)} in {ValueStory.SoonDays} days instead of {numbers.Money(all.Before.Value)}: "
            + $"{numbers.Money(Math.Abs(all.Difference.Value))} {(more ? "more" : "less")} ({numbers.Money(low)} to {numbers.Money(high)} in 80 of 100 cases). "
            + $"Told by the {law.Name}; the change is taken as said, and nothing tells here whether it can be had."
            + (
                change.Churn != 1 && law.Orders is Nbd
                    ? " By the NBD nobody ever stops, so that churn changes nothing."
                    : ""
            );
    }

    static string Beside(NumberText numbers, ValueLaw law, (string Model, double Soon)? published) =>
        published is { } told && told.Model != law.Model.Name
            ? $" The report tells {numbers.Money(told.Soon)} in {ValueStory.SoonDays} days, by {ValueLaw.NameOf(told.Model)}: that has no rates which could change."
            : "";

    static Table TotalsOf(IReadOnlyList<(int Days, ValueScenario Told)> horizons, List<string> names)
    {
        // One segment alone is everyone, and everyone stands last.
        var rows = horizons
            .SelectMany(h =>
                h.Told.Groups.Select(
                        (sums, i) =>
                            (h.Days, Segment: i < names.Count ? names[i] : RevenueForecast.All, Sums: sums)
                    )
                    .Where((_, i) => names.Count > 1 || i == names.Count)
                    .Reverse()
            )
            .ToList();
        DecimalColumn Column(string name, Func<ScenarioSums, double> of) =>
            TableBuilding.Money(name, rows.Select(r => of(r.Sums)));
        return new Table(
            "whatif",
            [
                TableBuilding.Whole("horizon", rows.Select(r => r.Days)),
                TableBuilding.Text("segment", rows.Select(r => r.Segment)),
                Column("value", s => s.Before.Value),
                Column("value_low", s => s.Before.Low),
                Column("value_high", s => s.Before.High),
                Column("changed", s => s.After.Value),
                Column("changed_low", s => s.After.Low),
                Column("changed_high", s => s.After.High),
                Column("difference", s => s.Difference.Value),
                Column("difference_low", s => s.Difference.Low),
                Column("difference_high", s => s.Difference.High),
            ]
        );
    }
}
