using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Clientele.Cli;

/// <summary>What the program says while it works: a bar on a terminal, plain lines elsewhere, nothing when quiet.</summary>
sealed class Talk
{
    const int BarWidth = 20;
    const int MillisecondsBetweenLooks = 250;

    readonly TextWriter _plain;
    readonly IAnsiConsole? _terminal;
    readonly bool _quiet;
    readonly Dictionary<string, double> _seconds = [];
    readonly Stopwatch _watch = new();
    readonly Lock _drawing = new();
    string? _step;
    volatile Reading? _reading;

    /// <param name="json">True keeps stdout for one JSON object and talks on stderr.</param>
    /// <param name="quiet">True says only the outcome.</param>
    internal Talk(bool json, bool quiet)
    {
        _plain = json ? Console.Error : Console.Out;
        _quiet = quiet;
        var isTerminal = json ? !Console.IsErrorRedirected : !Console.IsOutputRedirected;
        _terminal =
            isTerminal && !quiet
                ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_plain) })
                : null;
    }

    /// <summary>Seconds of each step so far.</summary>
    internal IReadOnlyDictionary<string, double> Seconds => _seconds;

    /// <summary>True where a bar moves.</summary>
    internal bool IsLive => _terminal != null;

    /// <summary>Says until the next step how many rows are read: looked at now and then from another thread.</summary>
    /// <param name="share">How far it is, from 0 to 1; null if nobody knows.</param>
    /// <param name="rows">About how many rows there are; null if nobody knows.</param>
    internal void Watch(Func<double?> share, long? rows) => _reading = new Reading(share, rows);

    /// <summary>Runs work that reports its steps by their short name and a line for people.</summary>
    internal T Follow<T>(int steps, Func<Action<string, string>, T> work)
    {
        if (_terminal == null)
        {
            var result = work(Plainly);
            EndStep();
            return result;
        }

        return _terminal
            .Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = BarWidth },
                new ElapsedTimeColumn()
            )
            .Start(context =>
            {
                var bar = context.AddTask("Starting", maxValue: steps);
                var said = "";
                using var looks = new Timer(
                    _ => Look(bar, said),
                    null,
                    MillisecondsBetweenLooks,
                    MillisecondsBetweenLooks
                );
                var result = work(
                    (step, text) =>
                    {
                        lock (_drawing)
                        {
                            (_reading, said) = (null, text);
                            bar.Value = Math.Min(_seconds.Count, steps);
                            bar.Description = Markup.Escape(Fitted(text, ""));
                        }

                        BeginStep(step);
                    }
                );
                EndStep();
                return result;
            });
    }

    /// <summary>Draws how far a reading is within its step.</summary>
    void Look(ProgressTask bar, string text)
    {
        lock (_drawing)
        {
            if (_reading is { } reading && reading.Share() is { } share)
            {
                bar.Value = Math.Floor(bar.Value) + share;
                bar.Description = Markup.Escape(Fitted(text, reading.Words(share)));
            }
        }
    }

    /// <summary>Text and what follows it on one line beside spinner, bar and clock.</summary>
    string Fitted(string text, string more)
    {
        var room = Math.Max(BarWidth, _terminal!.Profile.Width - BarWidth - 16) - more.Length;
        return text.Length <= room ? text + more
            : room > 1 ? $"{text[..(room - 1)]}…{more}"
            : more;
    }

    /// <summary>A line of the outcome: said even when quiet.</summary>
    internal void Say(string line) => _plain.WriteLine(line);

    /// <summary>A line that matters less than the outcome.</summary>
    internal void Mention(string line)
    {
        if (!_quiet)
        {
            _plain.WriteLine(line);
        }
    }

    void Plainly(string step, string text)
    {
        BeginStep(step);
        if (!_quiet)
        {
            _plain.WriteLine(text);
        }
    }

    void BeginStep(string step)
    {
        EndStep();
        _step = step;
        _watch.Restart();
    }

    void EndStep()
    {
        if (_step != null)
        {
            _seconds[_step] = Math.Round(_seconds.GetValueOrDefault(_step) + _watch.Elapsed.TotalSeconds, 3);
            _step = null;
        }
    }

    sealed record Reading(Func<double?> Share, long? Rows)
    {
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
}
