using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>How a file writes its numbers, decided by those that can be read in one way only.</summary>
/// <param name="DecimalMark">A point or a comma.</param>
sealed record NumberFormat(char DecimalMark)
{
    /// <summary>So many times more cells must speak for one mark that those for the other are mistakes.</summary>
    const int Outweighs = 20;

    /// <summary>What may stand between thousands beside the mark that is not the decimal one, as SQL writes it.</summary>
    const string Gaps = " ''’";

    static readonly NumberFormat Point = new('.');
    static readonly NumberFormat Comma = new(',');

    /// <summary>Macros that read what a cast does not: signs of currencies, marks between thousands, brackets for minus.</summary>
    static readonly Sql[] Macros =
    [
        new(
            "bare numbers",
            """
            create or replace temp macro bare(t) as regexp_replace(
              regexp_replace(
                regexp_replace(plain_blanks(t), '^\s*\(\s*(.*\d.*)\s*\)\s*$', '-\1'),
                '^\s*([-+−]?)\s*(\p{Sc}|[A-Z]{3}\s?|[A-Z]{1,2}\p{Sc})?\s*([-+−]?)', '\1\3'),
              '\s*(\p{Sc}|[A-Z]{3})?\s*$', '')
            """
        ),
        new(
            "grouped numbers",
            $$"""
            create or replace temp macro grouped(t, mark, point) as case
              when regexp_full_match(t, '[-+−]?(\d+|\d{1,3}([{{Gaps}}' || mark || ']\d{3})+)([' || point || ']\d*)?|[-+−]?[' || point || ']\d+')
              then replace(replace(regexp_replace(t, '[{{Gaps}}' || mark || ']', '', 'g'), point, '.'), '−', '-')
            end
            """
        ),
    ];

    /// <summary>Must be there before a cell is read.</summary>
    internal static void CreateMacros(IDatabase database)
    {
        foreach (var macro in Macros)
        {
            database.Execute(macro);
        }
    }

    /// <summary>SQL of a column's cells as numbers of a type; null where a cell is none.</summary>
    /// <remarks>A case, not coalesce: that would try the patterns on every cell, which takes twice as long as all reading.</remarks>
    internal string Read(string column, string type)
    {
        var (point, other) = DecimalMark == '.' ? (".", ",") : (",", ".");
        var plain = DecimalMark == '.' ? column : $"replace({column}, ',', '.')";
        var odd = DecimalMark == '.' ? "" : $"contains({column}, '.') or ";
        // Whatever currency it says is noted on the way: only here, where a cell is no plain number.
        var written = type is Fields.Money or Fields.Price ? $"money_text({column})" : column;
        return $"case when {odd}try_cast({plain} as {type}) is null "
            + $"then try_cast(grouped(bare({written}), '{other}', '{point}') as {type}) else try_cast({plain} as {type}) end";
    }

    /// <summary>Looks at the first rows, and at all of them if those leave it open.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="table">The file.</param>
    /// <param name="columns">Its columns of numbers.</param>
    /// <param name="wanted">As the user said it; null decides.</param>
    /// <exception cref="ImportRefusedException">Both marks are used as the decimal one, or every number can be read in two ways.</exception>
    internal static NumberFormat Decide(
        IDatabase database,
        TextTable table,
        IReadOnlyList<int> columns,
        char? wanted
    )
    {
        if (wanted != null || columns.Count == 0)
        {
            return wanted == ',' ? Comma : Point;
        }

        var first = Evidence.Of(database, table.Sample, columns);
        if (first.Points > 0 != first.Commas > 0)
        {
            return first.Points > 0 ? Point : Comma;
        }

        return OfAll(database, table, columns);
    }

    /// <summary>True if cells that were not read have a mark that can only be the other one.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="unread">SQL of cells c1.</param>
    internal bool IsContradicted(IDatabase database, string unread)
    {
        var found = Evidence.Of(database, unread, [0]);
        return (DecimalMark == '.' ? found.Commas : found.Points) > 0;
    }

    /// <summary>Looks at all rows, as the first ones did not show all.</summary>
    /// <exception cref="ImportRefusedException">The other mark is used too often for a mistake.</exception>
    internal void Confirm(IDatabase database, TextTable table, IReadOnlyList<int> columns)
    {
        var all = Evidence.Of(database, table.Relation, columns);
        RejectTables.Drop(database);
        if (!all.SpeaksFor(this))
        {
            throw Both(table, all);
        }
    }

    static NumberFormat OfAll(IDatabase database, TextTable table, IReadOnlyList<int> columns)
    {
        var all = Evidence.Of(database, table.Relation, columns);
        RejectTables.Drop(database);
        return all switch
        {
            { Points: 0, Commas: 0, Ties: 0 } => Point,
            { Points: 0, Commas: 0 } => throw new ImportRefusedException(
                $"{table.Name}: numbers such as '{all.Example}' can be read as "
                    + $"{all.Example!.Replace(',', '.')} and as {all.Example.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)}. "
                    + "Say which: --decimal-mark . or --decimal-mark ,"
            ),
            _ when all.SpeaksFor(Point) => Point,
            _ when all.SpeaksFor(Comma) => Comma,
            _ => throw Both(table, all),
        };
    }

    static ImportRefusedException Both(TextTable table, Evidence all) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Name}: some numbers have a decimal point and some a decimal comma ({all.Points:N0} and {all.Commas:N0}). "
            ) + "Write them in one way, or say which it is: --decimal-mark . or --decimal-mark ,"
        );

    /// <summary>How many cells can be read with one decimal mark only, and how many with either.</summary>
    readonly record struct Evidence(long Points, long Commas, long Ties, string? Example)
    {
        /// <summary>True if it outweighs what speaks for the other mark.</summary>
        internal bool SpeaksFor(NumberFormat format) =>
            format.DecimalMark == '.' ? Points > Outweighs * Commas : Commas > Outweighs * Points;

        internal static Evidence Of(IDatabase database, string rows, IReadOnlyList<int> columns)
        {
            var cells = string.Join(", ", columns.Select(TextTable.Column));
            var found = database.Read(
                new(
                    "decimal marks",
                    $$"""
                    with cells as (select unnest([{{cells}}]) as cell from {{rows}}),
                    marked as (select regexp_replace(cell, '[^0-9.,]', '', 'g') as n, cell from cells where contains(cell, '.') or contains(cell, ','))
                    select
                      count(*) filter (where regexp_full_match(n, '{{ProofOf(@"\.", ",")}}')) as points,
                      count(*) filter (where regexp_full_match(n, '{{ProofOf(",", @"\.")}}')) as commas,
                      count(*) filter (where regexp_full_match(n, '[1-9]\d{0,2}[.,]\d{3}')) as ties,
                      min(cell) filter (where regexp_full_match(n, '[1-9]\d{0,2}[.,]\d{3}')) as example
                    from marked
                    """
                )
            );
            return new Evidence(
                (long)found.Number("points"),
                (long)found.Number("commas"),
                (long)found.Number("ties"),
                found["example"].ToText(0)
            );
        }

        /// <summary>Numbers in which a mark can only be the decimal one, or the other only the one between thousands.</summary>
        static string ProofOf(string point, string mark) =>
            $@"\d*{point}(\d{{1,2}}|\d{{4,}})?|0?{point}\d+|\d{{4,}}{point}\d+|\d{{1,3}}({mark}\d{{3}})+{point}\d+|\d{{1,3}}({mark}\d{{3}}){{2,}}";
    }
}
