using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Names of segments from their own profiles, and what the tables say of them.</summary>
static class SegmentWords
{
    internal const string OneTime = "one-time";

    /// <summary>Who belongs to no segment: often the best customers of all, too few alike to make a kind.</summary>
    internal const string Noise = "Unlike the others";

    /// <summary>The name of a group.</summary>
    internal static string Name(SegmentGroup group) =>
        double.IsNaN(group.RelativeRecency)
            ? Undated(group.RelativeOrders, group.RelativeRevenue)
            : Name(group.RelativeRecency, group.RelativeOrders, group.RelativeRevenue, group.MeanOrders);

    /// <summary>Without dates nobody knows how recently.</summary>
    static string Undated(double orders, double revenue)
    {
        var often =
            double.IsNaN(orders) ? ""
            : orders > 1 ? "Frequent "
            : orders > -0.35 ? "Regular "
            : "Occasional ";
        return (often + Spending(revenue)) is var name ? $"{char.ToUpperInvariant(name[0])}{name[1..]}" : "";
    }

    /// <summary>What sets a segment apart: how recently, how often and for how much it buys.</summary>
    /// <param name="recency">Mean days since the last order over that of all, less one.</param>
    /// <param name="orders">The same for orders.</param>
    /// <param name="revenue">The same for gross revenue.</param>
    /// <param name="meanOrders">Orders a customer: fewer than 1.2 are called one-time.</param>
    /// <remarks>Each word of a scale says more than the one before it: Active, Cooling, Quiet, Lapsed.</remarks>
    internal static string Name(double recency, double orders, double revenue, double meanOrders)
    {
        var when =
            recency < -0.5 ? "Active"
            : recency < -0.15 ? "Cooling"
            : recency < 0.6 ? "Quiet"
            : "Lapsed";
        var often =
            meanOrders < 1.2 ? OneTime
            : orders > 1 ? "frequent"
            : orders > -0.35 ? "regular"
            : "occasional";
        return $"{when} {often} {Spending(revenue)}";
    }

    static string Spending(double revenue) =>
        revenue > 1 ? "big spenders"
        : revenue > -0.5 ? "medium spenders"
        : "small spenders";

    /// <summary>One sentence from a segment's own profile, for the table: in no shop's style.</summary>
    internal static string Sentence(SegmentGroup group)
    {
        var numbers = NumberText.Invariant;
        return $"{numbers.Of(group.Customers, "customer")} ({numbers.Share(group.CustomerShare)}) "
            + $"{Words.For(group.Customers, "brings", "bring")} {numbers.Share(group.RevenueShare)} of revenue; "
            + (
                double.IsNaN(group.MeanRecency)
                    ? ""
                    : $"the last order was {numbers.Of(group.MeanRecency, "day")} ago, and "
            )
            + $"each {(double.IsNaN(group.MeanOrders) ? "" : $"ordered {Times(numbers, group.MeanOrders)} and ")}spent {numbers.Money(group.MeanRevenue)}, on average.";
    }

    static string Times(NumberText numbers, double orders) =>
        Math.Round(orders, 1) is var times && times == 1 ? "once" : $"{numbers.Number(times)} times";

    internal static string MemberName(PanelMember member) =>
        member switch
        {
            PanelMember.Knee => "the knee of the inertia",
            PanelMember.Gap => "the gap statistic",
            PanelMember.CalinskiHarabasz => "Calinski-Harabasz",
            PanelMember.DaviesBouldin => "Davies-Bouldin",
            _ => member.ToString().ToLowerInvariant(),
        };
}
