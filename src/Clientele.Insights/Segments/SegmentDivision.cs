using Clientele.Models;

namespace Clientele.Insights;

/// <summary>How customers were divided, and what else was tried.</summary>
/// <param name="Tried">Everything, scored.</param>
/// <param name="Chosen">The place of what was taken.</param>
/// <param name="Model">What was taken.</param>
/// <param name="Panel">The votes; null where a comparison decided.</param>
sealed record SegmentDivision(
    IReadOnlyList<SegmentScore> Tried,
    int Chosen,
    SegmentModel Model,
    PanelResult? Panel
)
{
    internal SegmentScore Best => Tried[Chosen];

    /// <summary>Whether the settings ask for one way and nothing else.</summary>
    internal bool IsSaid { get; init; }

    /// <summary>Spaces that were compared, each once; none where the panel decided.</summary>
    internal IReadOnlyList<SegmentTrial> Trials { get; init; } = [];
}
