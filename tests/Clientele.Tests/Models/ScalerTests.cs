using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class ScalerTests
{
    static Matrix Scale(ScalerOptions options, Matrix points) =>
        new Scaler(options).Fit(points).Apply(points);

    [Fact]
    public void Z_scores_divide_by_the_deviation_of_the_population() =>
        Assert.Equal([-1, 1], Scale(new ScalerOptions(), new Matrix([2, 6], columns: 1)).Values.ToArray());

    [Fact]
    public void Min_max_runs_from_0_to_1() =>
        Assert.Equal(
            [0, 0.25, 1],
            Scale(new ScalerOptions { Method = ScaleMethod.MinMax }, new Matrix([2, 3, 6], columns: 1))
                .Values.ToArray()
        );

    [Theory]
    [InlineData(ScaleMethod.ZScore)]
    [InlineData(ScaleMethod.MinMax)]
    public void A_column_that_never_varies_becomes_0(ScaleMethod method) =>
        Assert.Equal(
            [0, 0, 0],
            Scale(new ScalerOptions { Method = method }, new Matrix([0.1, 0.1, 0.1], columns: 1))
                .Values.ToArray()
        );

    [Fact]
    public void Logs_can_be_rounded() =>
        Assert.Equal(
            [0.693, 1.099],
            Scale(
                new ScalerOptions
                {
                    Transform = ShapeTransform.Log,
                    Method = ScaleMethod.None,
                    Decimals = 3,
                },
                new Matrix([2, 3], columns: 1)
            )
                .Values.ToArray()
        );

    [Fact]
    public void Log1p_keeps_the_digits_of_a_small_value() =>
        Assert.Equal(
            [9.999999999995e-13, Math.Log(2)],
            Scale(
                new ScalerOptions { Transform = ShapeTransform.Log1p, Method = ScaleMethod.None },
                new Matrix([1e-12, 1], columns: 1)
            )
                .Values.ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-15 * b
        );

    [Theory]
    [InlineData(ShapeTransform.Log, 0, "Column 1 holds 0, but a log needs values above 0.")]
    [InlineData(ShapeTransform.Log1p, -1, "Column 1 holds -1, but a log1p needs values above -1.")]
    public void A_value_without_a_logarithm_is_refused_by_column_and_value(
        ShapeTransform transform,
        double value,
        string message
    ) =>
        Assert.StartsWith(
            message,
            Assert
                .Throws<ArgumentException>(() =>
                    Scale(new ScalerOptions { Transform = transform }, new Matrix([5, value], columns: 2))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Other_points_are_brought_to_the_learned_scale()
    {
        var scaling = new Scaler(new ScalerOptions()).Fit(new Matrix([2, 6], columns: 1));

        Assert.Equal([3], scaling.Apply(new Matrix([10], columns: 1)).Values.ToArray());
        Assert.Throws<ArgumentException>(() => scaling.Apply(new Matrix(1, 2)));
    }

    [Fact]
    public void Applying_changes_nothing_that_came_in()
    {
        var points = new Matrix([2, 6], columns: 1);

        Scale(new ScalerOptions(), points);

        Assert.Equal([2, 6], points.Values.ToArray());
    }
}
