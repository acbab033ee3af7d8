using System.ComponentModel.DataAnnotations;
using Clientele.Insights;
using Clientele.Models;

namespace Clientele.Tests;

/// <summary>Settings of questions: all of them are checked before anything is read.</summary>
public sealed class QuestionSettingsTests
{
    static readonly Dictionary<string, IReadOnlyDictionary<string, string>> None = [];

    [Theory]
    [InlineData("level_top=6,level_middle=9", "level_top is 6, but must not be less than level_middle, 9")]
    [InlineData("level_middle=14", "level_top is 12, but must not be less than level_middle, 14")]
    [InlineData("level_top=4", "level_top is 4, but must not be less than level_middle, 8")]
    [InlineData("level_top=16", "level_top is 16, but the highest sum of scores is 15")]
    [InlineData("scores=tertiles,level_top=10", "the highest sum of scores is 9")]
    [InlineData("level_top=2", "level_top is 2, but must lie between 3 and 27")]
    public void Levels_that_cross_are_refused_with_limits_and_values(string settings, string said) =>
        Assert.Contains(said, Refusal(settings), StringComparison.Ordinal);

    [Theory]
    [InlineData("level_top=9,level_middle=6,scores=tertiles")]
    [InlineData("level_top=10,level_middle=6,scores=quartiles")]
    [InlineData("level_top=8,level_middle=8")]
    public void Levels_in_order_are_taken(string settings) => Settings.Bind<RfmOptions>(Parse(settings));

    [Theory]
    [InlineData("90;30", "1;2", "recency_cuts are 90, 30, but must ascend")]
    [InlineData("30;90", "1;1", "frequency_cuts are 1, 1, but must ascend")]
    [InlineData("30;nan", "1;2", "recency_cuts are 30, NaN")]
    [InlineData("30;90", "1;infinity", "frequency_cuts are 1, Infinity")]
    public void Cuts_must_ascend(string recency, string frequency, string said)
    {
        var settings = Parse(
            $"scores=cuts,recency_cuts={recency},frequency_cuts={frequency},monetary_cuts=50;100"
        );

        var error = Assert.Throws<ValidationException>(() => Settings.Bind<RfmOptions>(settings));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_of_a_question_that_is_not_asked_is_checked_too() =>
        Assert.Contains(
            "rfm: scores is 'foo'",
            Assert
                .Throws<ValidationException>(() => Questions.Ask(["cohorts"], With("rfm", "scores", "foo")))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_seed_of_a_question_and_its_other_faults_are_told_together()
    {
        var settings = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["segments"] = new Dictionary<string, string>
            {
                ["seed"] = "1",
                ["clusters"] = "1",
                ["members"] = "",
            },
        };

        var said = Assert.Throws<ValidationException>(() => Questions.Ask([], settings)).Message;

        Assert.Contains("use --seed", said, StringComparison.Ordinal);
        Assert.Contains("clusters is 1", said, StringComparison.Ordinal);
        Assert.Contains("members must name", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_know_the_tables_that_they_make()
    {
        using var shop = SmallShops.Regular(customers: 60);
        var study = shop.Study();
        var quick = new Dictionary<string, string> { ["members"] = "silhouette", ["largest"] = "4" };
        var asked = Questions.Ask(
            [.. Questions.Slugs],
            new Dictionary<string, IReadOnlyDictionary<string, string>> { ["segments"] = quick }
        );

        var insights = Interview.Ask(study, asked, (_, _) => { }, TestContext.Current.CancellationToken);

        // Every order of this shop is of one product, few customers came back, and nobody looks after them.
        Assert.Equal(
            ["products", "recommendations", "account_managers"],
            insights.Where(i => i.Unanswered).Select(i => i.Slug)
        );
        foreach (var insight in insights)
        {
            Assert.All(insight.Tables, table => Assert.Equal(insight.Slug, Questions.ThatMakes(table)));
        }

        Assert.Equal(
            ["customers"],
            study.Saved.Select(t => t.Name).Where(name => Questions.ThatMakes(name) == null)
        );
        Assert.Null(Questions.ThatMakes("weather"));
        Assert.NotEmpty(Questions.Ask([], None));
    }

    static Dictionary<string, IReadOnlyDictionary<string, string>> With(
        string slug,
        string name,
        string value
    ) => new() { [slug] = new Dictionary<string, string> { [name] = value } };

    static string Refusal(string settings) =>
        Assert.Throws<ValidationException>(() => Settings.Bind<RfmOptions>(Parse(settings))).Message;

    /// <summary>Pairs with commas between them; a list has semicolons.</summary>
    static Dictionary<string, string> Parse(string settings) =>
        settings
            .Split(',')
            .Select(pair => pair.Split('='))
            .ToDictionary(p => p[0], p => p[1].Replace(';', ','));
}
