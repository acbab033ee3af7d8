using System.Diagnostics;
using Clientele.Warehouse;
using Spectre.Console;

namespace Clientele.Cli;

/// <summary>What the program says while it works: a bar on a terminal, plain lines elsewhere, nothing when quiet.</summary>
sealed class Talk
{
    const int BarWidth = 20;
    const int MillisecondsBetweenLooks = 100;

    readonly TextWriter _plain;
    readonly IAnsiConsole? _terminal;
    readonly bool _quiet;
    readonly Dictionary<string, double> _seconds = [];
    readonly Stopwatch _watch = new();
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
                var bar = new StepBar(context.AddTask("Starting", maxValue: steps), Room);
                using var looks = new Timer(
                    _ => bar.Look(() => _reading),
                    null,
                    MillisecondsBetweenLooks,
                    MillisecondsBetweenLooks
                );
                var result = work(
                    (step, text) =>
                    {
                        _reading = null;
                        bar.Begin(Math.Min(_seconds.Count, steps), text);
                        BeginStep(step);
                    }
                );
                EndStep();
                return result;
            });
    }

    /// <summary>Characters beside spinner, bar and clock.</summary>
    int Room => Math.Max(BarWidth, _terminal!.Profile.Width - BarWidth - 16);

    /// <summary>On a terminal, the reading of each source is looked at while it lasts.</summary>
    internal Action<string, string> WithRows(
        Action<string, string> step,
        IEnumerable<ISource> sources,
        Func<double?> share
    )
    {
        var waiting = new Queue<ISource>(sources);
        return (name, text) =>
        {
            step(name, text);
            if (IsLive && name == ShopBuild.Reading && waiting.TryDequeue(out var source))
            {
                _reading = new Reading(share, source.RowsAbout);
            }
        };
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
