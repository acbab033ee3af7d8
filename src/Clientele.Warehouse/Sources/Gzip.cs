using System.IO.Compression;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>DuckDB reads a gzip file up to where it breaks and says nothing: this says it.</summary>
static class Gzip
{
    static readonly byte[] EndMark = Encoding.ASCII.GetBytes("\0the end of the file\0");

    /// <summary>A file that unpacks to more than a gigabyte and this many times its own size is no file of orders.</summary>
    const int MostTimes = 200;

    const long AlwaysFine = 1L << 30;

    /// <summary>Unpacks a whole file: plain text is read by all cores, a gzip file by one.</summary>
    /// <exception cref="ImportRefusedException">The file is empty, cut off, damaged, no gzip file, or a bomb.</exception>
    internal static void Unpack(string path, string target, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        using var file = File.OpenRead(path);
        var begin = new byte[2];
        if (file.ReadAtLeast(begin, 2, throwOnEndOfStream: false) < 2 || begin is not [0x1F, 0x8B])
        {
            throw new ImportRefusedException(
                file.Length == 0
                    ? $"{name} is empty. Copy it again."
                    : $"{name} is no gzip file, although it is called .gz. Call it .csv if it is plain text."
            );
        }

        file.Position = 0;
        using var output = File.Create(target);
        if (!UnpackWhole(name, file, output, cancel))
        {
            throw new ImportRefusedException($"{name} is cut off or damaged. Copy it again.");
        }
    }

    /// <summary>Unpacks all of it with a mark behind it. .NET takes the end of a cut file for its end, but then the mark
    /// is swallowed by what is unfinished, and does not come out.</summary>
    static bool UnpackWhole(string name, FileStream file, FileStream output, CancellationToken cancel)
    {
        using var joined = new JoinedStream(file, new MemoryStream(Marked()));
        using var gzip = new GZipStream(joined, CompressionMode.Decompress);
        var buffer = new byte[(1 << 20) + EndMark.Length];
        var kept = 0;
        try
        {
            while (gzip.Read(buffer.AsSpan(kept)) is var read and > 0)
            {
                cancel.ThrowIfCancellationRequested();
                var filled = kept + read;
                kept = Math.Min(filled, EndMark.Length);
                output.Write(buffer.AsSpan(0, filled - kept));
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
                NoBomb(name, file.Length, output.Length);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return buffer.AsSpan(0, kept).SequenceEqual(EndMark);
    }

    /// <exception cref="ImportRefusedException">It is a bomb.</exception>
    internal static void NoBomb(string name, long packed, long unpacked)
    {
        if (unpacked > AlwaysFine && unpacked > MostTimes * packed)
        {
            throw new ImportRefusedException(
                $"{name} unpacks to more than {MostTimes} times its own size, which no file of orders does. Unpack it by hand if you trust it."
            );
        }
    }

    static byte[] Marked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(EndMark);
        }

        return packed.ToArray();
    }

    /// <summary>One stream after another, to be read once.</summary>
    sealed class JoinedStream(Stream first, Stream second) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer) =>
            first.Read(buffer) is var read and > 0 ? read : second.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
