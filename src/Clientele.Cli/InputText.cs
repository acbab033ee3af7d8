using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>How a table was read, in words, so that a wrong reading is seen.</summary>
static class InputText
{
    static readonly Dictionary<char, string> Delimiters = new()
    {
        [','] = "comma",
        [';'] = "semicolon",
        ['\t'] = "tab",
        ['|'] = "bar",
    };

    /// <summary>Its rows, how it is written, which of its columns are used, what it does not tell: a line each.</summary>
    /// <param name="input">The table.</param>
    /// <param name="zone">By whose clock its times are where they do not say.</param>
    /// <param name="isOneOfSeveral">Other tables have lines too: it is told which of these are in both.</param>
    internal static IEnumerable<string> Of(ManifestInput input, string zone, bool isOneOfSeveral)
    {
        if (IsLeft(input))
        {
            return
            [
                $"{input.Name} ({input.Shape}), {Counted.Of(input.Rows, "row")}: {string.Join("; ", input.Notes)}",
            ];
        }

        return Details(input, zone, isOneOfSeveral)
            .Prepend(
                $"{input.Name}: {Counted.Of(input.Rows, "row")} read as {input.Shape}, {input.Rejected:N0} rejected"
                    + (input.Removed > 0 ? $", {input.Removed:N0} make none of the shop's" : "")
            );
    }

    /// <summary>True for a table of which nothing is used.</summary>
    static bool IsLeft(ManifestInput input) => input.Into.Length == 0 && input.Removed == input.Rows;

    /// <summary>The same without its rows.</summary>
    internal static IEnumerable<string> Details(ManifestInput input, string zone, bool isOneOfSeveral)
    {
        var columns = input.Columns.Where(c => c.Value != null).Select(c => $"{c.Value} ← {c.Key}").ToList();
        return new[]
        {
            input.Written is { } written ? $"  {Form(written, zone)}" : null,
            columns.Count > 0 ? $"  {string.Join(", ", columns)}" : null,
            isOneOfSeveral && input.Versions is { } lines
                ? $"  lines: {lines.New:N0} new, {lines.Changed:N0} changed, {lines.Same:N0} the same as in the files before"
                : null,
            input.Since is { } since
                ? $"  beside what was published before: {since.New:N0} new, {since.Changed:N0} changed, {since.Same:N0} the same"
                : null,
        }
            .OfType<string>()
            .Concat(input.Notes.Select(note => $"  Note: {note}"));
    }

    /// <summary>Its columns that fill no field: a line, or none.</summary>
    internal static IEnumerable<string> Left(ManifestInput input)
    {
        var left = input.Columns.Where(c => c.Value == null).Select(c => c.Key).ToList();
        return left.Count == 0 || IsLeft(input) ? [] : [$"  not used: {string.Join(", ", left)}"];
    }

    /// <summary>What is odd about it: a line each.</summary>
    internal static IEnumerable<string> Warnings(ManifestInput input) =>
        input.Warnings.Select(w => $"  Warning: {w}");

    /// <summary>What became of the lines that were published before.</summary>
    internal static string Of(Comparison comparison) =>
        comparison.Gone is { } gone
            ? $"Beside run {comparison.RunId}, published before: {Counted.Of(gone, "line")} of it {(gone == 1 ? "is" : "are")} in no file any more"
            : $"Beside run {comparison.RunId}, published before: not compared, for {comparison.Fault}";

    /// <summary>csv, windows-1252, fields parted by semicolon …</summary>
    static string Form(WrittenAs written, string zone) =>
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
}
