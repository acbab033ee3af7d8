using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Tables of one run that overlap: a line that a later one has again stands once, as the later one has it.</summary>
/// <remarks>A line is known by its order, its time, its product, and how often these came before in its table.
/// Only lines of orders that stand in several tables are looked at; a run of one table costs nothing.</remarks>
static class Overlaps
{
    /// <summary>Says of each table what was new in it, and marks lines in raw.coded_lines that a later table has again.</summary>
    /// <returns>The same summaries, with the versions of their lines.</returns>
    /// <exception cref="ImportRefusedException">Two tables number different orders alike.</exception>
    internal static IReadOnlyList<LoadSummary> Settle(IDatabase database, IReadOnlyList<LoadSummary> loads)
    {
        var tables = TablesOfLines(loads);
        var versions = tables.Select(t => new LineVersions(t.Kept, 0, 0, 0)).ToList();
        if (tables.Count > 1 && FindShared(database, tables))
        {
            RefuseTwoNumberings(database, tables);
            FindVersions(database);
            Count(database, tables, versions);
            Mark(database, tables);
        }

        return
        [
            .. loads.Select(l => tables.IndexOf(l) is >= 0 and var t ? l with { Versions = versions[t] } : l),
        ];
    }

    /// <summary>Tables with lines of orders, in the order in which raw.lines has them.</summary>
    internal static List<LoadSummary> TablesOfLines(IReadOnlyList<LoadSummary> loads) =>
        [.. loads.Where(l => l.Into == Target.Lines.Table && l.Kept > 0).OrderBy(l => l.First)];

    /// <summary>SQL for which of the tables a row of raw.lines is of: from 0.</summary>
    internal static string FileOf(IDatabase database, List<LoadSummary> tables)
    {
        if (tables.Count == 1)
        {
            return "0";
        }

        var starts = database.Read(
            new(
                "first lines of tables",
                "select line from (select rowid as line, row_number() over (order by rowid) as n from raw.coded_lines) "
                    + $"where n in ({string.Join(", ", tables.Skip(1).Select(t => Number(t.First + 1)))}) order by line"
            )
        );
        var whens = starts
            .Numbers("line")
            .Select((line, i) => $" when rowid >= {Number((long)line)} then {Number(i + 1)}")
            .Reverse();
        return $"case{string.Concat(whens)} else 0 end";
    }

    /// <summary>Fills shared_lines with the lines of orders that stand in several tables; false if there are none.</summary>
    static bool FindShared(IDatabase database, List<LoadSummary> tables)
    {
        var lines =
            $"(select rowid as line, {FileOf(database, tables)} as file, {Value("order_id", "")} as id, * from raw.coded_lines)";
        database.Execute(
            new(
                "shared lines",
                $"""
                create or replace temp table shared_lines as
                select line, file, id, ordered_at, {ProductOf([
                    .. tables.SelectMany(t => t.Filled),
                ])} as product
                from {lines}
                where id in (select id from {lines} group by id having min(file) <> max(file))
                """
            )
        );
        return database.Read(new("shared lines", "select count(*) as n from temp.shared_lines")).Number("n")
            > 0;
    }

    /// <summary>SQL for what tells a line from others of its order and time: the product's id or else its name, where they are held.</summary>
    internal static string ProductOf(IReadOnlyCollection<string> fields)
    {
        var names = ((string[])["product_id", "product_name"])
            .Where(fields.Contains)
            .Select(f => $"tidy_code({f}), ");
        return $"coalesce({string.Concat(names)}-1)";
    }

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    static void RefuseTwoNumberings(IDatabase database, List<LoadSummary> tables)
    {
        var found = database.Read(
            new(
                "two numberings",
                """
                with times as (select distinct id, file, ordered_at from shared_lines),
                pairs as (
                  select id, a.file as earlier, b.file as later, bool_or(a.ordered_at = b.ordered_at) as same
                  from times as a join times as b using (id)
                  where a.file < b.file
                  group by all
                )
                select earlier, later, count(*) as orders, count(*) filter (where not same) as others,
                  min(text_of(id)) filter (where not same) as example
                from pairs
                group by all
                having 2 * others > orders
                order by earlier, later
                """
            )
        );
        if (found.Rows > 0)
        {
            var (earlier, later) = ((int)found.Numbers("earlier")[0], (int)found.Numbers("later")[0]);
            throw new ImportRefusedException(
                $"{tables[earlier].Source} and {tables[later].Source}: {found.Numbers("orders")[0]:N0} order numbers stand in both, "
                    + $"and {found.Numbers("others")[0]:N0} of them at other times, such as {found["example"].ToText(0)}: they are two numberings. "
                    + "Run them as two shops, or write something before the numbers of one. If they are the same orders, write their times alike."
            );
        }
    }

