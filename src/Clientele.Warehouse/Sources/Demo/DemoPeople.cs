namespace Clientele.Warehouse;

/// <summary>Fills the customers' table. Each row is written by one thread.</summary>
sealed class DemoPeople(DemoOptions options, DemoCalendar calendar)
{
    static readonly string[] TrafficSources = ["Search", "Organic", "Facebook", "Email", "Display"];
    static readonly DemoAlias Traffic = new([40, 25, 15, 12, 8]);
    static readonly string[] Managers =
    [
        "Amira Hassan",
        "Ben Okafor",
        "Clara Novak",
        "Dev Patel",
        "Erin Walsh",
        "Filip Lund",
    ];

    internal DemoCustomerTable Table { get; } = new(options.Customers);

    internal DemoCustomerTruth[] Truth { get; } = new DemoCustomerTruth[options.Customers];

    /// <summary>Writes a customer's row.</summary>
    internal void Write(DemoCustomer customer)
    {
        var i = customer.Index;
        var random = new DemoRandom(options.Seed, DemoPurpose.Person, i);
        Table.CustomerId[i] = DemoCustomers.Id(i);
        Table.Country[i] = DemoPlaces.All[customer.Country].Name;
        Table.State[i] = DemoPlaces.State(customer.Country, random);
        Table.Zip[i] = DemoPlaces.Zip(customer.Country, random);
        Table.BirthYear[i] = BirthYear(random);
        Table.Sex[i] = Sex(random);
        Table.RegisteredOn[i] = calendar.At(customer.Registered);
        Table.TrafficSource[i] = TrafficSources[Traffic.Draw(random)];
        Table.AccountManager[i] = Manager(customer, random);
        Table.Email[i] = $"customer{Table.CustomerId[i]}@example.com";
        Table.Consent[i] = random.Chance(0.7);
        Truth[i] = DemoCustomers.Truth(customer, Table.CustomerId[i]);
    }

    /// <summary>Aged about 45 at the opening, at least 18; one in twenty does not say.</summary>
    int? BirthYear(DemoRandom random)
    {
        var age = Math.Clamp((int)(45 + (14 * random.Normal())), 18, 90);
        return random.Chance(0.05) ? null : options.Start.Year - age;
    }

    static string? Sex(DemoRandom random) =>
        random.Uniform() switch
        {
            < 0.64 => "F",
            < 0.94 => "M",
            _ => null,
        };

    /// <summary>Every trade customer has a manager, and many of the best.</summary>
    static string? Manager(DemoCustomer customer, DemoRandom random)
    {
        var chance =
            customer.Archetype.Wholesale ? 1
            : customer.Archetype == DemoArchetypes.LoyalHeavy ? 0.4
            : 0.02;
        var manager = Managers[random.Below(Managers.Length)];
        return random.Chance(chance) ? manager : null;
    }
}
