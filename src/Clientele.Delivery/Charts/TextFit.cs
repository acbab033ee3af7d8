using System.Globalization;

namespace Clientele.Delivery;

/// <summary>How wide a text will be, and how to make it fit.</summary>
/// <remarks>
/// Widths are those of Helvetica and Arial in hundredths of the size, a little enlarged, because the reader's
/// system font is not known here.
/// </remarks>
static class TextFit
{
    const double Safety = 1.04;

    /// <summary>Bold letters are wider by this.</summary>
    internal const double Bold = 1.08;

    /// <summary>Keeps a text whole in the room that was measured for it.</summary>
    const double Slack = 0.5;

    static readonly (byte Width, string Letters)[] Groups =
    [
        (19, "'"),
        (22, "ijl"),
        (26, "|"),
        (28, " !,./:;I[\\]ft"),
        (33, "()-`r{}"),
        (36, "\""),
        (39, "*"),
        (47, "^"),
        (50, "Jcksvxyz"),
        (56, "#$0123456789?L_abdeghnopqu"),
        (58, "+<=>~"),
        (61, "FTZ"),
        (67, "&ABEKPSVXY"),
        (72, "CDHNRUw"),
        (78, "GOQ"),
        (83, "Mm"),
        (89, "%"),
        (94, "W"),
        (102, "@"),
    ];

    static readonly byte[] Ascii = Widths();

    static byte[] Widths()
    {
        var widths = new byte[128];
        foreach (var (width, letters) in Groups)
        {
            foreach (var letter in letters)
            {
                widths[letter] = width;
            }
        }

        return widths;
    }

    /// <summary>Width in the unit of <paramref name="size"/>, which is the height of the letters.</summary>
    internal static double Width(string text, double size)
    {
        var hundredths = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            hundredths += rune.Value switch
            {
                < 128 => Ascii[rune.Value],
                0xA0 or 0x202F or 0x2009 => 28,
                < 0x1100 => 60,
                >= 0x2000 and < 0x2600 => 60,
                _ => 105,
            };
        }

        return hundredths * size * Safety / 100;
    }

    /// <summary>The widest of the texts; 0 for none.</summary>
    internal static double Widest(IEnumerable<string> texts, double size) =>
        texts.Select(text => Width(text, size)).DefaultIfEmpty(0).Max();

    /// <summary>The text, cut to the width with an ellipsis if it is longer.</summary>
    internal static string Cut(string text, double size, double width)
    {
        if (Width(text, size) <= width + Slack)
        {
            return text;
        }

        var parts = StringInfo.ParseCombiningCharacters(text);
        var keep = parts.Length - 1;
        while (keep > 1 && Width(text[..parts[keep]].TrimEnd() + "…", size) > width)
        {
            keep--;
        }

        return text[..parts[Math.Max(keep, 0)]].TrimEnd() + "…";
    }

    /// <summary>The text on one to <paramref name="most"/> lines, parted at blanks, the last one cut.</summary>
    internal static IReadOnlyList<string> Wrap(string text, double size, double width, int most)
    {
        var lines = new List<string>();
        var rest = text.Trim();
        while (lines.Count < most - 1 && Width(rest, size) > width + Slack)
        {
            var at = Break(rest, size, width);
            if (at <= 0)
            {
                break;
            }

            lines.Add(rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
        }

        lines.Add(Cut(rest, size, width));
        return lines;
    }

    /// <summary>The last place within the width where a line may end; 0 if there is none.</summary>
    static int Break(string text, double size, double width)
    {
        var best = 0;
        for (var i = 1; i < text.Length && Width(text[..i], size) <= width; i++)
        {
            best = text[i] == ' ' || text[i - 1] is '-' or '/' or '_' ? i : best;
        }

        return best;
    }
}
