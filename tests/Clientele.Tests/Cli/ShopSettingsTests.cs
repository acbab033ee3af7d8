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
    [InlineData("decimal_mark: ''", "decimal_mark is '', but must be a point, a comma")]
    [InlineData("decimal_mark: x", "decimal_mark is 'x'")]
    [InlineData("currency: 12", "currency is '12'")]
    [InlineData("currency: '-'", "currency is '-'")]
    [InlineData("currency: PoundSterling", "at most 8 characters")]
    [InlineData("name: ' '", "name is ' ', but must be a line of 1 to 80")]
    [InlineData("name: \"a\\nb\"", "but must be a line")]
    [InlineData("name: [a, b]", "line 1: name must be a single text")]
    [InlineData("currency: ' €'", "currency_place: after")]
    [InlineData("currency_place: behind", "currency_place is 'behind', but must be before or after")]
    [InlineData("date_order: dym", "must be dmy, mdy or ymd (did you mean 'dmy'?)")]
    [InlineData("time_zone: europe/berlin", "(did you mean 'Europe/Berlin'?)")]
    [InlineData("time_zone: Europe/Bonn", "time_zone is 'Europe/Bonn'")]
    [InlineData("time_zone: ../../etc/localtime", "time_zone is")]
    [InlineData("time_zone: ''", "time_zone is ''")]
    [InlineData("colour: red", "line 1: unknown key 'colour'")]
    [InlineData("Currency: x", "unknown key 'Currency' (did you mean 'currency'?)")]
    [InlineData("just words", "it must have keys")]
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
    public void Dates_zone_and_the_place_of_the_currency_are_taken()
    {
        using var folder = new TestFolder();
        var shop = ShopOf(
            folder,
            "currency: €\ncurrency_place: after\ndate_order: mdy\ntime_zone: Europe/Berlin"
        );

        Assert.Equal(
            new ShopSettings(
                "shop",
                new NumberStyle("€", ",", ".", CurrencyPlace.After, DateOrder.Mdy),
                "Europe/Berlin"
            ),
            ShopSettings.Of(shop)
        );
    }

    [Fact]
    public void Variables_win_over_the_file_in_any_case_and_may_be_empty()
    {
        using var folder = new TestFolder();
        var shop = ShopOf(folder, "currency: £\nthousands: '.'\ndecimal_mark: ','\n");
        var environment = new Dictionary<string, string>
        {
            ["CLIENTELE__CURRENCY"] = "€",
            ["clientele__Thousands"] = "",
            ["CLIENTELE_DATA"] = "something else",
        };

        Assert.Equal(
            new ShopSettings("shop", new NumberStyle("€", "", ",")),
            ShopSettings.Of(shop, environment)
        );
    }

    [Fact]
    public void Faults_of_variables_and_of_the_file_are_told_at_once()
    {
        using var folder = new TestFolder();
        var environment = new Dictionary<string, string>
        {
            ["CLIENTELE__CURENCY"] = "€",
            ["CLIENTELE__DECIMAL_MARK"] = ",",
            ["clientele__decimal_mark"] = ",",
            ["CLIENTELE__DATE_ORDER"] = "dd",
        };

        var faults = ShopSettings.Faults(ShopOf(folder, "colour: red"), environment);

        Assert.Equal(5, faults.Count);
        Assert.All(
            (string[])
                [
                    "unknown key 'colour'",
                    "CLIENTELE__CURENCY overrides no key (did you mean 'CLIENTELE__CURRENCY'?)",
                    "CLIENTELE__DECIMAL_MARK and clientele__decimal_mark are one variable",
                    "CLIENTELE__DATE_ORDER: date_order is 'dd'",
                    "CLIENTELE__DECIMAL_MARK: thousands and decimal_mark are both ','",
                ],
            said =>
                Assert.Contains(
                    faults,
                    f =>
                        f.StartsWith(said, StringComparison.Ordinal)
                        || f.Contains(said, StringComparison.Ordinal)
                )
        );
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
