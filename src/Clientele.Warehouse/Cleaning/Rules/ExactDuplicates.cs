namespace Clientele.Warehouse;

/// <summary>Lines that agree with an earlier one in every column of the file.</summary>
sealed class ExactDuplicates : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => "the same line again, equal in every column";

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        var names = run.Database.Read(new("raw.columns", "select name from raw.columns order by position"));
        if (names.Rows == 0)
        {
            // No file has orders: the shop consists of customers and totals.
            return default;
        }

        var columns = string.Join(", ", names.Texts("name").Select(SqlText.Name));

        // Few lines share a hash: only those are compared in full. Held in a table, the hashes are computed once.
        run.Database.Execute(
            new(
                "exact_duplicates",
                $"create or replace table staging.hashes as select line, hash({columns}) as h from raw.fields"
            )
        );
        run.Database.Execute(
            new(
                "exact_duplicates",
                $"""
                create or replace table staging.repeats as (
                  with candidates as (
                    select line from staging.hashes
                    where h in (select h from staging.hashes group by h having count(*) > 1)
                  )
                  select line
                  from candidates join raw.lines as r on r.rowid = line
                  qualify row_number() over (partition by {columns} order by line) > 1
                )
                """
            )
        );
        run.Database.Execute(new("exact_duplicates", "drop table staging.hashes"));
        return run.Remove("exact_duplicates", "line in (select line from staging.repeats)");
    }
}
