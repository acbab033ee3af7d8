namespace Clientele.Warehouse;

/// <summary>Lines that give goods back are kept apart, in <c>staging.returns</c>, and no longer count as sales.</summary>
sealed class Returns : ICleaningRule
{
    /// <summary>A prefix on more orders than this is how the shop numbers its orders, not a sign of cancelling.</summary>
    const double MostCancelled = 0.5;

    bool _bySign;
    string? _prefix;

    /// <inheritdoc/>
    public string Reason =>
        (_bySign, _prefix) switch
        {
            (true, null) => "returns: the quantity is negative",
            (false, _) => $"returns: the order's number begins with {_prefix}",
            _ => $"returns: the quantity is negative, or the order's number begins with {_prefix}",
        };

    internal static ICleaningRule From(RuleSettings settings)
    {
        var rule = new Returns
        {
            _bySign = settings.Flag("by_sign", true),
            _prefix = settings.Text("prefix"),
        };
        if (!rule._bySign && rule._prefix == null)
        {
            settings.Fault("returns need by_sign, a prefix, or both");
        }

        return rule;
    }

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        var cancelled = run.Where(
            "returns",
            "order_code",
            "starts_with(text, $prefix)",
            ("prefix", Prefix(run))
        );
        var condition = _bySign ? $"quantity < 0 or {cancelled}" : cancelled;
        run.Database.Execute(
            new("returns", $"insert into staging.returns from staging.lines where {condition}")
        );
        var effect = run.Remove("returns", condition);
        // Money given back on a line that stays sold: no unit came back.
        run.Database.Execute(
            new(
                "refunds",
                """
                insert into staging.returns
                select * replace (0::decimal(18, 3) as quantity, (-refund)::decimal(18, 4) as amount)
                from staging.lines
                where refund > 0
                """
            )
        );
        return effect;
    }

    string? Prefix(CleaningRun run)
    {
        if (_prefix == null)
        {
            return null;
        }

        var share = run
            .Database.Read(
                new(
                    "share of cancelled orders",
                    $"""
                    with orders as materialized (
                      select distinct order_code from staging.lines where {CleaningRun.IsBefore}
                    )
                    select coalesce(avg(starts_with(text_of(order_code), $prefix)::int), 0) as share from orders
                    """
                ),
                ("prefix", _prefix),
                run.Before
            )
            .Number("share");
        return share > MostCancelled ? null : _prefix;
    }
}
