namespace Clientele.Warehouse;

/// <summary>How to open a DuckDB file.</summary>
/// <param name="Path">The file, or <c>":memory:"</c>.</param>
public sealed record DuckOptions(string Path)
{
    /// <summary>True: changes nothing, and shares the file with other readers.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Threads within a statement; 0 for every core.</summary>
    public int Threads { get; init; }

    /// <summary>True keeps count, for <see cref="DuckDatabase.Progress"/>.</summary>
    public bool CountsProgress { get; init; }

    /// <summary>Stops the statement that runs, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancel { get; init; }
}
