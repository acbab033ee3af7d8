namespace Clientele.Warehouse;

/// <summary>How to open a DuckDB file.</summary>
/// <param name="Path">The file, or <see cref="InMemory"/>. A run that changes a file takes at most 2.2 GB, and half the machine's memory.</param>
public sealed record DuckOptions(string Path)
{
    /// <summary>A database that no file holds.</summary>
    public const string InMemory = ":memory:";

    /// <summary>True: changes nothing, and shares the file with other readers.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Threads within a statement; 0 for every core.</summary>
    public int Threads { get; init; }

    /// <summary>True keeps count, for <see cref="DuckDatabase.Progress"/>.</summary>
    public bool CountsProgress { get; init; }

    /// <summary>Stops the statement that runs, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancel { get; init; }
}
