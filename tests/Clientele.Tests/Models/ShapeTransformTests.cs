using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Transforms that make columns less skewed, against scipy 1.10.1 and scikit-learn 1.2.1.</summary>
public sealed class ShapeTransformTests
{
    static readonly double[] Skewed = [1, 2, 2, 3, 5, 8, 13, 40];

    static (Scaling Scaling, double[] Values) Fit(ScalerOptions options, params double[] values)
    {
        var points = new Matrix(values, columns: 1);
        var scaling = new Scaler(options).Fit(points);
        return (scaling, scaling.Apply(points).Values.ToArray());
    }

    static ScalerOptions Unscaled(ShapeTransform transform) =>
        new() { Transform = transform, Method = ScaleMethod.None };

    [Fact]
    public void Box_cox_finds_the_power_that_scipy_finds()
    {
        var (scaling, values) = Fit(Unscaled(ShapeTransform.BoxCox), Skewed);

        Assert.Equal(-0.2469004335959247, scaling.Columns[0].Lambda!.Value, tolerance: 1e-6);
        Assert.Equal(
            [0, 0.63707873, 0.63707873, 0.96221984, 1.32812772, 1.62637068, 1.90018302, 2.42118655],
            values,
            Near(1e-6)
        );
    }

    [Fact]
    public void Yeo_johnson_finds_the_power_that_scipy_finds_on_both_sides_of_0()
    {
        var (scaling, values) = Fit(Unscaled(ShapeTransform.YeoJohnson), -3, -1, 0, 0.5, 2, 4, 9, 30);

        Assert.Equal(0.3927655616521916, scaling.Columns[0].Lambda!.Value, tolerance: 1e-6);
        Assert.Equal(
            [-5.15308363, -1.27341256, 0, 0.43953515, 1.37374731, 2.24464056, 3.74368421, 7.2628927],
            values,
            Near(2e-6)
        );
    }

    [Theory]
    [InlineData(
        ShapeTransform.BoxCox,
        new[] { -0.14475080273816873, 0.28101143921045985, 0.9312837580297569, 0.6433690725972321 },
        new[] { -0.8947421972045969, 1.0217293642645144, -1.347656652499102, -1.3897162562040708 },
        0.005204634972694544
    )]
    [InlineData(
        ShapeTransform.YeoJohnson,
        new[] { -0.3212232909703323, 0.03907581154176232, 1.0932181829824505, 0.8404841652434426 },
        new[] { -0.8956895570207758, 1.022908123636489, -1.33230589636963, -1.3322663225985605 },
        0.009869418993602448
    )]
    public void Irises_are_transformed_as_by_scikit_learn(
        ShapeTransform transform,
        double[] lambdas,
        double[] first,
        double skewness
    )
    {
        var points = Points.Iris().Points;
        var scaling = new Scaler(new ScalerOptions { Transform = transform }).Fit(points);

        Assert.Equal(lambdas, scaling.Columns.Select(c => c.Lambda!.Value), Near(1e-5));
        Assert.Equal(first, scaling.Apply(points)[0].ToArray(), Near(1e-5));
        Assert.Equal(0.3149109566369696, scaling.Columns[0].SkewnessBefore, tolerance: 1e-9);
        Assert.Equal(skewness, scaling.Columns[0].SkewnessAfter, tolerance: 1e-5);
    }

    [Theory]
    [InlineData(
        ShapeTransform.QuantileUniform,
        1000,
        new[]
        {
            0.0,
            0.0,
            0.21428571428571427,
            0.3571428571428571,
            0.6666666666666666,
            0.8571428571428571,
            0.9947089947089947,
            1.0,
            1.0,
        }
    )]
    [InlineData(
        ShapeTransform.QuantileUniform,
        5,
        new[] { 0.0, 0.0, 0.25, 0.3125, 0.6428571428571428, 0.7804878048780488, 0.9918699186991871, 1.0, 1.0 }
    )]
    [InlineData(
        ShapeTransform.QuantileNormal,
        5,
        new[]
        {
            -5.199337582605575,
            -5.199337582605575,
            -0.6744897501960817,
            -0.4887764111146695,
            0.3661063568005695,
            0.773841732337253,
            2.403023047321942,
            5.19933758270342,
            5.19933758270342,
        }
    )]
    public void Quantiles_are_those_of_scikit_learn(
        ShapeTransform transform,
        int quantiles,
        double[] expected
    )
    {
        var (scaling, _) = Fit(Unscaled(transform) with { Quantiles = quantiles }, Skewed);

        var values = scaling
            .Apply(new Matrix([0, 1, 2, 2.5, 7, 13, 39, 40, 99], columns: 1))
            .Values.ToArray();

        Assert.Equal(expected, values, Near(1e-8));
    }

    [Fact]
    public void Robust_takes_the_median_and_the_distance_of_the_quartiles()
    {
        var (_, values) = Fit(new ScalerOptions { Method = ScaleMethod.Robust }, Skewed);

        Assert.Equal(
            [
                -0.41379310344827586,
                -0.27586206896551724,
                -0.27586206896551724,
                -0.13793103448275862,
                0.13793103448275862,
                0.5517241379310345,
                1.2413793103448276,
                4.9655172413793105,
            ],
            values,
            Near(1e-14)
        );
    }

    [Fact]
    public void Robust_keeps_the_unit_of_a_column_of_mostly_one_value() =>
        Assert.Equal(
            [0, 0, 0, 0, 0, 7],
            Fit(new ScalerOptions { Method = ScaleMethod.Robust }, 1, 1, 1, 1, 1, 8).Values
        );

    [Theory]
    [InlineData(ShapeTransform.BoxCox)]
    [InlineData(ShapeTransform.YeoJohnson)]
    [InlineData(ShapeTransform.QuantileUniform)]
    [InlineData(ShapeTransform.QuantileNormal)]
    public void A_column_that_never_varies_becomes_0(ShapeTransform transform) =>
        Assert.Equal([0, 0, 0], Fit(new ScalerOptions { Transform = transform }, 4, 4, 4).Values);

    [Fact]
    public void Skewness_of_incomes_goes_down()
    {
        var random = new Random(4);
        var incomes = Enumerable
            .Range(0, 2000)
            .Select(_ => 1e4 * Math.Exp(3 * random.NextDouble() * random.NextDouble()))
            .ToArray();

        Assert.All(
            [
                ShapeTransform.Log,
                ShapeTransform.BoxCox,
                ShapeTransform.YeoJohnson,
                ShapeTransform.QuantileNormal,
            ],
            transform =>
            {
                var column = Fit(new ScalerOptions { Transform = transform }, incomes).Scaling.Columns[0];
                Assert.True(Math.Abs(column.SkewnessAfter) < 0.5 * column.SkewnessBefore);
            }
        );
    }

    [Fact]
    public void Box_cox_refuses_what_has_no_logarithm() =>
        Assert.StartsWith(
            "Column 0 holds 0, but a box_cox needs values above 0.",
            Assert
                .Throws<ArgumentException>(() =>
                    Fit(new ScalerOptions { Transform = ShapeTransform.BoxCox }, 1, 0)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_power_far_out_is_found()
    {
        // Values whose tenth powers are evenly spread.
        var values = Enumerable.Range(1, 200).Select(i => Math.Pow(i, 0.1)).ToArray();

        Assert.InRange(
            Fit(new ScalerOptions { Transform = ShapeTransform.BoxCox }, values)
                .Scaling.Columns[0]
                .Lambda!.Value,
            4,
            12
        );
    }

    static Func<double, double, bool> Near(double tolerance) => (a, b) => Math.Abs(a - b) < tolerance;
}
