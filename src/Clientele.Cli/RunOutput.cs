using System.Text.Json;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What <c>run</c> and <c>demo</c> print at the end.</summary>
static class RunOutput
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly Dictionary<char, string> Delimiters = new()
    {
        [','] = "comma",
        [';'] = "semicolon",
        ['\t'] = "tab",
        ['|'] = "bar",
    };

    internal static int RunAndTell(RunSpec spec, bool json, bool quiet)
    {
        using var interruption = new Interruption();
        var talk = new Talk(json, quiet);
        var outcome = new ShopRun(spec, talk, interruption.Token).Run();
        if (outcome.Warning is { } warning)
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
            outcome.Manifest.Inputs,
            outcome.Manifest.Questions,
            outcome.Manifest.Unanswered,
            outcome.Manifest.Tables,
            Seconds = outcome.IsNew ? outcome.Manifest.Seconds : new Dictionary<string, double>(),
        };

    /// <summary>How a file was read, so that a wrong reading is seen: csv, windows-1252, fields parted by semicolon …</summary>
    static string Describe(WrittenAs written, string zone) =>
        string.Join(
            ", ",
            new[]
            {
                written.Format,
                written.Encoding,
                written.Delimiter is { } d
                    ? $"fields parted by {Delimiters.GetValueOrDefault(d, $"'{d}'")}"
                    : null,
                written.DateFormat is { } format ? $"times as {format}{ByClock(written.Clock, zone)}" : null,
                $"decimal {(written.DecimalMark == ',' ? "comma" : "point")}",
            }.Where(part => part != null)
        );

    static string ByClock(Clock? clock, string zone) =>
        clock switch
        {
            Clock.Offset => " with their offsets",
            Clock.Both => $" with offsets, and by {zone} where there is none",
            _ => $" by {zone}",
        };

    static void Tell(RunSpec spec, RunOutcome outcome, Talk talk)
    {
        var manifest = outcome.Manifest;
        foreach (var input in manifest.Inputs)
        {
            Tell(input, manifest.TimeZone, talk);
            if (input.Versions is { } lines && manifest.Inputs.Count(i => i.Versions != null) > 1)
            {
                talk.Mention(
                    $"  lines: {lines.New:N0} new, {lines.Changed:N0} changed, {lines.Same:N0} the same as in the files before"
                );
            }
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
                ? $"Published run {manifest.RunId} as of {manifest.AsOf:yyyy-MM-dd}: {spec.Shop["report.html"]}"
                : $"Nothing has changed since run {manifest.RunId}: {spec.Shop["report.html"]}"
        );
    }

    static void Tell(ManifestInput input, string zone, Talk talk)
    {
        if (input.Rows == 0)
        {
            talk.Mention($"{input.Name} ({input.Shape}): {string.Join("; ", input.Notes)}");
            return;
        }

        talk.Mention(
            $"{input.Name}: {Counted.Of(input.Rows, "row")} read as {input.Shape}, {input.Rejected:N0} rejected"
        );
        if (input.Written is { } written)
        {
            talk.Mention($"  {Describe(written, zone)}");
        }

        var columns = input.Columns.Where(c => c.Value != null).Select(c => $"{c.Value} ← {c.Key}").ToList();
        if (columns.Count > 0)
        {
            talk.Mention($"  {string.Join(", ", columns)}");
        }

        foreach (var note in input.Notes)
        {
            talk.Mention($"  Note: {note}");
        }
    }
}
