namespace Clientele.Warehouse;

/// <summary>Of several rows about one customer or product, of each column the last one that says something counts.</summary>
/// <remarks>Rows of files of their own come after those of lines, of which only those before as-of say anything.</remarks>
static class LastTold
{
    /// <summary>Makes one row of each customer or product in a table of staging.</summary>
    /// <param name="run">The shop while it is cleaned.</param>
    /// <param name="table">people or catalogue.</param>
    /// <param name="id">Its column of ids.</param>
    /// <param name="within">A part, and the whole that it lies in: a state does not go to another country with its customer.</param>
    internal static void Keep(CleaningRun run, string table, string id, (string Part, string Whole) within)
    {
        string[] own = ["row", "told_at", id];
        var told = run
            .Database.Read(new(table, $"from staging.{table} limit 0"))
            .Columns.Select(c => c.Name)
            .Except(own)
            .Select(c =>
                c == within.Part
                    ? $"arg_max({c}, place) filter (where coalesce(lower({within.Whole}) = lower(last_whole), true)) as {c}"
                    : $"arg_max({c}, place) as {c}"
            );
        run.Database.Execute(
            new(
                table,
                $"""
                create or replace table staging.{table} as
                with placed as (
                  select
                    *,
                    row_number() over so_far as place,
                    last_value({within.Whole} ignore nulls) over (
                      partition by {id} order by told_at nulls last, row
                      rows between unbounded preceding and unbounded following
                    ) as last_whole
                  from staging.{table}
                  where told_at is null or told_at < coalesce($as_of, timestamp '9999-01-01')
                  window so_far as (partition by {id} order by told_at nulls last, row)
                )
                select max(row) as row, max(told_at) as told_at, {id}, {string.Join(", ", told)}
                from placed
                group by {id}
                """
            ),
            run.Before
        );
    }
}
