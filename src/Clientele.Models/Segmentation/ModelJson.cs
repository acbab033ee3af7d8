using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Clientele.Models;

/// <summary>Learned models as JSON, to be used later by another process.</summary>
/// <remarks>Long rows of numbers are base64 of their little-endian bytes: exact, and a third of the length of digits.</remarks>
public static class ModelJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { NameKinds<IClustering>, NameKinds<IEmbedding>, LeaveThreads },
        },
        Converters =
        {
            new MatrixConverter(),
            new PackedConverter<double>(),
            new PackedConverter<float>(),
            new PackedConverter<int>(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
        },
    };

    /// <summary>A learned model as text.</summary>
    public static string Write<T>(T model) => JsonSerializer.Serialize(model, Options);

    /// <summary>A learned model from its text.</summary>
    /// <exception cref="JsonException">It is none, or one of another version.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("The model is empty.");

    /// <summary>What implements a role is told by its name: only what this assembly holds is ever made.</summary>
    static void NameKinds<T>(JsonTypeInfo info)
    {
        if (info.Type != typeof(T))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        var kinds = typeof(T).Assembly.GetTypes().Where(t => t is { IsClass: true, IsPublic: true });
        foreach (
            var kind in kinds.Where(typeof(T).IsAssignableFrom).OrderBy(t => t.Name, StringComparer.Ordinal)
        )
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, SnakeCase.Of(kind.Name)));
        }
    }

    /// <summary>How many threads learned a model changes nothing of it: not its file either.</summary>
    static void LeaveThreads(JsonTypeInfo info)
    {
        foreach (var threads in info.Properties.Where(p => p.Name == "threads").ToList())
        {
            info.Properties.Remove(threads);
        }
    }

    sealed class PackedConverter<T> : JsonConverter<T[]>
        where T : unmanaged
    {
        public override T[] Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => MemoryMarshal.Cast<byte, T>(reader.GetBytesFromBase64()).ToArray();

        public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    sealed class MatrixConverter : JsonConverter<Matrix>
    {
        sealed record Packed(int Columns, double[] Values);

        public override Matrix Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            var packed =
                JsonSerializer.Deserialize<Packed>(ref reader, options)
                ?? throw new JsonException("A matrix is empty.");
            return packed.Columns > 0 && packed.Values.Length % packed.Columns == 0
                ? new Matrix(packed.Values, packed.Columns)
                : throw new JsonException("A matrix does not fill its rows.");
        }

        public override void Write(Utf8JsonWriter writer, Matrix value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Packed(value.Columns, value.Values.ToArray()), options);
    }
}
