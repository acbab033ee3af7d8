namespace Clientele.Warehouse;

/// <summary>Looks whether a published shop is whole. Changes nothing.</summary>
/// <remarks>The tables are counted, so it takes a moment for a large shop.</remarks>
public sealed class ShopCheckup(ShopDirectory shop)
{
    const string Run = "published run";

    readonly string _again = $"Run it anew: clientele run FILE --shop {shop.Written}";

    /// <summary>All checks; a shop without a published run has only the first.</summary>
    public IEnumerable<Check> All()
    {
        var published = Published();
        yield return published;
        yield return Lock();
        yield return Leftovers();
        if (published.Verdict == Verdict.Fault && !Directory.Exists(shop["current"]))
        {
            yield break;
        }

        var (manifest, check) = ReadManifest();
        yield return check;
        foreach (var held in manifest == null ? [] : Tables(manifest))
        {
            yield return held;
        }
    }

    /// <summary>The link to the run, and the names that hang on it.</summary>
    Check Published()
    {
        if (new FileInfo(shop["current"]).LinkTarget is { } link && !shop.Faults().Any())
        {
            return Published(link);
        }

        var (said, remedy) = shop.Unpublished();
        return Check.Fault(Run, said, remedy);
    }

    Check Published(string link)
    {
        var missing = ShopDirectory.PublishedNames.Where(IsMissing).ToList();
        return !Directory.Exists(shop["current"])
                ? Check.Fault(Run, $"current points to {link}, which is not there", _again)
            : missing.Count > 0
                ? Check.Fault(
                    Run,
                    $"{link} is not whole: {string.Join(", ", missing)} cannot be found",
                    _again
                )
            : Check.Ok(Run, $"current points to {link}, which has all its files");
    }

    /// <summary>Asked of the run itself: a link to nothing is something that exists.</summary>
    bool IsMissing(string name) =>
        new FileInfo(shop[name]).LinkTarget == null || !Path.Exists(Path.Combine(shop["current"], name));

    Check Lock() =>
        ShopLock.IsHeld(shop.Root)
            ? Check.Note("lock", "a run is at work in this shop", "Look again when it has ended.")
            : Check.Ok("lock", "no run is at work");

    Check Leftovers()
    {
        var left = shop.Leftovers().Select(f => Path.GetRelativePath(shop.Root, f)).ToList();
        return left.Count == 0 ? Check.Ok("leftovers", "none")
            : ShopLock.IsHeld(shop.Root)
                ? Check.Ok("leftovers", $"{string.Join(", ", left)} belong to the run that is at work")
            : Check.Note(
                "leftovers",
                $"a run that died left {string.Join(", ", left)}",
                "The next run clears them."
            );
    }

    (Manifest? Manifest, Check Check) ReadManifest()
    {
        const string name = "manifest";
        try
        {
            var manifest = shop.Manifest;
            var folder = Path.GetFileName(shop.PublishedFolder);
            return manifest == null ? (null, Check.Fault(name, "there is none", _again))
                : manifest.RunId != folder
                    ? (
                        manifest,
                        Check.Fault(name, $"it is of run {manifest.RunId}, but lies in {folder}", _again)
                    )
                : (
                    manifest,
                    Check.Ok(name, $"run {folder} with {Counted.Of(manifest.Tables.Count, "table")}")
                );
        }
        catch (Exception error)
            when (error
                    is WarehouseException
                        or IOException
                        or UnauthorizedAccessException
                        or ConfigurationException
            )
        {
            return (null, Check.Fault(name, $"it cannot be read: {FirstLine(error)}", _again));
        }
    }

    List<Check> Tables(Manifest manifest)
    {
        const string name = "database";
        var checks = new List<Check>();
        try
        {
            using var database = shop.OpenPublished();
            checks.Add(Check.Ok(name, "opens for reading"));
            var faults = manifest.Tables.SelectMany(t => Faults(database, t.Key, t.Value)).ToList();
            checks.AddRange(faults.Select(fault => Check.Fault("tables", fault, _again)));
            if (faults.Count == 0)
            {
                checks.Add(
                    Check.Ok(
                        "tables",
                        $"all {manifest.Tables.Count} have their rows, as CSV and in the database"
                    )
                );
            }
        }
        catch (WarehouseException error)
        {
            checks.Add(Check.Fault(name, $"it does not open: {FirstLine(error)}", _again));
        }

        return checks;
    }

    /// <summary>Both copies of a table, each against the manifest.</summary>
    IEnumerable<string> Faults(IDatabase database, string table, int rows)
    {
        var held = SqlText.TableName("results", table);
        var file = Path.Combine(shop.PublishedFolder, "tables", $"{table}.csv");
        var inDatabase = Fault(table, rows, "the database", () => Count(database, held));
        return inDatabase != null
            ? [inDatabase]
            : (Fault(table, rows, $"tables/{table}.csv", Csv) is { } inFile ? [inFile] : []);

        long Csv() =>
            File.Exists(file)
                ? Count(
                    database,
                    SqlText.WrittenCsv(file, database.Read(new(table, $"from {held} limit 0")).Columns.Count)
                )
                : throw new WarehouseException("it is not there");
    }

    static string? Fault(string table, int rows, string where, Func<long> count)
    {
        try
        {
            return count() is var found && found != rows
                ? $"{table} has {Counted.Of(rows, "row")} by the manifest, but {found:N0} in {where}"
                : null;
        }
        catch (WarehouseException error)
        {
            return $"{table} cannot be read in {where}: {FirstLine(error)}";
        }
    }

    static long Count(IDatabase database, string source) =>
        (long)database.Read(new("rows", $"select count(*) as n from {source}")).Number("n");

    static string FirstLine(Exception error) => error.Message.Split('\n')[0].TrimEnd('.');
}
