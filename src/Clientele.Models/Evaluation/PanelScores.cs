namespace Clientele.Models;

/// <summary>Works out the scores of a panel's members.</summary>
sealed class PanelScores(PanelOptions panel, Matrix points, CenterClustering[] clusterings)
{
    static readonly Stability NoStability = new(double.NaN, double.NaN, []);

    readonly int[] _sample = Seeds.Sample(points.Rows, panel.SampleSize, new Random(panel.Seed));

    /// <summary>Gaps from one cluster on; null if the gap is no member.</summary>
    internal GapResult? Gaps { get; private set; }

    /// <summary>One row a clustering, none chosen yet.</summary>
    internal List<PanelRow> Rows(CancellationToken cancel)
    {
        var silhouettes = Silhouettes(cancel);
        Gaps = Has(PanelMember.Gap) ? GapsOf(cancel) : null;
        var stabilities = Stabilities(cancel);
        return
        [
            .. clusterings.Select(
                (clustering, i) =>
                    Row(clustering, silhouettes?[i] ?? SilhouetteScore.None, stabilities?[i] ?? NoStability)
            ),
        ];
    }

    PanelRow Row(CenterClustering clustering, SilhouetteScore silhouette, Stability stability)
    {
        var k = clustering.Centers.Rows;
        var labels = clustering.Labels;
        var gap = Gaps?.Rows.FirstOrDefault(row => row.K == k);
        return new PanelRow(
            k,
            clustering.Inertia,
            silhouette.Mean,
            silhouette.StandardError,
            Has(PanelMember.CalinskiHarabasz) ? CalinskiHarabasz.Of(points, labels) : double.NaN,
            Has(PanelMember.DaviesBouldin) ? DaviesBouldin.Of(points, labels) : double.NaN,
            gap?.Gap ?? double.NaN,
            gap?.Error ?? double.NaN,
            stability.Mean,
            stability.StandardDeviation,
            Chosen: false
        );
    }

    bool Has(PanelMember member) => panel.Members.Contains(member);

    IReadOnlyList<SilhouetteScore>? Silhouettes(CancellationToken cancel) =>
        Has(PanelMember.Silhouette)
            ? Silhouette.Sampled(
                points,
                [.. clusterings.Select(c => c.Labels)],
                new SampleOptions { Size = panel.SilhouetteSample, Seed = panel.Seed },
                panel.Threads,
                cancel
            )
            : null;

    GapResult GapsOf(CancellationToken cancel)
    {
        // One cluster comes first, so that the gap can say that there is nothing to divide.
        int[] ks = [1, .. clusterings.Select(c => c.Centers.Rows)];
        return new GapStatistic(
            new GapOptions
            {
                References = panel.GapReferences,
                Starts = Math.Min(3, panel.Starts),
                Seed = panel.Seed,
                Threads = panel.Threads,
            }
        ).Of(points.Take(_sample), [.. ks.Where(k => k < _sample.Length)], cancel);
    }

    Stability[]? Stabilities(CancellationToken cancel)
    {
        if (!Has(PanelMember.Stability))
        {
            return null;
        }

        var sample = points.Take(_sample);
        var stability = new BootstrapStability(
            new StabilityOptions
            {
                Rounds = panel.StabilityRounds,
                Seed = panel.Seed,
                Threads = panel.Threads,
            }
        );
        return [.. clusterings.Select(c => StabilityOf(stability, sample, c, cancel))];
    }

    Stability StabilityOf(
        BootstrapStability stability,
        Matrix sample,
        CenterClustering clustering,
        CancellationToken cancel
    )
    {
        var clusters = clustering.Centers.Rows;
        if (clusters > sample.Rows * 0.8)
        {
            return NoStability;
        }

        var options = new KMeansOptions
        {
            Clusters = clusters,
            Starts = Math.Min(3, panel.Starts),
            Threads = 1,
        };
        var reference = clustering with { Labels = [.. _sample.Select(row => clustering.Labels[row])] };
        return stability.Of(sample, reference, seed => new KMeans(options with { Seed = seed }), cancel);
    }
}
