using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>All questions, in the order in which they are asked and shown.</summary>
public static class Questions
{
    static readonly Dictionary<string, string> None = [];

    static readonly Kind[] Kinds =
    [
        new("profile", Always: true, s => Plain(s, new Profile())),
        new("rfm", Always: true, s => new Rfm(Settings.Bind<RfmOptions>(s))),
        new("cohorts", Always: true, s => new Cohorts(Settings.Bind<CohortOptions>(s))),
        new("segments", Always: true, MakeSegments),
        new("insider_features", Always: false, s => Plain(s, new InsiderTable())),
    ];

    /// <summary>Slugs of all questions.</summary>
    public static IReadOnlyList<string> Slugs { get; } = [.. Kinds.Select(k => k.Slug)];

    /// <summary>Slug and wording of all questions.</summary>
    public static IReadOnlyList<IQuestion> All { get; } = [.. Kinds.Select(k => k.Make(None))];

    /// <summary>The questions to ask, with their settings.</summary>
    /// <param name="asked">Slugs, or empty for all that are always asked and those that the recipe names.</param>
    /// <param name="settings">Settings by question, those of the recipe with those of the user over them.</param>
    /// <exception cref="ValidationException">Names every unknown question and every bad setting at once.</exception>
    public static IReadOnlyList<IQuestion> Ask(
        IReadOnlyCollection<string> asked,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> settings
    )
    {
        var faults = new List<string>();
        foreach (var slug in asked.Concat(settings.Keys).Distinct().Except(Slugs))
        {
            faults.Add($"There is no question '{slug}'; there are {string.Join(", ", Slugs)}.");
        }

        var questions = new List<IQuestion>();
        foreach (var kind in Kinds.Where(k => IsAsked(k, asked, settings)))
        {
            try
            {
                questions.Add(kind.Make(settings.GetValueOrDefault(kind.Slug, None)));
            }
            catch (ValidationException error)
            {
                faults.Add($"{kind.Slug}: {error.Message}");
            }
        }

        return faults.Count == 0 ? questions : throw new ValidationException(string.Join("\n", faults));
    }

    static bool IsAsked(
        Kind kind,
        IReadOnlyCollection<string> asked,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> settings
    ) => asked.Count > 0 ? asked.Contains(kind.Slug) : kind.Always || settings.ContainsKey(kind.Slug);

    static IQuestion Plain(IReadOnlyDictionary<string, string> settings, IQuestion question) =>
        settings.Count == 0
            ? question
            : throw new ValidationException(
                $"it takes no settings, but has {string.Join(", ", settings.Keys)}."
            );

    static Segments MakeSegments(IReadOnlyDictionary<string, string> settings)
    {
        if (settings.Keys.FirstOrDefault(k => k is "seed" or "threads") is { } common)
        {
            throw new ValidationException($"{common} is one for the whole run: use --{common}.");
        }

        var (options, panel) = Settings.Bind<SegmentOptions, PanelOptions>(settings);
        return new Segments(options, panel);
    }

    sealed record Kind(string Slug, bool Always, Func<IReadOnlyDictionary<string, string>, IQuestion> Make);
}
