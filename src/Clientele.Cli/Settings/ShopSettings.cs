using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What a shop says of itself: its <c>clientele.yml</c> with environment variables over it.</summary>
/// <param name="Name">At the head of the report.</param>
/// <param name="Style">How it writes numbers and dates.</param>
/// <param name="TimeZone">IANA name of the zone that it works by.</param>
sealed record ShopSettings(string Name, NumberStyle Style, string TimeZone = TimeZones.Utc)
{
    /// <summary>What exports count their days from that have no dates.</summary>
    public DateOnly FirstDay { get; init; } = ImportOptions.UsualFirstDay;

    /// <exception cref="ConfigurationException">The file or a variable is wrong; every fault with its place.</exception>
    internal static ShopSettings Of(
        ShopDirectory shop,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var faults = new List<string>();
        var settings = Of(shop, environment ?? ShopVariables.OfProcess, faults);
        return faults.Count == 0 ? settings : throw new ConfigurationException(string.Join('\n', faults));
    }

    /// <summary>What is wrong with the place of a shop, with its file and with the variables, a sentence each.</summary>
    internal static IReadOnlyList<string> Faults(
        ShopDirectory shop,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var faults = shop.RunFaults().ToList();
        Of(shop, environment ?? ShopVariables.OfProcess, faults);
        return faults;
    }

    static ShopSettings Of(
        ShopDirectory shop,
        IReadOnlyDictionary<string, string> environment,
        List<string> faults
    )
    {
        var found = new List<string>();
        List<GivenKey> given = [.. ShopFile.Read(shop, found)];
        found.AddRange(given.Select(g => g.Fault).OfType<string>());
        faults.AddRange(YamlFaults.InOrder(found));
        List<GivenKey> variables = [.. ShopVariables.Read(environment, faults)];
        faults.AddRange(variables.Select(g => g.Fault).OfType<string>());
        given.AddRange(variables);
        var last = given.GroupBy(g => g.Key).ToDictionary(g => g.Key, g => g.Last());
        string Value(ShopKey key) => last.GetValueOrDefault(key)?.Value ?? key.Default ?? shop.Name;
        if (Value(ShopKeys.Thousands) == Value(ShopKeys.DecimalMark))
        {
            faults.Add(Alike(Value(ShopKeys.DecimalMark), last));
        }

        return new ShopSettings(
            Value(ShopKeys.Name),
            new NumberStyle(
                Value(ShopKeys.Currency),
                Value(ShopKeys.Thousands),
                Value(ShopKeys.DecimalMark),
                ShopKeys.Meant<CurrencyPlace>(Value(ShopKeys.Place)),
                ShopKeys.Meant<DateOrder>(Value(ShopKeys.Order))
            ),
            Value(ShopKeys.TimeZone)
        )
        {
            FirstDay = ShopKeys.DayOf(Value(ShopKeys.FirstDay)) ?? ImportOptions.UsualFirstDay,
        };
    }

    static string Alike(string mark, Dictionary<ShopKey, GivenKey> given)
    {
        var places = new[] { ShopKeys.Thousands, ShopKeys.DecimalMark }
            .Select(key => given.GetValueOrDefault(key)?.Where.Split(',')[0])
            .OfType<string>()
            .Distinct();
        return $"{string.Join(" and ", places)}: thousands and decimal_mark are both '{mark}', so that nobody could tell 1.234 from 1234: make them differ.";
    }
}
