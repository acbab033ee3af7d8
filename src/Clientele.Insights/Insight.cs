namespace Clientele.Insights;

/// <summary>The answer to one question of the owner: every medium shows this same record.</summary>
/// <param name="Slug">Name of the question, snake_case.</param>
/// <param name="Question">As the owner would ask it.</param>
/// <param name="Answer">One or two sentences that stand alone.</param>
/// <param name="KeyFigures">The few numbers to read first.</param>
/// <param name="Figures">Pictures, most important first.</param>
/// <param name="Caveats">What the reader must know before acting; sentences.</param>
/// <param name="Tables">Names of the result tables that hold the whole answer.</param>
public sealed record Insight(
    string Slug,
    string Question,
    string Answer,
    IReadOnlyList<KeyFigure> KeyFigures,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<string> Caveats,
    IReadOnlyList<string> Tables
)
{
    /// <summary>True for a question that had too little data: <see cref="Answer"/> says what it needs.</summary>
    public bool Unanswered { get; init; }
}

/// <summary>A number to read first.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number; NaN is shown as a dash.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Note">A few words beneath, or empty.</param>
public sealed record KeyFigure(string Label, double Value, NumberFormat Format, string Note = "")
{
    /// <summary>True for one of the few numbers of the whole report that an owner wants to see before all others.</summary>
    public bool Headline { get; init; }
}
