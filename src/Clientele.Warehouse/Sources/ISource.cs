using System.Text.Json.Serialization;

namespace Clientele.Warehouse;

/// <summary>Somewhere that order lines come from.</summary>
public interface ISource
{
    /// <summary>What people call it: the file's name, "demo".</summary>
    string Name { get; }

    /// <summary>About how many rows it has, for people who wait; null if nobody knows before it is read.</summary>
    long? RowsAbout { get; }

    /// <summary>Begins to look through it on other threads, while the caller does something else; nobody need call it.</summary>
    void Begin(CancellationToken cancel) { }

    /// <summary>SHA-256 of what will be read, in hexadecimal: equal hashes, equal rows.</summary>
    string Hash(CancellationToken cancel);

    /// <summary>Adds its rows to the tables of raw and its bad rows to <c>raw.rejects</c>.</summary>
    /// <returns>One a table that it has, in its order.</returns>
    /// <exception cref="ImportRefusedException">A file is not understood, or too much of it is broken.</exception>
    IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel);
}

/// <summary>What one table of a source gave.</summary>
/// <param name="Source">The table's name: orders.csv, book.xlsx [2011], demo.</param>
/// <param name="Shape">How it was understood: a recognised export, or "generic".</param>
/// <param name="Read">Rows found, bad ones included.</param>
/// <param name="Rejected">Bad rows, each in <c>raw.rejects</c> with its reason.</param>
/// <param name="Columns">Each column of the file and the field that it fills, null for none.</param>
public sealed record LoadSummary(
    string Source,
    string Shape,
    long Read,
    long Rejected,
    IReadOnlyList<MappedColumn> Columns
)
{
    /// <summary>The table of raw that its rows are in; empty for one that only adds to others, or that is left.</summary>
    public string Into { get; init; } = "lines";

    /// <summary>The fields that it fills; a rewritten table fills some by none of its columns.</summary>
    public IReadOnlyList<string> Filled { get; init; } = [];

    /// <summary>Rows of that table before its own.</summary>
    public long First { get; init; }

    /// <summary>Rows of the file that make none of their own: <see cref="Notes"/> say why.</summary>
    public long Removed { get; init; }

    /// <summary>Rows that were made, where one row of the file may make several, or none; null where each makes one.</summary>
    internal long? Made { get; init; }

    /// <summary>Its rows in the table of raw.</summary>
    public long Kept => Made ?? Read - Rejected - Removed;

    /// <summary>Which of its lines the tables before it have too; null if its rows are no lines.</summary>
    public LineVersions? Versions { get; init; }

    /// <summary>Its lines beside those of the shop that was published before; null if nothing was compared.</summary>
    public LinesSince? Since { get; init; }

    /// <summary>What its export does not tell, or why nothing of it is used: a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Days in it that are hardly meant.</summary>
    public IReadOnlyList<OddDays> Odd { get; init; } = [];

    /// <summary>What is odd about it, and what to do: a sentence each.</summary>
    public IReadOnlyList<string> Warnings => [.. Odd.Select(o => o.Sentence), .. Doubts];

    /// <summary>What else may not be meant, and what to do: a sentence each.</summary>
    internal IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>In which currency its amounts are, as it says itself; none if it does not.</summary>
    internal IReadOnlyList<CurrencyMark> Currencies { get; init; } = [];

    /// <summary>SHA-256 of the file, in hexadecimal; null if nobody asked for the source's.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How the file is written; null for a source that is no file.</summary>
    public WrittenAs? Written { get; init; }
}

/// <summary>The lines of a table beside those of the tables that were read before and after it in the same run.</summary>
/// <param name="New">Lines that none before it has.</param>
/// <param name="Changed">Lines that one before it has, with another value in a field that both have.</param>
/// <param name="Same">Lines that one before it has just so.</param>
/// <param name="Replaced">Lines that one after it has again: they count no more.</param>
public sealed record LineVersions(long New, long Changed, long Same, long Replaced);

/// <summary>How a file is written, as it was found or said.</summary>
/// <param name="Format">csv, xlsx, parquet or jsonl.</param>
/// <param name="Encoding">Of its text; null where the format leaves no choice.</param>
/// <param name="Delimiter">What parts its fields; null where the format leaves no choice.</param>
/// <param name="DateFormat">ISO 8601, or what stands for it.</param>
/// <param name="DecimalMark">A point or a comma.</param>
/// <param name="Clock">By which clock its times are, as its first rows say; null if no column holds any.</param>
public sealed record WrittenAs(
    string Format,
    string? Encoding,
    char? Delimiter,
    string? DateFormat,
    char DecimalMark,
    Clock? Clock
);

/// <summary>By which clock times are written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Clock>))]
public enum Clock
{
    /// <summary>The shop's own: they are read by its time zone.</summary>
    [JsonStringEnumMemberName("shop")]
    Shop,

    /// <summary>UTC, or each says how far it is from UTC: the time zone of the shop does not matter.</summary>
    [JsonStringEnumMemberName("offset")]
    Offset,

    /// <summary>Some say how far they are from UTC, and the others are by the shop's own.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}

/// <summary>One column of a file.</summary>
/// <param name="Header">As the file writes it.</param>
/// <param name="Field">The field of <see cref="Fields"/> that it fills; null: it stays in raw only.</param>
public sealed record MappedColumn(string Header, string? Field);

/// <summary>A file is refused; the message says where, why and what to do.</summary>
public sealed class ImportRefusedException(string message) : Exception(message)
{
    /// <summary>How the table was read that is refused; null if it was not read.</summary>
    internal LoadSummary? Seen { get; set; }
}
