namespace Clientele.Warehouse;

/// <summary>Words of a command line that somebody can copy.</summary>
static class ShellWord
{
    /// <summary>The word as it is, or in quotes where a shell would read more into it.</summary>
    internal static string Of(string word) =>
        word.Length > 0
        && word.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or ',' or ':')
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
