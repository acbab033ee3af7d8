using System.Globalization;
using Spectre.Console;

namespace Clientele.Cli;

/// <summary>The bar of a run on a terminal: which step, and while a source is read, how many rows.</summary>
/// <param name="bar">One unit a step.</param>
/// <param name="room">Characters for its text.</param>
sealed class StepBar(ProgressTask bar, int room)
{
    readonly Lock _drawing = new();
    string _text = "";
    int _done;

    /// <summary>A step begins.</summary>
    /// <param name="done">Steps before it.</param>
    /// <param name="text">What people read.</param>
    internal void Begin(int done, string text)
    {
        lock (_drawing)
        {
            (_done, _text) = (done, text);
            Draw(0, "");
        }
    }

    /// <summary>Draws how far a reading is; from any thread.</summary>
    /// <param name="now">Asked while nobody else draws: a step that has begun meanwhile has another reading or none.</param>
    internal void Look(Func<Reading?> now)
    {
        lock (_drawing)
        {
            if (now() is { } reading && reading.Share() is { } share)
            {
                Draw(share, reading.Words(share));
            }
        }
    }

    void Draw(double share, string more)
    {
        bar.Value = _done + share;
        var left = room - more.Length;
        bar.Description = Markup.Escape(
            _text.Length <= left ? _text + more
            : left > 1 ? $"{_text[..(left - 1)]}…{more}"
            : more
        );
    }
}

/// <summary>A source that is being read.</summary>
/// <param name="Share">How far it is, from 0 to 1; null if nobody knows.</param>
/// <param name="Rows">About how many rows it has; null if nobody knows.</param>
sealed record Reading(Func<double?> Share, long? Rows)
{
    /// <summary>": about 1,210,000 of 6,060,000 rows", or a percentage.</summary>
    internal string Words(double share) =>
        Rows is { } rows
            ? string.Create(
                CultureInfo.InvariantCulture,
                $": about {About(share * rows, rows):N0} of {About(rows, rows):N0} rows"
            )
            : string.Create(CultureInfo.InvariantCulture, $": {share * 100:0} %");

    /// <summary>An estimate needs no more digits than three of the whole.</summary>
    static double About(double rows, long all)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(all)) - 2));
        return Math.Round(rows / unit) * unit;
    }
}
