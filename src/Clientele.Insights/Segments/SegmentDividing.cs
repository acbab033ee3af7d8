using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Divides customers as the settings say.</summary>
sealed class SegmentDividing(SegmentOptions options, PanelOptions panel)
{
    /// <exception cref="InsufficientDataException">Nothing that was tried is of use.</exception>
    internal SegmentDivision Of(Study study, SegmentFeatures features, CancellationToken cancel) =>
        options.IsPlain ? ByPanel(study, features, cancel) : ByComparison(study, features, cancel);

    ScalerOptions Scale =>
        new()
        {
            Transform = options.Transform,
            Method = ScaleMethod.ZScore,
            Decimals = options.Decimals,
        };

    SegmentDivision ByPanel(Study study, SegmentFeatures features, CancellationToken cancel)
    {
        var scaling = new Scaler(Scale).Fit(features.Values);
        var scaled = scaling.Apply(features.Values);
        var result = new ClusterPanel(PanelFor(study, features, scaled)).Fit(scaled, cancel);
        var chosen = (options.Clusters ?? result.Chosen) - result.Rows[0].K;
        var tried = result
            .Rows.Select(row => new SegmentScore(
                new SegmentPlan { Scale = Scale, Clusters = row.K },
                row.K,
                NoiseShare: 0,
                row.Silhouette,
                row.Silhouette,
                row.CalinskiHarabasz,
                row.DaviesBouldin,
                row.StabilityAri,
                Fault: null
            ))
            .ToList();
        var trial = new SegmentTrial(
            tried[chosen],
            new LaidOut(scaling, scaled, null),
            result.Clusterings[chosen]
        );
        return new SegmentDivision(
            tried,
            chosen,
            SegmentModel.Of(trial, features.Names, features.Worth),
            result
        );
    }

    /// <summary>No more segments are tried than there are different customers.</summary>
    /// <exception cref="InsufficientDataException">There are fewer of them than must be tried.</exception>
    PanelOptions PanelFor(Study study, SegmentFeatures features, Matrix scaled)
    {
        var clusters = options.Clusters ?? panel.Smallest;
        var different = Different(study, features, scaled, Math.Max(panel.MinClusters, clusters));
        return panel with
        {
            Seed = study.Seed,
            Threads = study.Threads,
            Smallest = Math.Min(panel.Smallest, clusters),
            Largest = different,
        };
    }

    /// <summary>Different customers, up to the most segments that are asked for.</summary>
    /// <exception cref="InsufficientDataException">There are fewer than the least.</exception>
    int Different(Study study, SegmentFeatures features, Matrix scaled, int least)
    {
        var different = Enumerable
            .Range(0, scaled.Rows)
            .Select(row => string.Join(';', scaled[row].ToArray().Select(BitConverter.DoubleToInt64Bits)))
            .Distinct()
            .Take(Math.Max(panel.Largest, options.Clusters ?? 0))
            .Count();
        return different >= least
            ? different
            : throw new InsufficientDataException(
                $"Segments need customers who differ in {Words.And([.. features.Names.Select(Words.Of)])}: "
                    + $"{study.Numbers.Count(least)} different kinds at least; this shop has {study.Numbers.Count(different)}."
            );
    }

    SegmentDivision ByComparison(Study study, SegmentFeatures features, CancellationToken cancel)
    {
        var scaled = new Scaler(Scale).Fit(features.Values).Apply(features.Values);
        var least = options.Clusters ?? Math.Max(panel.Smallest, 2);
        var different = Different(study, features, scaled, least);
        var lab = new LabOptions
        {
            Spaces = options.Space,
            Algorithms = options.Algorithm,
            Scales = [Scale],
            Neighbors = options.Neighbors,
            Eps = options.Eps,
            MinSamples = options.MinSamples,
            Smallest = least,
            Largest = options.Clusters ?? different,
            Least = Math.Max(4, panel.MinClusters),
            StabilityRounds = panel.StabilityRounds,
            SilhouetteSample = panel.SilhouetteSample,
            Seed = study.Seed,
            Threads = study.Threads,
        };
        return options.Budget is { } budget
            ? BySearch(study, features, lab, budget, cancel)
            : Taken(features, new SegmentationLab(lab).Compare(features.Input, cancel));
    }

    SegmentDivision BySearch(
        Study study,
        SegmentFeatures features,
        LabOptions lab,
        SearchBudget budget,
        CancellationToken cancel
    )
    {
        // Who names neither space nor algorithm wants all of them.
        var open = options.Space is [SegmentSpace.Raw] && options.Algorithm is [SegmentAlgorithm.Kmeans];
        var wide = lab with
        {
            Spaces = open ? Enum.GetValues<SegmentSpace>() : lab.Spaces,
            Algorithms = open ? Enum.GetValues<SegmentAlgorithm>() : lab.Algorithms,
            Scales = [Scale, .. OtherScales(features.Values).Where(scale => scale != Scale)],
        };
        var found = new SegmentSearch(wide, SearchMethod.TreeParzen).Run(
            features.Input,
            (budget, TimeProvider.System),
            [.. study.Notes.Lines.Select(ModelJson.Read<SearchedTrial>)],
            trial => study.Notes.Add(ModelJson.Write(trial)),
            cancel
        );
        var scores = found.Trials.Select(one => one.Score).ToList();
        return Taken(
            features,
            scores,
            found.Best == null ? -1 : scores.IndexOf(found.Best.Score),
            found.Best == null ? [] : [found.Best]
        );
    }

    /// <summary>Scales beside that of the settings, those that every value allows.</summary>
    static IEnumerable<ScalerOptions> OtherScales(Matrix values)
    {
        var least = Enumerable.Range(0, values.Columns).Min(c => values.Column(c).Min());
        ShapeTransform[] tried =
        [
            ShapeTransform.None,
            ShapeTransform.Log1p,
            ShapeTransform.YeoJohnson,
            ShapeTransform.QuantileNormal,
        ];
        return tried
            .Where(transform => least > Scaling.LeastOf(transform))
            .Select(transform => new ScalerOptions { Transform = transform });
    }

    static SegmentDivision Taken(SegmentFeatures features, LabResult result) =>
        Taken(features, [.. result.Trials.Select(t => t.Score)], result.Chosen, result.Trials) with
        {
            IsSaid = result.Trials.Count == 1,
        };

    /// <exception cref="InsufficientDataException">Nothing that was tried is of use.</exception>
    static SegmentDivision Taken(
        SegmentFeatures features,
        List<SegmentScore> scores,
        int chosen,
        IReadOnlyList<SegmentTrial> trials
    )
    {
        if (chosen < 0)
        {
            throw new InsufficientDataException(
                $"None of {scores.Count} ways to divide the customers is of use: {SegmentReasons.Faults(scores)}. "
                    + "Compare other spaces or algorithms, or say the number of segments."
            );
        }

        var best = trials.First(trial => trial.Score == scores[chosen]);
        return new SegmentDivision(
            scores,
            chosen,
            SegmentModel.Of(best, features.Names, features.Worth),
            Panel: null
        )
        {
            Trials = trials,
        };
    }
}
