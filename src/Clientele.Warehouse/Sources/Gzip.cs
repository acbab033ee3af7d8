using System.IO.Compression;

namespace Clientele.Warehouse;

/// <summary>DuckDB reads a gzip file up to where it breaks and says nothing: this says it.</summary>
static class Gzip
{
    /// <exception cref="ImportRefusedException">The file is cut off, damaged or no gzip file.</exception>
    internal static void Check(string path, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = File.OpenRead(path);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            var buffer = new byte[1 << 20];
            while (gzip.Read(buffer) > 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (InvalidDataException)
        {
            throw new ImportRefusedException(
                $"{name} is cut off, damaged, or no gzip file. Copy it again, or give the plain CSV file."
            );
        }
    }
}
