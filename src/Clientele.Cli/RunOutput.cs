using System.Text.Json;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What <c>run</c> and <c>demo</c> print at the end.</summary>
static class RunOutput
{
    /// <summary>How the program writes JSON.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static int RunAndTell(RunSpec spec, bool json, bool quiet)
    {
        using var interruption = new Interruption();
        var talk = new Talk(json, quiet);
        var outcome = new ShopRun(spec, talk, interruption.Token).Run();
        var odd = outcome.Manifest.Inputs.SelectMany(i => i.Warnings).Select(w => $"Warning: {w}");
        foreach (var warning in odd.Concat(outcome.Warning is { } one ? [one] : []))
        {
            talk.Say(warning);
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(Summary(spec, outcome), Json));
        }
        else
        {
            Tell(spec, outcome, talk);
        }

        return ExitCodes.Ok;
    }

    static object Summary(RunSpec spec, RunOutcome outcome) =>
        new
        {
            outcome.Manifest.RunId,
            Published = outcome.IsNew,
            Shop = spec.Shop.Root,
            Report = spec.Shop["report.html"],
            outcome.Manifest.AsOf,
            outcome.Manifest.TimeZone,
            RowsRead = outcome.Manifest.Inputs.Sum(i => i.Rows),
            RowsRejected = outcome.Manifest.Inputs.Sum(i => i.Rejected),
            RowsRemoved = outcome.Manifest.Inputs.Sum(i => i.Removed),
            outcome.Manifest.Inputs,
            outcome.Manifest.Comparison,
            outcome.Manifest.Questions,
            outcome.Manifest.Unanswered,
            outcome.Manifest.Tables,
            Seconds = outcome.IsNew ? outcome.Manifest.Seconds : new Dictionary<string, double>(),
        };

    static void Tell(RunSpec spec, RunOutcome outcome, Talk talk)
    {
        var manifest = outcome.Manifest;
        var several = manifest.Inputs.Count(i => i.Versions != null) > 1;
        // What was new then is nothing new now.
        var inputs = outcome.IsNew ? manifest.Inputs : manifest.Inputs.Select(i => i with { Since = null });
        foreach (var line in inputs.SelectMany(i => InputText.Of(i, manifest.TimeZone, several)))
        {
            talk.Mention(line);
        }

        if (manifest.Comparison is { } comparison && outcome.IsNew)
        {
            talk.Mention(InputText.Of(comparison));
        }

        foreach (var insight in outcome.Insights)
        {
            talk.Mention($"{insight.Slug}: {insight.Answer}");
        }

        if (outcome.IsNew)
        {
            // Those of a run that was published before would be of another day.
            var seconds = manifest.Seconds.Select(s =>
                FormattableString.Invariant($"{s.Key} {s.Value:0.00}")
            );
            talk.Mention($"Seconds: {string.Join(", ", seconds)}");
        }

        talk.Say(
            outcome.IsNew
                ? $"Published run {manifest.RunId}{(manifest.AsOf == ShopContents.NoDate ? ", without dates" : $" as of {manifest.AsOf:yyyy-MM-dd}")}: {spec.Shop["report.html"]}"
                : $"Nothing has changed since run {manifest.RunId}: {spec.Shop["report.html"]}"
        );
    }
}
