namespace Clientele.Warehouse;

/// <summary>What one pass over all bytes of a text file says.</summary>
/// <param name="Facts">How it is written.</param>
/// <param name="Delimiter">The mark that most likely parts its fields.</param>
/// <param name="Records">Its records, if that mark does.</param>
sealed record CsvLook(TextFacts Facts, char Delimiter, CsvRecords Records)
{
    /// <param name="path">The file, unzipped.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="options">What the user says of it.</param>
    /// <param name="said">The delimiter that a line before the column names says.</param>
    /// <param name="cancel">Looked at every megabyte.</param>
    /// <exception cref="ImportRefusedException">Two encodings fit and differ, or none fits.</exception>
    internal static CsvLook At(
        string path,
        string name,
        ImportOptions options,
        char? said,
        CancellationToken cancel
    )
    {
        var likely = options.Delimiter ?? said ?? CsvHead.LikelyIn(path);
        var records = new RecordCounter(likely);
        var facts = TextFacts.Of(name, () => File.OpenRead(path), options.Encoding, records, cancel);
        return new(facts, likely, records.End());
    }
}
