namespace Clientele.Warehouse;

/// <summary>The zones by whose clock a shop can work: names of the IANA database, as the engine knows them on every machine.</summary>
public static class TimeZones
{
    /// <summary>The zone of a shop that declares none: nothing is converted.</summary>
    public const string Utc = "UTC";

    // Names without a slash are left out: BST is Bangladesh there, and London to its shops.
    static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
    {
        using var engine = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        var names = engine.Read(
            new(
                "time zones",
                "select name from pg_timezone_names() where contains(name, '/') and not starts_with(name, 'SystemV/') order by name"
            )
        );
        return [Utc, .. names.Texts("name")];
    });

    /// <summary>UTC, then all others by name.</summary>
    public static IReadOnlyList<string> Names => Known.Value;

    /// <summary>True for a zone that a shop can declare; the case of its letters counts.</summary>
    public static bool Knows(string name) => name == Utc || Names.Contains(name);

    /// <summary>Makes the macros that readers of files and of raw tables use: to_utc, to_shop and iso_time.</summary>
    /// <remarks>With UTC they do nothing, so that a shop without a zone waits for none.</remarks>
    internal static void CreateMacros(IDatabase database, string zone)
    {
        var text = SqlText.Literal(zone);
        // What is UTC already is only called so: a cast would ask the calendar, for as long as the conversion takes.
        // The calendar ends the statement at a time near its own ends: try makes it no time.
        var (toUtc, toShop) =
            zone == Utc
                ? ("t", "t")
                : (
                    $"try(make_timestamp(epoch_us(timezone({text}, t))))",
                    $"timezone({text}, make_timestamptz(epoch_us(t)))"
                );
        var names = zone == Utc ? [] : ZoneName.Of(zone, OffsetsOf(database, zone));
        foreach (
            var (name, sql) in new[]
            {
                ("to_utc", toUtc),
                ("to_shop", toShop),
                ("iso_time", IsoIn(zone, names)),
            }
        )
        {
            database.Execute(new(name, $"create or replace temp macro {name}(t) as {sql}"));
        }
    }

    // A cast to timestamp passes over an offset, and one to timestamptz is six times slower: only long cells have one.
    static string IsoIn(string zone, IReadOnlyList<ZoneName> names) =>
        zone == Utc
            ? $"case when strlen(t) <= 19 then try_cast(t as timestamp) else {Moment(names)} end"
            : $"case when strlen(t) <= 19 or regexp_full_match(t, '{WithoutOffset}') then to_utc(try_cast(t as timestamp)) else {Moment(names)} end";

    /// <summary>A short name of a zone stands for several places: the engine would take one of them. Only the shop's own are read.</summary>
    static string Moment(IReadOnlyList<ZoneName> names)
    {
        var own = names.Select(n =>
            $" when ends_with(t, '{n.Name}') then {Cast($"left(t, -{n.Name.Length}) || '{n.Offset}'")}"
        );
        return $"case when right(t, 1) < 'A' or upper(right(t, 1)) = 'Z' and right(t, 2) < 'A' or upper(right(t, 3)) in ('UTC', 'GMT') or contains(t, '/') then {Cast("t")}{string.Concat(own)} end";
    }

    static string Cast(string text) =>
        $"timezone('UTC', try_cast(replace(replace({text}, ' +', '+'), ' -', '-') as timestamptz))";

    /// <summary>What the zone's clock is away from UTC in winter and in summer, in minutes; twice the same if it never changes.</summary>
    static (int Standard, int Summer) OffsetsOf(IDatabase database, string zone)
    {
        var minutes = ((string[])["2023-01-01", "2023-07-01"]).Select(day =>
            $"(epoch(timestamp '{day}') - epoch(timezone({SqlText.Literal(zone)}, timestamp '{day}'))) / 60"
        );
        var found = database
            .Read(new("offsets of the zone", $"select unnest([{string.Join(", ", minutes)}]) as minutes"))
            .Numbers("minutes");
        return ((int)found.Min(), (int)found.Max());
    }

    /// <summary>A time with nothing but digits behind its minutes.</summary>
    internal const string WithoutOffset = ".{16}[0-9:., ]*";
}
