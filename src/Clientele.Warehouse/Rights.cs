namespace Clientele.Warehouse;

/// <summary>What whoever runs the program may look at.</summary>
public static class Rights
{
    /// <summary>That a path lies where one may not look, so that nobody knows whether it is there; null if one may.</summary>
    /// <param name="path">A file or folder.</param>
    public static string? Closed(string path)
    {
        try
        {
            _ = File.GetAttributes(path);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            while (folder != null && !Directory.Exists(folder))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return $"You may not look into '{folder}', where '{path}' would be. Ask its owner for the right (chmod +x), or name another path.";
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>That a file or folder that is there may not be read; null if it may.</summary>
    /// <param name="path">A file or folder.</param>
    public static string? Unread(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                _ = Directory.EnumerateFileSystemEntries(path).FirstOrDefault();
            }
            else
            {
                File.OpenRead(path).Dispose();
            }

            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"You may not read '{path}'. Ask its owner for the right (chmod +r), or name another path.";
        }
        catch (IOException)
        {
            // Whatever else is wrong is told by whoever reads it.
            return null;
        }
    }
}
