using System.Runtime.InteropServices;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What a run needs of the machine.</summary>
/// <param name="folder">Where shops are to lie.</param>
sealed class Machine(string folder)
{
    const double Gigabyte = 1e9;
    const double LittleDisk = 1;
    const double NoDisk = 0.1;
    const double LittleMemory = 1;

    internal IEnumerable<Check> All() => [Runtime(), DuckDb(), Memory(), Disk(), Temp(), .. Installed.All()];

    static Check Runtime() =>
        Check.Ok(
            "runtime",
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"
        );

    static Check DuckDb()
    {
        const string name = "DuckDB";
        try
        {
            using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
            return Check.Ok(
                name,
                database.Read(new("version", "select version() as version")).Texts("version")[0]
            );
        }
        catch (Exception error)
            when (error
                    is DllNotFoundException
                        or BadImageFormatException
                        or EntryPointNotFoundException
                        or WarehouseException
            )
        {
            return Check.Fault(
                name,
                $"its library does not work: {error.Message.Split('\n')[0].TrimEnd('.')}",
                "Remove node_modules and artifacts, and call ./clientele again: it fetches and builds both."
            );
        }
    }

    static Check Memory()
    {
        var most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte;
        return most < LittleMemory
            ? Check.Note(
                "memory",
                $"{most:0.0} GB",
                "It is little: files above some hundred thousand lines may not fit."
            )
            : Check.Ok("memory", $"{most:0.0} GB");
    }

    Check Disk()
    {
        var at = folder;
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } above)
        {
            at = above;
        }

        var free = new DriveInfo(at).AvailableFreeSpace / Gigabyte;
        var said = $"{free:0.0} GB free for {at}";
        const string remedy = "Make room: a run needs about three times the size of its files.";
        return free < NoDisk ? Check.Fault("disk", said, remedy)
            : free < LittleDisk ? Check.Note("disk", said, remedy)
            : Check.Ok("disk", said);
    }

    static Check Temp()
    {
        var temp = Path.GetTempPath();
        try
        {
            using var file = new FileStream(
                Path.Combine(temp, Path.GetRandomFileName()),
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                }
            );
            file.WriteByte(0);
            file.Flush();
            var left = Scratch.Left();
            return left.Count == 0
                ? Check.Ok("temporary files", $"{temp} can be written")
                : Check.Note(
                    "temporary files",
                    $"killed runs left {Counted.Of(left.Count, "folder")} in {temp}: {string.Join(", ", left.Select(Path.GetFileName))}",
                    "The next run or check clears them."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Check.Fault(
                "temporary files",
                $"{temp} cannot be written: {error.Message.TrimEnd('.')}",
                "Set TMPDIR to a folder that can."
            );
        }
    }
}
