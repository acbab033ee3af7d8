namespace Clientele.Warehouse;

/// <summary>Somewhere that order lines come from.</summary>
public interface ISource
{
    /// <summary>What people call it: the file's name, "demo".</summary>
    string Name { get; }

    /// <summary>About how many rows it has, for people who wait; null if nobody knows before it is read.</summary>
    long? RowsAbout { get; }

    /// <summary>SHA-256 of what will be read, in hexadecimal: equal hashes, equal rows.</summary>
    string Hash(CancellationToken cancel);

    /// <summary>Adds its rows to <c>raw.lines</c> and its bad rows to <c>raw.rejects</c>.</summary>
    /// <exception cref="ImportRefusedException">The file is not understood, or too much of it is broken.</exception>
    LoadSummary Load(IDatabase database, CancellationToken cancel);
}

/// <summary>What a source gave.</summary>
/// <param name="Source">Its name.</param>
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
);

/// <summary>One column of a file.</summary>
/// <param name="Header">As the file writes it.</param>
/// <param name="Field">The field of <see cref="Fields"/> that it fills; null: it stays in raw only.</param>
public sealed record MappedColumn(string Header, string? Field);

/// <summary>A file is refused; the message says where, why and what to do.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);
