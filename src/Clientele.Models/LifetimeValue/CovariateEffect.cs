namespace Clientele.Models;

/// <summary>Where covariates act in a law: a parameter is its base times e^(sign · γ'z).</summary>
/// <param name="Name">What the coefficients are told by.</param>
/// <param name="Parameter">Place of the parameter.</param>
/// <param name="Sign">−1 for a scale of rates, so that a positive coefficient means faster.</param>
sealed record CovariateEffect(string Name, int Parameter, int Sign)
{
    internal static IReadOnlyList<CovariateEffect> Of(LifetimeLaw law) =>
        law switch
        {
            LifetimeLaw.Nbd => [new("transaction", 1, -1)],
            LifetimeLaw.BgNbd or LifetimeLaw.MbgNbd =>
            [
                new("transaction", 1, -1),
                new("dropout_a", 2, 1),
                new("dropout_b", 3, 1),
            ],
            LifetimeLaw.ParetoNbd => [new("transaction", 1, -1), new("dropout", 3, -1)],
            _ => throw new ArgumentException("BG/BB takes no covariates.", nameof(law)),
        };
}
