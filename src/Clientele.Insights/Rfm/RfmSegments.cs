namespace Clientele.Insights;

/// <summary>A named group of RFM codes, and what marketing can do for it.</summary>
/// <param name="Name">As marketers say it.</param>
/// <param name="Advice">What to do, one sentence.</param>
public sealed record RfmSegment(string Name, string Advice);

/// <summary>Names for all codes, whatever the number of scores: no customer falls to "other".</summary>
/// <remarks>Recency, and the mean of frequency and money, are each put on a scale of 1 to 5.</remarks>
public static class RfmSegments
{
    static readonly RfmSegment Champions = new(
        "Champions",
        "Thank them, show them new things first, ask them to recommend the shop; no discounts needed."
    );
    static readonly RfmSegment Loyal = new(
        "Loyal",
        "Offer what goes with their usual purchases, and a reason to come back this month."
    );
    static readonly RfmSegment PotentialLoyalists = new(
        "Potential loyalists",
        "Invite them to your loyalty programme, if there is one, and show them another kind of product."
    );
    static readonly RfmSegment New = new("New", "Welcome them, and make a second order within 30 days easy.");
    static readonly RfmSegment Promising = new(
        "Promising",
        "Give them a small reason for the next order, and remind them of what they bought."
    );
    static readonly RfmSegment ActiveBase = new(
        "Active base",
        "They bought lately, some once and some often: thank those who come back, and make the next order easy for all."
    );
    static readonly RfmSegment NeedAttention = new(
        "Need attention",
        "Make an offer that ends soon, on what they bought before."
    );
    static readonly RfmSegment AboutToSleep = new(
        "About to sleep",
        "Remind them of popular products before they are gone."
    );
    static readonly RfmSegment CannotLose = new(
        "Cannot lose",
        "Call or write in person: they spent much and have gone quiet."
    );
    static readonly RfmSegment AtRisk = new(
        "At risk",
        "Win them back with something that goes with what they bought, and ask what went wrong."
    );
    static readonly RfmSegment Hibernating = new("Hibernating", "Send one cheap reminder a season, no more.");
    static readonly RfmSegment Lost = new("Lost", "Leave them out of paid campaigns.");

    /// <summary>All segments, the most valuable first.</summary>
    public static IReadOnlyList<RfmSegment> All { get; } =
    [
        Champions,
        Loyal,
        PotentialLoyalists,
        CannotLose,
        AtRisk,
        NeedAttention,
        ActiveBase,
        New,
        Promising,
        AboutToSleep,
        Hibernating,
        Lost,
    ];

    /// <summary>Good customers who have gone quiet.</summary>
    internal static IReadOnlyList<RfmSegment> Slipping { get; } = [CannotLose, AtRisk];

    /// <summary>The segment of a code.</summary>
    /// <param name="scores">Recency, frequency and monetary score.</param>
    /// <param name="best">The best possible score of each.</param>
    /// <param name="mostOrders">Orders of the customer who has most of those with this frequency score: only who
    /// ordered once is called new, only who ordered once or twice promising.</param>
    public static RfmSegment Of((int R, int F, int M) scores, (int R, int F, int M) best, double mostOrders)
    {
        var recent = OneToFive(Position(scores.R, best.R));
        var value = OneToFive((Position(scores.F, best.F) + Position(scores.M, best.M)) / 2);
        return (recent, value) switch
        {
            (>= 4, >= 4) => Champions,
            (>= 4, >= 2) => PotentialLoyalists,
            (5, _) when mostOrders <= 1 => New,
            (4, _) when mostOrders <= 2 => Promising,
            (>= 4, _) => ActiveBase,
            (3, >= 4) => Loyal,
            (3, 3) => NeedAttention,
            (3, _) => AboutToSleep,
            (_, 5) => CannotLose,
            (_, >= 3) => AtRisk,
            (2, _) => Hibernating,
            _ => Lost,
        };
    }

    static double Position(int score, int best) => best == 1 ? 0 : (score - 1.0) / (best - 1);

    static int OneToFive(double position) => 1 + (int)Math.Round(4 * position, MidpointRounding.AwayFromZero);
}
