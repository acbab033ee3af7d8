using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class RuleTreeTests
{
    static LabelRules Fit(Matrix points, int[] labels, RuleOptions? options = null) =>
        new RuleTree(options ?? new RuleOptions()).Fit(points, labels);

    [Fact]
    public void Species_are_told_by_petals_with_round_thresholds()
    {
        var (points, species) = Points.Iris();

        var rules = Fit(points, species, new RuleOptions { MaxDepth = 2 });

        Assert.Equal(0.96, rules.Accuracy, tolerance: 1e-12);
        Assert.Equal([0, 1, 2], rules.Rules.Select(rule => rule.Label));
        var setosa = rules.Rules[0];
        Assert.Equal((50, 50, 1.0, 1.0), (setosa.Rows, setosa.Hits, setosa.Precision, setosa.Recall));
        // Petals of setosas are at most 1.9 long, those of others at least 3.
        var condition = Assert.Single(setosa.Conditions);
        Assert.Equal(new RuleCondition(2, double.NegativeInfinity, 2), condition);
        var versicolor = rules.Rules[1];
        Assert.Equal(
            [new(2, 2, double.PositiveInfinity), new(3, double.NegativeInfinity, 1.7)],
            versicolor.Conditions
        );
        Assert.Equal((54, 49), (versicolor.Rows, versicolor.Hits));
        Assert.Equal(49 / 54.0, versicolor.Precision);
        Assert.Equal(0.98, versicolor.Recall);
    }

    [Fact]
    public void Exactly_one_rule_holds_for_any_point()
    {
        var points = Points.Even(800, 3);
        var labels = Trees.Waves(points).Select(value => (int)Math.Floor(2 * value)).ToArray();
        var rules = Fit(points, labels, new RuleOptions { MaxDepth = 5 });

        var others = Points.Even(500, 3, seed: 2);
        for (var row = 0; row < others.Rows; row++)
        {
            var held = Enumerable
                .Range(0, rules.Rules.Count)
                .Where(r => rules.Rules[r].Holds(others[row]))
                .ToList();
            Assert.Equal(rules.RuleOf(others[row]), Assert.Single(held));
        }

        Assert.Equal(800, rules.Rules.Sum(rule => rule.Rows));
        Assert.Equal(
            rules.Accuracy,
            Enumerable
                .Range(0, 800)
                .Average(row => rules.Rules[rules.RuleOf(points[row])].Label == labels[row] ? 1.0 : 0),
            tolerance: 1e-12
        );
    }

    [Fact]
    public void Conditions_on_one_column_are_one_interval()
    {
        var points = new Matrix([.. Enumerable.Range(0, 300).Select(i => (double)i)], 1);
        var labels = Enumerable.Range(0, 300).Select(i => i is > 97 and < 204 ? 1 : 0).ToArray();

        var rules = Fit(points, labels);

        Assert.Equal(1, rules.Accuracy);
        var middle = rules.Rules.Single(rule => rule.Label == 1);
        Assert.Equal(new RuleCondition(0, 97, 203), Assert.Single(middle.Conditions));
        Assert.Equal(2, rules.Rules.Count(rule => rule.Label == 0));
    }

    [Theory]
    [InlineData(96.7, 103.2, 100)]
    [InlineData(0.31, 0.38, 0.35)]
    [InlineData(-3, 12, 0)]
    [InlineData(3, 4, 3)]
    [InlineData(12, 17, 15)]
    [InlineData(1234.5, 1299, 1250)]
    [InlineData(1999.9, 2000, 1999.9)]
    [InlineData(-0.0031, -0.0028, -0.003)]
    [InlineData(0.1, 0.30000000000000004, 0.2)]
    [InlineData(4.9e9, 5.3e9, 5e9)]
    [InlineData(1e-9, 3e-9, 2e-9)]
    public void A_threshold_is_the_roundest_number_of_its_gap(double low, double high, double round)
    {
        var points = new Matrix([low, low, low, low, low, high, high, high, high, high], 1);

        var rules = Fit(points, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);

        Assert.Equal(round, rules.Rules[0].Conditions[0].UpTo);
        Assert.Equal(round, rules.Rules[1].Conditions[0].Above);
        Assert.Equal(1, rules.Accuracy);
    }

    [Fact]
    public void A_rare_label_gets_a_rule_where_labels_count_the_same()
    {
        var points = Points.Even(2000, 2);
        // One in four of the corner, and nothing else.
        var labels = Enumerable
            .Range(0, 2000)
            .Select(row =>
                points[row][0] > 0.9 && points[row][1] > 0.5 && row % 4 == 0 ? 7 : IClustering.Noise
            )
            .ToArray();

        var options = new RuleOptions { MaxDepth = 2 };
        Assert.DoesNotContain(Fit(points, labels, options).Rules, rule => rule.Label == 7);
        var balanced = Fit(points, labels, options with { Balanced = true });
        Assert.Contains(balanced.Rules, rule => rule is { Label: 7, Recall: > 0.9, Precision: > 0.2 });
    }

    [Fact]
    public void One_label_is_one_rule_without_conditions()
    {
        var rule = Assert.Single(Fit(Points.Even(20, 2), new int[20]).Rules);

        Assert.Empty(rule.Conditions);
        Assert.Equal((20, 1.0, 1.0), (rule.Rows, rule.Precision, rule.Recall));
    }

    [Fact]
    public void Limits_are_kept()
    {
        var points = Points.Even(1000, 4);
        var labels = Trees.Waves(points).Select(value => (int)Math.Floor(3 * value)).ToArray();

        var rules = Fit(
            points,
            labels,
            new RuleOptions
            {
                MaxDepth = 3,
                MaxLeaves = 5,
                MinLeaf = 40,
            }
        );

        Assert.InRange(rules.Rules.Count, 2, 5);
        Assert.All(rules.Rules, rule => Assert.InRange(rule.Conditions.Count, 1, 3));
        Assert.All(rules.Rules, rule => Assert.True(rule.Rows >= 40));
    }
}
