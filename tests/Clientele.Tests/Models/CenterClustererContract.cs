using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>What every clusterer around centers keeps to beside <see cref="ClustererContract"/>.</summary>
public abstract class CenterClustererContract : ClustererContract
{
    [Fact]
    public void Labels_are_numbers_of_centers()
    {
        var fit = Fit(5, Points.Even(200, Columns));

        Assert.Equal(200, fit.Labels.Length);
        Assert.Equal(5, fit.Centers.Rows);
        Assert.All(fit.Labels, label => Assert.InRange(label, 0, 4));
    }

    [Fact]
    public void Inertia_is_the_sum_of_squared_distances_to_the_centers()
    {
        var points = Points.Even(200, Columns);
        var fit = Fit(5, points);

        var sum = 0.0;
        for (var i = 0; i < points.Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                sum += Math.Pow(points[i][j] - fit.Centers[fit.Labels[i]][j], 2);
            }
        }

        Assert.Equal(sum, fit.Inertia, tolerance: 1e-9 * sum);
    }

    [Fact]
    public void Fewer_points_than_clusters_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Create(8, 1, 1).Fit(Points.Even(3, Columns)));

        Assert.StartsWith(
            "clusters is 8, but can be no more than the points: ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_point_at_its_center_is_sure_and_one_between_two_is_not()
    {
        var (points, _) = Points.Blobs(clusters: 2, size: 40, Columns);
        var fit = Fit(2, points);
        var asked = new Matrix(2, Columns);
        fit.Centers[0].CopyTo(asked[0]);
        for (var j = 0; j < Columns; j++)
        {
            asked[1][j] = (fit.Centers[0][j] + fit.Centers[1][j]) / 2;
        }

        var confidence = fit.Assign(asked).Confidence;

        Assert.Equal(1, confidence[0], tolerance: 1e-12);
        Assert.Equal(0, confidence[1], tolerance: 1e-9);
    }

    CenterClustering Fit(int clusters, Matrix points) =>
        Assert.IsType<CenterClustering>(Create(clusters, 1, 1).Fit(points));
}
