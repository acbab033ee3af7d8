namespace Clientele.Warehouse;

/// <summary>The first bytes by which files of other kinds are known: taken for text, they would be refused for an encoding.</summary>
static class FileMark
{
    const int Longest = 5;

    /// <summary>Passes over a file that may be text.</summary>
    /// <exception cref="ImportRefusedException">It is of another kind; the message says which, and what to do.</exception>
    internal static void MustBeText(string path, string name)
    {
        using var file = File.OpenRead(path);
        var begin = new byte[Longest];
        var length = file.ReadAtLeast(begin, Longest, throwOnEndOfStream: false);
        if (Kind(begin.AsSpan(0, length), Path.GetFileNameWithoutExtension(name), name) is { } kind)
        {
            throw new ImportRefusedException($"{name} is {kind}.");
        }
    }

    static string? Kind(ReadOnlySpan<byte> begin, string bare, string name) =>
        begin switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] =>
                $"a zip archive. Unpack it and name what is in it; if it is a workbook, call it {bare}.xlsx",
            [0x1F, 0x8B, ..] => $"packed with gzip: call it {name}.gz",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => $"an old Excel workbook: call it {bare}.xls",
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => $"a Parquet file: call it {bare}.parquet",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] =>
                "a PDF file, which holds no table. Export the orders as CSV",
            _ => null,
        };
}
