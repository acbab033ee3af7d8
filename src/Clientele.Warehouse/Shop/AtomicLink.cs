using System.Runtime.InteropServices;

namespace Clientele.Warehouse;

/// <summary>Points a symbolic link elsewhere in one step: there is no moment at which it is missing.</summary>
static partial class AtomicLink
{
    internal static void Point(string link, string target)
    {
        var next = link + ".next";
        File.Delete(next);
        File.CreateSymbolicLink(next, target);
        // File.Move follows a link to a folder and finds no file there; rename(2) takes the link itself.
        if (Rename(next, link) != 0)
        {
            throw new IOException($"Cannot point {link} to {target}: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [LibraryImport(
        "libc",
        EntryPoint = "rename",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    private static partial int Rename(string from, string to);
}
