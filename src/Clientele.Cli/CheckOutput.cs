using System.Text.Json;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What <c>check</c> prints.</summary>
static class CheckOutput
{
    internal static void Tell(ImportCheck check, ShopPlan plan, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(Summary(check, plan.Recipe.Name), RunOutput.Json));
            return;
        }

        foreach (var line in Lines(check, plan))
        {
            Console.WriteLine(line);
        }
    }

    static object Summary(ImportCheck check, string recipe) =>
        new
        {
            check.Files,
            check.Rejects,
            check.Comparison,
            Recipe = recipe,
            check.Rules,
            check.Shop,
            Refusal = check.Refusal?.Message,
        };

    static IEnumerable<string> Lines(ImportCheck check, ShopPlan plan) =>
        check
            .Files.Select(f => ManifestInput.Of(f with { Sha256 = "" }))
            .SelectMany(f =>
                InputText
                    .Of(f, plan.TimeZone, check.Files.Count(o => o.Versions != null) > 1)
                    .Concat(InputText.Left(f))
                    .Concat(InputText.Warnings(f))
            )
            .Concat(check.Comparison is { } comparison ? [InputText.Of(comparison)] : [])
            .Concat(check.Rejects.SelectMany(Rejected))
            .Concat(check.Rules.Select(r => Ruled(r, plan.Recipe.Name)))
            .Append(Outcome(check));

    static IEnumerable<string> Rejected(RejectCount rejects) =>
        rejects
            .First.Select(f => $"  {f}")
            .Prepend(
                $"{rejects.File}: {Counted.Of(rejects.Rows, "row")} rejected"
                    + $"{(rejects.Column.Length == 0 ? "" : $", column {rejects.Column}")}: {rejects.Reason}"
            )
            .Concat(rejects.Rows > rejects.First.Count ? ["  …"] : []);

    static string Ruled(RuleCount rule, string recipe) =>
        $"{recipe}: {rule.Rule} would remove {Counted.Of(rule.Removed, "line")}"
        + (rule.Removed == 0 ? "" : FormattableString.Invariant($" of {rule.Amount:0.00##} in all"))
        + (rule.Changed == 0 ? "" : $" and change {Counted.Of(rule.Changed, "line")}")
        + $" ({rule.Reason})";

    static string Outcome(ImportCheck check) =>
        check.Shop is { } shop
            ? $"A run would publish {Counted.Of(shop.Lines, "line")} of {Counted.Of(shop.Orders, "order")} by "
                + $"{Counted.Of(shop.Customers, "customer")} on {Counted.Of(shop.Days, "day")} from {shop.First:yyyy-MM-dd} to {shop.Last:yyyy-MM-dd}. "
                + "All gates hold. Nothing was written."
            : "A run would publish nothing. Nothing was written.";
}
