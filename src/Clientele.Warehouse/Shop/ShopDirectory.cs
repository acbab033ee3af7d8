namespace Clientele.Warehouse;

/// <summary>A shop on disk. What readers see hangs on one symbolic link, <c>current</c>, which a run replaces at once.</summary>
/// <remarks>
/// <c>runs/ID/</c> holds all files of a run; <c>current</c> points to the published one; <c>shop.duckdb</c>, <c>report.html</c>
/// and the other published names point through it. A crash at any moment leaves the old shop or the new one.
/// </remarks>
public sealed class ShopDirectory
{
    /// <summary>Runs whose manifest and tables are kept.</summary>
    const int MostRuns = 12;

    const string ManifestFile = "manifest.json";

    /// <summary>Published names, and what each is.</summary>
    internal static readonly string[] PublishedNames =
    [
        "shop.duckdb",
        "report.html",
        "insights.json",
        "ledger.csv",
        ManifestFile,
        "tables",
        "models",
    ];

    /// <summary>What makes a directory a shop: published, worked on, or described.</summary>
    static readonly string[] Marks = ["current", ".lock", "next.duckdb", "clientele.yml"];

    /// <summary>What desktops put into every folder that they show.</summary>
    static readonly string[] OfDesktops = [".DS_Store", "Thumbs.db", "desktop.ini"];

    readonly string _runs;
    readonly string _current;

    /// <summary>A directory that is, or will be, a shop.</summary>
    public ShopDirectory(string path)
    {
        Root = Path.GetFullPath(path);
        Written = ShellWord.Of(path);
        _runs = Path.Combine(Root, "runs");
        _current = Path.Combine(Root, "current");
    }

    /// <summary>The shop's directory.</summary>
    public string Root { get; }

    /// <summary>The shop's name: that of its directory.</summary>
    public string Name => Path.GetFileName(Root.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The path as it was given, in quotes where a shell needs them.</summary>
    public string Written { get; }

    /// <summary>Where a run works.</summary>
    public string NextDatabase => Path.Combine(Root, "next.duckdb");

    /// <summary>A published file, for people.</summary>
    public string this[string published] => Path.Combine(Root, published);

    /// <summary>What the published run was made of; null if nothing is published.</summary>
    /// <exception cref="WarehouseException">It is damaged.</exception>
    public Manifest? Manifest => Warehouse.Manifest.Read(Path.Combine(_current, ManifestFile));

    /// <summary>What is published, for a run that is about to take its place; null if nothing is.</summary>
    public EarlierShop? Earlier =>
        Directory.Exists(_current)
            ? new(
                Path.GetFileName(PublishedFolder),
                Warehouse.Manifest.ReadIfSound(Path.Combine(_current, ManifestFile)),
                Path.Combine(PublishedFolder, "shop.duckdb")
            )
            : null;

    /// <summary>The folder of the published run, which stays as it is when another is published.</summary>
    /// <exception cref="ConfigurationException">Nothing is published here.</exception>
    public string PublishedFolder =>
        (
            Directory.Exists(_current)
                ? Directory.ResolveLinkTarget(_current, returnFinalTarget: true)?.FullName
                : null
        ) ?? throw NothingPublished();

    /// <summary>Opens the published database; any number may read it.</summary>
    /// <exception cref="ConfigurationException">Nothing is published here.</exception>
    public IDatabase OpenPublished() =>
        new DuckDatabase(new DuckOptions(Path.Combine(PublishedFolder, "shop.duckdb")) { ReadOnly = true });

    /// <summary>That nothing is published here, and what to do: never what a run would refuse.</summary>
    public ConfigurationException NothingPublished()
    {
        var (said, remedy) = Unpublished();
        return new ConfigurationException($"{said}. {remedy}");
    }

    internal (string Said, string Remedy) Unpublished() =>
        Faults().ToList() is { Count: > 0 } faults
            ? (string.Join(' ', faults).TrimEnd('.'), "Name the directory of a shop.")
        : IsOfOthers()
            ? (
                $"{Root} holds no published shop, but other files",
                $"Name the directory of a shop; or, if this one is to be a shop, begin with: clientele init --shop {Written}"
            )
        : ($"{Root} holds no published shop", $"Make one: clientele run FILE --shop {Written}");

    /// <summary>What speaks against a run in this directory, as far as one sees without touching anything.</summary>
    public IEnumerable<string> Faults()
    {
        for (var at = Root; at != null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(at))
            {
                yield return at == Root
                    ? $"The shop '{Root}' is a file. Name a directory, which may be a new one."
                    : $"The shop '{Root}' would lie under the file '{at}'. Name another directory.";
            }
        }

        if (Rights.Closed(_current) is { } closed)
        {
            yield return closed;
            yield break;
        }

        foreach (var name in PublishedNames.Append("current").Where(n => Path.Exists(this[n])))
        {
            if (new FileInfo(this[name]).LinkTarget == null)
            {
                yield return $"{Root} has a {name} that is not ours. Choose another --shop, or move it away.";
            }
        }
    }

