namespace Clientele.Insights;

/// <summary>The grain of cohorts.</summary>
public enum CohortPeriod
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Weeks from Monday.</summary>
    Week,

    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Calendar quarters.</summary>
    Quarter,
}

/// <summary>Settings of <see cref="Cohorts"/>.</summary>
public sealed record CohortOptions
{
    /// <summary>The grain.</summary>
    public CohortPeriod Period { get; init; }
}
