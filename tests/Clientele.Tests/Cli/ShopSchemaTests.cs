using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clientele.Cli;
using Clientele.Warehouse;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Tests;

/// <summary>The schema, the file that <c>init</c> writes, and what a run takes say the same.</summary>
public sealed class ShopSchemaTests
{
    static readonly JsonObject Schema = JsonNode.Parse(ShopSchema.Text())!.AsObject();

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet")]
    [InlineData("name: Tea House\ncurrency: £")]
    [InlineData("name:\ncurrency: null\nthousands: ~\ndate_order:")]
    [InlineData("currency: €\ncurrency_place: after\nthousands: '.'\ndecimal_mark: ','")]
    [InlineData("thousands: ''\ndecimal_mark: ','")]
    [InlineData("thousands: ' '")]
    [InlineData("currency: 'EUR '")]
    [InlineData("currency: '𝒶𝒷𝒸𝒹𝑒𝒻𝑔𝒽'")]
    [InlineData("date_order: ymd\ntime_zone: America/Argentina/Buenos_Aires")]
    [InlineData("time_zone: Etc/GMT+5")]
    public void What_a_run_takes_the_schema_takes(string yaml)
    {
        Assert.Empty(FaultsOf(yaml));
        Assert.True(JsonSchema.Takes(Schema, Json(yaml)));
    }

    [Theory]
    [InlineData("colour: red")]
    [InlineData("Name: x")]
    [InlineData("name: ''")]
    [InlineData("name: '  '")]
    [InlineData("name: \"a\\nb\"")]
    [InlineData("name: [a, b]")]
    [InlineData("name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("currency: ' €'")]
    [InlineData("currency: \"€\\n\"")]
    [InlineData("currency: '5'")]
    [InlineData("currency: 12")]
    [InlineData("currency: '−'")]
    [InlineData("currency: PoundSterling")]
    [InlineData("currency_place: behind")]
    [InlineData("thousands: ';'")]
    [InlineData("thousands: '.'")]
    [InlineData("thousands: '.'\ndecimal_mark: null")]
    [InlineData("decimal_mark: ','")]
    [InlineData("thousands: ','\ndecimal_mark: ','")]
    [InlineData("decimal_mark: ''")]
    [InlineData("date_order: DMY")]
    [InlineData("time_zone: ''")]
    [InlineData("time_zone: Mars, Olympus Mons")]
    [InlineData("- name")]
    public void What_a_run_refuses_the_schema_refuses(string yaml)
    {
        Assert.NotEmpty(FaultsOf(yaml));
        Assert.False(JsonSchema.Takes(Schema, Json(yaml)));
    }

    [Fact]
    public void The_file_of_init_explains_every_key_and_changes_nothing()
    {
        var text = ShopTemplate.Text();

        Assert.All(
            ShopKeys.All,
            key =>
            {
                Assert.Contains($"\n#{key.Name}: ", text, StringComparison.Ordinal);
                Assert.Contains(
                    $"# {key.Meaning}.\n# Must be {key.Limits}. Default: {key.Usual}.\n",
                    text,
                    StringComparison.Ordinal
                );
            }
        );
        Assert.Equal(SettingsOf(""), SettingsOf(text));
        Assert.True(JsonSchema.Takes(Schema, Json(text)));
    }

    [Fact]
    public void Every_key_of_the_file_of_init_may_be_set_as_it_stands()
    {
        var text = Regex.Replace(
            ShopTemplate.Text(),
            "(?m)^#(?=[a-z])",
            "",
            default,
            TimeSpan.FromSeconds(1)
        );

        Assert.Empty(FaultsOf(text));
        var json = Json(text)!.AsObject();
        Assert.Equal(
            ShopKeys.All.Select(k => (k.Name, k.Example)),
            json.Select(p => (p.Key, p.Value!.GetValue<string>()))
        );
        Assert.True(JsonSchema.Takes(Schema, json));
    }

    [Fact]
    public void Defaults_in_words_are_the_defaults()
    {
        var yaml = string.Concat(
            ShopKeys
                .All.Where(k => k.Default != null)
                .Select(k => $"{k.Name}: {ShopKey.Written(k.Default!)}\n")
        );

        Assert.Equal(SettingsOf(""), SettingsOf(yaml));
    }

    static IReadOnlyList<string> FaultsOf(string yaml)
    {
        using var folder = new TestFolder();
        return ShopSettings.Faults(ShopOf(folder, yaml));
    }

    static ShopSettings SettingsOf(string yaml)
    {
        using var folder = new TestFolder();
        return ShopSettings.Of(ShopOf(folder, yaml));
    }

    static ShopDirectory ShopOf(TestFolder folder, string yaml)
    {
        Directory.CreateDirectory(folder["shop"]);
        folder.Write("shop/clientele.yml", yaml);
        return new ShopDirectory(folder["shop"]);
    }

    /// <summary>YAML as an editor hands it to a schema.</summary>
    static JsonNode? Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 0 ? null : Json(stream.Documents[0].RootNode);
    }

    static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(p => KeyValuePair.Create(p.Key.ToString(), Json(p.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } => null,
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var value }
                when double.TryParse(value, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(
                number
            ),
            _ => JsonValue.Create(((YamlScalarNode)node).Value),
        };
}
