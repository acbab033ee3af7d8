using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class MutualInformationTests
{
    /// <summary>The labellings of the adjusted Rand index's tests, scored by scikit-learn 1.2.1.</summary>
    [Theory]
    [InlineData(
        new[] { 0, 0, 0, 1, 1, 1 },
        new[] { 0, 1, 0, 1, 2, 2 },
        0.5158037429793889,
        0.2987924581708901
    )]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 0, 1, 2 }, 0.8, 0.5714285714285715)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, 0, -0.5)]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 0, 1, 2, 3 }, 0, 0)]
    [InlineData(new[] { 0, 1, 0 }, new[] { 42, 7, 42 }, 1, 1)]
    [InlineData(
        new[] { 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3 },
        new[] { 1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2 },
        0.3783499278720408,
        0.27820964657269787
    )]
    public void Scores_are_those_of_scikit_learn(int[] a, int[] b, double normalized, double adjusted)
    {
        Assert.Equal(normalized, MutualInformation.Normalized(a, b), tolerance: 1e-12);
        Assert.Equal(normalized, MutualInformation.Normalized(b, a), tolerance: 1e-12);
        Assert.Equal(adjusted, MutualInformation.Adjusted(a, b), tolerance: 1e-12);
        Assert.Equal(adjusted, MutualInformation.Adjusted(b, a), tolerance: 1e-12);
    }

    [Fact]
    public void One_cluster_agrees_with_one_cluster_and_points_alone_with_points_alone()
    {
        Assert.Equal(1, MutualInformation.Normalized([5, 5, 5], [1, 1, 1]));
        Assert.Equal(1, MutualInformation.Adjusted([5, 5, 5], [1, 1, 1]));
        Assert.Equal(1, MutualInformation.Adjusted([1, 2, 3], [3, 1, 2]));
    }

    [Fact]
    public void Many_clusters_by_chance_share_information_but_none_beyond_chance()
    {
        var random = new Random(2);
        var a = Enumerable.Range(0, 300).Select(_ => random.Next(40)).ToArray();
        var b = Enumerable.Range(0, 300).Select(_ => random.Next(40)).ToArray();

        Assert.True(MutualInformation.Normalized(a, b) > 0.35);
        Assert.Equal(0, MutualInformation.Adjusted(a, b), tolerance: 0.05);
    }

    [Fact]
    public void Labellings_of_other_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => MutualInformation.Normalized([1, 2], [1, 2, 3]));
}
