using System.Globalization;
using Clientele.Insights;
using Clientele.Warehouse;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Cli;

/// <summary>What a shop says of itself in its <c>clientele.yml</c>: name, currency, and how it writes numbers.</summary>
sealed record ShopSettings(string Name, NumberStyle Style)
{
    const string FileName = "clientele.yml";
    const int LongestName = 80;
    const int LongestCurrency = 8;

    /// <summary>Blanks of three widths among them; nothing writes no groups.</summary>
    static readonly string[] Groups = ["", ",", ".", "'", "’", "_", " ", "\u00a0", "\u2009", "\u202f"];
    static readonly string[] Marks = [".", ",", "·", "٫"];
    static readonly string[] Keys = ["name", "currency", "thousands", "decimal_mark"];

    /// <exception cref="ConfigurationException">The file is wrong; every fault with its line.</exception>
    internal static ShopSettings Of(ShopDirectory shop)
    {
        var faults = new List<string>();
        var settings = Of(shop, faults);
        return faults.Count == 0 ? settings : throw new ConfigurationException(string.Join('\n', faults));
    }

    /// <summary>What is wrong with the place of a shop and with its file, a sentence each.</summary>
    internal static IReadOnlyList<string> Faults(ShopDirectory shop)
    {
        var faults = shop.Faults().ToList();
        Of(shop, faults);
        return faults;
    }

    static ShopSettings Of(ShopDirectory shop, List<string> faults)
    {
        var values = File.Exists(shop[FileName]) ? Read(File.ReadAllText(shop[FileName]), faults) : [];
        var usual = new NumberStyle();
        string Value(string key, string otherwise) =>
            values.TryGetValue(key, out var node) ? node.Value! : otherwise;
        var settings = new ShopSettings(
            Value("name", shop.Name),
            new NumberStyle(
                Value("currency", usual.Currency),
                Value("thousands", usual.Thousands),
                Value("decimal_mark", usual.DecimalMark)
            )
        );
        faults.AddRange(settings.FaultsOf(values));
        return settings;
    }

    IEnumerable<string> FaultsOf(Dictionary<string, YamlScalarNode> values)
    {
        foreach (var (key, node) in values)
        {
            if (Fault(key) is { } fault)
            {
                yield return At(node, $"{key} is '{node.Value}', but {fault}.");
            }
        }

        if (Style.Thousands == Style.DecimalMark)
        {
            yield return $"{FileName}: thousands and decimal_mark are both '{Style.DecimalMark}', so that nobody could tell 1.234 from 1234: make them differ.";
        }
    }

    string? Fault(string key) =>
        key switch
        {
            "name" when Name.Trim().Length is 0 or > LongestName || Name.Any(char.IsControl) =>
                $"must be a line of 1 to {LongestName} characters",
            "currency" when Style.Currency.Length > LongestCurrency || Style.Currency.Any(IsOfNumbers) =>
                $"must be at most {LongestCurrency} characters, without digits, signs and line ends",
            "thousands" when !Groups.Contains(Style.Thousands) =>
                "must be a comma, a point, an apostrophe, an underscore, a blank, or nothing",
            "decimal_mark" when !Marks.Contains(Style.DecimalMark) => "must be a point or a comma",
            _ => null,
        };

    static bool IsOfNumbers(char c) => char.IsDigit(c) || char.IsControl(c) || c is '-' or '−' or '+' or '%';

    static Dictionary<string, YamlScalarNode> Read(string text, List<string> faults)
    {
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            faults.Add($"{FileName} is not UTF-8: save it as UTF-8.");
        }

        var values = new Dictionary<string, YamlScalarNode>();
        foreach (var (key, node) in Root(text, faults))
        {
            if (!Keys.Contains(key.ToString()))
            {
                faults.Add(At(key, $"unknown key '{key}'. Known: {string.Join(", ", Keys)}."));
            }
            else if (node is not YamlScalarNode scalar)
            {
                faults.Add(At(node, $"{key} must be a single text."));
            }
            else if (scalar.Style != ScalarStyle.Plain || scalar.Value is not (null or "" or "~" or "null"))
            {
                // A key without a value says nothing.
                values[key.ToString()] = scalar;
            }
        }

        return values;
    }

    static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Root(string text, List<string> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0)
            {
                return [];
            }

            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root.Children;
            }

            faults.Add($"{FileName}: it must be a mapping of {string.Join(", ", Keys)}.");
        }
        catch (YamlException error)
        {
            faults.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{FileName}, line {error.Start.Line}: {error.Message}"
                )
            );
        }

        return [];
    }

    static string At(YamlNode node, string fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{FileName}, line {node.Start.Line}: {fault}");
}
