using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class SegmentationLabTests
{
    static readonly SegmentAlgorithm[] Told =
    [
        .. Enum.GetValues<SegmentAlgorithm>().Where(SegmentPlan.TellsClusters),
    ];

    /// <summary>Five clouds; the higher its number, the more a customer of it is worth.</summary>
    static SegmentInput Five(int size = 40)
    {
        var (points, clouds) = Points.Blobs(clusters: 5, size, columns: 3);
        return new SegmentInput(points, [.. clouds.Select(cloud => 10.0 * (cloud + 1))]);
    }

    static LabOptions Quick =>
        new()
        {
            Largest = 7,
            StabilityRounds = 3,
            Threads = 1,
        };

    public static TheoryData<SegmentAlgorithm> Algorithms => [.. Enum.GetValues<SegmentAlgorithm>()];

    public static TheoryData<SegmentSpace> Spaces => [.. Enum.GetValues<SegmentSpace>()];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Every_algorithm_finds_what_is_there_and_its_model_comes_back_from_json(
        SegmentAlgorithm algorithm
    )
    {
        var input = Five();

        var result = new SegmentationLab(Quick with { Algorithms = [algorithm] }).Compare(input);
        var model = SegmentModel.Of(result.Trials[result.Chosen], ["a", "b", "c"], input.Worth);
        var again = ModelJson.Read<SegmentModel>(ModelJson.Write(model));

        Assert.Equal(5, result.Trials[result.Chosen].Score.Clusters);
        Assert.Equal(Enumerable.Range(0, 200).Select(row => 4 - (row / 40)), model.Labels);
        Assert.Equal(model.Labels, again.Labels);
        Assert.Equal(model.Assign(input.Features).Labels, again.Assign(input.Features).Labels);
        Assert.Equal(model.Assign(input.Features).Confidence, again.Assign(input.Features).Confidence);
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Every_space_keeps_what_is_there_and_its_model_comes_back_from_json(SegmentSpace space)
    {
        var input = Five();

        var result = new SegmentationLab(Quick with { Spaces = [space] }).Compare(input);
        var model = SegmentModel.Of(result.Trials[result.Chosen], ["a", "b", "c"], input.Worth);
        var again = ModelJson.Read<SegmentModel>(ModelJson.Write(model));

        Assert.Equal(space, result.Trials[result.Chosen].Score.Plan.Space);
        // Pictures may tear a cloud; they do not mix two.
        Assert.InRange(
            AdjustedRand.Of([.. Enumerable.Range(0, 200).Select(row => row / 40)], model.Labels),
            0.9,
            1
        );
        Assert.Equal(model.Labels, model.Assign(input.Features).Labels);
        Assert.Equal(model.Labels, again.Assign(input.Features).Labels);
    }

    [Fact]
    public void The_first_segment_is_worth_most()
    {
        var input = Five();
        var result = new SegmentationLab(Quick).Compare(input);

        var labels = SegmentModel.Of(result.Trials[result.Chosen], ["a", "b", "c"], input.Worth).Labels;

        Assert.Equal(
            [50, 40, 30, 20, 10],
            labels
                .Zip(input.Worth)
                .GroupBy(p => p.First)
                .OrderBy(g => g.Key)
                .Select(g => g.Average(p => p.Second))
        );
    }

    [Fact]
    public void Two_halves_are_not_chosen_however_well_they_part()
    {
        var (points, clouds) = Points.Blobs(clusters: 2, size: 100, columns: 2);
        var result = new SegmentationLab(Quick).Compare(
            new SegmentInput(points, [.. clouds.Select(cloud => (double)cloud)])
        );

        Assert.Equal(2, result.Trials.MaxBy(trial => trial.Score.Separation)!.Score.Clusters);
        Assert.Equal(SegmentFault.TooFew, result.Trials[0].Score.Fault);
        Assert.True(result.Trials[result.Chosen].Score.Clusters >= 4);
    }

    [Fact]
    public void Two_segments_are_chosen_where_two_are_asked_for()
    {
        var result = new SegmentationLab(Quick with { Smallest = 2, Largest = 2 }).Compare(Five());

        Assert.Equal(2, result.Trials[result.Chosen].Score.Clusters);
    }

    [Fact]
    public void Tiny_and_huge_segments_are_faults()
    {
        var (points, _) = Points.Blobs(clusters: 1, size: 300, columns: 2);
        for (var far = 0; far < 4; far++)
        {
            points[far][0] += 1000 * (far + 1);
        }

        var result = new SegmentationLab(
            Quick with
            {
                Algorithms = [SegmentAlgorithm.Single],
                Smallest = 5,
                Largest = 6,
            }
        ).Compare(new SegmentInput(points, new double[300]));

        Assert.All(result.Trials, trial => Assert.Equal(SegmentFault.TinySegment, trial.Score.Fault));
        Assert.Equal(-1, result.Chosen);
    }

    [Fact]
    public void The_score_is_separation_times_stability_and_a_search_maximises_it()
    {
        var found = Search(trials: 12, before: []);

        var best = found.Best!.Score;
        Assert.Equal(
            (best.Silhouette + best.OriginalSilhouette) / 2 * best.StabilityAri,
            best.Score,
            tolerance: 1e-12
        );
        Assert.Equal(found.Trials.Where(one => one.Trial.IsWhole).Max(one => one.Score.Score), best.Score);
        Assert.Equal(12, found.Trials.Count);
    }

    [Fact]
    public void A_search_that_was_stopped_goes_on_as_if_it_had_not_been()
    {
        var whole = Search(trials: 10, before: []);
        var half = Search(trials: 5, before: []);

        var resumed = Search(trials: 10, [.. half.Trials.Select(Again)]);

        Assert.Equal(whole.Trials.Select(ModelJson.Write), resumed.Trials.Select(ModelJson.Write));
        Assert.Equal(whole.Best!.Clustering.Labels, resumed.Best!.Clustering.Labels);
    }

    [Fact]
    public void A_search_stopped_by_time_is_repeated_by_its_number_of_trials()
    {
        var clock = new CountingClock();
        var timed = new SegmentSearch(Wide, SearchMethod.TreeParzen).Run(
            Five(),
            (new SearchBudget(null, TimeSpan.FromSeconds(4)), clock),
            [],
            _ => { }
        );

        var counted = Search(timed.Trials.Count, []);

        Assert.InRange(timed.Trials.Count, 2, 6);
        Assert.Equal(timed.Trials.Select(ModelJson.Write), counted.Trials.Select(ModelJson.Write));
    }

    static LabOptions Wide => Quick with { Algorithms = Told, Spaces = [SegmentSpace.Raw, SegmentSpace.Pca] };

    static SearchResult Search(int trials, IReadOnlyList<SearchedTrial> before) =>
        new SegmentSearch(Wide, SearchMethod.TreeParzen).Run(
            Five(),
            (new SearchBudget(trials, null), TimeProvider.System),
            before,
            _ => { }
        );

    /// <summary>As a file keeps it.</summary>
    static SearchedTrial Again(SearchedTrial trial) => ModelJson.Read<SearchedTrial>(ModelJson.Write(trial));

    /// <summary>A second passes each time that it is looked at.</summary>
    sealed class CountingClock : TimeProvider
    {
        long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
