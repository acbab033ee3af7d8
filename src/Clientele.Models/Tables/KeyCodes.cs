namespace Clientele.Models;

/// <summary>Ids as numbers from 0, in the order of their letters: whatever the order of the rows.</summary>
/// <param name="Codes">One a row.</param>
/// <param name="Words">The ids by number.</param>
sealed record KeyCodes(int[] Codes, string[] Words)
{
    internal static KeyCodes Of(string[] ids)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[ids.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            if (!places.TryGetValue(ids[row], out codes[row]))
            {
                places.Add(ids[row], codes[row] = places.Count);
            }
        }

        string[] words = [.. places.Keys.Order(StringComparer.Ordinal)];
        var ranks = new int[words.Length];
        for (var rank = 0; rank < words.Length; rank++)
        {
            ranks[places[words[rank]]] = rank;
        }

        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = ranks[codes[row]];
        }

        return new KeyCodes(codes, words);
    }

    /// <summary>Ids of some numbers, joined as tables write sets.</summary>
    internal string Joined(ReadOnlySpan<int> numbers)
    {
        var words = new string[numbers.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Words[numbers[i]];
        }

        return string.Join(" + ", words);
    }
}
