namespace Clientele.Warehouse;

/// <summary>From sources to core tables: everything that the warehouse does in one run.</summary>
public static class ShopBuild
{
    /// <summary>The short name of the step that reads a source.</summary>
    public const string Reading = "read";

    /// <summary>Fills an empty database.</summary>
    /// <param name="database">The shop that is being made.</param>
    /// <param name="plan">What is read, and how.</param>
    /// <param name="progress">Told each step as it begins: its short name, and what people read.</param>
    /// <param name="cancel">Stops between and within statements.</param>
    /// <exception cref="ImportRefusedException">A source is refused.</exception>
    /// <exception cref="QualityException">The ledger does not reconcile, or a check found something.</exception>
    public static ShopContents Run(
        IDatabase database,
        ShopPlan plan,
        Action<string, string> progress,
        CancellationToken cancel
    )
    {
        RawTables.Create(database, plan.TimeZone);
        var loads = new List<LoadSummary>();
        foreach (var source in plan.Sources)
        {
            progress(Reading, $"Reading {source.Name}");
            loads.AddRange(source.Load(database, cancel));
        }

        var settled = Overlaps.Settle(database, loads);
        Currencies.MustBeOne(settled);
        var replaced = settled.Sum(s => s.Versions?.Replaced ?? 0);
        RawViews.Create(database, plan.TimeZone, replaced > 0, OrderDiscounts.AreTold(settled));
        settled = OrderDiscounts.Spread(database, settled);
        var (summaries, comparison) = SinceEarlier.Compare(database, settled, plan.Earlier, plan.TimeZone);
        progress(
            "clean",
            $"Cleaning {Counted.Of(RawTables.Count(database, Target.Lines) - replaced, "row")} by recipe {plan.Recipe.Name}"
        );
        var isUndated = RawTables.IsUndated(database);
        var day = Clean(
            database,
            plan.Recipe,
            isUndated ? plan.AsOf ?? AfterRegistrations(database) : plan.AsOf
        );
        if (plan.AsOf == null)
        {
            NotAfterToday(database, summaries, day);
        }

        progress("core", "Building the shop's tables");
        CoreTables.Create(database);
        return new ShopContents(summaries, day) { IsUndated = isUndated, Comparison = comparison };
    }

    /// <summary>A shop without orders is looked at from the day after the last registration; without any, from the end of time.</summary>
    static DateOnly AfterRegistrations(IDatabase database)
    {
        var last = database.Read(
            new("last registration", "select max(to_shop(registered_at))::date as day from raw.customers")
        );
        return ((DateColumn)last["day"]).Values[0]?.AddDays(1) ?? ShopContents.NoDate;
    }

    /// <summary>A single order of the year 2099 would let everybody be a customer of long ago: that is not for the program to decide.</summary>
    /// <exception cref="ImportRefusedException">What decides from which day all is seen lies after today.</exception>
    static void NotAfterToday(IDatabase database, IReadOnlyList<LoadSummary> summaries, DateOnly asOf)
    {
        var later = summaries.SelectMany(s => s.Odd).FirstOrDefault(o => asOf > o.Today?.AddDays(2));
        if (later is { Today: { } today })
        {
            var last = database.Read(
                new(
                    "last order until today",
                    "select max(ordered_at)::date as day from staging.lines where ordered_at < $tomorrow"
                ),
                ("tomorrow", today.AddDays(1))
            );
            throw later.Refusal(asOf, (((DateColumn)last["day"]).Values[0] ?? today).AddDays(1));
        }
    }

    /// <summary>Cleans as of the given day; without one, as of the day after the last order that is kept.</summary>
    static DateOnly Clean(IDatabase database, Recipe recipe, DateOnly? asOf)
    {
        Cleaner.Run(database, recipe, asOf?.ToDateTime(TimeOnly.MinValue));
        var day = asOf ?? DayAfterLastOrder(database);
        var later = database.Read(
            new("lines from as-of on", "select count(*) as n from raw.coded where ordered_at >= $as_of"),
            ("as_of", day)
        );
        if (asOf == null && later.Number("n") > 0)
        {
            // Rules that judge by all orders must not know of what came later: the same run as with that day given.
            Cleaner.Run(database, recipe, day.ToDateTime(TimeOnly.MinValue));
        }

        return day;
    }

    static DateOnly DayAfterLastOrder(IDatabase database)
    {
        var last = database.Read(new("last order", "select max(ordered_at)::date as day from staging.lines"));
        return ((DateColumn)last["day"]).Values[0]?.AddDays(1)
            ?? throw new ImportRefusedException(
                $"After cleaning no order is left: {WhatTook(database)}. Change the recipe, or choose another with --recipe."
            );
    }

    static string WhatTook(IDatabase database)
    {
        var ledger = database.ReadLedger();
        var removed = ledger.Numbers("rows_removed");
        var took = ledger
            .Texts("rule")
            .Zip(removed)
            .Where(r => r.Second > 0)
            .Select(r => $"{r.First} took {Counted.Of((long)r.Second, "line")}")
            .ToList();
        return took.Count == 0 ? "there was none to begin with" : string.Join(", ", took);
    }
}

/// <summary>What a shop is made of.</summary>
/// <param name="Sources">Read one after the other.</param>
/// <param name="Recipe">Which lines count.</param>
public sealed record ShopPlan(IReadOnlyList<ISource> Sources, Recipe Recipe)
{
    /// <summary>As the user said it; null takes the day after the last order.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>By whose clock days, hours and cohorts are, and times that do not say otherwise.</summary>
    public string TimeZone { get; init; } = TimeZones.Utc;

    /// <summary>What the lines are compared with; null compares with nothing.</summary>
    public EarlierShop? Earlier { get; init; }
}

/// <summary>What a run found in its sources.</summary>
/// <param name="Sources">One a table of a source.</param>
/// <param name="AsOf">The first day that the answers know nothing of.</param>
public sealed record ShopContents(IReadOnlyList<LoadSummary> Sources, DateOnly AsOf)
{
    /// <summary>As-of of a shop in which nothing has a date: all that is known of it lies before.</summary>
    public static readonly DateOnly NoDate = DateOnly.MaxValue;

    /// <summary>True for a shop of customers and their totals, without any order.</summary>
    public bool IsUndated { get; init; }

    /// <summary>What became of the lines of the shop that was published before; null if there was none.</summary>
    public Comparison? Comparison { get; init; }
}
