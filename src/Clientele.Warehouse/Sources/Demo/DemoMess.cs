namespace Clientele.Warehouse;

/// <summary>Plants what every real export has: copies, misspellings, gifts, postage.</summary>
sealed class DemoMess(DemoRandom random)
{
    /// <summary>Share of lines that are there twice.</summary>
    internal const double Copies = 0.005;

    /// <summary>Share of lines that cost nothing.</summary>
    internal const double Gifts = 0.002;

    /// <summary>Share of lines with the country misspelled.</summary>
    internal const double Misspellings = 0.004;

    /// <summary>Share of lines with the code in small letters.</summary>
    internal const double CarelessCodes = 0.004;

    /// <summary>Share of orders to other countries with a line of postage.</summary>
    internal const double Postage = 0.3;

    const int PostagePence = 795;

    /// <summary>Adds a line with the dirt it happens to have.</summary>
    internal void Add(DemoLine line, List<DemoLine> lines)
    {
        var spelling = random.Chance(Misspellings) ? 1 + random.Below(DemoPlaces.Misspellings) : 0;
        var dirty = line with
        {
            Pence = random.Chance(Gifts) ? 0 : line.Pence,
            Dirt = random.Chance(CarelessCodes) ? DemoDirt.CarelessCode : DemoDirt.None,
            Spelling = (byte)spelling,
        };
        lines.Add(dirty);
        if (random.Chance(Copies))
        {
            lines.Add(dirty with { Dirt = dirty.Dirt | DemoDirt.Copy });
        }
    }

    /// <summary>Adds postage to some orders that leave the country.</summary>
    internal void AddPostage(DemoCustomer customer, List<DemoLine> lines)
    {
        if (!customer.IsHome && random.Chance(Postage))
        {
            lines.Add(new(DemoLine.Postage, 1, PostagePence, DemoDirt.None));
        }
    }
}
