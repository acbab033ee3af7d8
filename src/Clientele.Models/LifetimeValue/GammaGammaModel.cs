namespace Clientele.Models;

/// <summary>What was learned of the worth of orders.</summary>
/// <param name="Spend">The law.</param>
/// <param name="Parameters">p, q, v.</param>
/// <param name="LogLikelihood">ln of the density of all mean spends.</param>
/// <param name="Converged">Whether the gradient is nothing to the likelihood.</param>
/// <param name="Correlation">Pearson's, of frequency and mean spend: the law takes it for 0.</param>
/// <param name="Note">What to know of the fit, in sentences; empty if nothing is amiss.</param>
public sealed record GammaGammaFit(
    GammaGamma Spend,
    IReadOnlyList<Estimate> Parameters,
    double LogLikelihood,
    bool Converged,
    double Correlation,
    string Note
)
{
    /// <summary>Mean over the repeat customers, each counted once: what is said of who has no repeat where the law has no mean.</summary>
    public required double Observed { get; init; }

    /// <summary>Expected worth of a customer's next order, always a number.</summary>
    public double Expected(PurchaseHistory customer) =>
        Spend.Expected(customer) is var worth && double.IsFinite(worth) ? worth : Observed;
}

/// <summary>Learns <see cref="GammaGamma"/> by maximum likelihood from customers with a repeat.</summary>
public sealed class GammaGammaModel(LifetimeOptions options)
{
    /// <summary>Customers with a repeat below which spend is not learned.</summary>
    const int Fewest = 3;

    static readonly string[] Names = ["p", "q", "v"];

    readonly LifetimeOptions _options = Require.Valid(options);

    /// <summary>Learns; customers without a repeat, or whose mean spend is not above 0, are left out.</summary>
    /// <param name="customers">At least one.</param>
    /// <param name="cancel">Looked at in every pass over the customers.</param>
    /// <exception cref="ArgumentException">There is no customer, or a history cannot be.</exception>
    public GammaGammaFit Fit(IReadOnlyList<PurchaseHistory> customers, CancellationToken cancel = default)
    {
        PurchaseHistory[] told = [.. PurchaseHistory.Valid(customers).Where(GammaGamma.Tells)];
        var mean = told.Length == 0 ? 0 : told.Average(c => c.Spend);
        if (told.Length < Fewest || told.All(c => c.Spend == told[0].Spend))
        {
            return TooFew(told, mean);
        }

        var loss = new GammaGammaLoss(told, _options, cancel);
        return Told(told, LikelihoodSearch.Of(loss.Some.At, loss.At, Starts(mean), _options), mean);
    }

    static IEnumerable<double[]> Starts(double mean) =>
        new[] { (2.0, 2.0), (6, 4), (1, 1.5), (10, 10) }.Select(start =>
            new[] { start.Item1, start.Item2, mean / start.Item1 }
        );

    GammaGammaFit Told(PurchaseHistory[] told, LikelihoodSearch found, double mean)
    {
        var values = found.Values;
        var spend = new GammaGamma(values[0], values[1], values[2]);
        var correlation = Correlation.Pearson(
            [.. told.Select(c => (double)c.Frequency)],
            [.. told.Select(c => c.Spend)]
        );
        return new GammaGammaFit(
            spend,
            found.Estimates(Names, told.Length),
            found.LogLikelihood(told.Length, _options.Penalty),
            found.Converged,
            correlation,
            Note(spend, found.Least.Point, found.Errors(told.Length), found.Converged)
        )
        {
            Observed = mean,
        };
    }

    static string Note(GammaGamma spend, double[] point, double[] errors, bool converged) =>
        LifetimeNotes.IsAtEdge(point) || errors.Any(e => !(e <= 2))
            ? "The likelihood of Gamma-Gamma is a ridge or runs to its edge: its parameters are not known, what it expects is."
        : spend.Q <= 1
            ? "By Gamma-Gamma the mean worth of an order of all customers is infinite (q ≤ 1): of customers without a repeat the mean of the others is said."
        : converged ? ""
        : "The search for Gamma-Gamma ended before it settled: its gradient is not nothing.";

    static GammaGammaFit TooFew(PurchaseHistory[] told, double mean) =>
        // All orders are as good as alike: a narrow law around the mean of all.
        new(
            new GammaGamma(10, 11, Math.Max(mean, 1e-12)),
            LikelihoodSearch.Unknown(Names),
            0,
            Converged: false,
            double.NaN,
            $"Gamma-Gamma needs at least {Fewest} customers with a repeat who differ in what they spend, {(told.Length < Fewest ? $"and has {told.Length}" : "and all spend as much")}: the mean of what is known is said of all."
        )
        {
            Observed = mean,
        };
}
