using System.Diagnostics;
using Spectre.Console;

namespace Clientele.Cli;

/// <summary>What the program says while it works: a bar on a terminal, plain lines elsewhere, nothing when quiet.</summary>
sealed class Talk
{
    const int BarWidth = 20;

    readonly TextWriter _plain;
    readonly IAnsiConsole? _terminal;
    readonly bool _quiet;
    readonly Dictionary<string, double> _seconds = [];
    readonly Stopwatch _watch = new();
    string? _step;

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
                var result = work(
                    (step, text) =>
                    {
                        bar.Value = Math.Min(_seconds.Count, steps);
                        bar.Description = Markup.Escape(Fitted(text));
                        BeginStep(step);
                    }
                );
                EndStep();
                return result;
            });
    }

    /// <summary>The text on one line beside spinner, bar and clock.</summary>
    string Fitted(string text)
    {
        var room = Math.Max(BarWidth, _terminal!.Profile.Width - BarWidth - 16);
        return text.Length <= room ? text : $"{text[..(room - 1)]}…";
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
}
