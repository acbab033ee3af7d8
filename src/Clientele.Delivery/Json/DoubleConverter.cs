using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Delivery;

/// <summary>A number; NaN as null, the infinities as texts, everything else with the digits that bring it back exactly.</summary>
public sealed class DoubleConverter : JsonConverter<double>
{
    const string Infinity = "infinity";
    const string MinusInfinity = "-infinity";

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override double Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => double.NaN,
            JsonTokenType.String when reader.ValueTextEquals(Infinity) => double.PositiveInfinity,
            JsonTokenType.String when reader.ValueTextEquals(MinusInfinity) => double.NegativeInfinity,
            JsonTokenType.Number => reader.GetDouble(),
            _ => throw new JsonException($"{reader.TokenType} is not a number."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Text(value), skipInputValidation: true);

    /// <summary>The number as JSON.</summary>
    internal static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "null" : $"\"{(value > 0 ? Infinity : MinusInfinity)}\"";
        }

        Span<byte> digits = stackalloc byte[32];
        Utf8Formatter.TryFormat(value, digits, out var length);
        return Encoding.ASCII.GetString(digits[..length]);
    }
}

/// <summary>A list of numbers on one line.</summary>
sealed class DoublesConverter : JsonConverter<IReadOnlyList<double>>
{
    static readonly DoubleConverter One = new();

    /// <inheritdoc/>
    public override IReadOnlyList<double> Read(
        ref Utf8JsonReader reader,
        Type type,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{reader.TokenType} is not a list of numbers.");
        }

        var values = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(One.Read(ref reader, typeof(double), options));
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<double> value,
        JsonSerializerOptions options
    ) =>
        writer.WriteRawValue(
            $"[{string.Join(", ", value.Select(DoubleConverter.Text))}]",
            skipInputValidation: true
        );
}
