namespace Clientele.Warehouse;

/// <summary>The days of the shop and how busy each is. Day 0 is the first.</summary>
sealed class DemoCalendar
{
    /// <summary>Days in a mean month.</summary>
    internal const double MonthDays = 365.25 / 12;

    /// <summary>Minutes in a day.</summary>
    internal const int DayMinutes = 24 * 60;

    /// <summary>Times as many customers arrive at the end as at the start, less one.</summary>
    internal const double Growth = 1.5;

    /// <summary>Multiplier of orders from Monday to Sunday; the mean is 1.</summary>
    internal static readonly double[] Weekday = [1.05, 1, 1.05, 1.1, 0.95, 0.7, 1.15];

    /// <summary>Weight of each hour of the day: people order at noon and in the evening.</summary>
    internal static readonly double[] Hours =
    [
        1,
        0.4,
        0.2,
        0.2,
        0.2,
        0.5,
        1.5,
        3,
        4.5,
        5.5,
        6.5,
        8,
        10,
        9,
        6.5,
        5.5,
        5,
        5.5,
        6.5,
        8,
        9.5,
        8.5,
        5.5,
        2.5,
    ];

    static readonly double BusiestWeekday = Weekday.Max();

    readonly DemoAlias _hours = new(Hours);
    readonly byte[] _month;
    readonly byte[] _weekday;

    internal DemoCalendar(DemoOptions options)
    {
        Start = options.Start.ToDateTime(TimeOnly.MinValue);
        Days = (int)(Start.AddMonths(options.Months) - Start).TotalDays;
        _month = new byte[Days];
        _weekday = new byte[Days];
        for (var day = 0; day < Days; day++)
        {
            var date = Start.AddDays(day);
            (_month[day], _weekday[day]) = ((byte)(date.Month - 1), (byte)(((int)date.DayOfWeek + 6) % 7));
        }
    }

    /// <summary>Midnight at the start of day 0.</summary>
    internal DateTime Start { get; }

    /// <summary>Number of days.</summary>
    internal int Days { get; }

    /// <summary>Month of a day, 0 for January.</summary>
    internal int Month(int day) => _month[day];

    /// <summary>Years since the opening, from 0.</summary>
    internal static int Year(int day) => (int)(day / 365.25);

    /// <summary>The moment of a minute since the opening.</summary>
    internal DateTime At(int minute) => Start.AddMinutes(minute);

    /// <summary>A minute of a day, by the hours' profile.</summary>
    internal int Minute(int day, DemoRandom random) =>
        (((day * 24) + _hours.Draw(random)) * 60) + random.Below(60);

    /// <summary>The days of a Poisson process with seasons, in order, from day <paramref name="from"/> to before <paramref name="to"/>.</summary>
    /// <remarks>Thinning. Source: Lewis and Shedler (1979), "Simulation of Nonhomogeneous Poisson Processes by Thinning".</remarks>
    internal IEnumerable<int> OrderDays(DemoCustomer who, int from, int to, DemoRandom random)
    {
        var season = who.Archetype.Season;
        var busiest = season.Max() * BusiestWeekday;
        var gap = 1 / (who.RatePerDay * busiest);
        for (var t = from + (gap * random.Exponential()); t < to; t += gap * random.Exponential())
        {
            var day = (int)t;
            if (random.Chance(season[_month[day]] * Weekday[_weekday[day]] / busiest))
            {
                yield return day;
            }
        }
    }

    /// <summary>The day on which someone first comes: more in a busy season, and more as the shop grows.</summary>
    internal int Arrival(DemoRandom random)
    {
        while (true)
        {
            var day = random.Below(Days);
            var season = 0.5 + (0.5 * DemoArchetypes.ShopSeason[_month[day]]);
            var weight = season * Weekday[_weekday[day]] * (1 + (Growth * day / Days));
            if (random.Chance(weight / (1.4 * BusiestWeekday * (1 + Growth))))
            {
                return day;
            }
        }
    }

    /// <summary>A day of browsing from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    internal int BrowsingDay(int from, int to, DemoRandom random)
    {
        while (true)
        {
            var day = from + random.Below(to - from);
            if (random.Chance(Weekday[_weekday[day]] / BusiestWeekday))
            {
                return day;
            }
        }
    }
}
