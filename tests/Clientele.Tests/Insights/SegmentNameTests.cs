using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Segments that share a name are told apart by that in which they differ most.</summary>
public sealed class SegmentNameTests
{
    const string Name = "Cooling regular medium spenders";

    static readonly string[] Features = ["days_since_last", "orders", "gross_revenue"];

    [Fact]
    public void Two_of_a_name_are_told_apart_by_the_feature_in_which_they_differ_most() =>
        Assert.Equal(
            [$"{Name}, fewer orders", "Lapsed", $"{Name}, more orders"],
            Told([Name, "Lapsed", Name], [0, 0.5, 1], [9, 9, 9], [0.2, 1.5, 0.8])
        );

    [Fact]
    public void Three_of_a_name_are_the_most_the_middle_and_the_least() =>
        Assert.Equal(
            [$"{Name}, spend in between", $"{Name}, higher spend", $"{Name}, lower spend"],
            Told([Name, Name, Name], [0, 0, 1], [0, 0, 2], [0, 0, 0])
        );

    [Fact]
    public void Those_that_are_still_alike_differ_in_the_next_feature() =>
        Assert.Equal(
            [
                $"{Name}, last order earlier, fewer orders",
                $"{Name}, last order earlier, more orders",
                $"{Name}, last order in between",
                $"{Name}, last order later",
            ],
            Told([Name, Name, Name, Name], [5, 0, 0], [5, 1, 0], [2, 0, 0], [0, 0, 0])
        );

    [Fact]
    public void Equals_are_told_apart_by_their_numbers_as_a_last_resort() =>
        Assert.Equal(
            [$"{Name} (1)", $"{Name} (2)", "Lapsed", $"{Name} (4)"],
            Told([Name, Name, "Lapsed", Name], [1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1])
        );

    [Fact]
    public void Names_always_differ_and_have_words_for_every_feature()
    {
        foreach (var seed in Enumerable.Range(0, 200))
        {
            var random = new Random(seed);
            var names = Enumerable
                .Range(0, 2 + random.Next(9))
                .Select(_ => random.Next(2) == 0 ? "A" : "B")
                .ToList();
            // Few values, so that some are equal.
            var means = names.ConvertAll(_ =>
                SegmentFeatures.Known(SegmentSource.Customers).Select(_ => (double)random.Next(3)).ToArray()
            );

            var told = new SegmentNames(SegmentFeatures.Known(SegmentSource.Customers), means).Distinct(
                names
            );

            Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
            Assert.All(told, name => Assert.DoesNotContain('_', name));
        }
    }

    [Fact]
    public void What_is_added_uses_no_word_of_the_names()
    {
        string[] words =
        [
            "active",
            "cooling",
            "quiet",
            "lapsed",
            "recent",
            "one-time",
            "frequent",
            "regular",
            "occasional",
            "big",
            "medium",
            "small",
        ];
        foreach (var feature in SegmentFeatures.Known(SegmentSource.Customers))
        {
            var told = new SegmentNames(
                [feature],
                [
                    [0],
                    [1],
                    [2],
                ]
            ).Distinct(["A", "A", "A"]);

            Assert.All(told, name => Assert.Empty(name.ToLowerInvariant().Split(' ', ',').Intersect(words)));
        }
    }

    [Fact]
    public void Who_ordered_once_did_not_order_more()
    {
        const string once = "Lapsed one-time small spenders";

        Assert.Equal(
            [$"{once}, higher spend", $"{once}, lower spend"],
            Told([once, once], [0, 9, 1], [0, 0, 0])
        );
    }

    [Fact]
    public void The_longer_ago_the_last_order_the_further_the_word() =>
        Assert.Equal(
            ["Active", "Cooling", "Quiet", "Lapsed"],
            new[] { -0.9, -0.3, 0, 2 }.Select(recency => SegmentWords.Name(recency, 0, 0, 3).Split(' ')[0])
        );

    static IReadOnlyList<string> Told(string[] names, params double[][] means) =>
        new SegmentNames(Features, means).Distinct(names);
}
