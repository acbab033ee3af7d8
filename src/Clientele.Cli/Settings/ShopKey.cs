using System.Text.RegularExpressions;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>One key of <c>clientele.yml</c>. Reading, <c>init</c>, <c>schema</c>, variables and the page of docs come from this.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Meaning">A sentence without its point.</param>
/// <param name="Limits">What follows "must be".</param>
/// <param name="Default">What holds if the key says nothing; null where the shop's directory decides.</param>
/// <param name="Example">A value of a shop in Germany; all examples together are a sound file.</param>
sealed record ShopKey(string Name, string Meaning, string Limits, string? Default, string Example)
{
    /// <summary>All that it may be; empty for a free text.</summary>
    internal IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Most characters.</summary>
    internal int Longest { get; init; } = 80;

    /// <summary>A regular expression of ECMAScript that finds what must not be there; empty for none.</summary>
    internal string Forbidden { get; init; } = "";

    /// <summary>What no pattern can tell: whether there is such a thing.</summary>
    internal Func<string, bool> Exists { get; init; } = _ => true;

    /// <summary>Values that somebody may have meant.</summary>
    internal Func<IEnumerable<string>> Near { get; init; } = () => [];

    /// <summary>The environment variable that overrides it.</summary>
    internal string Variable => ShopVariables.Prefix + Name.ToUpperInvariant();

    /// <summary>The default in words.</summary>
    internal string Usual =>
        Default switch
        {
            null => "the directory's name",
            "" => "none",
            _ => Written(Default),
        };

    /// <summary>What is wrong with a value, or null.</summary>
    internal string? Fault(string value)
    {
        var isSound = Choices.Count > 0 ? Choices.Contains(value) : IsSoundText(value);
        var guess = value.Length > 1 ? Spelling.Guess(value, Choices.Count > 0 ? Choices : Near()) : "";
        return isSound ? null : $"{Name} is '{value}', but must be {Limits}{guess}.";
    }

    /// <summary>A value as YAML: quoted unless it is a plain word.</summary>
    internal static string Written(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetter(c) || c is '/' or '_' or ' ')
            ? value
            : $"\"{value}\"";

    bool IsSoundText(string value) =>
        value.EnumerateRunes().Count() <= Longest
        && (
            Forbidden.Length == 0
            || !Regex.IsMatch(value, Forbidden, RegexOptions.None, TimeSpan.FromSeconds(1))
        )
        && Exists(value);
}
