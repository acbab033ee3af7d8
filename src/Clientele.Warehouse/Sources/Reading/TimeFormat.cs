namespace Clientele.Warehouse;

/// <summary>How a file writes its times, decided from all of them: a wrong guess is worse than a refusal.</summary>
/// <param name="Name">ISO 8601, Excel serial, epoch seconds …, or a strptime pattern.</param>
/// <param name="Sql">Reads a cell, which stands where it says {0}, into UTC; null where a cell is no such time.</param>
/// <param name="Clock">By which clock its times are.</param>
sealed record TimeFormat(string Name, string Sql, Clock Clock)
{
    /// <summary>Of the times of a file so many must fit; the others are bad rows.</summary>
    const double Most = 0.95;

    static readonly TimeFormat Iso = new("ISO 8601", "iso_time({0})", Clock.Shop);

    /// <summary>Those of the ISO times that say how far they are from UTC.</summary>
    static readonly TimeFormat IsoWithOffset = new(
        Iso.Name,
        $"case when strlen({{0}}) > 19 and not regexp_full_match({{0}}, '{TimeZones.WithoutOffset}') then iso_time({{0}}) end",
        Clock.Offset
    );

    static readonly TimeFormat[] Candidates =
    [
        Number(
            "Excel serial",
            "double",
            20_000,
            80_000,
            "to_utc(timestamp '1899-12-30' + to_microseconds(round({0} * 86400)::bigint * 1000000))",
            Clock.Shop
        ),
        Number("epoch seconds", "bigint", 631_152_000, 4_102_444_800, "make_timestamp({0} * 1000000)"),
        Number(
            "epoch milliseconds",
            "bigint",
            631_152_000_000,
            4_102_444_800_000,
            "make_timestamp({0} * 1000)"
        ),
        Number(
            "epoch microseconds",
            "bigint",
            631_152_000_000_000,
            4_102_444_800_000_000,
            "make_timestamp({0})"
        ),
        .. from day in (string[])
            [
                "%m/%d/%Y",
                "%d/%m/%Y",
                "%m/%d/%y",
                "%d/%m/%y",
                "%d.%m.%Y",
                "%d.%m.%y",
                "%m-%d-%Y",
                "%d-%m-%Y",
                "%m.%d.%Y",
            ]
        from time in (string[])["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"]
        select Pattern(day + time),
        .. from day in (string[])["%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%y", "%d-%b-%Y"]
        from time in (string[])["", " %H:%M", " %H:%M:%S", ", %H:%M:%S", " %I:%M:%S %p", ", %I:%M:%S %p"]
        select Pattern(day + time),
        Pattern("%Y%m%d"),
        Pattern("%Y%m%d%H%M%S"),
        Pattern("%Y.%m.%d"),
        Pattern("%Y.%m.%d %H:%M:%S"),
        Pattern("%Y-%m-%dT%H:%MZ"),
        Pattern("%Y-%m-%dT%H:%M%z"),
        Pattern("%Y-%m-%d %H:%M %z"),
    ];

    /// <summary>SQL of a column's cells as times.</summary>
    internal string Read(string column) => Sql.Replace("{0}", column, StringComparison.Ordinal);

    /// <summary>SQL of cells whose days are written in the same order, with or without a time of day, or by ISO 8601.</summary>
    internal string ReadLoosely(string column)
    {
        var hour = Math.Max(
            Name.IndexOf("%H", StringComparison.Ordinal),
            Name.IndexOf("%I", StringComparison.Ordinal)
        );
        var day = hour > 0 ? Name[..hour].TrimEnd(' ', ',', 'T') : Name;
        TimeFormat[] others = Name.StartsWith('%')
            ? [Pattern(day), Pattern(day + " %H:%M"), Pattern(day + " %H:%M:%S"), Iso]
            : [Iso];
        return $"coalesce({string.Join(", ", others.Prepend(this).Select(f => f.Read(column)))})";
    }

    /// <summary>Looks at the first rows, and at all of them if those leave it open.</summary>
    /// <exception cref="ImportRefusedException">Two ways read every time, or none reads most of them.</exception>
    internal static TimeFormat Decide(IDatabase database, TextTable table, int column, string? wanted)
    {
        if (wanted != null)
        {
            return Pattern(wanted);
        }

        var cells = TextTable.Column(column);
        // A single good ISO time is proof: no other format looks like it.
        var (filled, iso) = Count(database, table.Sample, cells, [Iso, IsoWithOffset]);
        if (iso[0] > 0 || filled == 0)
        {
            return Iso with
            {
                Clock =
                    iso[1] == 0 ? Clock.Shop
                    : iso[1] == iso[0] ? Clock.Offset
                    : Clock.Both,
            };
        }

        var likely = Fitting(database, table.Sample, cells, Candidates);
        if (likely.Length == 1)
        {
            return likely[0];
        }

        var most = Fitting(database, table.Relation, cells, likely.Length == 0 ? Candidates : likely);
        RejectTables.Drop(database);
        return most.Length == 1 ? most[0] : throw Refusal(database, table, column, most);
    }

