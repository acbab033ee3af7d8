namespace Clientele.Warehouse;

/// <summary>What becomes of lines that name no customer.</summary>
sealed class MissingCustomer : ICleaningRule
{
    const long MostGuest = 1_000_000_000_000;

    string _action = "keep";
    string _id = "0";
    long _start;

    /// <inheritdoc/>
    public string Reason =>
        _action switch
        {
            "drop" => "no customer is named",
            "pool" => $"no customer is named: all such lines become customer {_id}",
            "guests" => "no customer is named: each such order becomes a guest",
            _ => "no customer is named: counted in sales and baskets, not as a customer",
        };

    internal static ICleaningRule From(RuleSettings settings)
    {
        var rule = new MissingCustomer
        {
            _action = settings.Choice("action", "keep", "drop", "pool", "guests"),
            _id = settings.Text("id", "0"),
        };
        var start = settings.Whole("start", 0, MostGuest);
        if (rule._action == "guests")
        {
            settings.NeedAny("start");
        }

        rule._start = start ?? 0;
        return rule;
    }

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run) =>
        _action switch
        {
            "drop" => run.Remove("missing_customer", "customer_code is null"),
            "pool" => run.Change(
                "missing_customer",
                "update staging.lines set customer_code = text_code($id) where customer_code is null",
                ("id", _id)
            ),
            "guests" => run.Change(
                "missing_customer",
                // Guests of orders before as-of come first, so that later orders change no guest's number.
                $"""
                update staging.lines
                set customer_code = guests.code
                from (
                  select
                    order_code,
                    text_code(($start - 1 + row_number() over (
                      order by min(line) filter (where {CleaningRun.IsBefore}) nulls last, min(line)
                    ))::varchar) as code
                  from staging.lines
                  where customer_code is null
                  group by order_code
                ) as guests
                where lines.customer_code is null and lines.order_code = guests.order_code
                """,
                ("start", _start),
                run.Before
            ),
            _ => default,
        };
}
