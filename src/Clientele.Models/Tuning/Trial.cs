namespace Clientele.Models;

/// <summary>A trial of a search that is over.</summary>
/// <param name="Number">From 0 on.</param>
/// <param name="Values">What was tried, as it would be written in settings; only parameters that were there.</param>
/// <param name="Score">The higher the better; NaN if it gave none. Of a pruned trial the last value on the way.</param>
/// <param name="Steps">Values on the way, in order.</param>
/// <param name="Pruned">Whether it was given up on the way.</param>
public sealed record Trial(
    int Number,
    IReadOnlyDictionary<string, string> Values,
    double Score,
    IReadOnlyList<double> Steps,
    bool Pruned
)
{
    /// <summary>Whether it was run to its end and gave a score.</summary>
    public bool IsWhole => !Pruned && !double.IsNaN(Score);
}
