namespace Clientele.Models;

/// <summary>Powers that make a column more like a normal one.</summary>
/// <remarks>
/// The λ with the greatest likelihood of the transformed values as normal ones, found by Brent's method.
/// Source: Box and Cox (1964), JRSS B 26; Yeo and Johnson (2000), Biometrika 87.
/// </remarks>
static class PowerShape
{
    /// <summary>(x^λ − 1)/λ, and ln x for λ = 0.</summary>
    internal static double BoxCox(double x, double lambda) => Power(Math.Log(x), lambda);

    /// <summary>Box-Cox of 1 + x from 0 on, and of 1 − x with 2 − λ, turned round, below.</summary>
    internal static double YeoJohnson(double x, double lambda) =>
        x >= 0 ? Power(Precise.Log1P(x), lambda) : -Power(Precise.Log1P(-x), 2 - lambda);

    /// <summary>The most likely λ of values above 0; 1 if they never vary.</summary>
    /// <remarks>Values are divided by their geometric mean, which changes no likelihood and keeps powers small.</remarks>
    internal static double BoxCoxLambda(double[] values)
    {
        var logs = values.Select(value => Math.Log(value)).ToArray();
        var mean = logs.Average();
        return Lambda(values, lambda => LogVariance(logs, log => Power(log - mean, lambda)));
    }

    /// <summary>The most likely λ of any values; 1 if they never vary.</summary>
    internal static double YeoJohnsonLambda(double[] values)
    {
        var slope = values.Average(x => Math.Sign(x) * Precise.Log1P(Math.Abs(x)));
        return Lambda(
            values,
            lambda => LogVariance(values, x => YeoJohnson(x, lambda)) - (2 * (lambda - 1) * slope)
        );
    }

    /// <summary>(e^(λ·log) − 1)/λ, without losing the digits of a small λ.</summary>
    static double Power(double log, double lambda)
    {
        var x = lambda * log;
        var power = Math.Exp(x);
        return lambda == 0 || power == 1 ? log
            : Math.Abs(x) > 1 ? (power - 1) / lambda
            : (power - 1) * x / Math.Log(power) / lambda;
    }

    static double Lambda(double[] values, Func<double, double> loss) =>
        values.Min() == values.Max() ? 1 : Brent.Minimum(loss, -2, 2);

    /// <summary>−2/n times the logarithm of the likelihood of values as normal ones, but for a constant.</summary>
    static double LogVariance(double[] values, Func<double, double> shape)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        foreach (var value in values)
        {
            var shaped = shape(value);
            var off = shaped - mean;
            mean += off / ++count;
            squares += off * (shaped - mean);
        }

        return double.IsFinite(squares) ? Math.Log(squares / count) : double.PositiveInfinity;
    }
}
