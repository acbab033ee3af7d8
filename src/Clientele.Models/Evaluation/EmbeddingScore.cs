namespace Clientele.Models;

/// <summary>How well neighborhoods outlast an embedding.</summary>
/// <param name="Trustworthiness">From 0 to 1: whether those who are neighbors in the embedding were near before.</param>
/// <param name="TrustworthinessError">Its standard error from sampling; 0 if every point was looked at.</param>
/// <param name="NeighborRecall">From 0 to 1: mean share of a point's neighbors that are its neighbors in the embedding too.</param>
/// <param name="NeighborRecallError">Its standard error from sampling; 0 if every point was looked at.</param>
public sealed record EmbeddingScore(
    double Trustworthiness,
    double TrustworthinessError,
    double NeighborRecall,
    double NeighborRecallError
);
