namespace Clientele.Warehouse;

/// <summary>Makes the visits to the web site: idle ones, and more of them in the days before an order.</summary>
sealed class DemoBrowsing(DemoOptions options, DemoCalendar calendar, DemoCatalogue catalogue)
{
    /// <summary>Idle visits a month of a customer who is there.</summary>
    internal const double IdleVisits = 1;

    /// <summary>Idle visits a month of a customer who has left.</summary>
    internal const double GoneVisits = 0.15;

    /// <summary>Mean number of further visits before each order.</summary>
    internal const double VisitsBeforeOrder = 1.3;

    /// <summary>Days before an order within which they fall, the more the nearer.</summary>
    internal const int DaysBeforeOrder = 7;

    /// <summary>Chance that a customer who visits is logged in.</summary>
    internal const double LoggedIn = 0.85;

    /// <summary>Strangers for each visit of a customer.</summary>
    internal const double Strangers = 0.2;

    /// <summary>How visits foretell orders.</summary>
    internal static readonly DemoBrowsingTruth Truth = new(
        IdleVisits,
        GoneVisits,
        VisitsBeforeOrder,
        DaysBeforeOrder,
        LoggedIn
    );

    const long FirstVisitor = 1_000_000;
    const int DevicesEach = 2;
    const double SecondDevice = 0.25;

    readonly DemoClicks _clicks = new();

    /// <summary>Adds a customer's visits, given the orders, which begin at <paramref name="firstOrder"/> in the block.</summary>
    internal void Write(DemoCustomer customer, int firstOrder, DemoBlock block)
    {
        var random = new DemoRandom(options.Seed, DemoPurpose.Browsing, customer.Index);
        var screen = new DemoScreen(customer, block, random);
        var from = Math.Clamp(customer.Registered / DemoCalendar.DayMinutes, 0, calendar.Days);
        var until = Math.Clamp(customer.DropOutDay, from, calendar.Days);
        WriteIdle(from, until, IdleVisits, screen);
        WriteIdle(until, calendar.Days, GoneVisits, screen);
        for (var o = firstOrder; o < block.Orders.Count; o++)
        {
            if (!block.Orders[o].IsReturn)
            {
                WriteBefore(block.Orders[o], screen);
            }
        }
    }

    /// <summary>Adds the visits of someone who never logs in.</summary>
    internal void WriteStranger(int number, DemoBlock block)
    {
        var random = new DemoRandom(options.Seed, DemoPurpose.Visitor, number);
        var visitor = FirstVisitor + ((long)DevicesEach * options.Customers) + number;
        var aim = new DemoAim(1 + random.Below(3), Eager: false);
        var visits = 1 + random.Poisson(0.6);
        var day = calendar.Arrival(random);
        for (var v = 0; v < visits && day < calendar.Days; v++, day += 1 + (int)(6 * random.Exponential()))
        {
            var second = (calendar.Minute(day, random) * 60) + random.Below(60);
            _clicks.Add(new(second, visitor, DemoCustomer.Guest), aim, block, random);
        }
    }

    /// <summary>Adds visits for no reason.</summary>
    void WriteIdle(int from, int to, double aMonth, DemoScreen screen)
    {
        var (customer, _, random) = screen;
        var visits = random.Poisson(aMonth * (to - from) / DemoCalendar.MonthDays);
        for (var v = 0; v < visits; v++)
        {
            var day = calendar.BrowsingDay(from, to, random);
            var section = DemoWords.Sections[customer.DrawCategory(calendar.Month(day), random)];
            WriteVisit(calendar.Minute(day, random), new(section, Eager: false), screen);
        }
    }

    /// <summary>Adds the visits that foretell an order, each about one of its products.</summary>
    void WriteBefore(DemoOrder order, DemoScreen screen)
    {
        var (_, block, random) = screen;
        var visits = random.Poisson(VisitsBeforeOrder);
        for (var v = 0; v < visits; v++)
        {
            var line = block.Lines[order.FirstLine + random.Below(order.Lines)];
            var minute = Before(order.Minute, random);
            if (line.Product != DemoLine.Postage && minute >= 0)
            {
                var section = DemoWords.Sections[catalogue.Products[line.Product].Category];
                WriteVisit(minute, new(section, Eager: true), screen);
            }
        }
    }

    /// <summary>A minute up to a week before, at a decent hour; on the day itself up to two hours before.</summary>
    int Before(int minute, DemoRandom random)
    {
        var days = (int)(DaysBeforeOrder * (1 - Math.Sqrt(random.Uniform())));
        var day = (minute / DemoCalendar.DayMinutes) - days;
        return days == 0 || day < 0 ? minute - 1 - random.Below(120) : calendar.Minute(day, random);
    }

    void WriteVisit(int minute, DemoAim aim, DemoScreen screen)
    {
        var (customer, block, random) = screen;
        var device = random.Chance(SecondDevice) ? 1 : 0;
        var known = random.Chance(LoggedIn) && minute >= customer.Registered;
        var visit = new DemoVisit(
            (minute * 60) + random.Below(60),
            FirstVisitor + ((long)DevicesEach * customer.Index) + device,
            known ? customer.Index : DemoCustomer.Guest
        );
        _clicks.Add(visit, aim, block, random);
    }
}

/// <summary>What is at hand when a customer browses.</summary>
/// <param name="Customer">Who browses.</param>
/// <param name="Block">Where the visits go.</param>
/// <param name="Random">The customer's stream of visits.</param>
sealed record DemoScreen(DemoCustomer Customer, DemoBlock Block, DemoRandom Random);

/// <summary>What a visit is about.</summary>
/// <param name="Section">Part of the web site, 1 … 3.</param>
/// <param name="Eager">Whether an order will follow.</param>
readonly record struct DemoAim(int Section, bool Eager);
