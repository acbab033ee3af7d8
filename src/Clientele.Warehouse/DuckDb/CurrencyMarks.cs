using System.Buffers;
using System.Globalization;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>What stands beside the digits of amounts, such as £ and EUR: each once, of all cells that pass by.</summary>
/// <remarks>Any number of threads may note; only a new mark takes the lock. Plain numbers never come here.</remarks>
sealed class CurrencyMarks
{
    /// <summary>Numbers are shorter, in bytes.</summary>
    const int LongestCell = 64;

    const int LongestMark = 3;

    readonly Lock _adding = new();
    string[] _noted = [];

    /// <summary>Notes what mark a cell in UTF-8 has, if it has one.</summary>
    internal void Note(ReadOnlySpan<byte> cell)
    {
        Span<char> letters = stackalloc char[LongestMark];
        var mark = letters[..Marked(cell, letters)];
        foreach (var known in Volatile.Read(ref _noted))
        {
            if (mark.SequenceEqual(known))
            {
                return;
            }
        }

        if (mark.Length > 0)
        {
            Add(mark.ToString());
        }
    }

    /// <summary>All marks since it was last asked, in the order of their letters.</summary>
    internal IReadOnlyList<string> Take()
    {
        lock (_adding)
        {
            var taken = _noted;
            Volatile.Write(ref _noted, []);
            return [.. taken.Order(StringComparer.Ordinal)];
        }
    }

    void Add(string mark)
    {
        lock (_adding)
        {
            if (!_noted.Contains(mark, StringComparer.Ordinal))
            {
                Volatile.Write(ref _noted, [.. _noted, mark]);
            }
        }
    }

    /// <returns>Letters of the mark; 0 for a cell that is no amount with a mark.</returns>
    static int Marked(ReadOnlySpan<byte> cell, Span<char> mark)
    {
        var (length, hasDigit, hasSign) = (0, false, false);
        for (var rest = cell.Length > LongestCell ? default : cell; !rest.IsEmpty; )
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out var used) != OperationStatus.Done)
            {
                return 0;
            }

            rest = rest[used..];
            var isSign = Rune.GetUnicodeCategory(rune) == UnicodeCategory.CurrencySymbol;
            if (isSign || rune.Value is >= 'A' and <= 'Z')
            {
                if (length == mark.Length || !rune.IsBmp)
                {
                    return 0;
                }

                mark[length++] = (char)rune.Value;
                hasSign |= isSign;
            }
            else if (Rune.IsLetter(rune))
            {
                return 0;
            }

            hasDigit |= Rune.IsDigit(rune);
        }

        return hasDigit && (hasSign || length == LongestMark) ? length : 0;
    }
}
