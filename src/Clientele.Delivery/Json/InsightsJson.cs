using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A report as data: what is written is read back as the same report.</summary>
/// <remarks>snake_case names, indented; NaN is null; lists of numbers stand on one line.</remarks>
public static class InsightsJson
{
    static readonly InsightsContext Context = new(
        new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters =
            {
                new DoubleConverter(),
                new DoublesConverter(),
                new IntsConverter(),
                Words<NumberFormat>(),
                Words<CurrencyPlace>(),
                Words<DateOrder>(),
            },
        }
    );

    static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    /// <summary>Writes UTF-8 without a byte order mark; the same report gives the same bytes.</summary>
    public static void Write(Report report, Stream output) =>
        JsonSerializer.Serialize(output, report, Context.Report);

    /// <summary>One answer as it stands in the file.</summary>
    public static string Text(Insight insight) => JsonSerializer.Serialize(insight, Context.Insight);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The stream holds something else.</exception>
    public static Report Read(Stream input) =>
        JsonSerializer.Deserialize(input, Context.Report) ?? throw new JsonException("The report is null.");
}

/// <summary>Which types are written: known at compile time, so that nothing is looked up at run time.</summary>
[JsonSerializable(typeof(Report))]
sealed partial class InsightsContext : JsonSerializerContext;
