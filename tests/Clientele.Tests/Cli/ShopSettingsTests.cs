using Clientele.Cli;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary><c>clientele.yml</c>: what it may say, and what is nonsense.</summary>
public sealed class ShopSettingsTests
{
    [Fact]
    public void Without_a_file_the_shop_is_called_after_its_directory()
    {
        using var folder = new TestFolder();

        var settings = ShopSettings.Of(new ShopDirectory(folder["teahouse"]));

        Assert.Equal(new ShopSettings("teahouse", new NumberStyle()), settings);
    }

    [Theory]
    [InlineData("name: Tea House\ncurrency: \"£\"\n", "Tea House", "£", ",", ".")]
    [InlineData("thousands: \".\"\ndecimal_mark: \",\"\ncurrency: 'EUR '", "shop", "EUR ", ".", ",")]
    [InlineData("thousands: ' '\ndecimal_mark: ','", "shop", "", " ", ",")]
    [InlineData("thousands: ''", "shop", "", "", ".")]
    [InlineData("name:\ncurrency: null\nthousands: ~", "shop", "", ",", ".")]
    [InlineData("", "shop", "", ",", ".")]
    [InlineData("# nothing yet\n", "shop", "", ",", ".")]
    public void What_it_says_is_taken(
        string yaml,
        string name,
        string currency,
        string thousands,
        string mark
    )
    {
        using var folder = new TestFolder();
        Assert.Equal(
            new ShopSettings(name, new NumberStyle(currency, thousands, mark)),
            ShopSettings.Of(ShopOf(folder, yaml))
        );
    }

    [Theory]
    [InlineData("thousands: '.'", "thousands and decimal_mark are both '.'")]
    [InlineData("decimal_mark: ','", "thousands and decimal_mark are both ','")]
    [InlineData("thousands: ';'", "line 1: thousands is ';', but must be a comma")]
    [InlineData("thousands: ',,'", "thousands is ',,'")]
    [InlineData("decimal_mark: ''", "decimal_mark is '', but must be a point or a comma")]
    [InlineData("decimal_mark: x", "decimal_mark is 'x'")]
    [InlineData("currency: 12", "currency is '12'")]
    [InlineData("currency: '-'", "currency is '-'")]
    [InlineData("currency: PoundSterling", "at most 8 characters")]
    [InlineData("name: ' '", "name is ' ', but must be a line of 1 to 80")]
    [InlineData("name: \"a\\nb\"", "but must be a line")]
    [InlineData("name: [a, b]", "line 1: name must be a single text")]
    [InlineData("colour: red", "line 1: unknown key 'colour'")]
    [InlineData("just words", "must be a mapping")]
    [InlineData("a: [", "line 2")]
    [InlineData("name: A\nname: B", "line 2")]
    [InlineData("currency: \uFFFD", "not UTF-8")]
    public void Nonsense_is_refused(string yaml, string said)
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<ConfigurationException>(() => ShopSettings.Of(ShopOf(folder, yaml)));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains("clientele.yml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        using var folder = new TestFolder();

        var faults = ShopSettings.Faults(
            ShopOf(folder, "colour: red\ncurrency: 1\nthousands: '.'\ndecimal_mark: '.'\n")
        );

        Assert.Equal(3, faults.Count);
    }

    static ShopDirectory ShopOf(TestFolder folder, string yaml)
    {
        Directory.CreateDirectory(folder["shop"]);
        folder.Write("shop/clientele.yml", yaml);
        return new ShopDirectory(folder["shop"]);
    }
}
