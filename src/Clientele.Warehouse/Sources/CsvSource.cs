using System.Globalization;
using System.Security.Cryptography;

namespace Clientele.Warehouse;

/// <summary>A CSV file in UTF-8, plain or gzipped, with a line of column names.</summary>
/// <param name="path">The file.</param>
/// <param name="wanted">Field to header, from <c>--map</c>; may be empty.</param>
public sealed class CsvSource(string path, IReadOnlyDictionary<string, string> wanted) : ISource
{
    /// <summary>More bad rows than this share refuse the file: something is misunderstood.</summary>
    const double MostRejected = 0.05;

    /// <inheritdoc/>
    public string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public long? RowsAbout => RowEstimate.Of(path);

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <inheritdoc/>
    public LoadSummary Load(IDatabase database, CancellationToken cancel)
    {
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            Gzip.Check(path, cancel);
        }

        var head = CsvHead.Read(path);
        var reading = new CsvReading(path, head, Mapping.Of(Name, head.Headers, wanted));
        reading = reading with { TimeFormat = TimeFormats.Decide(database, reading) };

        var before = RawTables.Count(database);
        database.Execute(Insert(database, reading));
        var rejected = Rejects.Take(database, reading, before);
        var read = RawTables.Count(database) - before + rejected;
        Check(database, read, rejected);
        return new LoadSummary(Name, reading.Mapping.Shape, read, rejected, reading.Mapping.Columns);
    }

    static Sql Insert(IDatabase database, CsvReading reading)
    {
        var targets = new List<string>();
        var values = new List<string>();
        for (var c = 0; c < reading.Mapping.Columns.Count; c++)
        {
            var column = reading.Mapping.Columns[c];
            targets.Add(RawTables.ColumnFor(database, column));
            values.Add(CsvReading.ColumnName(c));
        }

        return new(
            $"loading {Path.GetFileName(reading.Path)}",
            $"insert into raw.lines ({string.Join(", ", targets.Select(SqlText.Name))}) "
                + $"select {string.Join(", ", values)} from {reading.Typed}"
        );
    }

    void Check(IDatabase database, long read, long rejected)
    {
        if (read == 0)
        {
            throw new ImportRefusedException($"{Name} has a header but no rows.");
        }

        if (rejected > MostRejected * read)
        {
            var share = ((double)rejected / read).ToString("P1", CultureInfo.InvariantCulture);
            throw new ImportRefusedException(
                $"{Name}: {rejected:N0} of {read:N0} rows ({share}) cannot be read, which is more than 5 %. "
                    + $"The first: {Rejects.First(database, Name)}. "
                    + (
                        Advice.Encoding(path) is { } encoding
                            ? $"Mend the file: {encoding}"
                            : "Mend the file, or say what its columns are with --map."
                    )
            );
        }
    }
}
