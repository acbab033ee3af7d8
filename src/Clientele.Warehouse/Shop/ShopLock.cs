namespace Clientele.Warehouse;

/// <summary>A shop held for one run. If nothing is published when it is let go, what it made for itself is gone again.</summary>
sealed class ShopLock : IDisposable
{
    /// <summary>EWOULDBLOCK: the kernel's word for a file that another process has locked.</summary>
    const int HeldOnLinux = 11;
    const int HeldOnMac = 35;

    readonly FileStream _held;
    readonly Func<bool> _isPublished;

    /// <summary>Made by us, the innermost first.</summary>
    readonly IReadOnlyList<string> _folders;
    readonly string? _file;

    ShopLock(FileStream held, IReadOnlyList<string> folders, string? file, Func<bool> isPublished) =>
        (_held, _folders, _file, _isPublished) = (held, folders, file, isPublished);

    /// <param name="root">The shop's directory; made if it is not there.</param>
    /// <param name="runs">Its folder of runs.</param>
    /// <param name="isPublished">Asked at the end: whether the shop is there to stay.</param>
    /// <exception cref="ShopBusyException">Another run holds it.</exception>
    /// <exception cref="ConfigurationException">It cannot be written.</exception>
    internal static ShopLock Take(string root, string runs, Func<bool> isPublished)
    {
        var folders = Missing(runs);
        var file = Path.Combine(root, ".lock");
        var isNew = !File.Exists(file);
        try
        {
            Directory.CreateDirectory(runs);
            return new ShopLock(Hold(root, file), folders, isNew ? file : null, isPublished);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(folders);
            throw new ConfigurationException(
                $"Cannot write in '{root}': {error.Message.TrimEnd('.')}. Choose another --shop."
            );
        }
    }

    /// <summary>True while a run holds the shop. Shares the lock for a moment, so a run that starts just then is told to wait.</summary>
    internal static bool IsHeld(string root)
    {
        var file = Path.Combine(root, ".lock");
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException error) when (error.HResult is HeldOnLinux or HeldOnMac)
        {
            return true;
        }
    }

    public void Dispose()
    {
        if (!_isPublished() && _file != null)
        {
            // While it is held: nobody else can be waiting for this file.
            File.Delete(_file);
        }

        _held.Dispose();
        if (!_isPublished())
        {
            Remove(_folders);
        }
    }

    static FileStream Hold(string root, string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.HResult is HeldOnLinux or HeldOnMac)
        {
            throw new ShopBusyException($"Another run holds {root}. Wait for it, or stop it.");
        }
    }

    /// <summary>Folders on the way that are not there yet, the innermost first.</summary>
    static List<string> Missing(string folder)
    {
        var missing = new List<string>();
        for (var at = folder; at != null && !Path.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing.Add(at);
        }

        return missing;
    }

    static void Remove(IEnumerable<string> folders)
    {
        try
        {
            foreach (var folder in folders.Where(Directory.Exists))
            {
                Directory.Delete(folder);
            }
        }
        catch (IOException)
        {
            // Somebody else has put something there meanwhile.
        }
    }
}
