using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Clientele.Tests;

/// <summary>As much of JSON Schema (draft 2020-12) as ours uses; a keyword that is not known fails the test.</summary>
static class JsonSchema
{
    /// <summary>True if the value is as the schema asks.</summary>
    internal static bool Takes(JsonObject schema, JsonNode? value) =>
        schema.All(keyword => Takes(schema, keyword.Key, keyword.Value!, value));

    static bool Takes(JsonObject schema, string keyword, JsonNode asked, JsonNode? value) =>
        keyword switch
        {
            "$schema" or "title" or "description" or "default" or "examples" => true,
            "type" => Texts(asked).Contains(TypeOf(value)),
            "enum" => asked.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
            "maxLength" => TypeOf(value) != "string"
                || value!.GetValue<string>().EnumerateRunes().Count() <= asked.GetValue<int>(),
            "pattern" => TypeOf(value) != "string"
                || IsMatch(asked.GetValue<string>(), value!.GetValue<string>()),
            "not" => !Takes(asked.AsObject(), value),
            "allOf" => asked.AsArray().All(one => Takes(one!.AsObject(), value)),
            "required" => value is not JsonObject held || Texts(asked).All(held.ContainsKey),
            "properties" => value is not JsonObject held
                || asked
                    .AsObject()
                    .All(p => !held.ContainsKey(p.Key) || Takes(p.Value!.AsObject(), held[p.Key])),
            "additionalProperties" => value is not JsonObject held
                || held.All(p => schema["properties"]!.AsObject().ContainsKey(p.Key)),
            _ => throw new NotSupportedException($"The test knows no keyword {keyword}."),
        };

    /// <summary>ECMAScript's way, where $ is the very end.</summary>
    static bool IsMatch(string pattern, string text) =>
        Regex.IsMatch(
            text,
            pattern.Replace("$", "\\z", StringComparison.Ordinal),
            default,
            TimeSpan.FromSeconds(1)
        );

    static List<string> Texts(JsonNode node) =>
        node is JsonArray list ? [.. list.Select(t => t!.GetValue<string>())] : [node.GetValue<string>()];

    static string TypeOf(JsonNode? value) =>
        value switch
        {
            null => "null",
            JsonObject => "object",
            JsonArray => "array",
            _ => value.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.String => "string",
                System.Text.Json.JsonValueKind.Number => "number",
                _ => "boolean",
            },
        };
}
