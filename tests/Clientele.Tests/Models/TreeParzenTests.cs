using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class TreeParzenTests
{
    static readonly SearchBudget Sixty = new(60, null);

    static readonly SearchSpace Plane = new([new RealParameter("x", -5, 10), new RealParameter("y", 0, 15)]);

    static readonly SearchSpace Cube = new([
        .. Enumerable.Range(0, 6).Select(i => new RealParameter($"x{i}", 0, 1)),
    ]);

    static readonly SearchSpace Branches = new([
        new ChoiceParameter("algorithm", ["near", "far", "none"]),
        new RealParameter("rate", 1e-5, 1, Log: true, When: new Condition("algorithm", ["near", "far"])),
        new WholeParameter("size", 2, 60, When: new Condition("algorithm", ["near"])),
        new ChoiceParameter("scale", ["log", "rank", "raw"], new Condition("algorithm", ["near"])),
    ]);

    static double Score(string problem, TrialRun run) =>
        problem switch
        {
            "branin" => -Branin(SearchTests.Number(run, "x"), SearchTests.Number(run, "y")),
            "hartmann" => Hartmann([.. Enumerable.Range(0, 6).Select(i => SearchTests.Number(run, $"x{i}"))]),
            _ => Branch(run),
        };

    static SearchSpace Space(string problem) =>
        problem switch
        {
            "branin" => Plane,
            "hartmann" => Cube,
            _ => Branches,
        };

    /// <summary>Mean over twenty seeds of how good the best of sixty trials is; chance comes to −1.2, 1.9 and −.8.</summary>
    [Theory]
    [InlineData("branin", -0.7)]
    [InlineData("hartmann", 2.6)]
    [InlineData("branches", -0.25)]
    public void It_finds_better_values_than_chance_within_sixty_trials(string problem, double atLeast)
    {
        double Best(Func<int, ISearch> search) =>
            Enumerable
                .Range(0, 20)
                .Average(seed =>
                    Trials.Best(SearchTests.Run(search(seed), run => Score(problem, run), Sixty))!.Score
                );

        var chance = Best(seed => new RandomSearch(Space(problem), seed));
        var parzen = Best(seed => new TreeParzen(Space(problem), new TreeParzenOptions { Seed = seed }));

        Assert.True(parzen > atLeast && atLeast > chance, $"{parzen} by learning, {chance} by chance.");
    }

    [Fact]
    public void In_a_small_space_of_choices_nothing_is_tried_twice_before_all_is_tried()
    {
        var space = new SearchSpace([
            new ChoiceParameter("a", ["1", "2", "3", "4"]),
            new WholeParameter("b", 1, 5),
        ]);

        var trials = SearchTests.Run(
            new TreeParzen(space, new TreeParzenOptions { Startup = 1 }),
            run => SearchTests.Number(run, "a") - SearchTests.Number(run, "b"),
            new SearchBudget(18, null)
        );

        Assert.Equal(18, trials.Select(trial => (trial.Values["a"], trial.Values["b"])).Distinct().Count());
        Assert.Equal(3, Trials.Best(trials)!.Score);
    }

    /// <summary>Least value .397887.</summary>
    static double Branin(double x, double y) =>
        Math.Pow(y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6, 2)
        + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x))
        + 10;

    /// <summary>Greatest value 3.32237.</summary>
    static double Hartmann(double[] x)
    {
        double[] weights = [1, 1.2, 3, 3.2];
        double[,] steep =
        {
            { 10, 3, 17, 3.5, 1.7, 8 },
            { 0.05, 10, 17, 0.1, 8, 14 },
            { 3, 3.5, 1.7, 10, 17, 8 },
            { 17, 8, 0.05, 10, 0.1, 14 },
        };
        int[,] peaks =
        {
            { 1312, 1696, 5569, 124, 8283, 5886 },
            { 2329, 4135, 8307, 3736, 1004, 9991 },
            { 2348, 1451, 3522, 2883, 3047, 6650 },
            { 4047, 8828, 8732, 5743, 1091, 381 },
        };
        return Enumerable
            .Range(0, 4)
            .Sum(i =>
                weights[i]
                * Math.Exp(
                    -Enumerable.Range(0, 6).Sum(j => steep[i, j] * Math.Pow(x[j] - (peaks[i, j] / 1e4), 2))
                )
            );
    }

    /// <summary>Best at near, rate .01, size 20, rank.</summary>
    static double Branch(TrialRun run)
    {
        if (run.Values["algorithm"] == "none")
        {
            return -3;
        }

        var rate = Math.Abs(Math.Log10(SearchTests.Number(run, "rate")) + 2);
        return run.Values["algorithm"] == "far"
            ? -1 - rate
            : -rate
                - (Math.Abs(SearchTests.Number(run, "size") - 20) / 15)
                - (run.Values["scale"] == "rank" ? 0 : 0.7);
    }
}
