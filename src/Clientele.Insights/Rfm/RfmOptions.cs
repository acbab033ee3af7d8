using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Clientele.Insights;

/// <summary>What frequency counts.</summary>
public enum FrequencyOf
{
    /// <summary>Different orders.</summary>
    Orders,

    /// <summary>Lines of orders, as system C did.</summary>
    Lines,
}

/// <summary>How values become scores.</summary>
public enum ScoreMethod
{
    /// <summary>Five scores, cut at the fifths.</summary>
    Quintiles,

    /// <summary>Four scores, cut at the quarters.</summary>
    Quartiles,

    /// <summary>Three scores, cut at the thirds.</summary>
    Tertiles,

    /// <summary>Cut at the values that the settings name.</summary>
    Cuts,

    /// <summary>Cut between the best one-dimensional clusters, as system E did.</summary>
    Kmeans,
}

/// <summary>What the M score is cut from.</summary>
public enum MonetarySource
{
    /// <summary>The money, as it should be.</summary>
    Monetary,

    /// <summary>The frequency: the fault of system C, kept to reproduce its printed levels.</summary>
    Frequency,
}

/// <summary>Settings of <see cref="Rfm"/>.</summary>
public sealed record RfmOptions : IValidatableObject
{
    /// <summary>What frequency counts.</summary>
    public FrequencyOf Frequency { get; init; }

    /// <summary>How values become scores.</summary>
    public ScoreMethod Scores { get; init; }

    /// <summary>What the M score is cut from.</summary>
    public MonetarySource MonetaryFrom { get; init; }

    /// <summary>Limits of days since the last order, ascending; only with cuts. A value on a limit lies below it.</summary>
    public IReadOnlyList<double> RecencyCuts { get; init; } = [];

    /// <summary>Limits of the frequency, ascending; only with cuts.</summary>
    public IReadOnlyList<double> FrequencyCuts { get; init; } = [];

    /// <summary>Limits of the money, ascending; only with cuts.</summary>
    public IReadOnlyList<double> MonetaryCuts { get; init; } = [];

    /// <summary>Clusters of days since the last order; only with kmeans.</summary>
    [Range(2, 9)]
    public int RecencyClusters { get; init; } = 4;

    /// <summary>Clusters of the frequency; only with kmeans.</summary>
    [Range(2, 9)]
    public int FrequencyClusters { get; init; } = 4;

    /// <summary>Clusters of the money; only with kmeans.</summary>
    [Range(2, 9)]
    public int MonetaryClusters { get; init; } = 4;

    /// <summary>Least sum of scores of the level Top; unset: 80 % of the way up.</summary>
    [Range(3, 27)]
    public int? LevelTop { get; init; }

    /// <summary>Least sum of scores of the level Middle; unset: half of the way up.</summary>
    [Range(3, 27)]
    public int? LevelMiddle { get; init; }

    /// <summary>Least sum of the level Top: as set, else 80 % of the highest sum.</summary>
    internal int TopFrom(int most) => LevelTop ?? (int)Math.Ceiling(0.8 * most);

    /// <summary>Least sum of the level Middle: as set, else half of the highest sum.</summary>
    internal int MiddleFrom(int most) => LevelMiddle ?? (int)Math.Ceiling(0.5 * most);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Faults().Select(fault => new ValidationResult(fault));

    IEnumerable<string> Faults()
    {
        var given = new[] { RecencyCuts, FrequencyCuts, MonetaryCuts }.Count(cuts => cuts.Count > 0);
        if (Scores == ScoreMethod.Cuts && given < 3)
        {
            yield return "scores by cuts need recency_cuts, frequency_cuts and monetary_cuts.";
        }

        if (Scores != ScoreMethod.Cuts && given > 0)
        {
            yield return "recency_cuts, frequency_cuts and monetary_cuts go with scores=cuts.";
        }

        foreach (var fault in CutFaults().Concat(LevelFaults()))
        {
            yield return fault;
        }
    }

    IEnumerable<string> CutFaults() =>
        from measure in new[]
        {
            (Name: "recency_cuts", Cuts: RecencyCuts),
            (Name: "frequency_cuts", Cuts: FrequencyCuts),
            (Name: "monetary_cuts", Cuts: MonetaryCuts),
        }
        where
            !measure.Cuts.All(double.IsFinite)
            || measure.Cuts.Zip(measure.Cuts.Skip(1)).Any(pair => pair.First >= pair.Second)
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Name} are {string.Join(", ", measure.Cuts)}, but must ascend, each above the one before."
        );

    IEnumerable<string> LevelFaults()
    {
        var most = Scores switch
        {
            ScoreMethod.Quintiles => 15,
            ScoreMethod.Quartiles => 12,
            ScoreMethod.Tertiles => 9,
            ScoreMethod.Cuts => RecencyCuts.Count + FrequencyCuts.Count + MonetaryCuts.Count + 3,
            _ => RecencyClusters + FrequencyClusters + MonetaryClusters,
        };
        foreach (var (name, level) in new[] { ("level_top", LevelTop), ("level_middle", LevelMiddle) })
        {
            if (level > most)
            {
                yield return $"{name} is {level}, but the highest sum of scores is {most}.";
            }
        }

        if (TopFrom(most) < MiddleFrom(most))
        {
            yield return $"level_top is {TopFrom(most)}, but must not be less than level_middle, {MiddleFrom(most)}.";
        }
    }
}
