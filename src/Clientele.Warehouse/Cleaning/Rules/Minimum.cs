using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Keeps lines whose number is large enough.</summary>
/// <param name="rule">Its name.</param>
/// <param name="condition">Constant SQL with $least: lines to take out.</param>
/// <param name="reason">For the ledger.</param>
/// <param name="least">The limit.</param>
sealed class Minimum(string rule, string condition, string reason, decimal least) : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => reason;

    internal static ICleaningRule Quantity(RuleSettings settings) =>
        From(settings, "minimum_quantity", "quantity");

    internal static ICleaningRule UnitPrice(RuleSettings settings) =>
        From(settings, "minimum_unit_price", "unit_price");

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run) => run.Remove(rule, condition, ("least", least));

    static Minimum From(RuleSettings settings, string rule, string column)
    {
        var above = settings.Number("above");
        var least = settings.Number("at_least");
        settings.NeedAny("above", "at_least");
        if (above.HasValue && least.HasValue)
        {
            settings.Fault("give either above or at_least, not both");
        }

        var words = column.Replace('_', ' ');
        return above is { } limit
            ? new(
                rule,
                $"{column} <= $least",
                string.Create(CultureInfo.InvariantCulture, $"{words} is not above {limit}"),
                limit
            )
            : new(
                rule,
                $"{column} < $least",
                string.Create(CultureInfo.InvariantCulture, $"{words} is below {least ?? 0}"),
                least ?? 0
            );
    }
}
