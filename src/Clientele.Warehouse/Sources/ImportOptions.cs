namespace Clientele.Warehouse;

/// <summary>What the user says of a file; what is not said is decided by evidence.</summary>
public sealed record ImportOptions
{
    /// <summary>Field to header; may be empty.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the encoding, such as windows-1252 or shift_jis.</summary>
    public string? Encoding { get; init; }

    /// <summary>What parts the fields of a text file.</summary>
    public char? Delimiter { get; init; }

    /// <summary>A strptime pattern such as %d.%m.%Y.</summary>
    public string? DateFormat { get; init; }

    /// <summary>A point or a comma.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The day by the machine's clock, after which no order should lie; null asks for none. It is no part of what decides a run.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Where days are numbers, or counted from a first order: the day that they are counted from.</summary>
    public DateOnly FirstDay { get; init; } = UsualFirstDay;

    /// <summary>A Monday long ago, so that nobody takes such days for real ones.</summary>
    public static readonly DateOnly UsualFirstDay = new(2001, 1, 1);
}
