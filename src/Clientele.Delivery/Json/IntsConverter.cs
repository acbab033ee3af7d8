using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Delivery;

/// <summary>A list of whole numbers on one line.</summary>
sealed class IntsConverter : JsonConverter<IReadOnlyList<int>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<int> Read(
        ref Utf8JsonReader reader,
        Type type,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{reader.TokenType} is not a list of whole numbers.");
        }

        var values = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.GetInt32());
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<int> value,
        JsonSerializerOptions options
    ) =>
        writer.WriteRawValue(
            $"[{string.Join(", ", value.Select(v => v.ToString(CultureInfo.InvariantCulture)))}]",
            skipInputValidation: true
        );
}
