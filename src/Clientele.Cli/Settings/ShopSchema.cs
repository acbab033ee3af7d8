using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clientele.Cli;

/// <summary>The JSON Schema of <c>clientele.yml</c>, for editors.</summary>
/// <remarks>
/// It refuses what we refuse, but for two things: it takes any well-formed name for a zone, and no number for a text.
/// Source: JSON Schema, draft 2020-12.
/// </remarks>
static class ShopSchema
{
    static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Text() => Schema().ToJsonString(Json);

    static JsonObject Schema() =>
        new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = ShopFile.Name,
            ["description"] =
                "How a shop of Clientele is called and how it writes numbers and dates. All keys are optional; a key without a value says nothing.",
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = new JsonObject(
                ShopKeys.All.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, Property(k)))
            ),
            ["additionalProperties"] = false,
            ["allOf"] = new JsonArray([.. Alike()]),
        };

    static JsonObject Property(ShopKey key)
    {
        var property = new JsonObject
        {
            ["description"] = $"{key.Meaning}. It must be {key.Limits}. Default: {key.Usual}.",
            ["type"] = new JsonArray("string", "null"),
            ["examples"] = new JsonArray(key.Example),
        };
        if (key.Default != null)
        {
            property["default"] = key.Default;
        }

        if (key.Choices.Count > 0)
        {
            property["enum"] = Values([.. key.Choices, null]);
            return property;
        }

        property["maxLength"] = key.Longest;
        if (key.Forbidden.Length > 0)
        {
            property["not"] = new JsonObject { ["type"] = "string", ["pattern"] = key.Forbidden };
        }

        return property;
    }

    /// <summary>The two marks must differ, also from the other's default.</summary>
    static IEnumerable<JsonNode> Alike() =>
        ShopKeys
            .Thousands.Choices.Intersect(ShopKeys.DecimalMark.Choices)
            .Select(mark =>
            {
                ShopKey[] both = [ShopKeys.Thousands, ShopKeys.DecimalMark];
                return new JsonObject
                {
                    ["not"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject(
                            both.Select(k =>
                                KeyValuePair.Create<string, JsonNode?>(
                                    k.Name,
                                    new JsonObject
                                    {
                                        ["enum"] = Values(k.Default == mark ? [mark, null] : [mark]),
                                    }
                                )
                            )
                        ),
                        ["required"] = Values([.. both.Where(k => k.Default != mark).Select(k => k.Name)]),
                    },
                };
            });

    static JsonArray Values(IReadOnlyList<string?> values) =>
        new([.. values.Select(v => v == null ? null : JsonValue.Create(v))]);
}
