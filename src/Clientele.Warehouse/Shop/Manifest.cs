using System.Text.Json;

namespace Clientele.Warehouse;

/// <summary>What a published run was made of, and how long it took: the only place for times.</summary>
public sealed record Manifest
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Hash of inputs, options, as-of, seed and version.</summary>
    public required string RunId { get; init; }

    /// <summary>The shop's name.</summary>
    public required string Shop { get; init; }

    /// <summary>The first day that the answers know nothing of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The zone whose days and hours the answers are by; UTC where nothing is said.</summary>
    public string TimeZone { get; init; } = TimeZones.Utc;

    /// <summary>Where all chance came from.</summary>
    public required int Seed { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>Version of Clientele, with a hash of its code.</summary>
    public required string Version { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<ManifestInput> Inputs { get; init; }

    /// <summary>What became of the lines of the shop that was published before; null if there was none.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Questions that were answered.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Questions that could not be answered, and why.</summary>
    public IReadOnlyDictionary<string, string> Unanswered { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows of each result table.</summary>
    public required IReadOnlyDictionary<string, int> Tables { get; init; }

    /// <summary>When the run was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Seconds of each step.</summary>
    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    /// <summary>Writes it as JSON.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Reads it; null if there is none.</summary>
    /// <exception cref="WarehouseException">It is damaged, or of a version that wrote other things.</exception>
    public static Manifest? Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<Manifest>(File.ReadAllText(path), Json)
                : null;
        }
        catch (JsonException)
        {
            throw new WarehouseException(
                $"{path} is damaged, or of another version of Clientele: publish the shop anew with clientele run."
            );
        }
    }

    /// <summary>The same; null also if it cannot be read.</summary>
    internal static Manifest? ReadIfSound(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception error)
            when (error is WarehouseException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>One table of a run's inputs.</summary>
/// <param name="Name">The table's name: of its file, with its folder only where two files share a name, and of its sheet.</param>
/// <param name="Shape">How it was understood.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Rows">Rows found.</param>
/// <param name="Rejected">Bad rows among them.</param>
/// <param name="Columns">Header to field; null for a column that fills none.</param>
public sealed record ManifestInput(
    string Name,
    string Shape,
    string Sha256,
    long Rows,
    long Rejected,
    IReadOnlyDictionary<string, string?> Columns
)
{
    /// <summary>The table of raw that its rows are in; empty for one that only adds to others, or that is left.</summary>
    public string Into { get; init; } = "lines";

    /// <summary>Rows among them that make none of the shop's: the notes say why.</summary>
    public long Removed { get; init; }

    /// <summary>Which of its lines the tables before it have too; null if its rows are no lines.</summary>
    public LineVersions? Versions { get; init; }

    /// <summary>Its lines beside those of the shop that was published before; null if nothing was compared.</summary>
    public LinesSince? Since { get; init; }

    /// <summary>What its export does not tell, or why nothing of it is used.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What is odd about it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How the file is written; null for a source that is no file.</summary>
    public WrittenAs? Written { get; init; }

    /// <summary>A table as it was loaded, with the hash of its source.</summary>
    public static ManifestInput Of(LoadSummary source) =>
        new(
            source.Source,
            source.Shape,
            source.Sha256 ?? throw new ArgumentException($"{source.Source} has no hash.", nameof(source)),
            source.Read,
            source.Rejected,
            source.Columns.ToDictionary(c => c.Header, c => c.Field)
        )
        {
            Into = source.Into,
            Removed = source.Removed,
            Versions = source.Versions,
            Since = source.Since,
            Notes = source.Notes,
            Warnings = source.Warnings,
            Written = source.Written,
        };
}
