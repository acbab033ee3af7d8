namespace Clientele.Delivery;

/// <summary>Numbers that stand in a picture for names that have no room there; the names are in its key.</summary>
/// <param name="Numbers">What is written in the picture.</param>
/// <param name="Names">What is written in the key.</param>
sealed record ShortNames(IReadOnlyList<string> Numbers, IReadOnlyList<string> Names)
{
    /// <summary>The numbers that names begin with ("3 At risk"), or else new ones from 1 on.</summary>
    internal static ShortNames Of(IReadOnlyList<string> names)
    {
        var own = names.Select(n => n.Split(' ', 2)[0]).ToList();
        return own.TrueForAll(Positions.IsNumber) && own.Distinct(StringComparer.Ordinal).Count() == own.Count
            ? new ShortNames(own, names)
            : new ShortNames(
                [.. names.Select((_, i) => $"{i + 1}")],
                [.. names.Select((name, i) => $"{i + 1} {name}")]
            );
    }
}
