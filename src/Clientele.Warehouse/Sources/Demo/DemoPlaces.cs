namespace Clientele.Warehouse;

/// <summary>A country that the shop sends to.</summary>
/// <param name="Name">As it is spelled when it is spelled well.</param>
/// <param name="Weight">Customers, in parts of a thousand.</param>
/// <param name="Zip">Pattern of a postcode: A stands for a letter, 9 for a digit.</param>
/// <param name="States">Regions, the first the largest, parted by bars.</param>
/// <param name="Misspelled">What careless clerks write, parted by bars.</param>
sealed record DemoPlace(string Name, double Weight, string Zip, string States, string Misspelled);

/// <summary>Where customers live.</summary>
static class DemoPlaces
{
    internal static readonly DemoPlace[] All =
    [
        new(
            "United Kingdom",
            750,
            "AA9 9AA",
            "England|Scotland|Wales|Northern Ireland",
            "UK|united kingdom |GB"
        ),
        new("Germany", 60, "99999", "Nordrhein-Westfalen|Bayern|Berlin|Hessen", "germany|DE|GERMANY "),
        new("France", 55, "99999", "Ile-de-France|Bretagne|Occitanie|Normandie", "france|FR|FRANCE "),
        new("Ireland", 45, "A99 A999", "Leinster|Munster|Connacht|Ulster", "EIRE|ireland |IE"),
        new("Netherlands", 30, "9999 AA", "Noord-Holland|Zuid-Holland|Utrecht", "Holland|netherlands |NL"),
        new("Spain", 25, "99999", "Madrid|Catalunya|Andalucia|Valencia", "España|spain|ES"),
        new("Belgium", 20, "9999", "Vlaanderen|Wallonie|Bruxelles", "belgium|BE|BELGIUM "),
        new("Sweden", 15, "999 99", "Stockholm|Skane|Uppsala", "sweden|SE|SWEDEN "),
    ];

    /// <summary>Where most customers live: index into <see cref="All"/>.</summary>
    internal const int Home = 0;

    static readonly DemoAlias Weights = new([.. All.Select(place => place.Weight)]);
    static readonly string[][] States = [.. All.Select(place => place.States.Split('|'))];
    static readonly string[][] Misspelled = [.. All.Select(place => place.Misspelled.Split('|'))];

    /// <summary>Ways to spell a country wrongly.</summary>
    internal const int Misspellings = 3;

    /// <summary>Index into <see cref="All"/>.</summary>
    internal static int Draw(DemoRandom random) => Weights.Draw(random);

    /// <summary>A region: most people live in the first.</summary>
    internal static string State(int country, DemoRandom random)
    {
        var states = States[country];
        return random.Chance(0.4) ? states[0] : states[random.Below(states.Length)];
    }

    /// <summary>A made-up postcode of the right shape.</summary>
    internal static string Zip(int country, DemoRandom random) =>
        string.Create(
            All[country].Zip.Length,
            (All[country].Zip, random),
            static (text, from) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = from.Zip[i] switch
                    {
                        'A' => (char)('A' + from.random.Below(26)),
                        '9' => (char)('0' + from.random.Below(10)),
                        var other => other,
                    };
                }
            }
        );

    /// <summary>The country's name.</summary>
    /// <param name="country">Index into <see cref="All"/>.</param>
    /// <param name="spelling">0 for the right one, else 1 … <see cref="Misspellings"/>.</param>
    internal static string Spell(int country, int spelling) =>
        spelling == 0 ? All[country].Name : Misspelled[country][spelling - 1];
}
