namespace Clientele.Models;

/// <summary>Learns a law of repeated buying by maximum likelihood.</summary>
/// <remarks>
/// Parameters are searched by their logarithms with exact derivatives: from several places on a part of the patterns, then from the best
/// end on all. Beyond e^±<see cref="Wall"/> a soft wall keeps numbers finite; who ends there has run to the edge of the law, and is told so.
/// </remarks>
public sealed class LifetimeModel(LifetimeLaw law, LifetimeOptions options)
{
    /// <summary>Logarithms of parameters beyond which a law is as good as at its edge.</summary>
    internal const double Wall = 14;

    /// <summary>Patterns on which starts are compared.</summary>
    const int Some = 1024;

    /// <summary>A year, in the time of the histories, if that is known: what is said of half a repeat in a day would be absurd.</summary>
    internal double LeastTime { get; init; }

    readonly LifetimeOptions _options = Require.Valid(options);
    readonly LawFacts _facts = LawFacts.Of(law);

    /// <summary>Learns; whatever the histories, there is a process that says no nonsense.</summary>
    /// <param name="customers">At least one.</param>
    /// <param name="cancel">Looked at in every pass over the customers.</param>
    /// <exception cref="ArgumentException">There is no customer, or a history cannot be.</exception>
    public LifetimeFit Fit(IReadOnlyList<PurchaseHistory> customers, CancellationToken cancel = default)
    {
        var patterns = PurchasePatterns.Of(PurchaseHistory.Valid(customers));
        if (law == LifetimeLaw.BgBb)
        {
            BetaBinomial.Refuse(patterns.Histories);
        }

        if (patterns.MostFrequent == 0 || patterns.Histories.All(h => h.Age == 0))
        {
            return NoRepeats(patterns);
        }

        return Told(patterns, Search(patterns, cancel), cancel);
    }

    LikelihoodSearch Search(PurchasePatterns patterns, CancellationToken cancel) =>
        LikelihoodSearch.Of(
            new LifetimeLoss(_facts, patterns.Some(Some), _options, cancel).At,
            new LifetimeLoss(_facts, patterns, _options, cancel).At,
            _facts.Starts(patterns),
            _options
        );

    LifetimeFit Told(PurchasePatterns patterns, LikelihoodSearch found, CancellationToken cancel)
    {
        var values = found.Values;
        var fit = new LifetimeFit(
            _facts.Slug,
            _facts.Process(values),
            found.Estimates(_facts.Parameters, patterns.Customers),
            found.LogLikelihood(patterns.Customers, _options.Penalty),
            found.Converged,
            LifetimeNotes.Of(_facts, found.Least.Point, found.Errors(patterns.Customers), found.Converged)
        )
        {
            Another = found.Another(patterns.Customers, _facts.Process),
        };
        return LifetimeNotes.IsAtEdge(found.Least.Point) && _facts.NobodyStops(values, patterns.MeanAge)
            ? Instead(fit, patterns, cancel)
            : fit;
    }

    /// <summary>A law at its edge may be a simpler one.</summary>
    LifetimeFit Instead(LifetimeFit fit, PurchasePatterns patterns, CancellationToken cancel)
    {
        var simple = new LifetimeModel(LifetimeLaw.Nbd, _options);
        var found = simple.Search(patterns, cancel);
        return fit with
        {
            Process = simple._facts.Process(found.Values),
            Another = found.Another(patterns.Customers, simple._facts.Process),
            Fallback = simple._facts.Slug,
            Note = fit.Note + " What is expected is that of the NBD, in which nobody stops.",
        };
    }

    /// <summary>Half a repeat in all the time that was seen: what Jeffreys' prior makes of none.</summary>
    LifetimeFit NoRepeats(PurchasePatterns patterns)
    {
        var time = Math.Max(patterns.MeanAge * patterns.Customers, LeastTime);
        IPurchaseProcess process =
            law == LifetimeLaw.BgBb
                ? new BetaBinomial(0.5, Math.Max(time, 1), 1e-6, 1)
                : new Nbd(0.5, time > 0 ? time : 1);
        return new LifetimeFit(
            _facts.Slug,
            process,
            LikelihoodSearch.Unknown(_facts.Parameters),
            patterns.Histories.Zip(patterns.Weights, (h, w) => w * process.LogLikelihood(h)).Sum(),
            Converged: false,
            "Nobody has bought twice, so that nothing is known of how often customers come back or stay away: "
                + $"half a repeat is taken for all the time that was seen{(LeastTime > 0 ? ", and for a year at least" : "")}."
        )
        {
            Fallback = law is LifetimeLaw.BgBb or LifetimeLaw.Nbd ? null : "nbd",
        };
    }
}
