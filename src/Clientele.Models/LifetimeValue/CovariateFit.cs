namespace Clientele.Models;

/// <summary>What was learned of buying and stopping, and how covariates change it.</summary>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Parameters">Of a customer whose covariates are all 0, then the coefficients: transaction.NAME, dropout.NAME.</param>
/// <param name="LogLikelihood">ln of the density of all histories, without a penalty.</param>
/// <param name="Converged">Whether the gradient is nothing to the likelihood.</param>
/// <param name="Note">What to know of the fit, in a sentence; empty if nothing is amiss.</param>
public sealed record CovariateFit(
    string Model,
    IReadOnlyList<Estimate> Parameters,
    double LogLikelihood,
    bool Converged,
    string Note
)
{
    /// <summary>The model whose processes are used, if it is not the one that was asked for.</summary>
    public string? Fallback { get; init; }

    /// <summary>The law of a customer with some covariates.</summary>
    /// <param name="covariates">One a column, as learned.</param>
    public IPurchaseProcess Process(ReadOnlySpan<double> covariates) => Law(covariates.ToArray());

    internal Func<double[], IPurchaseProcess> Law { get; init; } = _ => new Nbd(1, 1);
}
