using System.Globalization;
using System.Security.Cryptography;

namespace Clientele.Warehouse;

/// <summary>A file of order lines: text with a delimiter, an Excel workbook, Parquet or JSON lines.</summary>
/// <param name="path">The file.</param>
/// <param name="options">What the user says of it.</param>
public sealed class FileSource(string path, ImportOptions options) : ISource
{
    /// <summary>More bad rows than this share refuse the file: something is misunderstood.</summary>
    const double MostRejected = 0.05;

    /// <inheritdoc/>
    public string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public long? RowsAbout => FileTables.IsText(path) ? RowEstimate.Of(path) : null;

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <inheritdoc/>
    public LoadSummary Load(IDatabase database, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-");
        try
        {
            var tables = FileTables.Open(database, path, options, folder.FullName, cancel);
            var loads = tables.Select(table => LoadOrRefuse(database, table)).ToList();
            return loads[0] with
            {
                Source = Name,
                Read = loads.Sum(l => l.Read),
                Rejected = loads.Sum(l => l.Rejected),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>DuckDB's reader has errors of its own on damaged quotes: they are the file's, not the database's.</summary>
    LoadSummary LoadOrRefuse(IDatabase database, TextTable table)
    {
        try
        {
            return LoadTable(database, table);
        }
        catch (WarehouseException error) when (error.Message.Contains("CSV", StringComparison.Ordinal))
        {
            throw new ImportRefusedException(
                $"{table.Name}: its quotes cannot be told apart from its text. Write a quote within a text twice, "
                    + "or save the file again without the damaged lines."
            );
        }
    }

    LoadSummary LoadTable(IDatabase database, TextTable table)
    {
        var mapping = Mapping.Of(table.Name, table.Headers, options.Map, () => table.FirstRow(database));
        var dialect = Dialect.Decide(database, table, mapping, options);
        var reading = new RowReading(table, mapping, dialect);
        var before = RawTables.Count(database);
        database.Execute(new("raw.lines", "alter table raw.lines add column fault integer"));
        database.Execute(Insert(database, reading));
        var rejected = Rejects.Take(database, reading, before);
        database.Execute(new("raw.lines", "alter table raw.lines drop column fault"));
        var read = RawTables.Count(database) - before + rejected;
        Check(database, table, read, rejected);
        return new LoadSummary(table.Name, mapping.Shape, read, rejected, mapping.Columns)
        {
            Written = new WrittenAs(
                table.Form.Format,
                table.Form.Encoding,
                table.Form.Delimiter,
                dialect.Time?.Name,
                dialect.Number.DecimalMark
            ),
        };
    }

    static Sql Insert(IDatabase database, RowReading reading)
    {
        var targets = RawTables.ColumnsFor(database, reading.Mapping.Columns);
        var values = targets.Select((_, c) => RowReading.Value(c));
        return new(
            $"loading {reading.Table.Name}",
            $"insert into raw.lines ({string.Join(", ", targets.Select(SqlText.Name))}, fault) "
                + $"select {string.Join(", ", values)}, fault from {reading.Values(reading.Table.Relation)}"
        );
    }

    static void Check(IDatabase database, TextTable table, long read, long rejected)
    {
        if (read == 0)
        {
            throw new ImportRefusedException(
                $"{table.Name} has a header but no rows. Export it again with its orders."
            );
        }

        if (table.Rows is { } rows && rows != read)
        {
            throw new ImportRefusedException(
                $"{table.Name}: {Counted.Of(rows, "row")} {(rows == 1 ? "is" : "are")} in the file, but {read:N0} {(read == 1 ? "was" : "were")} found when it was read, as lines of more than 2 MB and stray quotes make it. "
                    + (
                        rejected > 0
                            ? $"Look at {Rejects.First(database, table.Name)}."
                            : "Write a quote within a text twice."
                    )
            );
        }

        if (rejected > MostRejected * read)
        {
            var share = ((double)rejected / read).ToString("P1", CultureInfo.InvariantCulture);
            throw new ImportRefusedException(
                $"{table.Name}: {rejected:N0} of {Counted.Of(read, "row")} ({share}) cannot be read, which is more than 5 %. "
                    + $"The first: {Rejects.First(database, table.Name)}. "
                    + "Mend the file, or say what its columns are with --map."
            );
        }
    }
}