    /// <summary>Looks whether times that were not read are written in another way, which the first rows did not show.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="table">The file.</param>
    /// <param name="column">Its column of times.</param>
    /// <param name="unread">SQL of the cells c1 that were not read, and their lines.</param>
    /// <param name="areMany">So many that the file is refused anyway.</param>
    /// <exception cref="ImportRefusedException">Some can only be read with day and month the other way round, or nearly all in one other way.</exception>
    internal void Contradicted(IDatabase database, TextTable table, int column, string unread, bool areMany)
    {
        // To ask for a hundred formats takes as long as to read a small file.
        var others = ((TimeFormat[])[Iso, .. Candidates])
            .Where(f => f.Name != Name && (areMany || f.Name == Turned))
            .ToArray();
        if (others.Length == 0)
        {
            return;
        }

        var (filled, hits) = Count(database, unread, "c1", others);
        var fitting = others.Where(
            // Of the days up to the twelfth nobody knows how many are turned round; any other way reads none wrongly.
            (f, i) => hits[i] > 0 && (f.Name == Turned || areMany && hits[i] >= Most * filled)
        );
        if (fitting.OrderByDescending(f => f.Name == Turned).FirstOrDefault() is { } other)
        {
            throw Contradiction(database, table, column, unread, other);
        }
    }

    ImportRefusedException Contradiction(
        IDatabase database,
        TextTable table,
        int column,
        string unread,
        TimeFormat other
    )
    {
        var found = database.Read(
            new(
                "times written otherwise",
                $"select line, c1, count(*) over () as n from {unread} where {other.Read("c1")} >= timestamp '1900-01-01' order by line limit 1"
            )
        );
        var (line, cell, n) = (found["line"].ToText(0), found["c1"].ToText(0), (long)found.Number("n"));
        var options = ((TimeFormat[])[this, other])
            .Where(f => f.Name.Contains('%', StringComparison.Ordinal))
            .Select(f => $"--date-format '{f.Name}'");
        return new(
            $"{table.Name}, line {line}, column {table.Headers[column]}: '{cell}' can only be read as {other.Name}, but the first rows only as {Name}; "
                + $"there {(n == 1 ? "is" : "are")} {Counted.Of(n, "such row")}. Write all times in one way, "
                + $"or say which it is, so that the others are bad rows: {string.Join(" or ", options)}"
        );
    }

    /// <summary>The pattern with day and month the other way round.</summary>
    string Turned =>
        Name.Replace("%d", "%_", StringComparison.Ordinal)
            .Replace("%m", "%d", StringComparison.Ordinal)
            .Replace("%_", "%m", StringComparison.Ordinal);

    /// <summary>Those that read most of the times, and more than any other.</summary>
    static TimeFormat[] Fitting(IDatabase database, string rows, string cells, TimeFormat[] formats)
    {
        var (filled, hits) = Count(database, rows, cells, formats);
        // May is a short month and a long one: both ways read the same.
        return
        [
            .. formats
                .Where((_, i) => hits[i] >= Most * filled && hits[i] == hits.Max())
                .DistinctBy(f => f.Name.Replace("%B", "%b", StringComparison.Ordinal)),
        ];
    }

    static (long Filled, long[] Hits) Count(
        IDatabase database,
        string rows,
        string cells,
        TimeFormat[] formats
    )
    {
        var counts = formats.Select(
            (f, i) => $"count(*) filter (where {f.Read(cells)} >= timestamp '1900-01-01') as f{i}"
        );
        var found = database.Read(
            new(
                "formats of the times",
                $"select count(tidy({cells})) as filled, {string.Join(", ", counts)} from {rows}"
            )
        );
        return ((long)found.Number("filled"), [.. formats.Select((_, i) => (long)found.Number($"f{i}"))]);
    }

    /// <summary>The first time that ends with a name of a zone, if one does.</summary>
    static string? Named(IDatabase database, TextTable table, int column)
    {
        var cell = TextTable.Column(column);
        var found = database.Read(
            new(
                "names of zones",
                $"select {cell} as cell from {table.Sample} where regexp_matches({cell}, '{ZoneName.AtEnd}')"
            )
        );
        return found.Texts("cell").FirstOrDefault(c => Advice.Time(c).Length > 0);
    }

    static TimeFormat Pattern(string pattern)
    {
        var sql = $"try_strptime({{0}}, {SqlText.Literal(pattern)})";
        var isUtc = pattern.Contains("%z", StringComparison.Ordinal) || pattern.EndsWith('Z');
        return isUtc
            ? new(pattern, $"make_timestamp(epoch_us({sql}))", Clock.Offset)
            : new(pattern, $"to_utc({sql})", Clock.Shop);
    }

    static TimeFormat Number(
        string name,
        string type,
        long least,
        long most,
        string time,
        Clock clock = Clock.Offset
    ) =>
        new(
            name,
            $"case when try_cast({{0}} as {type}) between {least} and {most} then {time.Replace("{0}", $"try_cast({{0}} as {type})", StringComparison.Ordinal)} end",
            clock
        );

    static ImportRefusedException Refusal(
        IDatabase database,
        TextTable table,
        int column,
        TimeFormat[] formats
    )
    {
        var where = $"{table.Name}, column {table.Headers[column]}:";
        if (formats.Length == 0 && Named(database, table, column) is { } named)
        {
            return new($"{where} '{named}' is no time{Advice.Time(named)}");
        }

        return formats.Length == 0
            ? new(
                $"{where} no known way of writing times fits. Write them as 2011-12-09 12:50, "
                    + "or say how they are written: --date-format '%d.%m.%Y %H:%M'"
            )
            : new(
                $"{where} every time can be read as {string.Join(" and as ", formats.Select(f => f.Name))}. "
                    + $"Say which: {string.Join(" or ", formats.Select(f => $"--date-format '{f.Name}'"))}"
            );
    }
}
