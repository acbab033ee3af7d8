namespace Clientele.Warehouse;

/// <summary>About how many rows a file has, from the length of its first lines.</summary>
static class RowEstimate
{
    const int Looked = 1 << 18;

    /// <summary>Null where the length is not known: no line end, or a gzipped file of several parts.</summary>
    internal static long? Of(string path)
    {
        using var file = CsvTable.Bytes(path);
        var bytes = new byte[Looked];
        var read = file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false);
        var last = bytes.AsSpan(0, read).LastIndexOf((byte)'\n');
        // The line of names is none of the rows.
        return last > 0 && Length(path) is { } length
            ? Math.Max(
                1,
                (long)((double)length / (last + 1) * bytes.AsSpan(0, last + 1).Count((byte)'\n')) - 1
            )
            : null;
    }

    /// <summary>Bytes when unpacked: a gzip file ends with them, counted modulo 4 GB.</summary>
    static long? Length(string path)
    {
        using var file = File.OpenRead(path);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return file.Length;
        }

        var end = new byte[4];
        file.Seek(-end.Length, SeekOrigin.End);
        file.ReadExactly(end);
        var length = BitConverter.ToUInt32(end);
        return length >= file.Length ? length : null;
    }
}
