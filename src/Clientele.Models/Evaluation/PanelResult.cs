namespace Clientele.Models;

/// <summary>The scores of one number of clusters; NaN where a member was left out.</summary>
/// <param name="K">Number of clusters.</param>
/// <param name="Inertia">Sum of squared distances to the centers.</param>
/// <param name="Silhouette">Mean silhouette, from −1 to 1.</param>
/// <param name="SilhouetteError">Its standard error; 0 if it is exact.</param>
/// <param name="CalinskiHarabasz">Spread between against within; more is better.</param>
/// <param name="DaviesBouldin">Likeness of neighbours; less is better.</param>
/// <param name="Gap">Gap statistic.</param>
/// <param name="GapError">Its s(k).</param>
/// <param name="StabilityAri">Mean adjusted Rand index of the subsamples.</param>
/// <param name="StabilitySd">Standard deviation of that index.</param>
/// <param name="Chosen">Whether the panel chose this number.</param>
public sealed record PanelRow(
    int K,
    double Inertia,
    double Silhouette,
    double SilhouetteError,
    double CalinskiHarabasz,
    double DaviesBouldin,
    double Gap,
    double GapError,
    double StabilityAri,
    double StabilitySd,
    bool Chosen
);

/// <summary>What one member says.</summary>
/// <param name="Member">Who.</param>
/// <param name="Vote">Its best number of clusters from <see cref="PanelOptions.MinClusters"/> on; null for no opinion.</param>
/// <param name="Unrestricted">Its best of all that were tried (the gap may say 1); null for no opinion.</param>
public sealed record PanelVote(PanelMember Member, int? Vote, int? Unrestricted);

/// <summary>What a panel says about a set of points.</summary>
/// <param name="Rows">One a number of clusters, ascending.</param>
/// <param name="Votes">One a member, in the order of the settings.</param>
/// <param name="Chosen">The number of clusters with most votes; of equals the one with the greater silhouette, then the smaller.</param>
/// <param name="Clusterings">The clustering of every row.</param>
public sealed record PanelResult(
    IReadOnlyList<PanelRow> Rows,
    IReadOnlyList<PanelVote> Votes,
    int Chosen,
    IReadOnlyList<CenterClustering> Clusterings
)
{
    /// <summary>The clustering with the chosen number of clusters.</summary>
    public CenterClustering Best => Clusterings[Chosen - Rows[0].K];
}
