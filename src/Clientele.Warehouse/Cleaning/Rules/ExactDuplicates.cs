namespace Clientele.Warehouse;

/// <summary>Lines that agree with an earlier one in every column of the file.</summary>
sealed class ExactDuplicates : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => "the same line again, equal in every column";

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        // Few lines share a hash. Those that differ in a column and share it all the same must agree in all that is
        // compared here: blanks at an end, or columns without a meaning, once in some 10^14 shops.
        run.Database.Execute(
            new(
                "exact_duplicates",
                """
                create or replace table staging.repeats as
                select line
                from staging.lines
                where line_hash in (select line_hash from staging.lines group by line_hash having count(*) > 1)
                qualify
                  row_number() over (
                    partition by
                      line_hash, order_code, customer_code, product_code, name_code, ordered_at, quantity, unit_price
                    order by line
                  ) > 1
                """
            )
        );
        return run.Remove("exact_duplicates", "line in (select line from staging.repeats)");
    }
}
