using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Clientele.Delivery;

/// <summary>Keeps names that are read from right to left, and signs that turn the direction, to themselves.</summary>
/// <remarks>
/// Signs of direction (U+202E and its like) are never shown: one within a name would turn what stands after it.
/// Source: Unicode Standard Annex 9, "Unicode Bidirectional Algorithm".
/// </remarks>
static class Bidi
{
    const char FirstStrongIsolate = '\u2068';
    const char PopIsolate = '\u2069';

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text without signs of direction.</summary>
    internal static string Plain(string text) =>
        text.Any(IsSign) ? string.Concat(text.Where(c => !IsSign(c))) : text;

    /// <summary>True if the first letter is of a script that is written from right to left.</summary>
    internal static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRight(rune) || Rune.IsLetter(rune))
            {
                return IsRight(rune);
            }
        }

        return false;
    }

    /// <summary>A name of the shop's as content of an element.</summary>
    internal static RenderFragment Name(string text) =>
        Content(text, plain => $"<bdi>{Encoder.Encode(plain)}</bdi>");

    /// <summary>A sentence as content of an element: only the words from right to left are set apart.</summary>
    internal static RenderFragment Sentence(string text) =>
        Content(
            text,
            plain =>
                string.Concat(
                    Runs(plain)
                        .Select(r =>
                            r.Right ? $"<bdi>{Encoder.Encode(r.Text)}</bdi>" : Encoder.Encode(r.Text)
                        )
                )
        );

    /// <summary>A name where no elements can stand: it is read in its own direction, and its anchor stays where it is.</summary>
    internal static string IsolatedName(string text)
    {
        var plain = Plain(text);
        return IsRightToLeft(plain) ? $"{FirstStrongIsolate}{plain}{PopIsolate}" : plain;
    }

    /// <summary>A sentence where no elements can stand, such as what appears under the mouse.</summary>
    internal static string Isolated(string text) =>
        string.Concat(
            Runs(Plain(text)).Select(r => r.Right ? $"{FirstStrongIsolate}{r.Text}{PopIsolate}" : r.Text)
        );

    static RenderFragment Content(string text, Func<string, string> markup)
    {
        var plain = Plain(text);
        return plain.EnumerateRunes().Any(IsRight)
            ? builder => builder.AddMarkupContent(0, markup(plain))
            : builder => builder.AddContent(0, plain);
    }

    /// <summary>The text in pieces; one from right to left reaches from its first such letter to its last before another script.</summary>
    static IEnumerable<(string Text, bool Right)> Runs(string text)
    {
        var (done, start, end, at) = (0, -1, -1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRight(rune))
            {
                (start, end) = (start < 0 ? at : start, at + rune.Utf16SequenceLength);
            }
            else if (start >= 0 && Rune.IsLetter(rune))
            {
                yield return (text[done..start], false);
                yield return (text[start..end], true);
                (done, start) = (end, -1);
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            yield return (text[done..start], false);
            yield return (text[start..end], true);
            done = end;
        }

        yield return (text[done..], false);
    }

    static bool IsSign(char c) =>
        c
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');

    /// <summary>Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts from right to left.</summary>
    static bool IsRight(Rune rune) =>
        rune.Value
            is (>= 0x590 and <= 0x8FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFE)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF)
        && Rune.IsLetter(rune);
}
