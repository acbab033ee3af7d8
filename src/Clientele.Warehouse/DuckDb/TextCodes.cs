using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clientele.Warehouse;

/// <summary>Every text of a shop once, with a number: numbers are held, compared and joined many times faster than texts.</summary>
/// <remarks>Any number of threads may ask; only a new text takes the lock. A number says nothing of the order of texts, and
/// another run may give it to another text. Open addressing: a slot holds half of a text's hash, and its number.</remarks>
sealed unsafe class TextCodes
{
    /// <summary>Instead of a number: nothing is left of a text.</summary>
    internal const int Nothing = -1;

    const int BlockBytes = 1 << 20;
    const int FirstSlots = 1 << 12;

    readonly Lock _adding = new();
    readonly Trimmed _tidy;
    readonly Trimmed _ids;
    readonly Trimmed _filled;
    readonly Trimmed _known;
    readonly List<byte[]> _blocks = [];
    readonly List<int> _doubtful = [];
    Slots _slots = new(FirstSlots);
    nint[] _texts = new nint[FirstSlots / 2];
    int _blockUsed = BlockBytes;
    int _count;

    internal TextCodes()
    {
        _tidy = new Trimmed(this, Blanks.Trim);
        _ids = new Trimmed(this, static text => Ids.WithoutZeros(Blanks.Trim(text)));
        _filled = new Trimmed(this, Ids.Filled);
        _known = new Trimmed(this, Ids.Known);
    }

    delegate ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text);

    /// <summary>Of the amounts among the texts, which are not kept.</summary>
    internal CurrencyMarks Marks { get; } = new();

    /// <summary>How many texts there are: their numbers are those below.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>The number of a text, from 0 on.</summary>
    /// <param name="text">In UTF-8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Of(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var found = Find(Volatile.Read(ref _slots), text, hash);
        return found >= 0 ? found : Add(text, hash);
    }

    /// <summary>The text of a number, in UTF-8.</summary>
    internal ReadOnlySpan<byte> TextOf(int code) => At(Volatile.Read(ref _texts)[code]);

    /// <summary>The number of the same text without blanks at its ends.</summary>
    internal int Tidy(int code) => _tidy.Of(code);

    /// <summary>The same, without the <c>.0</c> that makes a number of an id too.</summary>
    internal int Id(int code) => _ids.Of(code);

    /// <summary>As <see cref="Tidy"/>, and nothing if the text only says that there is none: NULL, nan.</summary>
    internal int Filled(int code) => _filled.Of(code);

    /// <summary>As <see cref="Id"/>, and nothing likewise.</summary>
    internal int Known(int code) => _known.Of(code);

    /// <summary>The numbers of texts that are doubtful as ids: they say nothing, or 0. Few, and looked for as each text comes.</summary>
    internal IReadOnlyList<int> Doubtful
    {
        get
        {
            lock (_adding)
            {
                return [.. _doubtful];
            }
        }
    }

    /// <summary>A text as it is kept: its length, then its letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ReadOnlySpan<byte> At(nint text) => new((byte*)text + sizeof(int), *(int*)text);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Find(Slots slots, ReadOnlySpan<byte> text, ulong hash)
    {
        for (var at = (uint)hash & slots.Mask; ; at = (at + 1) & slots.Mask)
        {
            ref var slot = ref slots.Values[at];
            var held = Volatile.Read(ref slot.HashAndCode);
            if (held == 0)
            {
                return Nothing;
            }

            if (held >> 32 == hash >> 32 && At(slot.Text).SequenceEqual(text))
            {
                return (int)(uint)held - 1;
            }
        }
    }

    int Add(ReadOnlySpan<byte> text, ulong hash)
    {
        lock (_adding)
        {
            var found = Find(_slots, text, hash);
            if (found >= 0)
            {
                return found;
            }

            if (2 * (_count + 1) > _slots.Values.Length)
            {
                Grow();
            }

            var code = _count;
            _texts[code] = Keep(text);
            if (Ids.IsDoubtful(text))
            {
                _doubtful.Add(code);
            }

            // Last: who finds the number finds its text.
            _slots.Put(hash, code, _texts[code]);
            Volatile.Write(ref _count, code + 1);
            return code;
        }
    }

    nint Keep(ReadOnlySpan<byte> text)
    {
        var size = sizeof(int) + text.Length;
        if (_blockUsed + size > BlockBytes)
        {
            // Pinned, so that a text stays where it is; a text longer than a block has one of its own.
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockBytes, size), pinned: true));
            _blockUsed = 0;
        }

        var kept = (byte*)Unsafe.AsPointer(ref _blocks[^1][_blockUsed]);
        *(int*)kept = text.Length;
        text.CopyTo(new Span<byte>(kept + sizeof(int), text.Length));
        _blockUsed += (size + 7) & ~7;
        return (nint)kept;
    }

    /// <summary>Readers go on with the slots they hold: what they miss there, they find under the lock.</summary>
    void Grow()
    {
        var texts = new nint[2 * _texts.Length];
        _texts.AsSpan(0, _count).CopyTo(texts);
        Volatile.Write(ref _texts, texts);
        var slots = new Slots(2 * _slots.Values.Length);
        for (var code = 0; code < _count; code++)
        {
            slots.Put(Hash(At(texts[code])), code, texts[code]);
        }

        Volatile.Write(ref _slots, slots);
    }

    /// <summary>Eight bytes at a time, then mixed so that both halves depend on all bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * odd;
        for (; text.Length >= 8; text = text[8..])
        {
            hash = (BitOperations.RotateLeft(hash, 23) ^ Unsafe.ReadUnaligned<ulong>(in text[0])) * odd;
        }

        var rest = 0UL;
        foreach (var letter in text)
        {
            rest = (rest << 8) | letter;
        }

        hash = (BitOperations.RotateLeft(hash, 23) ^ rest) * odd;
        hash ^= hash >> 32;
        hash *= odd;
        return hash ^ (hash >> 29);
    }

    /// <summary>A text's hash and number plus 1, and where it is kept; 0 for a free slot.</summary>
    struct Slot
    {
        internal ulong HashAndCode;
        internal nint Text;
    }

    sealed class Slots(int size)
    {
        internal readonly Slot[] Values = new Slot[size];
        internal readonly uint Mask = (uint)size - 1;

        internal void Put(ulong hash, int code, nint text)
        {
            var at = (uint)hash & Mask;
            while (Values[at].HashAndCode != 0)
            {
                at = (at + 1) & Mask;
            }

            Values[at].Text = text;
            Volatile.Write(ref Values[at].HashAndCode, (hash & 0xFFFFFFFF00000000) | ((uint)code + 1));
        }
    }

    /// <summary>For each text the number of what is left of it; asked once a text, then looked up.</summary>
    sealed class Trimmed(TextCodes codes, Trim trim)
    {
        /// <summary>The number plus 2, so that 0 is not known yet and 1 is nothing.</summary>
        int[] _known = [];

        internal int Of(int code)
        {
            var known = Volatile.Read(ref _known);
            return code < known.Length && known[code] is > 0 and var found ? found - 2 : Ask(code);
        }

        int Ask(int code)
        {
            var text = codes.TextOf(code);
            var left = trim(text);
            var found =
                left.IsEmpty ? Nothing
                : left.Length == text.Length ? code
                : codes.Of(left);
            lock (codes._adding)
            {
                if (code >= _known.Length)
                {
                    var more = new int[Math.Max(codes.Count, 2 * _known.Length)];
                    _known.CopyTo(more, 0);
                    Volatile.Write(ref _known, more);
                }

                _known[code] = found + 2;
            }

            return found;
        }
    }
}
