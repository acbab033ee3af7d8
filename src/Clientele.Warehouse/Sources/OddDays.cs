using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Rows of a table whose day is hardly meant: after today, or years away from all others.</summary>
/// <param name="Place">The table, and the header of the column.</param>
/// <param name="Rows">How many.</param>
/// <param name="First">The first of them, as they are written.</param>
/// <param name="AreOrders">False for people who registered on these days.</param>
/// <param name="Today">The day after which they lie; null if they are only far from all others.</param>
public sealed record OddDays(
    string Place,
    long Rows,
    IReadOnlyList<OddDay> First,
    bool AreOrders,
    DateOnly? Today
)
{
    /// <summary>What is odd, and what to do.</summary>
    public string Sentence => $"{Place}: {Counted.Of(Rows, "row")} {What} ({Examples}). {Remedy}";

    /// <summary>Orders after today put as-of off, and all answers with it: line, column, what would come of it, and both ways to go on.</summary>
    /// <param name="asOf">From which day all would be seen.</param>
    /// <param name="proposed">The day after the last order until today.</param>
    internal ImportRefusedException Refusal(DateOnly asOf, DateOnly proposed) =>
        new(
            $"{Place}: {Counted.Of(Rows, "row")} {What}, {Day(Today)} ({Examples}), so that all answers would be seen from {Day(asOf)}. "
                + $"If {(Rows == 1 ? "it is" : "they are")} meant, say from which day to look: --as-of {Day(proposed)} leaves out what is later. If not, mend the file"
                + $"{(AreOrders ? ", or take such orders out with the rule date_window of a recipe" : "")}."
        );

    string What =>
        (Today != null, Rows == 1) switch
        {
            (true, true) => "is dated after today",
            (true, false) => "are dated after today",
            (_, true) => "has a day that is hardly meant",
            _ => "have days that are hardly meant",
        };

    string Examples =>
        string.Join(
            ", ",
            First.Select(d => string.Create(CultureInfo.InvariantCulture, $"line {d.Line}: {d.Written}"))
        ) + (Rows > First.Count ? ", …" : "");

    string Remedy
    {
        get
        {
            var (they, them) =
                Rows == 1 ? ("It counts as it stands", "it") : ("They count as they stand", "them");
            return (Today != null, AreOrders) switch
            {
                (true, true) =>
                    $"If that is wrong, mend the file, or take {them} out with the rule date_window of a recipe; --as-of says from which day all is seen.",
                (false, true) =>
                    $"{they}: mend the file, or take {them} out with the rule date_window of a recipe.",
                _ => $"{they}: mend the file.",
            };
        }
    }

    static string Day(DateOnly? day) => $"{day:yyyy-MM-dd}";
}

/// <summary>A day that is hardly meant.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Written">The cell.</param>
public sealed record OddDay(long Line, string Written);
