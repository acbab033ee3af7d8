using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class PrunerTests
{
    static Trial Over(int number, params double[] steps) =>
        new(number, new Dictionary<string, string>(), steps[^1], steps, Pruned: false);

    [Fact]
    public void Half_of_the_whole_trials_are_better_on_average_where_a_trial_is_given_up()
    {
        var pruner = new MedianPruner(new MedianPrunerOptions { Startup = 3 });
        Trial[] finished = [Over(0, 1, 3), Over(1, 2, 6), Over(2, 5, 9)];

        // After one step the median is 2, after two the median of the means 2, 4 and 7.
        Assert.True(pruner.GivesUp([1.9], finished));
        Assert.False(pruner.GivesUp([2], finished));
        Assert.True(pruner.GivesUp([3, 3.9], finished));
        Assert.False(pruner.GivesUp([4.5, 1], finished));
        Assert.False(pruner.GivesUp([0], finished[..2]));
        Assert.False(pruner.GivesUp([0, 0, 0], finished));
        Assert.False(
            new MedianPruner(new MedianPrunerOptions { Startup = 3, Warmup = 1 }).GivesUp([0], finished)
        );
    }

    [Fact]
    public void The_best_third_goes_on_for_three_times_the_steps()
    {
        var pruner = new HalvingPruner(new HalvingPrunerOptions());
        Trial[] finished = [.. Enumerable.Range(0, 8).Select(number => Over(number, number, number, number))];

        // Nine with this one: three go on.
        Assert.False(pruner.GivesUp([5.5], finished));
        Assert.True(pruner.GivesUp([4.5], finished));
        Assert.False(pruner.GivesUp([4.5, 0], finished));
        Assert.True(pruner.GivesUp([4.5, 0, 4.5], finished));
        Assert.False(pruner.GivesUp([1], []));
    }

    [Fact]
    public void A_search_that_gives_up_early_takes_fewer_steps_and_finds_the_same_hill()
    {
        var space = new SearchSpace([new RealParameter("x", 0, 1)]);
        (int Steps, double Best) Work(IPruner? pruner)
        {
            var steps = 0;
            var trials = SearchTests.Run(
                new TreeParzen(space, new TreeParzenOptions()),
                run =>
                {
                    var height = 1 - Math.Abs(SearchTests.Number(run, "x") - 0.7);
                    for (var step = 1; step <= 9; step++, steps++)
                    {
                        if (run.Report(height * step / 9))
                        {
                            return double.NaN;
                        }
                    }

                    return height;
                },
                new SearchBudget(50, null),
                pruner: pruner
            );
            return (steps, Trials.Best(trials)!.Score);
        }

        var all = Work(null);
        Assert.Equal(450, all.Steps);
        foreach (var pruner in (IPruner[])[new MedianPruner(new()), new HalvingPruner(new())])
        {
            var (steps, best) = Work(pruner);
            Assert.InRange(steps, 60, 360);
            Assert.True(best > 0.97);
        }
    }
}
