using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class SearchTests
{
    static readonly SearchSpace Mixed = new([
        new ChoiceParameter("shape", ["round", "square"]),
        new RealParameter("radius", 0.01, 100, Log: true, When: new Condition("shape", ["round"])),
        new WholeParameter("sides", 3, 9, When: new Condition("shape", ["square"])),
        new WholeParameter("copies", 1, 1000, Log: true),
    ]);

    static readonly SearchBudget Thirty = new(30, null);

    static double Mix(TrialRun run) =>
        (
            run.Values["shape"] == "round"
                ? 1 - Math.Abs(Math.Log10(Number(run, "radius")) - 1)
                : -Number(run, "sides")
        ) - Math.Abs(Math.Log(Number(run, "copies") / 30));

    internal static double Number(TrialRun run, string name) =>
        double.Parse(run.Values[name], CultureInfo.InvariantCulture);

    internal static IReadOnlyList<Trial> Run(
        ISearch search,
        Func<TrialRun, double> objective,
        SearchBudget budget,
        IReadOnlyList<Trial>? before = null,
        IPruner? pruner = null
    ) => new Trials(search, pruner, TimeProvider.System).Run(objective, budget, before ?? []);

    public static TheoryData<string> Searches => ["random", "parzen"];

    static ISearch Search(string name, int seed = 1) =>
        name == "random"
            ? new RandomSearch(Mixed, seed)
            : new TreeParzen(Mixed, new TreeParzenOptions { Seed = seed });

    [Theory]
    [MemberData(nameof(Searches))]
    public void Values_lie_in_their_space_and_stand_only_where_their_condition_holds(string name)
    {
        var trials = Run(Search(name), Mix, new SearchBudget(60, null));

        foreach (var values in trials.Select(trial => trial.Values))
        {
            var round = values["shape"] == "round";
            Assert.Equal(round, values.ContainsKey("radius"));
            Assert.Equal(!round, values.ContainsKey("sides"));
            Assert.InRange(int.Parse(values["copies"], CultureInfo.InvariantCulture), 1, 1000);
            Assert.InRange(
                double.Parse(values.GetValueOrDefault("radius", "1"), CultureInfo.InvariantCulture),
                0.01,
                100
            );
            Assert.InRange(
                int.Parse(values.GetValueOrDefault("sides", "3"), CultureInfo.InvariantCulture),
                3,
                9
            );
        }

        Assert.Equal(Enumerable.Range(0, 60), trials.Select(trial => trial.Number));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void A_seed_gives_the_same_bytes_and_another_seed_others(string name)
    {
        string Bytes(int seed) => JsonSerializer.Serialize(Run(Search(name, seed), Mix, Thirty));

        Assert.Equal(Bytes(1), Bytes(1));
        Assert.NotEqual(Bytes(1), Bytes(2));
    }

    [Theory]
    [InlineData("random", 0)]
    [InlineData("random", 13)]
    [InlineData("parzen", 4)]
    [InlineData("parzen", 17)]
    public void A_search_that_goes_on_is_as_one_that_never_stopped(string name, int stopped)
    {
        var whole = Run(Search(name), Mix, Thirty);

        // Through bytes, as a run that begins anew reads them.
        var kept = JsonSerializer.Serialize(Run(Search(name), Mix, new SearchBudget(stopped, null)));
        var before = JsonSerializer.Deserialize<Trial[]>(kept)!;
        var resumed = Run(Search(name), Mix, Thirty, before);

        Assert.Equal(JsonSerializer.Serialize(whole), JsonSerializer.Serialize(resumed));
    }

    [Fact]
    public void Time_ends_a_search_after_a_whole_trial_and_as_many_trials_repeat_it()
    {
        var clock = new SlowClock();
        var timed = new Trials(Search("parzen"), null, clock).Run(
            run =>
            {
                clock.Pass(TimeSpan.FromSeconds(2));
                return Mix(run);
            },
            new SearchBudget(null, TimeSpan.FromSeconds(25)),
            []
        );

        Assert.Equal(13, timed.Count);
        var counted = Run(Search("parzen"), Mix, new SearchBudget(timed.Count, null));
        Assert.Equal(JsonSerializer.Serialize(counted), JsonSerializer.Serialize(timed));
    }

    [Fact]
    public void Whole_numbers_are_as_likely_at_their_ends()
    {
        var space = new SearchSpace([new WholeParameter("n", 1, 5)]);

        var drawn = Run(new RandomSearch(space), run => Number(run, "n"), new SearchBudget(5000, null));

        Assert.All(
            drawn.CountBy(trial => trial.Values["n"]),
            count => Assert.InRange(count.Value, 880, 1120)
        );
    }

    [Fact]
    public void Trials_that_fail_or_are_given_up_do_not_stop_a_search()
    {
        var pruner = new MedianPruner(new MedianPrunerOptions());

        var trials = Run(
            Search("parzen"),
            run =>
                run.Number % 3 == 0 ? double.NaN
                : run.Number % 3 == 1 && run.Report(-run.Number) ? 0
                : Mix(run),
            Thirty,
            pruner: pruner
        );

        Assert.Equal(30, trials.Count);
        Assert.False(double.IsNaN(Trials.Best(trials)!.Score));
        Assert.Null(Trials.Best([]));
    }

    [Fact]
    public void Every_trial_is_told_as_soon_as_it_is_over()
    {
        var told = new List<Trial>();
        var all = new Trials(Search("random"), null, TimeProvider.System).Run(Mix, Thirty, [], told.Add);

        Assert.Equal(all, told);
    }

    [Fact]
    public void A_search_without_a_limit_is_refused() =>
        Assert.Throws<ValidationException>(() => Run(Search("random"), Mix, new SearchBudget(null, null)));

    [Fact]
    public void A_space_that_makes_no_sense_is_refused()
    {
        static void Refused(string because, params Parameter[] parameters) =>
            Assert.Contains(
                because,
                Assert.Throws<ArgumentException>(() => new SearchSpace(parameters)).Message,
                StringComparison.Ordinal
            );

        var when = new Condition("b", ["x"]);
        Refused("a stands twice", new WholeParameter("a", 1, 2), new RealParameter("a", 1, 2));
        Refused(
            "does not stand before",
            new WholeParameter("a", 1, 2, When: when),
            new ChoiceParameter("b", ["x"])
        );
        Refused("choices that differ", new ChoiceParameter("b", ["x", "x"]));
        Refused("choices that differ", new ChoiceParameter("b", []));
        Refused("is nowhere", new WholeParameter("a", 3, 2));
        Refused("is nowhere", new RealParameter("a", 0, double.NaN));
        Refused("must be above 0", new RealParameter("a", 0, 2, Log: true));
    }

    /// <summary>A clock that stands still until it is told that time has passed.</summary>
    sealed class SlowClock : TimeProvider
    {
        long _ticks;

        internal void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;
    }
}
