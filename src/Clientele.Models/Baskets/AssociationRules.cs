using System.Numerics;

namespace Clientele.Models;

/// <summary>Rules of what lies in a basket if something else does.</summary>
/// <remarks>
/// Every frequent set is parted into antecedent and consequent in all ways. Of all rules of as many items that could be made of the
/// frequent ones, those that were too rare count as tested and not found: else chance that got lucky would pass for a discovery.
/// Source: Agrawal and Srikant (1994); Zhang (2000); Benjamini and Hochberg (1995); Webb (2007), "Discovering Significant Patterns".
/// </remarks>
public sealed class AssociationRules(AssociationRuleOptions options)
{
    const int SetsABlock = 256;

    readonly AssociationRuleOptions _options = Require.Valid(options);

    /// <summary>Makes them.</summary>
    /// <param name="sets">Frequent sets, all parts of each among them.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>The greatest lift first; of equals that of more baskets, then by items.</returns>
    public IReadOnlyList<AssociationRule> Of(Itemsets sets, CancellationToken cancel = default)
    {
        var index = new ItemsetIndex(sets);
        var blocks = new List<AssociationRule>[(sets.Count + SetsABlock - 1) / SetsABlock];
        Blocks.For(
            blocks.Length,
            _options.Threads,
            block =>
            {
                blocks[block] = [];
                for (
                    var set = block * SetsABlock;
                    set < Math.Min((block + 1) * SetsABlock, sets.Count);
                    set++
                )
                {
                    blocks[block].AddRange(Parted(sets, set, index));
                }
            },
            cancel
        );
        return
        [
            .. blocks
                .SelectMany(rules => rules)
                .GroupBy(rule => rule.Antecedent.Length + rule.Consequent.Length)
                .SelectMany(layer => Judged([.. layer], Possible(sets.Items, layer.Key)))
                .Where(rule => rule.Confidence >= _options.MinConfidence && rule.Lift >= _options.MinLift)
                .OrderByDescending(rule => rule.Lift)
                .ThenByDescending(rule => rule.Count)
                .ThenBy(rule => rule.Antecedent, ByItems)
                .ThenBy(rule => rule.Consequent, ByItems),
        ];
    }

    static Comparer<int[]> ByItems { get; } =
        Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b.AsSpan()));

    IEnumerable<AssociationRule> Parted(Itemsets sets, int set, ItemsetIndex index)
    {
        var items = sets[set].ToArray();
        var known = new Dictionary<long, double>();
        for (var mask = 1L; mask < (1L << items.Length) - 1; mask++)
        {
            if (BitOperations.PopCount((ulong)mask) > (_options.MaxConsequent ?? int.MaxValue))
            {
                continue;
            }

            var consequent = Chosen(items, mask);
            var antecedent = Chosen(items, ~mask);
            var (a, c) = (index.CountOf(antecedent), index.CountOf(consequent));
            // Of a rule and its reverse the test is the same.
            if (!known.TryGetValue(mask ^ ((1L << items.Length) - 1), out var p))
            {
                known.Add(mask, p = Hypergeometric.AtLeast(sets.CountOf(set), sets.Baskets, a, c));
            }

            yield return new AssociationRule(
                antecedent,
                consequent,
                sets.CountOf(set),
                a,
                c,
                sets.Baskets,
                p,
                1
            );
        }
    }

    static int[] Chosen(int[] items, long mask) => [.. items.Where((_, place) => (mask >> place & 1) == 1)];

    /// <summary>Rules of so many items that the frequent ones could make: the sets, times the ways to part each.</summary>
    double Possible(int frequent, int length) =>
        Ways(frequent, length)
        * Enumerable
            .Range(1, Math.Min(length - 1, _options.MaxConsequent ?? int.MaxValue))
            .Sum(consequent => Ways(length, consequent));

    static double Ways(int of, int chosen)
    {
        var ways = 1.0;
        for (var k = 1; k <= chosen; k++)
        {
            ways *= (of - k + 1.0) / k;
        }

        return ways;
    }

    static IEnumerable<AssociationRule> Judged(AssociationRule[] rules, double possible)
    {
        var q = FalseDiscovery.Rates([.. rules.Select(rule => rule.PValue)], possible);
        return rules.Select((rule, i) => rule with { QValue = q[i] });
    }
}
