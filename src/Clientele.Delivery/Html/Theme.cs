using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Clientele.Delivery;

/// <summary>The style sheet and the few lines of script, as they stand in the document.</summary>
static class Theme
{
    const int Series = 8;
    const int Classes = 11;

    static readonly string Light = Read("light.css");
    static readonly string Dark = Read("dark.css");

    /// <summary>Both themes; paper is always light.</summary>
    internal static readonly MarkupString Style = new(
        $"""
        <style>
        :root {"{"}{Light}{"}"}
        @media screen and (prefers-color-scheme: dark) {"{"} :root:not([data-theme=light]) {"{"}{Dark}{"}"} {"}"}
        @media screen {"{"} :root[data-theme=dark] {"{"}{Dark}{"}"} {"}"}
        {Read("report.css")}{Colours()}</style>
        """
    );

    /// <summary>Remembers the theme; without it, everything else works.</summary>
    internal static readonly MarkupString Script = new($"<script>\n{Read("report.js")}</script>");

    /// <summary>Classes of colours for shapes (s, l), texts (t), and shaded cells (h, d).</summary>
    static string Colours()
    {
        var css = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        css.Append(".s0,.t0{fill:var(--soft)}.l0{stroke:var(--soft)}\n");
        for (var i = 1; i <= Series; i++)
        {
            css.Append(
                culture,
                $".s{i}{{fill:var(--s{i})}}.l{i}{{stroke:var(--s{i})}}.t{i}{{fill:var(--t{i})}}\n"
            );
        }

        foreach (var kind in "hd")
        {
            for (var i = 0; i < Classes; i++)
            {
                css.Append(
                    culture,
                    $".{kind}{i}{{fill:var(--{kind}{i})}}.{kind}{i}t{{fill:var(--{kind}{i}t)}}"
                );
                css.Append(culture, $"td.{kind}{i}{{background:var(--{kind}{i});color:var(--{kind}{i}t)}}\n");
            }
        }

        return css.ToString();
    }

    static string Read(string name)
    {
        using var stream = typeof(Theme).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