    /// <summary>The same, and that of a folder of others: nobody wants a shop published among his photographs.</summary>
    public IReadOnlyList<string> RunFaults()
    {
        var faults = Faults().ToList();
        if (faults.Count == 0 && IsOfOthers())
        {
            faults.Add(
                $"{Root} is not empty and no shop. Name an empty or a new directory as --shop; or, if this one is to be a shop: clientele init --shop {Written}"
            );
        }

        return faults;
    }

    /// <summary>True if there is something, none of it a mark of ours, and not all of it called as we or desktops call things.</summary>
    bool IsOfOthers() =>
        !Marks.Any(mark => Path.Exists(this[mark]))
        && Directory.Exists(Root)
        && Directory
            .EnumerateFileSystemEntries(
                Root,
                "*",
                new EnumerationOptions { AttributesToSkip = FileAttributes.None }
            )
            .Select(entry => Path.GetFileName(entry)!)
            .Any(name =>
                name is not ("runs" or "state")
                && !OfDesktops.Contains(name, StringComparer.OrdinalIgnoreCase)
            );

    /// <summary>Takes the shop for one run and clears what a dead run left behind.</summary>
    /// <returns>To be let go at the end; a shop that has published nothing by then leaves nothing.</returns>
    /// <exception cref="ShopBusyException">Another run holds it.</exception>
    /// <exception cref="ConfigurationException">It is no place for a shop.</exception>
    public IDisposable Lock()
    {
        var faults = RunFaults();
        if (faults.Count > 0)
        {
            throw new ConfigurationException(string.Join('\n', faults));
        }

        var held = ShopLock.Take(Root, _runs, () => Directory.Exists(_current));
        ClearLeftovers();
        return held;
    }

    /// <summary>A folder for the files of a run, to be filled and then published.</summary>
    public string Prepare(string runId)
    {
        var folder = Path.Combine(_runs, $"{runId}.partial");
        Directory.CreateDirectory(Path.Combine(folder, "tables"));
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        return folder;
    }

    /// <summary>Makes a prepared run the one that readers see.</summary>
    public void Publish(string runId)
    {
        var target = Path.Combine(_runs, runId);
        if (Directory.Exists(target))
        {
            Directory.Move(target, target + ".old");
        }

        Directory.Move(target + ".partial", target);
        // The names first: whoever sees a run published finds all of them, even if we die here.
        foreach (var name in PublishedNames.Where(n => new FileInfo(this[n]).LinkTarget == null))
        {
            File.CreateSymbolicLink(this[name], Path.Combine("current", name));
        }

        AtomicLink.Point(_current, Path.Combine("runs", runId));
        Prune(runId);
    }

    /// <summary>Removes what a run worked on, after it failed.</summary>
    public void Abandon() => ClearLeftovers();

    void Prune(string published)
    {
        ClearLeftovers();
        var runs = Directory
            .GetDirectories(_runs)
            .Where(folder => IsRun(Path.GetFileName(folder)))
            .Select(folder =>
                (folder, Manifest: Warehouse.Manifest.ReadIfSound(Path.Combine(folder, ManifestFile)))
            )
            .Where(run => run.Manifest != null)
            // A clock may have been wrong: the published run is never the one to go.
            .OrderByDescending(run => run.Manifest!.RunId == published)
            .ThenByDescending(run => run.Manifest!.PublishedAt)
            .ToList();
        foreach (var (folder, _) in runs.Skip(MostRuns))
        {
            Directory.Delete(folder, recursive: true);
        }

        // The run before this one stays whole: somebody may have just found the way to it.
        foreach (var (folder, _) in runs.Take(MostRuns).Skip(2))
        {
            foreach (var name in PublishedNames.Where(n => n is not (ManifestFile or "tables")))
            {
                Remove(Path.Combine(folder, name));
            }
        }
    }

    void ClearLeftovers()
    {
        foreach (var left in Leftovers())
        {
            Remove(left);
        }
    }

    static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    /// <summary>Files and folders that a dead run left, or that the run at work needs.</summary>
    internal IReadOnlyList<string> Leftovers() =>
        !Directory.Exists(_runs)
            ? []
            :
            [
                .. Directory.GetFileSystemEntries(Root, "next.duckdb*"),
                .. ((string[])["*.partial", "*.old"])
                    .SelectMany(pattern => Directory.GetDirectories(_runs, pattern))
                    .Where(folder => IsRun(Path.GetFileNameWithoutExtension(folder))),
            ];

    /// <summary>Only what is called as we call it is ours to remove.</summary>
    static bool IsRun(string name) => name.Length == RunId.Length && name.All(char.IsAsciiHexDigitLower);
}

/// <summary>Another run holds the shop.</summary>
public sealed class ShopBusyException(string message) : Exception(message);
