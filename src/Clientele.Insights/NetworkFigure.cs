namespace Clientele.Insights;

/// <summary>A network: circles and lines between them.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Nodes">The circles.</param>
/// <param name="Edges">The lines.</param>
/// <param name="Groups">Names of the groups, by which circles are coloured.</param>
public sealed record NetworkFigure(
    string Slug,
    string Title,
    string Text,
    IReadOnlyList<NetworkNode> Nodes,
    IReadOnlyList<NetworkEdge> Edges,
    IReadOnlyList<string> Groups
) : Figure(Slug, Title, Text)
{
    /// <summary>What the size of a circle counts: "orders".</summary>
    public string SizeUnit { get; init; } = "orders";

    /// <summary>What the width of a line is: "confidence".</summary>
    public string WeightUnit { get; init; } = "confidence";

    /// <summary>How a width is written.</summary>
    public NumberFormat WeightFormat { get; init; } = NumberFormat.Share;
}

/// <summary>A circle.</summary>
/// <param name="Label">Its name.</param>
/// <param name="X">Place to the right.</param>
/// <param name="Y">Place up.</param>
/// <param name="Size">Its area.</param>
/// <param name="Group">Index of its group.</param>
public sealed record NetworkNode(string Label, double X, double Y, double Size, int Group);

/// <summary>A line.</summary>
/// <param name="From">Index of a node.</param>
/// <param name="To">Index of another.</param>
/// <param name="Weight">Its width.</param>
public sealed record NetworkEdge(int From, int To, double Weight);
