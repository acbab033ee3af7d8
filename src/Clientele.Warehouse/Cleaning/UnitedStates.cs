namespace Clientele.Warehouse;

/// <summary>States, territories and military mail of the United States. Source: USPS Publication 28, appendix B.</summary>
static class UnitedStates
{
    /// <summary>By the letters A to Z of their names, as capitals.</summary>
    static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["ALABAMA"] = "AL",
        ["ALASKA"] = "AK",
        ["ARIZONA"] = "AZ",
        ["ARKANSAS"] = "AR",
        ["CALIFORNIA"] = "CA",
        ["COLORADO"] = "CO",
        ["CONNECTICUT"] = "CT",
        ["DELAWARE"] = "DE",
        ["FLORIDA"] = "FL",
        ["GEORGIA"] = "GA",
        ["HAWAII"] = "HI",
        ["IDAHO"] = "ID",
        ["ILLINOIS"] = "IL",
        ["INDIANA"] = "IN",
        ["IOWA"] = "IA",
        ["KANSAS"] = "KS",
        ["KENTUCKY"] = "KY",
        ["LOUISIANA"] = "LA",
        ["MAINE"] = "ME",
        ["MARYLAND"] = "MD",
        ["MASSACHUSETTS"] = "MA",
        ["MICHIGAN"] = "MI",
        ["MINNESOTA"] = "MN",
        ["MISSISSIPPI"] = "MS",
        ["MISSOURI"] = "MO",
        ["MONTANA"] = "MT",
        ["NEBRASKA"] = "NE",
        ["NEVADA"] = "NV",
        ["NEWHAMPSHIRE"] = "NH",
        ["NEWJERSEY"] = "NJ",
        ["NEWMEXICO"] = "NM",
        ["NEWYORK"] = "NY",
        ["NORTHCAROLINA"] = "NC",
        ["NORTHDAKOTA"] = "ND",
        ["OHIO"] = "OH",
        ["OKLAHOMA"] = "OK",
        ["OREGON"] = "OR",
        ["PENNSYLVANIA"] = "PA",
        ["RHODEISLAND"] = "RI",
        ["SOUTHCAROLINA"] = "SC",
        ["SOUTHDAKOTA"] = "SD",
        ["TENNESSEE"] = "TN",
        ["TEXAS"] = "TX",
        ["UTAH"] = "UT",
        ["VERMONT"] = "VT",
        ["VIRGINIA"] = "VA",
        ["WASHINGTON"] = "WA",
        ["WESTVIRGINIA"] = "WV",
        ["WISCONSIN"] = "WI",
        ["WYOMING"] = "WY",
        ["DISTRICTOFCOLUMBIA"] = "DC",
        ["WASHINGTONDC"] = "DC",
        ["AMERICANSAMOA"] = "AS",
        ["GUAM"] = "GU",
        ["NORTHERNMARIANAISLANDS"] = "MP",
        ["PUERTORICO"] = "PR",
        ["VIRGINISLANDS"] = "VI",
        ["USVIRGINISLANDS"] = "VI",
        ["PALAU"] = "PW",
        ["MARSHALLISLANDS"] = "MH",
        ["ARMEDFORCESAMERICAS"] = "AA",
        ["ARMEDFORCESEUROPE"] = "AE",
        ["ARMEDFORCESPACIFIC"] = "AP",
    };

    static readonly HashSet<string> Letters = [.. ByName.Values];

    /// <summary>The two letters of a name or of letters in any case, with dots or blanks: "N.Y.", "new york"; null for no state.</summary>
    internal static string? LettersOf(string state) =>
        Plain(state) is var plain && Letters.Contains(plain) ? plain : ByName.GetValueOrDefault(plain);

    /// <summary>True for the two letters of a state.</summary>
    internal static bool IsLetters(string state) => Letters.Contains(Plain(state));

    static string Plain(string state) => string.Concat(state.Where(char.IsAsciiLetter)).ToUpperInvariant();
}
