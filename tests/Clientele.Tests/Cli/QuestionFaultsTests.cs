using Clientele.Cli;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Faults in the settings of questions: with their place, where they have one.</summary>
public sealed class QuestionFaultsTests
{
    const string Recipe = """
        questions:
          rfm:
            level_middle: 9
            level_top: 6
            colour: red
          segments:
            clusters: 1
            members: []
          profile: { depth: 3 }
          horoscope:
        """;

    [Fact]
    public void Each_fault_of_a_recipe_is_told_with_its_line()
    {
        var faults = Faults();

        Assert.Equal(6, faults.Count);
        Assert.StartsWith(
            "Recipe mine, line 10: There is no question 'horoscope'",
            faults[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            faults,
            f => f.StartsWith("Recipe mine, line 9: profile: it takes no settings", StringComparison.Ordinal)
        );
        Assert.Contains(
            faults,
            f => f.StartsWith("Recipe mine, line 5: rfm: colour is not a setting", StringComparison.Ordinal)
        );
        Assert.Contains(
            faults,
            f => f.StartsWith("Recipe mine, line 4: rfm: level_top is 6", StringComparison.Ordinal)
        );
        Assert.Contains(
            faults,
            f => f.StartsWith("Recipe mine, line 7: segments: clusters is 1", StringComparison.Ordinal)
        );
        Assert.Contains(
            faults,
            f => f.StartsWith("Recipe mine, line 8: segments: members must name", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_fault_of_the_command_line_is_not_blamed_on_the_recipe() =>
        Assert.Contains(
            Faults(("segments.clusters", "0")),
            f => f.StartsWith("segments: clusters is 0", StringComparison.Ordinal)
        );

    /// <summary>The sentence goes on with the names that are known, some of which the recipe sets.</summary>
    [Fact]
    public void A_setting_that_only_the_command_line_misspells_is_not_blamed_on_the_recipe() =>
        Assert.Contains(
            Faults(("rfm.level_tops", "3")),
            f => f.StartsWith("rfm: level_tops is not a setting", StringComparison.Ordinal)
        );

    static List<string> Faults(params (string Name, string Value)[] settings) =>
        [
            .. QuestionFaults.Of(
                [],
                new RunSpec(new ShopDirectory("shop"), [], RecipeReader.Parse("mine", Recipe))
                {
                    Settings = settings,
                }
            ),
        ];
}
