namespace Clientele.Warehouse;

/// <summary>Ways of writing that differ only in case or blanks are one: the most frequent stands, a tie goes to the first by its letters.</summary>
static class Spellings
{
    /// <summary>SQL of what two ways of writing have in common.</summary>
    internal static string Form(string name) => $"lower(regexp_replace({name}, '\\s+', ' ', 'g'))";

    /// <summary>Evens out a column of staging.people.</summary>
    internal static Sql Even(string column) =>
        new(
            column,
            $"""
            update staging.people
            set {column} = standing.name
            from (
              select
                {column} as written,
                first_value({column}) over (partition by {Form(
                column
            )} order by count(*) desc, {column}) as name
              from staging.people
              where {column} is not null
              group by {column}
            ) as standing
            where {column} = written and written <> standing.name
            """
        );
}
