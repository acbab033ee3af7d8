namespace Clientele.Models;

/// <summary>What is known of customers who are to be divided.</summary>
/// <param name="Features">n × d finite values as people know them: not scaled.</param>
/// <param name="Worth">What each customer is worth: forests learn to tell it, and segment 1 has the highest mean.</param>
/// <param name="WorthColumn">The column of the features that says the same, which forests must not see; −1 if there is none.</param>
public sealed record SegmentInput(Matrix Features, double[] Worth, int WorthColumn = -1);
