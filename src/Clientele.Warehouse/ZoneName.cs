using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A short name of a zone behind a time, in one of its meanings.</summary>
/// <param name="Name">Such as BST.</param>
/// <param name="Minutes">How far it is from UTC.</param>
/// <param name="IsSummer">It is the name of summer time.</param>
/// <param name="Place">Where it means that.</param>
/// <param name="Zones">The zones that use it, if they are so far from UTC: their names, or how these begin. The first is the example.</param>
/// <remarks>Source: the abbreviations of the IANA time zone database, and those that German programs write.</remarks>
sealed record ZoneName(
    string Name,
    int Minutes,
    bool IsSummer,
    string Place,
    params IReadOnlyList<string> Zones
)
{
    /// <summary>A pattern of times that end with letters.</summary>
    internal const string AtEnd = @"\d\s*[A-Za-z]{2,5}$";

    static readonly string[] Europe = ["Europe/", "Africa/", "Arctic/", "Asia/", "Atlantic/"];
    static readonly string[] America = ["America/", "US/", "Canada/", "Mexico/", "Pacific/"];
    static readonly string[] Australia = ["Australia/"];
    static readonly string[] China =
    [
        "Asia/Shanghai",
        "Asia/Taipei",
        "Asia/Macau",
        "Asia/Chongqing",
        "Asia/Harbin",
    ];
    static readonly string[] Britain =
    [
        "Europe/London",
        "Europe/Belfast",
        "Europe/Guernsey",
        "Europe/Jersey",
        "Europe/Isle_of_Man",
    ];

    /// <summary>All that we know; a name stands here once for each of its meanings.</summary>
    internal static IReadOnlyList<ZoneName> All { get; } =
    [
        new("BST", 60, true, "Britain", Britain),
        new("BST", 360, false, "Bangladesh", "Asia/Dhaka"),
        new("IST", 330, false, "India", "Asia/Kolkata", "Asia/Calcutta"),
        new("IST", 120, false, "Israel", "Asia/Jerusalem", "Asia/Tel_Aviv"),
        new("IST", 60, true, "Ireland", "Europe/Dublin"),
        new("IDT", 180, true, "Israel", "Asia/Jerusalem", "Asia/Tel_Aviv"),
        new("WET", 0, false, "Western Europe", ["Europe/Lisbon", .. Europe]),
        new("WEST", 60, true, "Western Europe", ["Europe/Lisbon", .. Europe]),
        new("CET", 60, false, "Central Europe", ["Europe/Paris", .. Europe]),
        new("CEST", 120, true, "Central Europe", ["Europe/Paris", .. Europe]),
        new("MEZ", 60, false, "Central Europe", ["Europe/Berlin", .. Europe]),
        new("MESZ", 120, true, "Central Europe", ["Europe/Berlin", .. Europe]),
        new("EET", 120, false, "Eastern Europe", ["Europe/Athens", .. Europe]),
        new("EEST", 180, true, "Eastern Europe", ["Europe/Athens", .. Europe]),
        new("MSK", 180, false, "Moscow", "Europe/Moscow"),
        new("EST", -300, false, "North America", ["America/New_York", .. America]),
        new("EST", 600, false, "Australia", ["Australia/Sydney", .. Australia]),
        new("EDT", -240, true, "North America", ["America/New_York", .. America]),
        new("EDT", 660, true, "Australia", ["Australia/Sydney", .. Australia]),
        new("CST", -360, false, "North America", ["America/Chicago", .. America]),
        new("CST", 480, false, "China", China),
        new("CST", -300, false, "Cuba", "America/Havana"),
        new("CDT", -300, true, "North America", ["America/Chicago", .. America]),
        new("CDT", -240, true, "Cuba", "America/Havana"),
        new("MST", -420, false, "North America", ["America/Denver", .. America]),
        new("MDT", -360, true, "North America", ["America/Denver", .. America]),
        new("PST", -480, false, "North America", ["America/Los_Angeles", .. America]),
        new("PST", 480, false, "the Philippines", "Asia/Manila"),
        new("PDT", -420, true, "North America", ["America/Los_Angeles", .. America]),
        new("AKST", -540, false, "Alaska", ["America/Anchorage", .. America]),
        new("AKDT", -480, true, "Alaska", ["America/Anchorage", .. America]),
        new("HST", -600, false, "Hawaii", "Pacific/Honolulu", "US/Hawaii"),
        new("AST", -240, false, "Atlantic Canada", ["America/Halifax", .. America]),
        new("AST", 180, false, "Arabia", "Asia/Riyadh", "Asia/Kuwait", "Asia/Baghdad", "Asia/Qatar"),
        new("ADT", -180, true, "Atlantic Canada", ["America/Halifax", .. America]),
        new("GST", 240, false, "the Gulf", "Asia/Dubai", "Asia/Muscat"),
        new("SGT", 480, false, "Singapore", "Asia/Singapore"),
        new("HKT", 480, false, "Hong Kong", "Asia/Hong_Kong"),
        new("JST", 540, false, "Japan", "Asia/Tokyo"),
        new("KST", 540, false, "Korea", "Asia/Seoul"),
        new("SAST", 120, false, "South Africa", "Africa/Johannesburg"),
        new("AWST", 480, false, "Western Australia", "Australia/Perth"),
        new("ACST", 570, false, "South Australia", ["Australia/Adelaide", .. Australia]),
        new("ACDT", 630, true, "South Australia", ["Australia/Adelaide", .. Australia]),
        new("AEST", 600, false, "Australia", ["Australia/Sydney", .. Australia]),
        new("AEDT", 660, true, "Australia", ["Australia/Sydney", .. Australia]),
        new("NZST", 720, false, "New Zealand", "Pacific/Auckland"),
        new("NZDT", 780, true, "New Zealand", "Pacific/Auckland"),
    ];

    /// <summary>As ISO 8601 writes it: +05:30.</summary>
    internal string Offset =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Minutes < 0 ? '-' : '+')}{Math.Abs(Minutes) / 60:00}:{Math.Abs(Minutes) % 60:00}"
        );

    /// <summary>A zone that uses it.</summary>
    internal string Example => Zones[0];

    /// <summary>Those that a zone uses, so far from UTC as it is in winter and in summer.</summary>
    internal static IReadOnlyList<ZoneName> Of(string zone, (int Standard, int Summer) minutes) =>
        [
            .. All.Where(n =>
                n.Zones.Any(z => z.EndsWith('/') ? zone.StartsWith(z, StringComparison.Ordinal) : z == zone)
                && (
                    n.IsSummer
                        ? n.Minutes == minutes.Summer && minutes.Summer != minutes.Standard
                        : n.Minutes == minutes.Standard
                )
            ),
        ];
}
