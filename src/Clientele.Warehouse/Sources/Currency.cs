namespace Clientele.Warehouse;

/// <summary>What stands for which currency.</summary>
static class Currency
{
    /// <summary>Signs and short ways of writing, and all currencies that each may stand for; the likeliest first.</summary>
    /// <remarks>Codes are those of ISO 4217.</remarks>
    static readonly Dictionary<string, string[]> Signs = new(StringComparer.Ordinal)
    {
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP"],
        ["US$"] = ["USD"],
        ["C$"] = ["CAD"],
        ["CA$"] = ["CAD"],
        ["A$"] = ["AUD"],
        ["AU$"] = ["AUD"],
        ["NZ$"] = ["NZD"],
        ["S$"] = ["SGD"],
        ["HK$"] = ["HKD"],
        ["MX$"] = ["MXN"],
        ["NT$"] = ["TWD"],
        ["R$"] = ["BRL"],
        ["£"] = ["GBP", "EGP", "GIP", "FKP"],
        ["€"] = ["EUR"],
        ["EURO"] = ["EUR"],
        ["¥"] = ["JPY", "CNY"],
        ["\uFFE5"] = ["JPY", "CNY"],
        ["CN¥"] = ["CNY"],
        ["JP¥"] = ["JPY"],
        ["RMB"] = ["CNY"],
        ["₹"] = ["INR"],
        ["RS"] = ["INR", "PKR", "LKR", "NPR", "MUR"],
        ["₩"] = ["KRW"],
        ["₽"] = ["RUB"],
        ["₺"] = ["TRY"],
        ["₴"] = ["UAH"],
        ["₪"] = ["ILS"],
        ["฿"] = ["THB"],
        ["₫"] = ["VND"],
        ["₦"] = ["NGN"],
        ["₱"] = ["PHP"],
        ["ZŁ"] = ["PLN"],
        ["KČ"] = ["CZK"],
        ["FR"] = ["CHF"],
        ["SFR"] = ["CHF"],
        ["KR"] = ["SEK", "NOK", "DKK", "ISK"],
    };

    /// <summary>The currencies that all these may stand for: $ and CAD may be one; none if they are several.</summary>
    internal static IReadOnlyList<string> Common(IEnumerable<string> written) =>
        [.. written.Select(Of).Aggregate((all, one) => [.. all.Intersect(one)])];

    static string[] Of(string written)
    {
        var name = written.Trim().TrimEnd('.').ToUpperInvariant();
        return Signs.GetValueOrDefault(name) ?? [name];
    }
}
