namespace Clientele.Models;

/// <summary>Normal distributions that points are drawn from, each with its chance.</summary>
/// <param name="Weights">Chance of every component; they add up to 1.</param>
/// <param name="Means">k × d: the middles of the components.</param>
/// <param name="Covariances">One d × d a component, symmetric and positive definite, with what was added to the variances.</param>
/// <param name="Regularization">The most that was added to the variances of a component, in squared units of the points.</param>
public sealed record Mixture(
    IReadOnlyList<double> Weights,
    Matrix Means,
    IReadOnlyList<Matrix> Covariances,
    double Regularization
)
{
    /// <summary>Components whose spread in some direction is at least half what was added: without it they would shrink to nothing.</summary>
    /// <remarks>More likely than any real one, and an artefact of the points: a run without such a component is preferred.</remarks>
    public int Collapsed => Covariances.Count(IsCollapsed);

    /// <summary>The same without some components; the weights of the others are brought to 1.</summary>
    internal Mixture Only(int[] components)
    {
        var total = components.Sum(c => Weights[c]);
        return new(
            [.. components.Select(c => Weights[c] / total)],
            Means.Take(components),
            [.. components.Select(c => Covariances[c])],
            Regularization
        );
    }

    bool IsCollapsed(Matrix covariance)
    {
        var factor = Cholesky.Factor(covariance);
        return factor == null
            || Enumerable.Range(0, factor.Rows).Any(i => factor[i][i] * factor[i][i] <= 2 * Regularization);
    }
}
