using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Whether the rows that were read of a table are all that it has, and good ones for the most.</summary>
/// <param name="database">The shop; raw.rejects has the bad rows.</param>
/// <param name="table">The table.</param>
/// <param name="options">What the user says of it, which may be what is wrong.</param>
sealed class RowCheck(IDatabase database, TextTable table, ImportOptions options)
{
    /// <summary>More bad rows than this share refuse the file: something is misunderstood.</summary>
    internal const double MostRejected = 0.05;

    /// <param name="into">Where its rows go.</param>
    /// <param name="read">Rows that were found, bad ones included.</param>
    /// <param name="rejected">Bad rows.</param>
    /// <exception cref="ImportRefusedException">It has other rows than were found, none, or too many bad ones.</exception>
    internal void Run(Target into, long read, long rejected)
    {
        if (table.Rows is { } rows && rows != read)
        {
            throw new ImportRefusedException(
                $"{table.Name}: {Counted.Of(rows, "row")} {(rows == 1 ? "is" : "are")} in the file, but {read:N0} {(read == 1 ? "was" : "were")} found when it was read{Why(rejected)}"
            );
        }

        // Nobody is named in orders of guests: only orders themselves must be there.
        if (read == 0 && (table.Origin == null || into.IsLines))
        {
            throw new ImportRefusedException(
                table.Origin == null
                    ? $"{table.Name} has a header but no rows. Export it again with its orders."
                    : $"{table.Name} has no row of an order. Look whether it is the right export."
            );
        }

        if (rejected > MostRejected * read)
        {
            var share = ((double)rejected / read).ToString("P1", CultureInfo.InvariantCulture);
            var first = Rejects.First(database, table.Name);
            throw new ImportRefusedException(
                $"{table.Name}: {rejected:N0} of {Counted.Of(read, "row")} ({share}) cannot be read, which is more than 5 %. "
                    + $"The first: {first}. {Remedy(first)}"
            );
        }
    }

    string Why(long rejected) =>
        table.LongLine > 0
            ? $", for line {table.LongLine} is longer than 2 MB, more than any order says. Break it up, or take it out."
        : rejected > 0 ? $", as stray quotes make it. Look at {Rejects.First(database, table.Name)}."
        : ", as stray quotes make it. Write a quote within a text twice.";

    /// <summary>What to do about the first bad row: what the user said himself is the likeliest cause.</summary>
    string Remedy(string first) =>
        first switch
        {
            _ when first.Contains(" is no time", StringComparison.Ordinal)
                    && options.DateFormat is { } format =>
                $"--date-format '{format}' does not fit them: leave it out, or say another.",
            _ when first.Contains(" is no number", StringComparison.Ordinal)
                    && options.DecimalMark is { } mark =>
                $"--decimal-mark {mark} does not fit them: leave it out, or say the other.",
            _ when first.Contains("UTF-8", StringComparison.Ordinal) && options.Encoding is { } encoding =>
                $"--encoding {encoding} does not fit: leave it out, or say another.",
            _ when first.Contains("2 MB", StringComparison.Ordinal) => "Break it up, or take it out.",
            _ when first.Contains("the row ", StringComparison.Ordinal)
                    && options.Delimiter is { } delimiter =>
                $"--delimiter '{delimiter}' may not be what parts them: leave it out, or mend the rows.",
            _ when first.Contains("the row ", StringComparison.Ordinal) =>
                "Mend these rows: a text with a delimiter in it must stand in quotes.",
            _ when first.Contains(" is no time", StringComparison.Ordinal) =>
                "Mend the file, or say how times are written with --date-format, or which column they are in with --map.",
            _ => "Mend the file, or say what its columns are with --map.",
        };
}
