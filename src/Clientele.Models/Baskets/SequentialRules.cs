namespace Clientele.Models;

/// <summary>Finds what customers buy after something else.</summary>
/// <remarks>O(Σ items of a customer²). A customer counts once a rule, and in both orders if both happened.</remarks>
public sealed class SequentialRules(SequenceOptions options)
{
    const int ItemsABlock = 16;

    readonly SequenceOptions _options = Require.Valid(options);

    /// <summary>Finds them.</summary>
    /// <param name="purchases">Who bought what on which day, in any order.</param>
    /// <param name="customers">Numbers of customers lie below.</param>
    /// <param name="items">Numbers of items lie below.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>That of most customers first, of equals by items.</returns>
    public IReadOnlyList<SequentialRule> Of(
        IReadOnlyList<ItemPurchase> purchases,
        int customers,
        int items,
        CancellationToken cancel = default
    )
    {
        var days = new PurchaseDays(purchases, customers, items, _options.MinCustomers);
        var blocks = new (List<SequentialRule> Rules, int Tests)[(items + ItemsABlock - 1) / ItemsABlock];
        using var scratch = new ThreadLocal<int[][]>(() => [new int[items], new int[items]]);
        Blocks.For(
            blocks.Length,
            _options.Threads,
            block =>
            {
                var (rules, tests) = (new List<SequentialRule>(), 0);
                for (
                    var first = block * ItemsABlock;
                    first < Math.Min((block + 1) * ItemsABlock, items);
                    first++
                )
                {
                    var (after, before) = (scratch.Value![0], scratch.Value[1]);
                    days.Count(first, _options.Days, after, before);
                    for (var second = 0; second < items; second++)
                    {
                        // Chosen by both orders together: to choose by one would favor it.
                        tests += after[second] + before[second] >= _options.MinCustomers ? 1 : 0;
                        if (after[second] >= _options.MinCustomers)
                        {
                            rules.Add(
                                Rule((first, second), (after[second], before[second]), days, customers)
                            );
                        }

                        (after[second], before[second]) = (0, 0);
                    }
                }

                blocks[block] = (rules, tests);
            },
            cancel
        );
        SequentialRule[] all = [.. blocks.SelectMany(block => block.Rules)];
        var q = FalseDiscovery.Rates(
            [.. all.Select(rule => rule.PValue)],
            blocks.Sum(block => (double)block.Tests)
        );
        return
        [
            .. all.Select((rule, i) => rule with { QValue = q[i] })
                .OrderByDescending(rule => rule.Customers)
                .ThenBy(rule => rule.First)
                .ThenBy(rule => rule.Second),
        ];
    }

    static SequentialRule Rule(
        (int First, int Second) items,
        (int After, int Before) counts,
        PurchaseDays days,
        int customers
    ) =>
        new(
            items.First,
            items.Second,
            counts.After,
            days.Customers(items.First),
            days.Customers(items.Second),
            counts.Before,
            customers,
            Binomial.CoinAtLeast(counts.After, counts.After + counts.Before),
            1
        );
}

/// <summary>A customer bought an item on a day.</summary>
public readonly record struct ItemPurchase(int Customer, int Item, int Day);
