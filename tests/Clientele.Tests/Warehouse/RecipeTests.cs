using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What a recipe may not say, and that all of it is said at once.</summary>
public sealed class RecipeTests
{
    [Theory]
    [InlineData("- excluded_products: { pattern: '(abc' }", "excluded_products: pattern is '(abc'")]
    [InlineData(
        "- excluded_descriptions: { pattern: '(?!x)y' }",
        "excluded_descriptions: pattern is '(?!x)y'"
    )]
    [InlineData("- excluded_products: { pattern: '[a-' }", "no regular expression")]
    public void A_bad_pattern_is_found_before_anything_is_read(string rule, string said) =>
        Assert.Contains(said, Refusal(rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("- minimum_unit_price: { above: '0,04' }", "above is '0,04'")]
    [InlineData("- minimum_unit_price: { above: 1e3 }", "above is '1e3'")]
    [InlineData("- minimum_quantity: { above: 900000000000000 }", "below 100,000,000,000,000")]
    [InlineData("- minimum_quantity: { above: 1, at_least: 2 }", "not both")]
    [InlineData("- minimum_quantity", "line 2: minimum_quantity: give above or at_least")]
    [InlineData("- minimum_quantity: 3", "must be written as name: value, not '3'")]
    [InlineData("- exact_duplicates: no", "must be written as name: value, not 'no'")]
    [InlineData("- minimum_quantity:\n  above: 0", "must stand deeper than its name")]
    [InlineData("- missing_customer: { action: guests }", "give start")]
    [InlineData("- missing_customer: { action: guests, start: 1.5 }", "a whole number from 0")]
    [InlineData("- date_window: { from: 2023-02-01, before: 2023-01-01 }", "no day lies between")]
    [InlineData("- excluded_customers", "give ids")]
    [InlineData("- excluded_customers: { ids: [[1, 2]] }", "ids must be a list of texts")]
    [InlineData("- excluded_products: { codes: POST }", "codes must be a list")]
    [InlineData(
        "- country_names: { names: { EIRE: [Ireland] } }",
        "names must be names, each with another after a colon"
    )]
    public void A_setting_that_means_nothing_is_refused(string rule, string said) =>
        Assert.Contains(said, Refusal(rule), StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_is_off_needs_no_settings_but_knows_them() =>
        Assert.Equal(
            "Recipe test, line 4: minimum_quantity: unknown setting 'abuve' (did you mean 'above'?); known: on, above, at_least.",
            Refusal(
                """
                - excluded_customers: { on: false }
                - date_window: { on: false }
                - minimum_quantity: { on: false, abuve: 0 }
                """
            )
        );

    [Theory]
    [InlineData("questions: { rfm: 5 }", "rfm: its settings must be written as name: value, not '5'")]
    [InlineData("recency: never", "recency is 'never'")]
    [InlineData("colour: red", "unknown key 'colour'")]
    [InlineData("clean: none", "clean must be a list")]
    [InlineData("recency: calendar\nclean:\nrecency: elapsed", "line 3: 'recency' stands here a second time")]
    [InlineData("a: [", "line 2: this cannot be read")]
    [InlineData("clean:\n  - returns:\n\t  by_sign: true", "line 3: the line begins with a tab")]
    [InlineData("- a", "Recipe test: it must have keys")]
    [InlineData("", "it must have keys")]
    [InlineData("description: Espa\uFFFDa", "not UTF-8")]
    public void A_file_that_is_no_recipe_is_refused(string yaml, string said) =>
        Assert.Contains(
            said,
            Assert.Throws<ConfigurationException>(() => RecipeReader.Parse("test", yaml)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_in_another_encoding_has_one_fault() =>
        Assert.Equal(
            "Recipe test: it is not UTF-8: save it as UTF-8.",
            Assert
                .Throws<ConfigurationException>(() => RecipeReader.Parse("test", "descr\uFFFDption: [\n"))
                .Message
        );

    [Fact]
    public void Faults_come_in_the_order_of_their_lines() =>
        Assert.Equal(
            ["line 1", "line 3", "line 4"],
            Assert
                .Throws<ConfigurationException>(() =>
                    RecipeReader.Parse("test", "colour: red\nclean:\n  - sweep\nrecency: never\n")
                )
                .Message.Split('\n')
                .Select(fault => fault.Split(", ")[1].Split(':')[0])
        );

    [Fact]
    public void Every_fault_is_a_line_of_its_own_and_the_rest_is_understood()
    {
        using var folder = new TestFolder();
        var file = folder.Write(
            "mine.yaml",
            "recency: never\nclean:\n  - sweep\n  - returns: { by_sign: maybe }\nquestions:\n  cohorts: { period: week }\n"
        );
        var faults = new List<string>();

        var recipe = RecipeReader.Load(file, faults);

        Assert.Equal(3, faults.Count);
        Assert.All(faults, fault => Assert.StartsWith("Recipe mine, line ", fault, StringComparison.Ordinal));
        Assert.Equal("week", recipe.Questions["cohorts"]["period"]);
    }

    static string Refusal(string rule) =>
        Assert.Throws<ConfigurationException>(() => TestShop.RecipeOf(rule)).Message;
}
