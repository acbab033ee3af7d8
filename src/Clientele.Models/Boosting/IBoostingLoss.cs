namespace Clientele.Models;

/// <summary>A loss as boosting sees it: derivatives by what the trees tell, and what a leaf should add.</summary>
interface IBoostingLoss
{
    /// <summary>Whether all rows curve alike.</summary>
    bool IsFlat { get; }

    /// <summary>What is told before the first tree; −∞ if that is all there is to tell.</summary>
    double Start(double[] target);

    /// <summary>First derivatives of rows, and curvatures (where they differ) as they are expected: never below 0.</summary>
    void Fill(
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> raw,
        Span<double> slopes,
        Span<double> curvatures
    );

    /// <summary>What the leaf of these rows should add.</summary>
    /// <param name="slope">Sum of the first derivatives.</param>
    /// <param name="curvature">Sum of the curvatures, and the ridge.</param>
    /// <param name="left">What is left of the targets of the rows, in their order; asked for by few losses.</param>
    double Step(double slope, double curvature, Func<double[]> left);

    /// <summary>What people are told for what the trees add up to.</summary>
    double Told(double raw);
}

/// <summary>(y − f)² / 2.</summary>
sealed class SquaredLoss : IBoostingLoss
{
    public bool IsFlat => true;

    public double Start(double[] target) => target.Average();

    public void Fill(
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> raw,
        Span<double> slopes,
        Span<double> curvatures
    ) => System.Numerics.Tensors.TensorPrimitives.Subtract(raw, target, slopes);

    public double Step(double slope, double curvature, Func<double[]> left) => -slope / curvature;

    public double Told(double raw) => raw;
}

/// <summary>The pinball loss: as many rows above as the quantile leaves there.</summary>
sealed class QuantileLoss(double share) : IBoostingLoss
{
    public bool IsFlat => true;

    public double Start(double[] target) => Statistics.Quantile([.. target.Order()], share);

    public void Fill(
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> raw,
        Span<double> slopes,
        Span<double> curvatures
    )
    {
        for (var i = 0; i < target.Length; i++)
        {
            slopes[i] = target[i] > raw[i] ? -share : 1 - share;
        }
    }

    public double Step(double slope, double curvature, Func<double[]> left) =>
        Statistics.Quantile([.. left().Order()], share);

    public double Told(double raw) => raw;
}

/// <summary>Deviances whose variance is a power of the mean, told by its logarithm: 1 is Poisson's.</summary>
/// <remarks>
/// −y·e^((1−p)f)/(1−p) + e^((2−p)f)/(2−p). With the curvature that is expected, e^((2−p)f), the step that is best for a leaf is
/// ln(1 − slope/curvature) exactly.
/// </remarks>
sealed class PowerLoss(double power) : IBoostingLoss
{
    /// <summary>A leaf of zeros wants −∞: no step is wider.</summary>
    const double Widest = 4;

    public bool IsFlat => false;

    public double Start(double[] target) => Math.Log(target.Average());

    public void Fill(
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> raw,
        Span<double> slopes,
        Span<double> curvatures
    )
    {
        for (var i = 0; i < target.Length; i++)
        {
            var mean = Math.Exp((2 - power) * raw[i]);
            curvatures[i] = mean;
            slopes[i] =
                mean - (target[i] == 0 ? 0 : target[i] * (power == 1 ? 1 : Math.Exp((1 - power) * raw[i])));
        }
    }

    public double Step(double slope, double curvature, Func<double[]> left)
    {
        var ratio = curvature > 0 ? 1 - (slope / curvature) : 1;
        return ratio > 0 ? Math.Clamp(Math.Log(ratio), -Widest, Widest) : -Widest;
    }

    public double Told(double raw) => Math.Exp(raw);
}
