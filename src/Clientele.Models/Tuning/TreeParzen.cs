namespace Clientele.Models;

/// <summary>A tree-structured Parzen estimator: tries what is likely among the good trials and unlikely among the others.</summary>
/// <remarks>
/// O(candidates · trials · parameters) a suggestion.
/// Source: Bergstra, Bardenet, Bengio and Kégl (2011), "Algorithms for Hyper-Parameter Optimization", NIPS; kernels over all
/// parameters at once as in Falkner, Klein and Hutter (2018), "BOHB", ICML; share of good trials as in Watanabe (2023).
/// </remarks>
public sealed class TreeParzen(SearchSpace space, TreeParzenOptions options) : ISearch
{
    /// <summary>Draws beyond the candidates while all of them were tried before.</summary>
    const int MoreDraws = 200;

    readonly TreeParzenOptions _options = Require.Valid(options);
    readonly Parameter[] _parameters = [.. space.Parameters];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Suggest(IReadOnlyList<Trial> finished)
    {
        if (finished.Count < _options.Startup)
        {
            return new RandomSearch(space, _options.Seed).Suggest(finished);
        }

        var ranked = Ranked(finished).Select(Read).ToArray();
        var good = Math.Clamp(
            (int)Math.Ceiling(_options.GoodShare * ranked.Length),
            1,
            Math.Min(ranked.Length, _options.MostGood)
        );
        var likely = new ParzenMixture(_parameters, ranked[..good], _options.PriorWeight);
        var unlikely = new ParzenMixture(_parameters, ranked[good..], _options.PriorWeight);
        var tried = finished.Select(trial => Key(trial.Values)).ToHashSet(StringComparer.Ordinal);
        return Best(likely, unlikely, tried, new Random(Seeds.Of(_options.Seed, finished.Count)));
    }

    /// <summary>The most promising of the candidates that were not tried, or of all if there is no other.</summary>
    Dictionary<string, string> Best(
        ParzenMixture likely,
        ParzenMixture unlikely,
        HashSet<string> tried,
        Random random
    )
    {
        Dictionary<string, string> best = [];
        var (isNew, promise) = (false, double.NegativeInfinity);
        for (var draw = 0; draw < _options.Candidates + (isNew ? 0 : MoreDraws); draw++)
        {
            var units = likely.Draw(random);
            var values = Written(units);
            var better = likely.LogDensity(units) - unlikely.LogDensity(units);
            var untried = !tried.Contains(Key(values));
            if (best.Count == 0 || (untried && !isNew) || (untried == isNew && better > promise))
            {
                (best, isNew, promise) = (values, untried, better);
            }
        }

        return best;
    }

    /// <summary>Whole trials, the best first; then those given up, the ones that came farthest first; then those without a score.</summary>
    static IEnumerable<Trial> Ranked(IReadOnlyList<Trial> trials) =>
        trials
            .OrderBy(trial =>
                trial.IsWhole ? 0
                : double.IsNaN(trial.Score) ? 2
                : 1
            )
            .ThenByDescending(trial => trial.IsWhole ? 0 : trial.Steps.Count)
            .ThenByDescending(trial => trial.Score)
            .ThenBy(trial => trial.Number);

    double?[] Read(Trial trial) =>
        [
            .. _parameters.Select(parameter =>
                trial.Values.TryGetValue(parameter.Name, out var text)
                    ? UnitScale.Read(parameter, text)
                    : null
            ),
        ];

    Dictionary<string, string> Written(double?[] units)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var p = 0; p < units.Length; p++)
        {
            if (units[p] is { } unit)
            {
                values.Add(_parameters[p].Name, UnitScale.Write(_parameters[p], unit));
            }
        }

        return values;
    }

    string Key(IReadOnlyDictionary<string, string> values) =>
        string.Join('\n', _parameters.Select(parameter => values.GetValueOrDefault(parameter.Name, "")));
}
