using Clientele.Cli;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>What the tab key offers.</summary>
public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("", "run check demo ask export fit status init schema doctor completion")]
    [InlineData("s", "status schema")]
    [InlineData("--v", "--version")]
    [InlineData("run --se", "--set --seed")]
    [InlineData("run --seed 3 --se", "--set")]
    [InlineData("check --recipe ins", "insiders")]
    [InlineData("check --j", "--json")]
    [InlineData("ask seg", "segments")]
    [InlineData("run --recipe rfm", "rfm-classic rfm-classic-quartiles")]
    [InlineData("run --recipe=ins", "--recipe=insiders")]
    [InlineData("run --questions rfm,co", "rfm,cohorts")]
    [InlineData("run --questions=rfm,co", "--questions=rfm,cohorts")]
    [InlineData("run --set cohorts.", "cohorts.period= cohorts.")]
    [InlineData("run --map order", "order_id= ordered_at=")]
    [InlineData("run --encoding wi", "windows-1252")]
    [InlineData("fit k", "kmeans")]
    [InlineData("fit kmeans --set init", "")]
    [InlineData("fit kmeans --set it", "iterations=")]
    [InlineData("export ret", "returns")]
    [InlineData("export rfm", "rfm rfm_cuts rfm_segments")]
    [InlineData("completion ", "bash zsh fish")]
    [InlineData("run ord", "")]
    [InlineData("run --shop ", "")]
    [InlineData("rnu --se", "")]
    public void Words_go_on_as_expected(string line, string expected)
    {
        var found = Suggestions.Of(Commands.Root(), line.Split(' '));

        Assert.All(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            word => Assert.Contains(found, f => f.StartsWith(word, StringComparison.Ordinal))
        );
        Assert.True(expected.Length > 0 || found.Count == 0, string.Join(' ', found));
    }

    [Fact]
    public void Every_question_is_offered_and_nothing_else() =>
        Assert.Equal(
            Questions.Slugs.Order(StringComparer.Ordinal),
            Suggestions.Of(Commands.Root(), ["ask", ""])
        );

    [Fact]
    public void Options_are_offered_only_where_one_begins()
    {
        Assert.DoesNotContain(Suggestions.Of(Commands.Root(), ["run", ""]), s => s.StartsWith('-'));
        Assert.Contains("--help", Suggestions.Of(Commands.Root(), ["status", "--"]));
    }
}
