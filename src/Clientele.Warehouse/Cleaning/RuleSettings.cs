using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Clientele.Warehouse;

/// <summary>The settings of one rule as the recipe gives them; faults are collected, not thrown.</summary>
/// <param name="rule">Its name.</param>
/// <param name="line">Where it stands.</param>
/// <param name="node">Its settings.</param>
/// <param name="faults">Where faults go, each with its line.</param>
sealed class RuleSettings(string rule, long line, YamlMappingNode node, List<string> faults)
{
    /// <summary>Numbers are held in 64 bits with four digits after the point.</summary>
    const decimal Most = 100_000_000_000_000;

    readonly HashSet<string> _known = [];
    bool _on = true;

    /// <summary>Whether the rule runs. Ask first: a rule that is off needs no settings.</summary>
    internal bool On() => _on = Flag("on", true);

    internal string? Text(string key) => Scalar(key)?.Value;

    internal string Text(string key, string otherwise) => Text(key) ?? otherwise;

    internal bool Flag(string key, bool otherwise) =>
        Scalar(key) is not { } scalar ? otherwise
        : bool.TryParse(scalar.Value, out var flag) ? flag
        : Fault(scalar, $"{key} is '{scalar.Value}', but must be true or false", otherwise);

    /// <summary>A regular expression of DuckDB's, which is tried before anything is read.</summary>
    internal string? Pattern(string key) =>
        Scalar(key) is not { Value: { } pattern } scalar ? null
        : Patterns.Fault(pattern) is not { } fault ? pattern
        : Fault<string?>(scalar, $"{key} is '{pattern}', which is no regular expression ({fault})", null);

    /// <summary>A number with a decimal point and nothing else: 0,04 is not read as 4.</summary>
    internal decimal? Number(string key) =>
        Scalar(key) is not { } scalar ? null
        : decimal.TryParse(
            scalar.Value,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && Math.Abs(number) < Most
            ? number
        : Fault<decimal?>(
            scalar,
            $"{key} is '{scalar.Value}', but must be a number such as 0.04, below 100,000,000,000,000",
            null
        );

    internal long? Whole(string key, long least, long most) =>
        Scalar(key) is not { } scalar ? null
        : long.TryParse(
            scalar.Value,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number >= least
        && number <= most
            ? number
        : Fault<long?>(
            scalar,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{key} is '{scalar.Value}', but must be a whole number from {least:N0} to {most:N0}"
            ),
            null
        );

    internal DateOnly? Day(string key) =>
        Scalar(key) is not { } scalar ? null
        : DateOnly.TryParseExact(
            scalar.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
        : Fault<DateOnly?>(scalar, $"{key} is '{scalar.Value}', but must be a day such as 2011-12-31", null);

    internal string Choice(string key, params IReadOnlyList<string> choices)
    {
        var scalar = Scalar(key);
        return scalar == null ? choices[0]
            : choices.Contains(scalar.Value) ? scalar.Value!
            : Fault(
                scalar,
                $"{key} is '{scalar.Value}', but must be one of {string.Join(", ", choices)}",
                choices[0]
            );
    }

    internal IReadOnlyList<string> Texts(string key)
    {
        _known.Add(key);
        return !node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? []
            : value is YamlSequenceNode list && list.Children.All(c => c is YamlScalarNode)
                ? [.. list.OfType<YamlScalarNode>().Select(s => s.Value ?? "")]
            : Fault<IReadOnlyList<string>>(value, $"{key} must be a list of texts", []);
    }

    internal IReadOnlyDictionary<string, string> Pairs(string key)
    {
        _known.Add(key);
        return !node.Children.TryGetValue(new YamlScalarNode(key), out var value)
                ? new Dictionary<string, string>()
            : value is YamlMappingNode map && map.Children.Values.All(v => v is YamlScalarNode)
                ? map.Children.ToDictionary(p => p.Key.ToString(), p => p.Value.ToString())
            : Fault(
                value,
                $"{key} must be names, each with another after a colon",
                new Dictionary<string, string>()
            );
    }

    /// <summary>A fault unless one of these settings is there.</summary>
    internal void NeedAny(params IReadOnlyList<string> keys)
    {
        if (!keys.Any(key => node.Children.ContainsKey(new YamlScalarNode(key))))
        {
            Fault($"give {string.Join(" or ", keys)}");
        }
    }

    /// <summary>Call last: every key that was not asked for is a fault.</summary>
    internal void NoMore()
    {
        foreach (
            var key in node.Children.Keys.OfType<YamlScalarNode>().Where(k => !_known.Contains(k.Value!))
        )
        {
            var known = _known.Count == 0 ? "it takes none" : $"known: {string.Join(", ", _known)}";
            Fault(key, $"unknown setting '{key.Value}'{Spelling.Guess(key.Value!, _known)}; {known}", 0);
        }
    }

    T Fault<T>(YamlNode at, string message, T otherwise)
    {
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {at.Start.Line}: {rule}: {message}."));
        return otherwise;
    }

    /// <summary>A fault of the rule as a whole; none if it is off.</summary>
    internal void Fault(string message)
    {
        if (_on)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {rule}: {message}."));
        }
    }

    YamlScalarNode? Scalar(string key)
    {
        _known.Add(key);
        return !node.Children.TryGetValue(new YamlScalarNode(key), out var value)
            ? null
            : value as YamlScalarNode ?? Fault<YamlScalarNode?>(value, $"{key} must be a single value", null);
    }
}
