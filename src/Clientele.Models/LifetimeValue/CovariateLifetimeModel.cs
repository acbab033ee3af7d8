namespace Clientele.Models;

/// <summary>Learns a law of repeated buying in which what does not change about a customer changes how fast they buy and stop.</summary>
/// <remarks>
/// Scales of rates are α₀·e^(−γ₁'z) and, of Pareto/NBD, β₀·e^(−γ₂'z); of BG/NBD a₀·e^(γ₂'z) and b₀·e^(γ₃'z). Covariates are brought to mean
/// 0 and variance 1 for the search and the penalty; coefficients are told for covariates as they were.
/// Source: Fader and Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models".
/// </remarks>
public sealed class CovariateLifetimeModel(LifetimeLaw law, LifetimeOptions options)
{
    /// <summary>Groups of customers on which starts are compared.</summary>
    const int Some = 1024;

    readonly LifetimeOptions _options = Require.Valid(options);
    readonly LawFacts _facts = LawFacts.Of(law);
    readonly IReadOnlyList<CovariateEffect> _effects = CovariateEffect.Of(law);

    /// <summary>Learns.</summary>
    /// <param name="customers">At least one.</param>
    /// <param name="covariates">n × d finite values, a row a customer.</param>
    /// <param name="names">One a column.</param>
    /// <param name="cancel">Looked at in every pass over the customers.</param>
    /// <exception cref="ArgumentException">A history cannot be, rows differ in number, or a column is the same for all.</exception>
    public CovariateFit Fit(
        IReadOnlyList<PurchaseHistory> customers,
        Matrix covariates,
        IReadOnlyList<string> names,
        CancellationToken cancel = default
    )
    {
        PurchaseHistory.Valid(customers);
        var scale = CovariateScale.Of(covariates, names, customers.Count);
        var plain = new LifetimeModel(law, _options).Fit(customers, cancel);
        if (plain.Parameters.Any(p => double.IsNaN(p.Value)))
        {
            return Unknown(plain, names);
        }

        var groups = CovariateGroup.Of(customers, scale.Apply(covariates));
        var every = (groups.Length + Some - 1) / Some;
        CovariateGroup[] some = [.. groups.Where((_, i) => i % every == 0)];
        var found = LikelihoodSearch.Of(
            new CovariateLoss(_facts, _effects, some, _options, cancel).At,
            new CovariateLoss(_facts, _effects, groups, _options, cancel).At,
            Starts(plain, customers, names.Count),
            _options
        );
        return Told(found, scale, customers, covariates, cancel);
    }

    /// <summary>The law without covariates first; coefficients are 0, and e⁰ is 1.</summary>
    IEnumerable<double[]> Starts(LifetimeFit plain, IReadOnlyList<PurchaseHistory> customers, int columns)
    {
        double[] none = [.. Enumerable.Repeat(1.0, _effects.Count * columns)];
        return _facts
            .Starts(PurchasePatterns.Of(customers))
            .Prepend([.. plain.Parameters.Select(p => p.Value)])
            .Select(start => (double[])[.. start, .. none]);
    }

    CovariateFit Told(
        LikelihoodSearch found,
        CovariateScale scale,
        IReadOnlyList<PurchaseHistory> customers,
        Matrix covariates,
        CancellationToken cancel
    )
    {
        var parameters = _facts.Parameters.Length;
        var point = scale.Unscaled(found.Least.Point, parameters, _effects);
        var errors = scale.Errors(found.Curve, customers.Count, parameters, _effects);
        var fit = new CovariateFit(
            _facts.Slug,
            [
                .. _facts.Parameters.Select(
                    (name, i) => new Estimate(name, Math.Exp(point[i]), Math.Exp(point[i]) * errors[i])
                ),
                .. Names(scale.Names)
                    .Select((name, i) => new Estimate(name, point[parameters + i], errors[parameters + i])),
            ],
            found.LogLikelihood(customers.Count, _options.Penalty),
            found.Converged,
            LifetimeNotes.Of(_facts, found.Least.Point, found.Errors(customers.Count), found.Converged)
        )
        {
            Law = row => _facts.Process(CovariateLoss.Values(point, row, parameters, _effects)),
        };
        return
            LifetimeNotes.IsAtEdge(found.Least.Point[..parameters])
            && _facts.NobodyStops(
                [.. found.Least.Point[..parameters].Select(p => Math.Exp(p))],
                customers.Average(c => c.Age)
            )
            ? Instead(fit, scale, customers, covariates, cancel)
            : fit;
    }

    /// <summary>A law at its edge may be a simpler one.</summary>
    CovariateFit Instead(
        CovariateFit fit,
        CovariateScale scale,
        IReadOnlyList<PurchaseHistory> customers,
        Matrix covariates,
        CancellationToken cancel
    )
    {
        var simple = new CovariateLifetimeModel(LifetimeLaw.Nbd, _options).Fit(
            customers,
            covariates,
            scale.Names,
            cancel
        );
        return fit with
        {
            Law = simple.Law,
            Fallback = simple.Model,
            Note = fit.Note + " What is expected is that of the NBD, in which nobody stops.",
        };
    }

    CovariateFit Unknown(LifetimeFit plain, IReadOnlyList<string> names) =>
        new(
            plain.Model,
            [.. plain.Parameters, .. LikelihoodSearch.Unknown(Names(names))],
            plain.LogLikelihood,
            plain.Converged,
            plain.Note
        )
        {
            Fallback = plain.Fallback,
            Law = _ => plain.Process,
        };

    IEnumerable<string> Names(IReadOnlyList<string> columns) =>
        _effects.SelectMany(effect => columns.Select(column => $"{effect.Name}.{column}"));
}
