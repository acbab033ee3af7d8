using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Names and sentences for segments, from their own profiles.</summary>
static class SegmentWords
{
    /// <summary>What sets a segment apart: how recently, how often and for how much it buys.</summary>
    /// <param name="recency">Mean days since the last order over that of all, less one.</param>
    /// <param name="orders">The same for orders.</param>
    /// <param name="revenue">The same for gross revenue.</param>
    /// <param name="meanOrders">Orders a customer: fewer than 1.2 are called one-time.</param>
    internal static string Name(double recency, double orders, double revenue, double meanOrders)
    {
        var when =
            recency < -0.5 ? "Active"
            : recency < -0.15 ? "Recent"
            : recency < 0.6 ? "Cooling"
            : "Lapsed";
        var often =
            meanOrders < 1.2 ? "one-time"
            : orders > 1 ? "frequent"
            : orders > -0.35 ? "regular"
            : "occasional";
        var much =
            revenue > 1 ? "big spenders"
            : revenue > -0.5 ? "medium spenders"
            : "small spenders";
        return $"{when} {often} {much}";
    }

    /// <summary>Segments that share a name are told apart by their number.</summary>
    internal static IEnumerable<string> Distinct(IReadOnlyList<string> names) =>
        names.Select((name, i) => names.Count(n => n == name) == 1 ? name : $"{name} ({i + 1})");

    /// <summary>One sentence from a segment's own profile.</summary>
    internal static string Sentence(SegmentGroup group) =>
        $"{Numbers.Count(group.Customers)} customers ({Numbers.Share(group.CustomerShare)}) bring "
        + $"{Numbers.Share(group.RevenueShare)} of revenue: they last bought {Numbers.Count(group.MeanRecency)} days ago, "
        + $"ordered {Numbers.Plain(Math.Round(group.MeanOrders, 1))} times and spent {Numbers.Amount(group.MeanRevenue)} each.";

    /// <summary>Whom the panel's members voted for, and where they disagree.</summary>
    internal static string Choice(PanelResult result, int least)
    {
        var votes = result
            .Votes.GroupBy(v => v.Vote)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key ?? int.MaxValue)
            .Select(g =>
                $"{(g.Key is { } k ? k.ToString(System.Globalization.CultureInfo.InvariantCulture) : "no opinion")} ({string.Join(", ", g.Select(v => MemberName(v.Member)))})"
            );
        var lower = result
            .Votes.Where(v => v.Unrestricted < least)
            .Select(v => MemberName(v.Member))
            .ToList();
        return $"How many segments, says the panel: {string.Join("; ", votes)}."
            + (
                lower.Count == 0
                    ? ""
                    : $" With fewer than {least} allowed, {string.Join(", ", lower)} would take fewer: the customers form a cloud more than islands."
            );
    }

    static string MemberName(PanelMember member) =>
        member switch
        {
            PanelMember.CalinskiHarabasz => "Calinski-Harabasz",
            PanelMember.DaviesBouldin => "Davies-Bouldin",
            _ => member.ToString().ToLowerInvariant(),
        };
}
