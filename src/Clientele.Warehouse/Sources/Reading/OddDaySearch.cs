using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Looks for days that are hardly meant among those that a table has just brought.</summary>
/// <remarks>Of an ordinary file only the first and the last day are asked for; a file with an odd day is read again for its line.</remarks>
/// <param name="database">The shop.</param>
/// <param name="reading">The table.</param>
/// <param name="before">Rows of its table of raw before it.</param>
/// <param name="today">By the machine's clock; null asks for nothing that is later.</param>
sealed class OddDaySearch(IDatabase database, RowReading reading, long before, DateOnly? today)
{
    /// <summary>So many years without a row part a few rows from all others.</summary>
    const int FarYears = 10;

    /// <summary>No shop has orders from before; default days of computers lie there: 1900, 1904, 1970.</summary>
    const int FirstYear = 1980;

    /// <summary>So many rows are few, whatever the size of the file.</summary>
    const int Few = 5;

    /// <summary>In a large file this share is few.</summary>
    const double FewShare = 0.001;

    const int MostExamples = 3;

    /// <summary>A clock of the shop's may be most of a day before the machine's.</summary>
    DateOnly Later => today?.AddDays(2) ?? DateOnly.MaxValue;

    /// <summary>Those of all columns of times.</summary>
    internal IReadOnlyList<OddDays> Find() =>
        [
            .. reading
                .Mapping.Columns.Select((c, i) => (c.Field, Index: i))
                .Where(c => c.Field != null && reading.Mapping.Into.TypeOf(c.Field) == Fields.Time)
                .SelectMany(c => Of(c.Field!, c.Index)),
        ];

    IEnumerable<OddDays> Of(string field, int column)
    {
        var ends = Read("first and last day", field, "min({0})::date as first, max({0})::date as last", "");
        if (
            ((DateColumn)ends["first"]).Values[0] is not { } first
            || ((DateColumn)ends["last"]).Values[0] is not { } last
            || first.Year >= FirstYear && last.Year - first.Year < FarYears && last < Later
        )
        {
            yield break;
        }

        var (from, until) = Usual(field);
        var time = RowReading.Value(column);
        if (Told(field, column, $"{time} >= {Literal(Later)}", today) is { } later)
        {
            yield return later;
        }

        var far = $"({time} < {Literal(from)} or {time} >= {Literal(until)}) and {time} < {Literal(Later)}";
        if (Told(field, column, far, null) is { } odd)
        {
            yield return odd;
        }
    }

    /// <summary>The days between which all rows lie but the few that are far away.</summary>
    (DateOnly From, DateOnly Until) Usual(string field)
    {
        var found = Read(
            "rows by year",
            field,
            "year({0}) as year, count(*) as n",
            " and {0} is not null group by all order by year"
        );
        var years = found.Numbers("year").Zip(found.Numbers("n"), (y, n) => (Year: (int)y, Rows: n)).ToList();
        var all = years.Sum(y => y.Rows);
        var first = Math.Max(FirstYear, Bound(years, all));
        years.Reverse();
        return (new DateOnly(first, 1, 1), new DateOnly(Bound(years, all) + 1, 1, 1));
    }

    /// <summary>The first year, or the first behind a few rows and a long gap.</summary>
    static int Bound(List<(int Year, double Rows)> years, double all)
    {
        var (bound, passed) = (years[0].Year, 0.0);
        for (var i = 1; i < years.Count; i++)
        {
            passed += years[i - 1].Rows;
            if (2 * passed >= all || passed > Math.Max(Few, FewShare * all))
            {
                break;
            }

            bound = Math.Abs(years[i].Year - years[i - 1].Year) >= FarYears ? years[i].Year : bound;
        }

        return bound;
    }

    OddDays? Told(string field, int column, string condition, DateOnly? after)
    {
        var sql = condition.Replace(RowReading.Value(column), "{0}", StringComparison.Ordinal);
        var rows = (long)Read("odd days", field, "count(*) as n", $" and {sql}").Number("n");
        if (rows == 0)
        {
            return null;
        }

        var watching = reading.With(new Fault(column, condition, FaultKind.OddDay));
        var first = Rejects
            .OfValues(database, watching, reading.Faults.Count, MostExamples)
            .Select(r => new OddDay(r.Line, r.Reason))
            .ToList();
        RejectTables.Drop(database);
        return new OddDays(
            $"{reading.Table.Name}, column {reading.Table.Headers[column]}",
            rows,
            first,
            reading.Mapping.Into.IsLines,
            after
        );
    }

    Table Read(string name, string field, string what, string condition)
    {
        var (target, column) = (SqlText.TableName("raw", reading.Mapping.Into.HeldIn), SqlText.Name(field));
        return database.Read(
            new(
                name,
                $"select {what} from {target} where rowid >= $before{condition}".Replace(
                    "{0}",
                    column,
                    StringComparison.Ordinal
                )
            ),
            ("before", before)
        );
    }

    static string Literal(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"timestamp '{day:yyyy-MM-dd}'");
}
