using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Where customers lie in a plane.</summary>
static class SegmentPlaces
{
    /// <summary>The first two coordinates of the segments' space; of the features themselves their first two principal components.</summary>
    /// <returns>n × 2, or n × 1 of a single feature.</returns>
    internal static Matrix Of(SegmentModel model, Matrix scaled, CancellationToken cancel) =>
        model.Space.Embedding?.Points
        ?? (scaled.Columns <= 2 ? scaled : new Pca(new PcaOptions()).Fit(scaled, cancel).Points);
}
