using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>The product graph of system B: orders of few of 252 products, with pairs planted as strongly as its rules were printed.</summary>
public sealed class GeneratedOrderTests
{
    const int Orders = 60_000;
    const int Products = 253;

    /// <summary>Antecedent, consequent, confidence, lift and support as printed.</summary>
    static readonly (int A, int B, double Confidence, double Lift, double Support)[] Printed =
    [
        (138, 93, 0.776, 155.9, 0.00136),
        (67, 10, 0.478, 125.8, 0.00182),
        (94, 28, 0.942, 29.5, 0.0094),
        (20, 39, 0.344, 22.2, 0.0053),
        (54, 58, 0.332, 19.2, 0.0057),
        (213, 14, 0.533, 18.8, 0.0151),
        (26, 6, 0.624, 17.4, 0.0224),
        (20, 38, 0.613, 14.0, 0.0095),
    ];

    /// <summary>Most orders are of one product; a hub is bought with a tenth of what others are.</summary>
    static BasketSet Generated()
    {
        var (random, of, items) = (new Random(1), new List<int>(), new List<int>());
        int[] planted = [.. Printed.SelectMany(p => (int[])[p.A, p.B]).Distinct()];
        int[] others = [.. Enumerable.Range(0, Products).Except(planted)];
        for (var order = 0; order < Orders; order++)
        {
            void Add(int item)
            {
                of.Add(order);
                items.Add(item);
            }

            Add(others[(int)(others.Length * Math.Pow(random.NextDouble(), 3))]);
            if (random.NextDouble() < 0.1)
            {
                Add(11);
            }

            foreach (var group in Printed.GroupBy(p => p.A))
            {
                // The antecedent's share is support / confidence; the consequent comes with it, or by itself.
                var first = group.First();
                var has = random.NextDouble() < first.Support / first.Confidence;
                if (has)
                {
                    Add(group.Key);
                }

                foreach (var (_, b, confidence, lift, support) in group)
                {
                    var alone = ((confidence / lift) - support) / (1 - (first.Support / first.Confidence));
                    if (random.NextDouble() < (has ? confidence : Math.Max(0, alone)))
                    {
                        Add(b);
                    }
                }
            }
        }

        return BasketSet.Of([.. of], [.. items], Orders, Products);
    }

    [Fact]
    public void Its_strongest_rules_come_out_on_top_with_their_lifts()
    {
        var cancel = TestContext.Current.CancellationToken;
        var sets = new FrequentItemsets(new() { MinSupport = 0.0008, MaxLength = 2 }).Find(
            Generated(),
            cancel
        );
        var rules = new AssociationRules(new() { MinLift = 1 }).Of(sets, cancel);

        foreach (var (a, b, confidence, lift, support) in Printed)
        {
            var found = rules.Single(r => r.Antecedent[0] == a && r.Consequent[0] == b);
            Assert.Equal(confidence, found.Confidence, 0.12);
            Assert.InRange(found.Lift / lift, 0.75, 1.33);
            Assert.InRange(found.Support / support, 0.75, 1.33);
            Assert.True(found.QValue < 0.05);
        }

        Assert.True(rules[0].Lift > 100);
        Assert.Equal([93, 138], rules[0].Antecedent.Concat(rules[0].Consequent).Order());
    }

    [Fact]
    public void Its_graph_has_a_few_tight_groups_and_a_hub()
    {
        var cancel = TestContext.Current.CancellationToken;
        var counted = new PairCounts(new() { MinCount = (int)(0.0008 * Orders) }).Of(
            Generated(),
            cancel: cancel
        );
        var q = counted.QValues();
        var edges = counted
            .Pairs.Where((pair, i) => q[i] < 0.05 && counted.Lift(pair) > 3)
            .Select(pair => (pair.First, pair.Second, counted.Lift(pair)))
            .ToList();
        var graph = Graph.Of(Products, edges);
        var components = Components.Of(graph);
        int[] tight = [.. edges.SelectMany(e => (int[])[e.First, e.Second]).Distinct()];

        // Seven pairs, two of which share product 20.
        Assert.Equal(15, tight.Length);
        Assert.Equal(7, tight.Select(node => components[node]).Distinct().Count());
        var all = Graph.Of(Products, [.. counted.Pairs.Select(p => (p.First, p.Second, (double)p.Count))]);
        var ranks = new PageRank(new()).Of(all, cancel);
        Assert.Equal(11, Array.IndexOf(ranks, ranks.Max()));
    }
}
