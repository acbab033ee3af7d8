namespace Clientele.Insights;

/// <summary>How many went from which group to which: ribbons from left to right.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Unit">What a width counts: "customers".</param>
/// <param name="Format">How a count is written.</param>
/// <param name="Left">Where they were.</param>
/// <param name="Right">Where they are.</param>
/// <param name="Flows">What went from one to the other; what is not above 0 is not drawn.</param>
public sealed record SankeyFigure(
    string Slug,
    string Title,
    string Text,
    string Unit,
    NumberFormat Format,
    SankeySide Left,
    SankeySide Right,
    IReadOnlyList<Flow> Flows
) : Figure(Slug, Title, Text);

/// <summary>The groups on one side.</summary>
/// <param name="Title">What the side is: "on 1 May".</param>
/// <param name="Names">Top first. A name on both sides is the same group. The right side may be drawn in another order.</param>
public sealed record SankeySide(string Title, IReadOnlyList<string> Names)
{
    /// <summary>Indices of what is no group, such as those who joined or left: grey and at the foot.</summary>
    public IReadOnlyList<int> Quiet { get; init; } = [];
}

/// <summary>One ribbon.</summary>
/// <param name="From">Index of the group on the left.</param>
/// <param name="To">Index of the group on the right.</param>
/// <param name="Count">Its width.</param>
public sealed record Flow(int From, int To, double Count);
