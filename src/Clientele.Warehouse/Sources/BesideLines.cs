using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>What the lines of a file of orders say of their customers and products: a row of raw.customers or raw.products each.</summary>
/// <remarks>Of each column the last cell before as-of that says something counts: by the time of its order, then by its line. A cell that
/// cannot be read is left empty and told: the order that it stands beside is sound. A file without such columns costs nothing.</remarks>
sealed class BesideLines(IDatabase database, Mapping mapping, Dialect dialect, long first)
{
    /// <summary>Takes it from the rows of raw.lines from <paramref name="first"/> on.</summary>
    /// <returns>What could not be read, a sentence a column.</returns>
    internal static IReadOnlyList<string> Take(
        IDatabase database,
        Mapping mapping,
        Dialect dialect,
        long first
    )
    {
        var lines = new BesideLines(database, mapping, dialect, first);
        return
        [
            .. lines.Take(Target.Customers, "customer_id", "customer_email", BesideFields.OfCustomersInLines),
            .. lines.Take(Target.Products, "product_id", "product_name", BesideFields.OfProductsInLines),
        ];
    }

    /// <summary>Takes rows of lines away of whom a file of customers or products tells: it knows better.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="into">The table.</param>
    /// <param name="own">Rows that came before those of the files.</param>
    internal static void GiveWay(IDatabase database, Target into, long own)
    {
        var (id, other) = IdsOf(into);
        var table = SqlText.TableName("raw", into.Table);
        var same = into == Target.Customers ? $" or lower(tidy(f.{other})) = lower(tidy(l.{other}))" : "";
        database.Execute(
            new(
                "rows that lines told",
                $"delete from {table} as l where rowid < $own and exists (select 1 from {table} as f "
                    + $"where f.rowid >= $own and ({KeyOf("f", id, other)} = {KeyOf("l", id, other)}{same}))"
            ),
            ("own", own)
        );
    }

    static (string Id, string Other) IdsOf(Target into) =>
        into == Target.Customers ? ("customer_id", "customer_email") : ("product_id", "product_name");

    /// <summary>Who or what a row is about, as staging.people and staging.catalogue have it.</summary>
    static string KeyOf(string table, string id, string other) =>
        id == "customer_id"
            ? $"coalesce(known_id({table}.{id}), lower(tidy({table}.{other})))"
            : $"coalesce(tidy({table}.{id}), tidy({table}.{other}))";

    List<string> Take(Target into, string id, string other, IReadOnlyList<Field> fields)
    {
        string[] ids = [.. ((string[])[id, other]).Where(mapping.Has)];
        // An e-mail address beside an id is something known of the customer; without one it is the id.
        var isMore = into == Target.Customers && ids.Length == 2;
        var told = fields.Where(f => mapping.Has(f.Name)).ToList();
        if (ids.Length == 0 || (told.Count == 0 && !isMore))
        {
            return [];
        }

        database.Execute(Collect(ids, told, isMore));
        var faults = Unread(told).ToList();
        Add(into, ids, told);
        database.Execute(new("told by lines", "drop table temp.told_by_lines"));
        return faults;
    }

    /// <summary>A row a customer or product each time that lines begin to say something else of it; cells are texts: c1, c2, …</summary>
    /// <remarks>told_at: since when, in UTC. What a later order says must change no answer from before it.</remarks>
    Sql Collect(string[] ids, List<Field> told, bool isMore)
    {
        var texts = ids.Select(i => $"tidy(text_of({i})) as {i}")
            .Concat(told.Select((f, i) => $"tidy({SqlText.Name(f.Name)}) as {TextTable.Column(i)}"));
        List<string> columns = [.. ids, .. told.Select((_, i) => TextTable.Column(i))];
        var somethings = columns.Skip(isMore ? 1 : ids.Length).Select(c => $"{c} is not null");
        return new(
            "told by lines",
            $"""
            create or replace temp table told_by_lines as
            with written as (
              select ordered_at, rowid as line, {string.Join(", ", texts)}
              from raw.coded_lines
              where rowid >= {first.ToString(CultureInfo.InvariantCulture)}
            ),
            known as (
              select {KeyOf("written", ids[0], ids[^1])} as key, ordered_at as told_at, line,
                {string.Join(", ", columns.Select(c => $"last_value({c} ignore nulls) over so_far as {c}"))}
              from written
              window so_far as (
                partition by {KeyOf("written", ids[0], ids[^1])} order by ordered_at, line
                rows between unbounded preceding and current row
              )
            )
            select * exclude (line)
            from known
            where key is not null and ({string.Join(" or ", somethings)})
            qualify row({string.Join(", ", columns)})
              is distinct from lag(row({string.Join(
                ", ",
                columns
            )})) over (partition by key order by told_at, line)
            order by key, told_at, line
            """
        );
    }

    /// <summary>Puts them into their table, beside those of earlier files: the last before as-of counts.</summary>
    void Add(Target into, string[] ids, List<Field> told)
    {
        var id = ids[0];
        var table = SqlText.TableName("raw", into.Table);
        database.Execute(
            new("told by lines", $"alter table {table} add column if not exists told_at timestamp")
        );
        // A product's name is that of its lines, unless it is its id.
        var named = ids.Select(i =>
            i == "product_name" && ids.Length == 2 ? $"case when {id} is null then {i} end" : i
        );
        database.Execute(
            new(
                "told by lines",
                $"insert into {table} ({string.Join(", ", ids.Concat(told.Select(f => SqlText.Name(f.Name))))}, told_at) "
                    + $"select {string.Join(", ", named.Concat(told.Select(Value)))}, told_at from temp.told_by_lines order by rowid"
            )
        );
    }

    string Value(Field field, int index)
    {
        var cell = TextTable.Column(index);
        if (field.Name == "birth_year")
        {
            // A whole date of birth tells the year too; nobody who buys was born before 1800.
            var year =
                $"coalesce({dialect.Read(field.SqlType, index)}, year({dialect.Time!.ReadLoosely(cell)}))";
            return $"case when {year} between 1800 and 2199 then {year} end";
        }

        return field.SqlType == Fields.Time
            ? $"case when {dialect.Time!.ReadLoosely(cell)} between timestamp '1900-01-01' and timestamp '2199-12-31' then {dialect.Time!.ReadLoosely(cell)} end"
            : dialect.Read(field.SqlType, index);
    }

    IEnumerable<string> Unread(List<Field> told)
    {
        foreach (var (field, index) in told.Select((f, i) => (f, i)).Where(f => f.f.SqlType != Fields.Text))
        {
            var found = database.Read(
                new(
                    "unread cells",
                    $"select count(*) as n, min({TextTable.Column(index)}) as example from temp.told_by_lines "
                        + $"where {TextTable.Column(index)} is not null and {Value(field, index)} is null"
                )
            );
            if (found.Number("n") is > 0 and var n)
            {
                var header = mapping.Columns.First(c => c.Field == field.Name).Header;
                yield return $"column {header}: {Counted.Of((long)n, "cell")} beside the lines cannot be read as {field.Name}, "
                    + $"such as '{found["example"].ToText(0)}', and {(n == 1 ? "is" : "are")} left empty";
            }
        }
    }
}
