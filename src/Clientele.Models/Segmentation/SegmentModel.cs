namespace Clientele.Models;

/// <summary>Segments that were chosen, with all that it takes to put other customers into them.</summary>
/// <param name="Plan">How customers were divided.</param>
/// <param name="Features">Names of the features, in the order of their columns.</param>
/// <param name="Space">How other customers come to where the segments are.</param>
/// <param name="Clustering">The segments there, by the numbers of the algorithm.</param>
/// <param name="Order">The segment, from 0, of each cluster of the algorithm: 0 has the highest mean worth.</param>
public sealed record SegmentModel(
    SegmentPlan Plan,
    IReadOnlyList<string> Features,
    LaidOut Space,
    IClustering Clustering,
    IReadOnlyList<int> Order
)
{
    /// <summary>Names of the segments in their order; a last one beyond them is that of noise.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The name of a segment, or of noise.</summary>
    public string NameOf(int label) => Names[label == IClustering.Noise ? Order.Count : label];

    /// <summary>The segments of the customers that it was learned from; <see cref="IClustering.Noise"/> for none.</summary>
    public int[] Labels => InOrder(Clustering.Labels);

    /// <summary>A model of a trial, its segments ordered by what their customers are worth.</summary>
    /// <param name="trial">What was found.</param>
    /// <param name="features">Names of the features.</param>
    /// <param name="worth">One a customer.</param>
    public static SegmentModel Of(SegmentTrial trial, IReadOnlyList<string> features, double[] worth) =>
        new(
            trial.Score.Plan,
            features,
            trial.Space,
            trial.Clustering,
            ByWorth(trial.Clustering.Labels, trial.Clustering.Clusters, worth)
        );

    /// <summary>The segments of other customers, and how sure they are.</summary>
    /// <param name="features">m × d finite values as people know them.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite or has no logarithm.</exception>
    public Assignment Assign(Matrix features, CancellationToken cancel = default)
    {
        var found = Clustering.Assign(Space.Transform(features, cancel));
        return found with { Labels = InOrder(found.Labels) };
    }

    /// <summary>The place of each cluster when the one of the highest mean worth comes first; of equals the one of the first customer.</summary>
    internal static int[] ByWorth(int[] labels, int clusters, double[] worth)
    {
        var (sums, counts, firsts) = (new double[clusters], new int[clusters], new int[clusters]);
        Array.Fill(firsts, int.MaxValue);
        for (var row = 0; row < labels.Length; row++)
        {
            if (labels[row] is var label and not IClustering.Noise)
            {
                sums[label] += worth[row];
                counts[label]++;
                firsts[label] = Math.Min(firsts[label], row);
            }
        }

        int[] ranked =
        [
            .. Enumerable
                .Range(0, clusters)
                .OrderByDescending(c => counts[c] == 0 ? double.NegativeInfinity : sums[c] / counts[c])
                .ThenBy(c => firsts[c]),
        ];
        var places = new int[clusters];
        for (var place = 0; place < clusters; place++)
        {
            places[ranked[place]] = place;
        }

        return places;
    }

    int[] InOrder(int[] labels) =>
        [.. labels.Select(label => label == IClustering.Noise ? IClustering.Noise : Order[label])];
}
