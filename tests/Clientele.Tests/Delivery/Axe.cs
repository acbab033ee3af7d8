using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Clientele.Tests;

/// <summary>axe-core, run on a page in Chromium.</summary>
static partial class Axe
{
    const string Chromium = "/usr/bin/chromium";

    /// <summary>"no violations", or what they are; skips the test where Chromium or axe-core is missing.</summary>
    internal static string Look(string html, string theme)
    {
        var axe = Path.Combine(TestData.ProjectRoot(), "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "axe-core is not there: run npm ci.");
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not there: install chromium.");

        var found = Found().Match(Dump(WithAxe(html, File.ReadAllText(axe), theme)));
        Assert.True(found.Success, "axe did not finish.");
        return found.Groups["result"].Value;
    }

    static string WithAxe(string html, string axe, string theme) =>
        html.Replace(
                "<html lang=\"en\">",
                $"<html lang=\"en\" data-theme=\"{theme}\">",
                StringComparison.Ordinal
            )
            .Replace(
                "</body>",
                $$"""
                <script>{{axe}}</script>
                <script>
                addEventListener("load", async () => {
                  for (const d of document.querySelectorAll("details")) d.open = true;
                  // Rows of a table are alike, and to look at the contrast of thousands takes a minute.
                  for (const body of document.querySelectorAll("tbody")) [...body.rows].slice(5).forEach(row => row.remove());
                  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
                  const text = violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3).join(" | ")).join("; ");
                  document.body.insertAdjacentHTML("beforeend", "<pre id='axe'></pre>");
                  document.getElementById("axe").textContent = text || "no violations";
                });
                </script></body>
                """,
                StringComparison.Ordinal
            );

    static string Dump(string html)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-axe").FullName;
        try
        {
            var page = Path.Combine(folder, "report.html");
            File.WriteAllText(page, html);
            string[] arguments =
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                $"--user-data-dir={folder}/profile",
                "--window-size=1280,2000",
                "--virtual-time-budget=60000",
                "--dump-dom",
                $"file://{page}",
            ];
            using var chromium = Process.Start(
                new ProcessStartInfo(Chromium, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            chromium.ErrorDataReceived += (_, _) => { };
            chromium.BeginErrorReadLine();
            var dom = chromium.StandardOutput.ReadToEnd();
            chromium.WaitForExit();
            return dom;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(
        "<pre id=\"axe\">(?<result>.*?)</pre>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Found();
}
