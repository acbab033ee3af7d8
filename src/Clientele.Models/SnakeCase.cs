using System.Text;

namespace Clientele.Models;

/// <summary>Names of settings as people write them: <c>SilhouetteSample</c> is <c>silhouette_sample</c>.</summary>
static class SnakeCase
{
    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && StartsWord(name, i))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>All values of an enum, joined by commas.</summary>
    internal static string Choices(Type type) => string.Join(", ", Enum.GetNames(type).Select(Of));

    // The S of ZScore begins a word because a small letter follows it; the second P of "PPMI" does not.
    static bool StartsWord(string name, int i) =>
        !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
}
