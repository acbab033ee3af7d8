using System.ComponentModel;
using System.Diagnostics;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What is installed beside the program: nothing of it is needed for a run.</summary>
static class Installed
{
    static readonly string[] Browsers =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ];

    internal static IEnumerable<Check> All() => [Fonts(), Chromium()];

    static Check Fonts()
    {
        const string remedy =
            "Install fontconfig and a font, such as fonts-dejavu, before you print from this machine.";
        try
        {
            using var list = Process.Start(
                new ProcessStartInfo("fc-list")
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var fonts = list.StandardOutput.ReadToEnd().Count(c => c == '\n');
            return fonts > 0
                ? Check.Ok("fonts", $"{fonts} are installed")
                : Check.Note("fonts", "none is installed", remedy);
        }
        catch (Win32Exception)
        {
            return Check.Note("fonts", "there is no fc-list to ask", remedy);
        }
    }

    static Check Chromium()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = Browsers
            .SelectMany(name => folders.Where(f => f.Length > 0).Select(f => Path.Combine(f, name)))
            .FirstOrDefault(File.Exists);
        return found != null
            ? Check.Ok("Chromium", found)
            : Check.Note("Chromium", "not found", "Only the project's own tests need it.");
    }
}
