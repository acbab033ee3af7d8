using System.Text.Json.Nodes;
using Clientele.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Models;

public sealed class BasketTests
{
    static BasketSet Of(params int[][] baskets) =>
        BasketSet.Of(
            [.. baskets.SelectMany((items, basket) => items.Select(_ => basket))],
            [.. baskets.SelectMany(items => items)],
            baskets.Length,
            baskets.SelectMany(items => items).DefaultIfEmpty(0).Max() + 1
        );

    static Itemsets Found(BasketSet baskets, int least, int? maxLength = null, int threads = 0) =>
        new FrequentItemsets(
            new()
            {
                MinSupport = 0,
                MinCount = least,
                MaxLength = maxLength,
                Threads = threads,
            }
        ).Find(baskets);

    static string[] Written(Itemsets sets) =>
        [
            .. Enumerable
                .Range(0, sets.Count)
                .Select(set => $"{string.Join(' ', sets[set].ToArray())}: {sets.CountOf(set)}")
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void An_item_counts_once_a_basket()
    {
        var baskets = BasketSet.Of([1, 0, 1, 1], [2, 1, 0, 2], basketCount: 3, itemCount: 3);

        Assert.Equal([1], baskets[0].ToArray());
        Assert.Equal([0, 2], baskets[1].ToArray());
        Assert.Equal([], baskets[2].ToArray());
        Assert.Equal([1, 1, 1], baskets.Counts());
    }

    [Fact]
    public void Sets_of_the_paper_are_found()
    {
        // Table 1 of Han, Pei, Yin and Mao: f, c, a, b, m, p are 0 to 5, at least 3 of 5 baskets.
        var sets = Found(Of([0, 2, 1, 4, 5], [0, 1, 2, 3, 4], [0, 3], [1, 3, 5], [0, 2, 1, 4, 5]), least: 3);

        Assert.Contains("0 1 2 4: 3", Written(sets));
        Assert.Contains("1 5: 3", Written(sets));
        Assert.Equal(18, sets.Count);
    }

    [Fact]
    public void Sets_are_those_that_apriori_finds() =>
        Prop.ForAll(
                Arb.From(Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 7)))),
                Arb.From(Gen.Choose(1, 4)),
                Arb.From(Gen.Choose(1, 6)),
                (baskets, least, longest) =>
                {
                    if (baskets.Length > 0)
                    {
                        Assert.Equal(
                            Apriori(baskets, least, longest),
                            Written(Found(Of(baskets), least, longest))
                        );
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>Candidates of one item more, as long as all baskets say that one is frequent.</summary>
    static string[] Apriori(int[][] baskets, int least, int longest)
    {
        var found = new List<string>();
        int[][] candidates = [.. Enumerable.Range(0, 8).Select(item => new[] { item })];
        for (var length = 1; length <= longest && candidates.Length > 0; length++)
        {
            var frequent = candidates
                .Select(set => (Set: set, Count: baskets.Count(b => set.All(b.Contains))))
                .Where(s => s.Count >= least)
                .ToArray();
            found.AddRange(frequent.Select(s => $"{string.Join(' ', s.Set)}: {s.Count}"));
            candidates =
            [
                .. frequent.SelectMany(s =>
                    Enumerable.Range(s.Set[^1] + 1, 7 - s.Set[^1]).Select(item => (int[])[.. s.Set, item])
                ),
            ];
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var baskets = Random(1000, 30, share: 0.2, seed: 1);

        var (one, three) = (Found(baskets, 10, threads: 1), Found(baskets, 10, threads: 3));

        Assert.Equal(
            Enumerable.Range(0, one.Count).Select(i => string.Join(' ', one[i].ToArray())),
            Enumerable.Range(0, three.Count).Select(i => string.Join(' ', three[i].ToArray()))
        );
    }

    [Fact]
    public void Too_many_sets_are_refused_with_what_to_do()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new FrequentItemsets(new() { MaxSets = 1000 }).Find(
                Of([
                    [.. Enumerable.Range(0, 30)],
                    [.. Enumerable.Range(0, 30)],
                ])
            )
        );

        Assert.StartsWith(
            "More than 1000 sets of items lie in 2 or more of 2 baskets: ask for a greater min_support",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Measures_are_those_of_other_programs()
    {
        var cases = JsonNode.Parse(File.ReadAllText(TestData.Expected("metric_reference_values.json")))![
            "association_rules"
        ]!["cases"]!;
        var matrix = cases["mlxtend_5_baskets"]!["matrix"]!
            .AsArray()
            .Select(row =>
                row!.AsArray().Index().Where(c => (int)c.Item! == 1).Select(c => c.Index).ToArray()
            )
            .ToArray();
        string[] columns = [.. cases["mlxtend_5_baskets"]!["columns"]!.AsArray().Select(c => (string)c!)];
        string[][] words =
        [
            .. cases["ors_5_baskets"]!["baskets"]!
                .AsArray()
                .Select(b => b!.AsArray().Select(w => (string)w!).ToArray()),
        ];
        string[] names = [.. words.SelectMany(w => w).Distinct()];

        AssertMeasures(cases["mlxtend_5_baskets"]!, Of(matrix), columns);
        AssertMeasures(
            cases["ors_5_baskets"]!,
            Of([.. words.Select(basket => basket.Select(w => Array.IndexOf(names, w)).ToArray())]),
            names
        );
    }

    static void AssertMeasures(JsonNode known, BasketSet baskets, string[] names)
    {
        var rules = new AssociationRules(new()).Of(Found(baskets, least: 1));
        int[] Numbers(JsonNode items) =>
            [.. items.AsArray().Select(i => Array.IndexOf(names, (string)i!)).Order()];
        foreach (var one in known["rules"]!.AsArray())
        {
            var rule = Assert.Single(
                rules,
                r =>
                    r.Antecedent.SequenceEqual(Numbers(one!["antecedent"]!))
                    && r.Consequent.SequenceEqual(Numbers(one["consequent"]!))
            );
            Assert.Equal((double)one!["support"]!, rule.Support, 1e-12);
            Assert.Equal((double)one["confidence"]!, rule.Confidence, 1e-12);
            Assert.Equal((double)one["lift"]!, rule.Lift, 1e-12);
            Assert.Equal((double)one["leverage"]!, rule.Leverage, 1e-12);
            Assert.Equal((double)one["zhang"]!, rule.Zhang, 1e-12);
            Assert.Equal(
                one["conviction"]!.ToJsonString() == "\"inf\""
                    ? double.PositiveInfinity
                    : (double)one["conviction"]!,
                rule.Conviction,
                1e-12
            );
        }
    }

    /// <summary>By scipy.stats.hypergeom.sf.</summary>
    [Theory]
    [InlineData(30, 20_000, 300, 400, 4.625006976951298e-13)]
    [InlineData(4, 100, 30, 40, 0.9999674835148284)]
    [InlineData(0, 100, 30, 40, 1)]
    [InlineData(31, 100, 30, 40, 0)]
    public void Fishers_exact_test_is_that_of_scipy(
        int found,
        int all,
        int marked,
        int drawn,
        double expected
    ) => Assert.Equal(expected, Hypergeometric.AtLeast(found, all, marked, drawn), expected * 1e-11);

    [Fact]
    public void Chances_of_all_numbers_that_may_be_drawn_are_one_together() =>
        Assert.Equal(
            1,
            Enumerable.Range(0, 301).Sum(k => Hypergeometric.Chance(k, 2_000_000, 300, 400_000)),
            1e-12
        );

    [Fact]
    public void In_random_baskets_hardly_a_rule_survives()
    {
        var (made, survived) = (0, 0);
        for (var seed = 0; seed < 10; seed++)
        {
            var rules = new AssociationRules(new()).Of(
                new FrequentItemsets(new() { MaxLength = 3 }).Find(Random(3000, 60, share: 0.12, seed))
            );
            made += rules.Count;
            survived += rules.Count(rule => rule.QValue < 0.05);
        }

        Assert.True(made > 10_000, $"{made} rules");
        Assert.True(survived <= made / 20, $"{survived} of {made} rules survive.");
    }

    [Fact]
    public void Planted_rules_stand_on_top_and_survive()
    {
        var random = new Random(3);
        var baskets = Enumerable
            .Range(0, 3000)
            .Select(_ =>
            {
                var items = Enumerable.Range(0, 60).Where(_ => random.NextDouble() < 0.08).ToList();
                return (int[])[.. random.NextDouble() < 0.05 ? items.Concat([60, 61]) : items];
            })
            .ToArray();

        var rules = new AssociationRules(new() { MinConfidence = 0.5 }).Of(
            new FrequentItemsets(new() { MaxLength = 3 }).Find(Of(baskets))
        );

        Assert.Equal([60, 61], rules.Take(2).Select(r => r.Antecedent.Single()).Order());
        Assert.All(rules.Take(2), rule => Assert.True(rule is { QValue: < 1e-100, Confidence: 1 }));
    }

    static BasketSet Random(int baskets, int items, double share, int seed)
    {
        var random = new Random(seed);
        return Of([
            .. Enumerable
                .Range(0, baskets)
                .Select(_ => Enumerable.Range(0, items).Where(_ => random.NextDouble() < share).ToArray()),
        ]);
    }
}
