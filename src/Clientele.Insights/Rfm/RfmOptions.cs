using System.ComponentModel.DataAnnotations;

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

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var given = new[] { RecencyCuts, FrequencyCuts, MonetaryCuts }.Count(cuts => cuts.Count > 0);
        if (Scores == ScoreMethod.Cuts && given < 3)
        {
            yield return new("scores by cuts need recency_cuts, frequency_cuts and monetary_cuts.");
        }

        if (Scores != ScoreMethod.Cuts && given > 0)
        {
            yield return new("recency_cuts, frequency_cuts and monetary_cuts go with scores=cuts.");
        }
    }
}
