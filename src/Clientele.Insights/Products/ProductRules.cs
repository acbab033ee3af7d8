using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Rules of what lies in an order if something else does.</summary>
/// <param name="Rules">The greatest lift first.</param>
/// <param name="Shop">The baskets.</param>
/// <param name="Least">Orders that a rule had to hold in.</param>
sealed record ProductRules(IReadOnlyList<AssociationRule> Rules, ShopBaskets Shop, int Least)
{
    /// <summary>Rules of which so many of 100 would be false are not believed.</summary>
    internal const double Believed = 0.05;

    internal static ProductRules Of(
        ShopBaskets shop,
        ProductOptions options,
        int threads,
        CancellationToken cancel
    )
    {
        var sets = new FrequentItemsets(
            new()
            {
                MinSupport = options.MinSupport,
                MaxLength = options.MaxLength,
                Threads = threads,
            }
        ).Find(shop.Baskets, cancel);
        var rules = new AssociationRules(
            new() { MinConfidence = options.MinConfidence, Threads = threads }
        ).Of(sets, cancel);
        return new ProductRules(rules, shop, sets.Least);
    }

    /// <summary>Rules that are more than chance, between single products.</summary>
    internal IEnumerable<AssociationRule> Plain =>
        Rules.Where(r => r is { Antecedent.Length: 1, Consequent.Length: 1, Lift: > 1, QValue: <= Believed });

    internal Table Table() =>
        new(
            "rules",
            [
                TableBuilding.Text("antecedent", Rules.Select(r => Shop.Joined(r.Antecedent, Shop.Ids))),
                TableBuilding.Text("consequent", Rules.Select(r => Shop.Joined(r.Consequent, Shop.Ids))),
                TableBuilding.Text(
                    "antecedent_name",
                    Rules.Select(r => Shop.Joined(r.Antecedent, Shop.Names))
                ),
                TableBuilding.Text(
                    "consequent_name",
                    Rules.Select(r => Shop.Joined(r.Consequent, Shop.Names))
                ),
                TableBuilding.Whole("count", Rules.Select(r => r.Count)),
                TableBuilding.Number("support", Rules.Select(r => r.Support)),
                TableBuilding.Number("confidence", Rules.Select(r => r.Confidence)),
                TableBuilding.Number("lift", Rules.Select(r => r.Lift)),
                TableBuilding.Number("leverage", Rules.Select(r => r.Leverage)),
                TableBuilding.Number(
                    "conviction",
                    Rules.Select(r => double.IsFinite(r.Conviction) ? r.Conviction : double.NaN)
                ),
                TableBuilding.Number("zhang", Rules.Select(r => r.Zhang)),
                TableBuilding.Number("p_value", Rules.Select(r => r.PValue)),
                TableBuilding.Number("q_value", Rules.Select(r => r.QValue)),
            ]
        );
}
