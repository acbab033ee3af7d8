using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Who the users of a <see cref="ThelookShop"/> are.</summary>
static class ThelookPeople
{
    const int Youngest = 12;
    const int Oldest = 70;

    /// <summary>Of 14,056 customers that were printed 7,053 are women.</summary>
    const double Women = 7_053 / 14_056.0;

    /// <summary>Customers by country as printed; the share that is written España is a guess.</summary>
    static readonly (string Country, double Weight, string[] Places)[] Countries =
    [
        (
            "France",
            3_500,
            ["Île-de-France|Paris", "Auvergne-Rhône-Alpes|Lyon", "Occitanie|Toulouse", "Bretagne|Rennes"]
        ),
        ("United Kingdom", 3_469, ["England|London", "England|Leeds", "Scotland|Glasgow", "Wales|Cardiff"]),
        ("Germany", 3_104, ["Bayern|München", "Berlin|Berlin", "Hessen|Frankfurt", "Sachsen|Leipzig"]),
        ("Spain", 2_848, ["Comunidad de Madrid|Madrid", "Cataluña|Barcelona", "Andalucía|Sevilla"]),
        ("España", 40, ["Comunidad Valenciana|Valencia", "Galicia|Vigo"]),
        ("Belgium", 907, ["Vlaams Gewest|Antwerpen", "Région wallonne|Liège", "Bruxelles|Bruxelles"]),
        ("Poland", 185, ["mazowieckie|Warszawa", "małopolskie|Kraków"]),
        ("Austria", 3, ["Wien|Wien"]),
    ];

    static readonly (string Source, double Weight)[] Sources =
    [
        ("Search", 70),
        ("Organic", 15),
        ("Facebook", 6),
        ("Email", 5),
        ("Display", 4),
    ];

    static readonly string[] WomensNames =
    [
        "Anna",
        "Claire",
        "Emma",
        "Ewa",
        "Julia",
        "Laura",
        "Lucía",
        "Marie",
        "Nora",
        "Sophie",
    ];

    static readonly string[] MensNames =
    [
        "Adam",
        "Carlos",
        "David",
        "Jan",
        "Jonas",
        "Lucas",
        "Marc",
        "Paul",
        "Thomas",
        "Victor",
    ];

    static readonly string[] LastNames =
    [
        "Becker",
        "Dubois",
        "Evans",
        "García",
        "Janssens",
        "Kowalski",
        "Martin",
        "Moreau",
        "Núñez",
        "Schmidt",
        "Taylor",
        "Wagner",
    ];

    static readonly string[] Streets =
    [
        "Church Road",
        "Hauptstraße",
        "Rue de la Gare",
        "Calle Mayor",
        "Kerkstraat",
        "Park Lane",
    ];

    static readonly DemoAlias DrawnCountry = new([.. Countries.Select(c => c.Weight)]);
    static readonly DemoAlias DrawnSource = new([.. Sources.Select(s => s.Weight)]);

    internal static ThelookPerson Draw(DemoRandom random)
    {
        var isWoman = random.Chance(Women);
        var (country, _, places) = Countries[DrawnCountry.Draw(random)];
        var place = One(places, random).Split('|');
        return new(
            One(isWoman ? WomensNames : MensNames, random),
            One(LastNames, random),
            Youngest + random.Below(Oldest - Youngest + 1),
            isWoman ? 'F' : 'M',
            new(country, place[0], place[1]),
            string.Create(CultureInfo.InvariantCulture, $"{1 + random.Below(250)} {One(Streets, random)}"),
            string.Create(CultureInfo.InvariantCulture, $"{1_000 + random.Below(98_000):00000}"),
            Sources[DrawnSource.Draw(random)].Source
        );
    }

    static string One(string[] texts, DemoRandom random) => texts[random.Below(texts.Length)];
}
