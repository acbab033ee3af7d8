using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Decides how a file writes its times, from all of them: a wrong guess is worse than a refusal.</summary>
static class TimeFormats
{
    /// <summary>Formats that are not ISO 8601, as strptime patterns.</summary>
    static readonly string[] Candidates =
    [
        "%m/%d/%Y %H:%M",
        "%d/%m/%Y %H:%M",
        "%m/%d/%y %H:%M",
        "%d/%m/%y %H:%M",
        "%m/%d/%Y %H:%M:%S",
        "%d/%m/%Y %H:%M:%S",
        "%m/%d/%Y",
        "%d/%m/%Y",
        "%d.%m.%Y %H:%M",
        "%d.%m.%Y %H:%M:%S",
        "%d.%m.%Y",
        "%d.%m.%y",
        "%d.%m.%y %H:%M",
        "%m/%d/%y",
        "%d/%m/%y",
        "%m/%d/%Y %I:%M:%S %p",
        "%m/%d/%Y %I:%M %p",
        "%d %b %Y",
        "%B %d, %Y",
        "%b %d, %Y",
        "%d-%b-%y",
        "%d-%b-%Y",
        "%Y%m%d",
    ];

    /// <summary>Null for ISO 8601, else the one pattern that reads the file.</summary>
    /// <exception cref="ImportRefusedException">Two patterns read every time, or none reads most of them.</exception>
    internal static string? Decide(IDatabase database, CsvReading reading)
    {
        var column = reading.ColumnOf("ordered_at")!;
        var head = database.Read(
            new(
                "times of the first rows",
                $"select count({column}) as filled, count(*) filter (where try_cast({column} as timestamp) >= timestamp '1900-01-01') as iso "
                    + $"from {reading.Sample}"
            )
        );
        // A single good ISO time is proof: no other format looks like it.
        return head.Number("iso") > 0 || head.Number("filled") == 0
            ? null
            : Search(database, reading, column);
    }

    static string Search(IDatabase database, CsvReading reading, string column)
    {
        var counts = string.Join(
            ", ",
            Candidates.Select(
                (f, i) =>
                    $"count(*) filter (where try_strptime({column}, {SqlText.Literal(f)}) >= timestamp '1900-01-01') as f{i}"
            )
        );
        var found = database.Read(
            new("formats of the times", $"select count({column}) as filled, {counts} from {reading.Untyped}")
        );
        var best = Candidates
            .Select((format, i) => (Format: format, Hits: found.Number($"f{i}")))
            .Where(c => c.Hits >= 0.95 * found.Number("filled"))
            .ToList();
        var most = best.Where(c => c.Hits == best.Max(b => b.Hits)).ToList();
        return most.Count == 1 ? most[0].Format : throw Refusal(reading, most.Select(m => m.Format).ToList());
    }

    static ImportRefusedException Refusal(CsvReading reading, List<string> formats)
    {
        var header = reading.Mapping.Columns.First(c => c.Field == "ordered_at").Header;
        var name = Path.GetFileName(reading.Path);
        return formats.Count == 0
            ? new(
                $"{name}, column {header}: no known way of writing times fits. Write them as 2011-12-09 12:50."
            )
            : new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}, column {header}: every time can be read as {string.Join(" and as ", formats)}. "
                ) + "Write the times as 2011-12-09 12:50, so that nobody has to guess."
            );
    }
}
