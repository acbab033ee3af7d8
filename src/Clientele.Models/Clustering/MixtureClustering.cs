namespace Clientele.Models;

/// <summary>Points divided by the component of a mixture that most likely made them.</summary>
/// <param name="Labels">One a point: the most likely component, the first of equally likely ones.</param>
/// <param name="Mixture">The components, the heaviest first.</param>
/// <param name="Shape">What the covariances may look like.</param>
/// <param name="LogLikelihood">Natural logarithm of the density of all points together.</param>
/// <param name="Converged">Whether the passes over all points settled before they ran out.</param>
/// <param name="Passes">Passes over all points, of the start that was kept.</param>
public sealed record MixtureClustering(
    int[] Labels,
    Mixture Mixture,
    CovarianceShape Shape,
    double LogLikelihood,
    bool Converged,
    int Passes
) : IClustering
{
    /// <inheritdoc/>
    public int Clusters => Mixture.Weights.Count;

    /// <summary>Numbers that were learned: weights, means and the free entries of the covariances.</summary>
    public int Parameters
    {
        get
        {
            var (k, d) = (Clusters, Mixture.Means.Columns);
            var covariances = Shape switch
            {
                CovarianceShape.Full => k * d * (d + 1) / 2,
                CovarianceShape.Tied => d * (d + 1) / 2,
                CovarianceShape.Diagonal => k * d,
                _ => k,
            };
            return k - 1 + (k * d) + covariances;
        }
    }

    /// <summary>Bayesian information criterion, p·ln n − 2·ln L; less is better, as in scikit-learn (mclust turns the sign).</summary>
    /// <remarks>Source: Schwarz (1978), Annals of Statistics 6(2).</remarks>
    public double Bic => (Parameters * Math.Log(Labels.Length)) - (2 * LogLikelihood);

    /// <summary>Akaike's information criterion, 2·p − 2·ln L; less is better.</summary>
    /// <remarks>Source: Akaike (1974), IEEE Transactions on Automatic Control 19(6).</remarks>
    public double Aic => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>The most likely components of other points; the confidence is the share of that component in the point.</summary>
    public Assignment Assign(Matrix points)
    {
        var scores = Scores(points);
        return new Assignment(scores.Labels, scores.Confidence);
    }

    /// <summary>Shares of the components in other points: how likely each of them made the point.</summary>
    /// <param name="points">m × d finite values on the scale of the points that were learned from.</param>
    /// <returns>m × k; each row adds up to 1.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public Matrix Responsibilities(Matrix points) => Scores(points, shares: true).Shares!;

    /// <summary>Natural logarithms of the densities of other points; a low one is an outlier.</summary>
    /// <param name="points">m × d finite values on the scale of the points that were learned from.</param>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public double[] LogLikelihoods(Matrix points) => Scores(points).LogLikelihoods;

    MixtureScores Scores(Matrix points, bool shares = false)
    {
        Require.Columns(points, Mixture.Means.Columns, "The mixture has");
        var packed = new PackedPoints(Require.Finite(points, "A prediction"));
        return MixtureScores.Of(packed, Mixture, Shape, shares, threads: 1, CancellationToken.None);
    }
}