    /// <summary>Fills line_versions: each shared line with the one before it and the one after it.</summary>
    static void FindVersions(IDatabase database) =>
        database.Execute(
            new(
                "versions of lines",
                """
                create or replace temp table line_versions as
                with counted as (
                  select *, row_number() over (partition by file, id, ordered_at, product order by line) as occurrence
                  from shared_lines
                )
                select line, file, lag(line) over same as earlier, lag(file) over same as earlier_file, lead(file) over same as later_file
                from counted
                window same as (partition by id, ordered_at, product, occurrence order by file)
                """
            )
        );

    static void Count(IDatabase database, List<LoadSummary> tables, List<LineVersions> versions)
    {
        var found = database.Read(
            new(
                "counts of versions",
                $"""
                select file,
                  count(*) filter (where earlier is not null and changed) as changed,
                  count(*) filter (where earlier is not null and not changed) as same,
                  count(*) filter (where later_file is not null) as replaced
                from (
                  select v.*, {Changed(tables)} as changed
                  from line_versions as v
                  join raw.coded_lines as now on now.rowid = v.line
                  left join raw.coded_lines as old on old.rowid = v.earlier
                )
                group by file
                order by file
                """
            )
        );
        for (var r = 0; r < found.Rows; r++)
        {
            var file = (int)found.Numbers("file")[r];
            var (changed, same) = ((long)found.Numbers("changed")[r], (long)found.Numbers("same")[r]);
            versions[file] = new LineVersions(
                tables[file].Kept - changed - same,
                changed,
                same,
                (long)found.Numbers("replaced")[r]
            );
        }
    }

    /// <summary>SQL that is true where a field differs that both tables have.</summary>
    static string Changed(List<LoadSummary> tables)
    {
        var differs = tables
            .SelectMany(t => t.Filled)
            .Distinct()
            .Select(field =>
            {
                var both = string.Join(
                    ", ",
                    tables
                        .Select((t, i) => (t, i))
                        .Where(t => t.t.Filled.Contains(field))
                        .Select(t => Number(t.i))
                );
                return $"({Value(field, "now.")} is distinct from {Value(field, "old.")} and file in ({both}) and earlier_file in ({both}))";
            });
        return string.Join(" or ", differs);
    }

    /// <summary>SQL for what a field says: as staging.lines has it, whatever way it is written.</summary>
    internal static string Value(string field, string table)
    {
        var column = $"{table}{SqlText.Name(field)}";
        return field switch
        {
            "order_id" or "customer_id" => $"id_code({column})",
            "customer_email" => $"text_code(lower(text_of(tidy_code({column}))))",
            _ when Target.Lines.IsCoded(field) => $"tidy_code({column})",
            _ => column,
        };
    }

    /// <summary>Lines that a later table has again stay in raw.coded_lines, with its name.</summary>
    static void Mark(IDatabase database, List<LoadSummary> tables)
    {
        var names = tables.Select((t, i) => new Parameter(NameOf(i), t.Source)).ToArray();
        database.Execute(new("replaced lines", "alter table raw.coded_lines add column replaced_by varchar"));
        database.Execute(
            new(
                "replaced lines",
                $"""
                update raw.coded_lines set replaced_by = case v.later_file {string.Concat(
                    names.Select((n, i) => $"when {Number(i)} then ${n.Name} ")
                )}end
                from line_versions as v
                where coded_lines.rowid = v.line and v.later_file is not null
                """
            ),
            names
        );
    }

    static string NameOf(int table) => $"table_{Number(table)}";
}
