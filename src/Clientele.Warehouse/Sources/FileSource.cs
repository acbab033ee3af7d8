using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>The files of a run: text with a delimiter, Excel workbooks, Parquet or JSON lines, understood together.</summary>
/// <param name="paths">The files, in the order in which they are read.</param>
/// <param name="options">What the user says of them.</param>
public sealed class FileSource(IReadOnlyList<string> paths, ImportOptions options) : ISource
{
    /// <summary>More names than this tell nobody anything.</summary>
    const int MostNames = 3;

    readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    readonly Dictionary<string, Task<CsvLook>> _looks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name =>
        paths.Count <= MostNames
            ? string.Join(", ", paths.Select(NameOf))
            : string.Create(CultureInfo.InvariantCulture, $"{paths.Count:N0} files");

    /// <inheritdoc/>
    public long? RowsAbout =>
        paths.Count == 1 && FileTables.IsText(paths[0]) ? RowEstimate.Of(paths[0]) : null;

    /// <inheritdoc/>
    public void Begin(CancellationToken cancel)
    {
        foreach (var path in paths.Where(FileTables.IsPlainCsv))
        {
            _looks[path] = Task.Run(
                () => CsvLook.At(path, NameOf(path), options, said: null, cancel),
                cancel
            );
        }
    }

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel)
    {
        foreach (var path in paths)
        {
            cancel.ThrowIfCancellationRequested();
            using var file = File.OpenRead(path);
            _hashes[NameOf(path)] = Convert.ToHexStringLower(SHA256.HashData(file));
        }

        var all = string.Concat(paths.Select(p => $"{NameOf(p)} {_hashes[NameOf(p)]}\n"));
        return paths.Count == 1
            ? _hashes[NameOf(paths[0])]
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel) =>
        Load(database, new Refusals(goesOn: false), cancel);

    /// <summary>The same, with what becomes of files that are refused; the others are loaded.</summary>
    internal IReadOnlyList<LoadSummary> Load(IDatabase database, Refusals refusals, CancellationToken cancel)
    {
        using var scratch = new Scratch();
        var folder = scratch.Folder;
        var tables = paths
            .SelectMany((path, i) => refusals.Try(() => Whole(() => Open(database, path, folder, i, cancel))))
            .ToList();
        var parts = refusals.Try(() => Whole(() => Recognition.Of(database, tables, options, refusals)));
        var loads = LinesFirst(database, [.. parts], refusals).ToDictionary(l => l.Source);
        return
        [
            .. tables
                .Where(t => loads.ContainsKey(t.Name))
                .Select(t => loads[t.Name] with { Sha256 = _hashes.GetValueOrDefault(t.File) }),
        ];
    }

    /// <summary>What reading gives; DuckDB's reader has errors of its own on damaged quotes: they are the file's, not the database's.</summary>
    IReadOnlyList<T> Whole<T>(Func<IEnumerable<T>> read)
    {
        try
        {
            return [.. read()];
        }
        catch (WarehouseException error) when (error.Message.Contains("CSV", StringComparison.Ordinal))
        {
            throw new ImportRefusedException(
                $"{NameIn(error.Message)}: its quotes cannot be told apart from its text. Write a quote within a text twice, "
                    + "or save the file again without the damaged lines."
            );
        }
    }

    /// <summary>The file of which an error of the reader speaks; all of them if it speaks of a copy of ours.</summary>
    string NameIn(string error) =>
        paths.FirstOrDefault(p => error.Contains($"file = {p}\n", StringComparison.Ordinal)) is { } path
            ? NameOf(path)
            : Name;

    /// <summary>Its name without the folder, unless two files share that.</summary>
    string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return paths.Count(p => Path.GetFileName(p) == name) > 1 ? path : name;
    }

    IReadOnlyList<TextTable> Open(
        IDatabase database,
        string path,
        DirectoryInfo folder,
        int index,
        CancellationToken cancel
    )
    {
        var room = folder.CreateSubdirectory(index.ToString(CultureInfo.InvariantCulture)).FullName;
        var input = new InputFile(path, NameOf(path), room) { Look = _looks.GetValueOrDefault(path) };
        return FileTables.Open(database, input, options, cancel);
    }

    /// <summary>Files of customers and products come after those of orders, and stand over what lines say of them.</summary>
    List<LoadSummary> LinesFirst(IDatabase database, IReadOnlyList<Part> parts, Refusals refusals)
    {
        var (beside, orders) = (parts.Where(IsBeside).ToList(), parts.Where(p => !IsBeside(p)));
        var loads = orders.SelectMany(Tried).ToList();
        foreach (var into in (Target[])[Target.Customers, Target.Products])
        {
            var own = RawTables.NextRow(database, into);
            var files = beside.Where(p => ((DirectPart)p).Mapping.Into == into).ToList();
            var more = files.SelectMany(Tried).ToList();
            if (into == Target.Customers && more.Count > 0)
            {
                var differing = DifferingCustomers.Tell(database, loads, own);
                more[^1] =
                    differing == null ? more[^1] : more[^1] with { Notes = [.. more[^1].Notes, differing] };
            }

            loads.AddRange(more);
            if (files.Count > 0 && own > 0)
            {
                BesideLines.GiveWay(database, into, own);
            }
        }

        return loads;

        IEnumerable<LoadSummary> Tried(Part part) => refusals.Try(() => Whole(() => Load(database, part)));
    }

    static bool IsBeside(Part part) =>
        part is DirectPart { Mapping: { } mapping }
        && (mapping.Into == Target.Customers || mapping.Into == Target.Products);

    IEnumerable<LoadSummary> Load(IDatabase database, Part part)
    {
        switch (part)
        {
            case DirectPart direct:
                var load = TableLoad.Run(database, direct.Table, direct.Mapping, options);
                return [load with { Notes = [.. direct.Notes, .. load.Notes] }];
            case StagedPart staged:
                return new StagedShape(database, staged, options).Load();
            case LeftPart left:
                return [left.Summary(database)];
            default:
                throw new ArgumentException($"{part} is no part.", nameof(part));
        }
    }
}
