namespace Clientele.Insights;

/// <summary>Every measure against every other, by group: a grid of small scatters that share their axes.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Axes">The measures, at most 6: rows downwards, columns to the right. The diagonal shows how often values are.</param>
/// <param name="Groups">Points by group; about 250 of each are enough.</param>
public sealed record PairFigure(
    string Slug,
    string Title,
    string Text,
    IReadOnlyList<Axis> Axes,
    IReadOnlyList<PairGroup> Groups
) : Figure(Slug, Title, Text);

/// <summary>Points of one group.</summary>
/// <param name="Name">Written in the key.</param>
/// <param name="Values">One list a measure, equally long; NaN is not drawn.</param>
public sealed record PairGroup(string Name, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>True for points in no group (noise): small, grey and behind the others.</summary>
    public bool Quiet { get; init; }
}
