using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>A shop's customers at any day up to as-of, as models of value take them.</summary>
sealed class ValueShop
{
    /// <summary>Of more customers models are judged on evenly drawn ones.</summary>
    internal const int MostJudged = 20_000;

    readonly Study _study;
    readonly Dictionary<string, int> _numbers;
    readonly Dictionary<(DateTime, bool), ValueOrigin> _origins = [];
    readonly uint _oneIn;

    internal ValueShop(Study study)
    {
        _study = study;
        var now = study.Features(ValueFeatures.Set);
        Ids = now.Texts("customer_id");
        _numbers = Ids.Index().ToDictionary(i => i.Item, i => i.Index, StringComparer.Ordinal);
        Days = (int)now.Numbers("tenure_days").DefaultIfEmpty(0).Max();
        _oneIn = (uint)Math.Max(1, (Ids.Length + MostJudged - 1) / MostJudged);
    }

    /// <summary>The customers, ordered by id: a customer's number is its place.</summary>
    internal string[] Ids { get; }

    /// <summary>Days with orders so far: from the first to the last before as-of.</summary>
    internal int Days { get; }

    /// <summary>The day so many days before as-of.</summary>
    internal DateTime Before(double days) => _study.Moment.AsOf.AddDays(-days);

    /// <summary>Whether only some of the customers are judged on.</summary>
    internal bool IsSampled => _oneIn > 1;

    /// <summary>All that is known at a day.</summary>
    /// <param name="day">Not after as-of.</param>
    /// <param name="sampled">True takes only those who are judged on.</param>
    internal ValueOrigin At(DateTime day, bool sampled)
    {
        if (!_origins.TryGetValue((day, sampled && IsSampled), out var origin))
        {
            origin = Origin(day, sampled && IsSampled);
            _origins.Add((day, sampled && IsSampled), origin);
        }

        return origin;
    }

    /// <summary>What customers known at a day spent from then on until another day: bought less what came back, at least 0.</summary>
    internal double[] Spent(DateTime day, DateTime until, bool sampled)
    {
        var origin = At(day, sampled);
        var (before, after) = (NetSpent(day), NetSpent(until));
        return [.. origin.Customers.Select(c => Math.Max(0, after[c] - before[c]))];
    }

    /// <summary>The task of a day with the earlier day that models learn from, if the shop was open then.</summary>
    internal ForecastTask Task(DateTime day, int horizon, bool sampled)
    {
        var earlier = day.AddDays(-horizon);
        var past =
            earlier > Before(Days) && At(earlier, sampled).Customers.Count > 0
                ? new ValuePast(At(earlier, sampled), Spent(earlier, day, sampled))
                : null;
        return new ForecastTask(At(day, sampled), past, horizon);
    }

    double[] NetSpent(DateTime day)
    {
        var table = _study.Features(ValueFeatures.Set, _study.Moment with { AsOf = day });
        var spent = new double[Ids.Length];
        foreach (var (id, net) in table.Texts("customer_id").Zip(table.Numbers("net_spent")))
        {
            spent[_numbers[id]] = net;
        }

        return spent;
    }

    ValueOrigin Origin(DateTime day, bool sampled)
    {
        var moment = _study.Moment with { AsOf = day };
        var features = _study.Features(ValueFeatures.Set, moment);
        var histories = _study.Features(PurchaseHistories.Set, moment);
        var ids = features.Texts("customer_id");
        int[] rows = [.. Enumerable.Range(0, ids.Length).Where(i => !sampled || IsJudged(ids[i]))];
        var (x, recency, age, spend) = (
            histories.Numbers("x"),
            histories.Numbers("t_x"),
            histories.Numbers("t"),
            histories.Numbers("spend")
        );
        var (net, silent) = (features.Numbers("net_spent"), features.Numbers("days_since_last"));
        return new ValueOrigin(
            (day - Before(Days)).TotalDays,
            [.. rows.Select(i => _numbers[ids[i]])],
            [.. rows.Select(i => new PurchaseHistory((int)x[i], recency[i], age[i], spend[i]))],
            [.. rows.Select(i => Math.Max(0, net[i]))],
            [.. rows.Select(i => silent[i])],
            Columns(features, rows)
        );
    }

    /// <summary>Names of the columns that models learn from.</summary>
    internal static IReadOnlyList<string> FeatureNames { get; } =
    [.. ValueFeatures.Set.Features.Skip(1).Select(f => f.Column)];

    /// <summary>Amounts and counts as ln(1 + value), so that a pound more counts for less where there are many.</summary>
    static Matrix Columns(Table features, int[] rows)
    {
        var matrix = new Matrix(rows.Length, FeatureNames.Count);
        for (var column = 0; column < FeatureNames.Count; column++)
        {
            var values = features.Numbers(FeatureNames[column]);
            for (var row = 0; row < rows.Length; row++)
            {
                var value = values[rows[row]];
                matrix[row][column] = Math.CopySign(Math.Log(1 + Math.Abs(value)), value);
            }
        }

        return matrix;
    }

    /// <summary>Drawn by the id alone, so that a customer is judged on at every day or at none.</summary>
    bool IsJudged(string id)
    {
        // FNV-1a, mixed once more: its low digits are too regular.
        var hash = 2166136261u;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return ((hash ^ (hash >> 15)) * 2246822519u >> 8) % _oneIn == 0;
    }
}
