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
    const int Some = 4096;

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

        var least = Search(patterns, cancel);
        var loss = new LifetimeLoss(_facts, patterns, _options, cancel);
        var curve = Curvature.Of(loss.At, least);
        if (curve.Polished(loss.At, least) is { } better)
        {
            (least, curve) = (better, Curvature.Of(loss.At, better));
        }

        return Told(patterns, least, curve, cancel);
    }

    Least Search(PurchasePatterns patterns, CancellationToken cancel)
    {
        var few = new LifetimeLoss(_facts, patterns.Some(Some), _options, cancel);
        var best = _facts
            .Starts(patterns)
            .Take(_options.Starts)
            .Select(start =>
                Bfgs.Minimum(few.At, [.. start.Select(value => Math.Log(value))], _options.Tolerance * 100)
            )
            .MinBy(end => end.Value)!;
        var all = new LifetimeLoss(_facts, patterns, _options, cancel);
        return Bfgs.Minimum(all.At, best.Point, _options.Tolerance, Curvature.Of(few.At, best).Inverse);
    }

    LifetimeFit Told(PurchasePatterns patterns, Least least, Curvature curve, CancellationToken cancel)
    {
        double[] values = [.. least.Point.Select(p => Math.Exp(p))];
        var errors = curve.StandardErrors(patterns.Customers);
        var converged = least.Gradient.Max(Math.Abs) <= 1e-6 * Math.Max(1, Math.Abs(least.Value));
        var fit = new LifetimeFit(
            _facts.Slug,
            _facts.Process(values),
            [.. _facts.Parameters.Select((name, i) => new Estimate(name, values[i], values[i] * errors[i]))],
            -patterns.Customers * (least.Value - Penalty(least.Point)),
            converged,
            LifetimeNotes.Of(_facts, least.Point, errors, converged)
        );
        return LifetimeNotes.IsAtEdge(least.Point) && _facts.NobodyStops(values, patterns.MeanAge)
            ? Instead(fit, patterns, cancel)
            : fit;
    }

    /// <summary>A law at its edge may be a simpler one.</summary>
    LifetimeFit Instead(LifetimeFit fit, PurchasePatterns patterns, CancellationToken cancel)
    {
        var simple = new LifetimeModel(LifetimeLaw.Nbd, _options);
        var least = simple.Search(patterns, cancel);
        return fit with
        {
            Process = simple._facts.Process([.. least.Point.Select(p => Math.Exp(p))]),
            Fallback = simple._facts.Slug,
            Note = fit.Note + " What is expected is that of the NBD, in which nobody stops.",
        };
    }

    double Penalty(double[] point) => LifetimeLoss.Penalty(point, _options.Penalty).Value;

    /// <summary>Half a repeat in all the time that was seen: what Jeffreys' prior makes of none.</summary>
    LifetimeFit NoRepeats(PurchasePatterns patterns)
    {
        var time = patterns.MeanAge * patterns.Customers;
        IPurchaseProcess process =
            law == LifetimeLaw.BgBb
                ? new BetaBinomial(0.5, Math.Max(time, 1), 1e-6, 1)
                : new Nbd(0.5, time > 0 ? time : 1);
        return new LifetimeFit(
            _facts.Slug,
            process,
            [.. _facts.Parameters.Select(name => new Estimate(name, double.NaN, double.NaN))],
            patterns.Histories.Zip(patterns.Weights, (h, w) => w * process.LogLikelihood(h)).Sum(),
            Converged: false,
            "Nobody has bought twice, so that nothing is known of how often customers come back or stay away: "
                + "half a repeat is taken for all the time that was seen."
        )
        {
            Fallback = law is LifetimeLaw.BgBb or LifetimeLaw.Nbd ? null : "nbd",
        };
    }
}
