namespace Clientele.Warehouse;

/// <summary>A file that is to be read.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Folder">An empty folder for what must be written again; it must outlive the tables.</param>
sealed record InputFile(string Path, string Name, string Folder)
{
    /// <summary>A look at it that began earlier; null if none did.</summary>
    internal Task<CsvLook>? Look { get; init; }
}
