using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A state, or what has a code like one.</summary>
/// <param name="Code">Two letters.</param>
/// <param name="Name">In full.</param>
/// <param name="Weight">Customers, roughly as people: in millions.</param>
sealed record AccountState(string Code, string Name, double Weight);

/// <summary>Where the customers of an <see cref="AccountShop"/> are billed, written as clerks write it.</summary>
static class AccountPlaces
{
    internal static readonly AccountState[] States =
    [
        new("CA", "California", 39),
        new("TX", "Texas", 30),
        new("FL", "Florida", 22),
        new("NY", "New York", 20),
        new("PA", "Pennsylvania", 13),
        new("IL", "Illinois", 13),
        new("OH", "Ohio", 12),
        new("GA", "Georgia", 11),
        new("NC", "North Carolina", 11),
        new("MI", "Michigan", 10),
        new("NJ", "New Jersey", 9.3),
        new("VA", "Virginia", 8.7),
        new("WA", "Washington", 7.8),
        new("AZ", "Arizona", 7.4),
        new("TN", "Tennessee", 7),
        new("MA", "Massachusetts", 7),
        new("IN", "Indiana", 6.8),
        new("MO", "Missouri", 6.2),
        new("MD", "Maryland", 6.2),
        new("WI", "Wisconsin", 5.9),
        new("CO", "Colorado", 5.8),
        new("MN", "Minnesota", 5.7),
        new("SC", "South Carolina", 5.3),
        new("AL", "Alabama", 5.1),
        new("LA", "Louisiana", 4.6),
        new("KY", "Kentucky", 4.5),
        new("OR", "Oregon", 4.2),
        new("OK", "Oklahoma", 4),
        new("CT", "Connecticut", 3.6),
        new("UT", "Utah", 3.4),
        new("IA", "Iowa", 3.2),
        new("NV", "Nevada", 3.2),
        new("AR", "Arkansas", 3),
        new("KS", "Kansas", 2.9),
        new("MS", "Mississippi", 2.9),
        new("NM", "New Mexico", 2.1),
        new("ID", "Idaho", 1.9),
        new("NE", "Nebraska", 2),
        new("WV", "West Virginia", 1.8),
        new("HI", "Hawaii", 1.4),
        new("NH", "New Hampshire", 1.4),
        new("ME", "Maine", 1.4),
        new("MT", "Montana", 1.1),
        new("RI", "Rhode Island", 1.1),
        new("DE", "Delaware", 1),
        new("SD", "South Dakota", 0.9),
        new("ND", "North Dakota", 0.8),
        new("AK", "Alaska", 0.7),
        new("DC", "District of Columbia", 0.7),
        new("VT", "Vermont", 0.6),
        new("WY", "Wyoming", 0.6),
        new("PR", "Puerto Rico", 0.8),
        new("AE", "Armed Forces Europe", 0.3),
        new("AP", "Armed Forces Pacific", 0.3),
        new("AA", "Armed Forces Americas", 0.1),
        new("GU", "Guam", 0.15),
        new("VI", "Virgin Islands", 0.1),
        new("MP", "Northern Mariana Islands", 0.05),
        new("PW", "Palau", 0.05),
    ];

    static readonly DemoAlias Drawn = new([.. States.Select(s => s.Weight)]);
    static readonly string[] Abroad = ["CA", "GB", "MX", "AU"];

    /// <summary>Writes who a customer is.</summary>
    internal static void Write(AccountData data, int customer, bool isHome, DemoRandom random)
    {
        data.CustomerId[customer] = string.Create(CultureInfo.InvariantCulture, $"{100_001 + customer}");
        data.Country[customer] = isHome ? "US" : Abroad[random.Below(Abroad.Length)];
        data.State[customer] = isHome ? Written(States[Drawn.Draw(random)], random.Uniform()) : null;
        data.Zip[customer] = string.Create(CultureInfo.InvariantCulture, $"{random.Below(100_000):00000}");
    }

    static string Written(AccountState state, double how) =>
        how switch
        {
            < 0.75 => state.Code,
            < 0.85 => state.Name,
            < 0.92 => state.Code.ToLowerInvariant(),
            < 0.97 => state.Name.ToUpperInvariant(),
            _ => state.Name.ToLowerInvariant(),
        };
}
