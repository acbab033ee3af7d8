namespace Clientele.Insights;

/// <summary>How well every thing lies in its group: a blade a group, of values from the best to the worst (silhouettes).</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Measure">What the lengths are: "silhouette".</param>
/// <param name="Unit">What the heights count: "customers".</param>
/// <param name="Mean">Mean of all values, marked with a line; NaN for none.</param>
/// <param name="Blades">The groups, top first.</param>
public sealed record BladesFigure(
    string Slug,
    string Title,
    string Text,
    string Measure,
    string Unit,
    double Mean,
    IReadOnlyList<Blade> Blades
) : Figure(Slug, Title, Text);

/// <summary>The values of one group.</summary>
/// <param name="Name">Written beside the blade.</param>
/// <param name="Size">Things in the group: the height of the blade.</param>
/// <param name="Mean">Mean of their values, written at the blade's end.</param>
/// <param name="Values">From −1 to 1, greatest first: all, or quantiles of equal steps; 200 are enough for any group.</param>
public sealed record Blade(string Name, double Size, double Mean, IReadOnlyList<double> Values)
{
    /// <summary>True for those in no group (noise): grey.</summary>
    public bool Quiet { get; init; }
}
