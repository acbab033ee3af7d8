using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Clientele.Warehouse;

/// <summary>The settings of one rule as the recipe gives them; faults are collected, not thrown.</summary>
sealed class RuleSettings(string rule, YamlMappingNode node, List<string> faults)
{
    readonly HashSet<string> _known = [];

    internal string? Text(string key) => Scalar(key)?.Value;

    internal string Text(string key, string otherwise) => Text(key) ?? otherwise;

    internal bool Flag(string key, bool otherwise) =>
        Scalar(key) is not { } scalar ? otherwise
        : bool.TryParse(scalar.Value, out var flag) ? flag
        : Fault(scalar, $"{key} is '{scalar.Value}', but must be true or false", otherwise);

    internal decimal? Number(string key) =>
        Scalar(key) is not { } scalar ? null
        : decimal.TryParse(scalar.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
        : Fault<decimal?>(scalar, $"{key} is '{scalar.Value}', but must be a number", null);

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
            : value is YamlSequenceNode list ? [.. list.OfType<YamlScalarNode>().Select(s => s.Value ?? "")]
            : Fault<IReadOnlyList<string>>(value, $"{key} must be a list", []);
    }

    internal IReadOnlyDictionary<string, string> Pairs(string key)
    {
        _known.Add(key);
        return !node.Children.TryGetValue(new YamlScalarNode(key), out var value)
                ? new Dictionary<string, string>()
            : value is YamlMappingNode map
                ? map.Children.ToDictionary(p => p.Key.ToString(), p => p.Value.ToString())
            : Fault(value, $"{key} must be a mapping of names", new Dictionary<string, string>());
    }

    /// <summary>Call last: every key that was not asked for is a fault.</summary>
    internal void NoMore()
    {
        foreach (
            var key in node.Children.Keys.OfType<YamlScalarNode>().Where(k => !_known.Contains(k.Value!))
        )
        {
            var known = _known.Count == 0 ? "it takes none" : $"known: {string.Join(", ", _known)}";
            Fault(key, $"unknown setting '{key.Value}' ({known})", 0);
        }
    }

    internal T Fault<T>(YamlNode at, string message, T otherwise)
    {
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {at.Start.Line}: {rule}: {message}."));
        return otherwise;
    }

    internal void Fault(string message) => Fault(node, message, 0);

    YamlScalarNode? Scalar(string key)
    {
        _known.Add(key);
        return !node.Children.TryGetValue(new YamlScalarNode(key), out var value)
            ? null
            : value as YamlScalarNode ?? Fault<YamlScalarNode?>(value, $"{key} must be a single value", null);
    }
}
