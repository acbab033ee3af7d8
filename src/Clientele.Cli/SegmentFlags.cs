using System.CommandLine;
using System.Globalization;
using Clientele.Models;

namespace Clientele.Cli;

/// <summary>How customers are divided: short for settings of <c>segments</c>, over those of <c>--set</c>.</summary>
static class SegmentFlags
{
    static readonly Option<string?> Space = new("--space")
    {
        Description = $"Where customers are divided; several are compared: {Names<SegmentSpace>()}",
        HelpName = "NAME,…",
        CompletionSources = { Names<SegmentSpace>().Split(", ") },
    };

    static readonly Option<string?> Algorithm = new("--algorithm")
    {
        Description = $"By what they are divided; several are compared: {Names<SegmentAlgorithm>()}",
        HelpName = "NAME,…",
        CompletionSources = { Names<SegmentAlgorithm>().Split(", ") },
    };

    static readonly Option<string?> Clusters = new("--k")
    {
        Description = "How many segments: a number, or a range of which the best is taken",
        HelpName = "7|2..25",
    };

    static readonly Option<string?> Search = new("--search")
    {
        Description =
            "Searches spaces, scales, algorithms and numbers for so many trials, or for a time: 200, 90s",
        HelpName = "TRIALS|TIME",
    };

    static readonly Option<string?> Trials = new("--trials")
    {
        Description = "Stops a search after so many trials, whatever its time: repeats one that a time ended",
        HelpName = "N",
    };

    /// <summary>In the order of the help.</summary>
    internal static IEnumerable<Option> All => [Space, Algorithm, Clusters, Search, Trials];

    /// <summary>The settings that the flags stand for, as <c>--set</c> would have them.</summary>
    internal static IEnumerable<(string Name, string Value)> Settings(ParseResult parsed)
    {
        foreach (
            var (option, name) in ((Option<string?>, string)[])
                [(Space, "space"), (Algorithm, "algorithm"), (Search, "search"), (Trials, "trials")]
        )
        {
            if (CommonOptions.Word(parsed, option) is { } value)
            {
                yield return ($"segments.{name}", value);
            }
        }

        if (RangeOf(CommonOptions.Word(parsed, Clusters)) is var (least, most))
        {
            if (least == most)
            {
                yield return ("segments.clusters", Written(least));
            }
            else
            {
                yield return ("segments.smallest", Written(least));
                yield return ("segments.largest", Written(most));
            }
        }
    }

    /// <summary>What is wrong beyond what the settings themselves find.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        if (CommonOptions.Word(parsed, Clusters) is { } text && RangeOf(text) == null)
        {
            yield return $"--k is '{text}', but must be a number of segments, or a range such as 2..25.";
        }
    }

    static (int Least, int Most)? RangeOf(string? text)
    {
        var ends = (text ?? "").Split("..");
        return
            ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && least <= most
            ? (least, most)
            : null;
    }

    static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Names<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Select(name => SegmentPlan.NameOf(name)));
}
