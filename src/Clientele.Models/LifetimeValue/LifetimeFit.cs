namespace Clientele.Models;

/// <summary>A number that was learned.</summary>
/// <param name="Name">As papers call it: r, alpha, a, b, s, beta, p, q, v.</param>
/// <param name="Value">Its value.</param>
/// <param name="StandardError">Of the value; NaN where the likelihood does not say.</param>
public sealed record Estimate(string Name, double Value, double StandardError);

/// <summary>What was learned of buying and stopping.</summary>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Process">What to use: of the model, or of the one that it fell back to.</param>
/// <param name="Parameters">Of the model that was asked for.</param>
/// <param name="LogLikelihood">ln of the density of all histories, without a penalty.</param>
/// <param name="Converged">Whether the gradient is nothing to the likelihood.</param>
/// <param name="Note">What to know of the fit, in a sentence; empty if nothing is amiss.</param>
public sealed record LifetimeFit(
    string Model,
    IPurchaseProcess Process,
    IReadOnlyList<Estimate> Parameters,
    double LogLikelihood,
    bool Converged,
    string Note
)
{
    /// <summary>The model whose process is used, if it is not the one that was asked for.</summary>
    public string? Fallback { get; init; }

    /// <summary>The process with other parameters, as far as the likelihood leaves them open.</summary>
    internal Func<Random, IPurchaseProcess>? Another { get; init; }

    /// <summary>Processes with parameters drawn from what the likelihood leaves open; the process itself where it does not say.</summary>
    internal IReadOnlyList<IPurchaseProcess> Alike(int count, int seed)
    {
        var random = new Random(Seeds.Of(seed));
        return Another == null ? [Process] : [.. Enumerable.Range(0, count).Select(_ => Another(random))];
    }
}
