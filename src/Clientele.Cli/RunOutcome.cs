using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What a run came to.</summary>
/// <param name="Manifest">Of the published run.</param>
/// <param name="IsNew">False if the same run was published already.</param>
/// <param name="Insights">The answers; empty if nothing was asked again.</param>
sealed record RunOutcome(Manifest Manifest, bool IsNew, IReadOnlyList<Insight> Insights)
{
    /// <summary>What the user hardly meant; null if there is nothing of the kind.</summary>
    internal string? Warning { get; init; }
}
