using System.Text;

namespace Clientele.Warehouse;

/// <summary>What belongs to an id, and what says that there is none.</summary>
static class Ids
{
    /// <summary>What programs write for nothing, in any case of its letters.</summary>
    static readonly string[] Nothing = ["null", "nan", "n/a", "none", "-"];

    /// <summary>SQL that is true for a text that says nothing.</summary>
    internal static string AreNone(string text) =>
        $"lower(tidy({text})) in ({string.Join(", ", Nothing.Select(SqlText.Literal))})";

    /// <summary>Makes the macro known_id: a text as <see cref="Known"/> leaves it, null for nothing.</summary>
    internal static void CreateMacros(IDatabase database) =>
        database.Execute(
            new(
                "known_id",
                $@"create or replace temp macro known_id(t) as case when not {AreNone("t")} then nullif(regexp_replace(tidy(t), '\.0+$', ''), '') end"
            )
        );

    /// <summary>Without blanks at its ends, and nothing if it only says that there is none; in UTF-8.</summary>
    internal static ReadOnlySpan<byte> Filled(ReadOnlySpan<byte> text)
    {
        var left = Blanks.Trim(text);
        return SaysNothing(left) ? default : left;
    }

    /// <summary>The same, without the <c>.0</c> or <c>.00</c> that makes a number of an id too.</summary>
    internal static ReadOnlySpan<byte> Known(ReadOnlySpan<byte> text) => WithoutZeros(Filled(text));

    /// <summary>Without <c>.0</c> or <c>.00</c> at its end.</summary>
    internal static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> id)
    {
        var whole = id.TrimEnd((byte)'0');
        return whole.Length < id.Length && whole.EndsWith("."u8) ? whole[..^1] : id;
    }

    /// <summary>True for an id that says nothing, and for 0, which often stands for nobody.</summary>
    internal static bool IsDoubtful(ReadOnlySpan<byte> text) =>
        Blanks.Trim(text) is var left && (SaysNothing(left) || WithoutZeros(left).SequenceEqual("0"u8));

    static bool SaysNothing(ReadOnlySpan<byte> text)
    {
        foreach (var word in text.Length <= 4 ? Nothing : [])
        {
            if (Ascii.EqualsIgnoreCase(text, word))
            {
                return true;
            }
        }

        return false;
    }
}
