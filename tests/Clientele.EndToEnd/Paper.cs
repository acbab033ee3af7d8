using System.Text;
using System.Text.RegularExpressions;

namespace Clientele.Tests;

/// <summary>A report, printed by Chromium.</summary>
static partial class Paper
{
    const string Chromium = "/usr/bin/chromium";

    /// <summary>The number of its pages; skips the test where Chromium is missing.</summary>
    internal static int Pages(string report)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not there: install chromium.");
        using var folder = new Folder();
        TheProgram
            .Finish(
                TheProgram.Start(
                    Chromium,
                    [
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        $"--user-data-dir={folder["profile"]}",
                        $"--print-to-pdf={folder["report.pdf"]}",
                        $"file://{report}",
                    ],
                    null,
                    []
                )
            )
            .Good();
        return Page().Count(Encoding.Latin1.GetString(File.ReadAllBytes(folder["report.pdf"])));
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 10_000)]
    private static partial Regex Page();
}
