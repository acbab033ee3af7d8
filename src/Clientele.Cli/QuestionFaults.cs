using System.Text.RegularExpressions;

namespace Clientele.Cli;

/// <summary>What is wrong with the settings of questions; one that stands in a recipe is told with its line.</summary>
static class QuestionFaults
{
    /// <summary>A sentence each.</summary>
    /// <param name="asked">Slugs.</param>
    /// <param name="spec">The recipe, and the user's settings over it.</param>
    internal static IEnumerable<string> Of(string[] asked, RunSpec spec)
    {
        // What the user said has no place in the recipe, and hides what the recipe says of the same.
        var said = spec.Settings.Select(s => KeyValuePair.Create(s.Name, (string?)null)).ToList();
        var places = spec
            .Recipe.Places.Where(p => !said.Any(s => s.Key == p.Key))
            .Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))
            .Concat(said)
            .ToList();
        return CommonOptions
            .Faults(() => Insights.Questions.Ask(asked, spec.QuestionSettings()))
            .Select(fault => Place(fault, places, asked) is { } place ? $"{place}: {fault}" : fault);
    }

    /// <summary>Of the setting that the sentence names first, or of a question that is not known; null if the user said it.</summary>
    static string? Place(string fault, List<KeyValuePair<string, string?>> places, string[] asked) =>
        places
            .Select(place => (place.Value, At: NamedAt(fault, place.Key, asked)))
            .Where(place => place.At >= 0)
            .OrderBy(place => place.At)
            .Select(place => place.Value)
            .FirstOrDefault();

    static int NamedAt(string fault, string key, string[] asked)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return asked.Contains(key) ? -1 : fault.IndexOf($"no question '{key}'", StringComparison.Ordinal);
        }

        if (!fault.StartsWith($"{key[..dot]}: ", StringComparison.Ordinal))
        {
            return -1;
        }

        var name = Regex.Match(
            fault[(dot + 2)..],
            $@"(?<!\w){Regex.Escape(key[(dot + 1)..])}(?!\w)",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        return name.Success ? name.Index : -1;
    }
}
