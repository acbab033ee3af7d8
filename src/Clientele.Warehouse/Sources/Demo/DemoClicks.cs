namespace Clientele.Warehouse;

/// <summary>What is done during a visit. The codes are those of the browsing export that the shop imitates.</summary>
sealed class DemoClicks
{
    const double SameSection = 0.85;
    const int Most = 8;

    /// <summary>Event 2 of idle visits, 1 … 10.</summary>
    readonly DemoAlias _idle = new([87, 15, 129, 94, 48, 30, 367, 121, 53, 9]);

    /// <summary>Event 2 of visits before an order: more searching (3), comparing (4) and baskets (8, 10).</summary>
    readonly DemoAlias _eager = new([90, 20, 180, 160, 60, 30, 200, 220, 60, 60]);

    /// <summary>Event 1 where there is one, 0 … 11; 3 does not occur.</summary>
    readonly DemoAlias _first = new([0, 52, 20, 0, 20, 9, 20, 8, 6, 5, 5, 20]);

    /// <summary>Adds a visit with its events: no two have the same second code.</summary>
    internal void Add(DemoVisit visit, DemoAim aim, DemoBlock block, DemoRandom random)
    {
        var firstEvent = block.Events.Count;
        var count = Math.Min(Most, 1 + random.Poisson(aim.Eager ? 2.2 : 1));
        var seen = 0;
        for (var e = 0; e < count; e++)
        {
            var second = 1 + (aim.Eager ? _eager : _idle).Draw(random);
            if ((seen & (1 << second)) == 0)
            {
                seen |= 1 << second;
                block.Events.Add(Event(aim, second, random));
            }
        }

        block.Visits.Add(visit with { FirstEvent = firstEvent, Events = block.Events.Count - firstEvent });
    }

    DemoEvent Event(DemoAim aim, int second, DemoRandom random)
    {
        var first = random.Chance(aim.Eager ? 0.28 : 0.12) ? _first.Draw(random) : 0;
        var section = random.Chance(SameSection) ? aim.Section : 1 + random.Below(3);
        return new((byte)section, (byte)first, (byte)second);
    }
}
