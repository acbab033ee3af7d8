using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>∫ (α + y)^−m (β + y)^−n dy in u = ln(min(α, β) + y), where it has one peak and steep sides.</summary>
/// <remarks>The range is cut 45 below the peak; the worst error seen over extreme parameters is under 2·10⁻¹².</remarks>
readonly struct ParetoIntegral(double alpha, double beta, double m, double n)
{
    readonly double _least = Math.Min(alpha, beta);
    readonly double _apart = Math.Abs(alpha - beta);

    /// <summary>Powers of the one of α and β that is least, and of the other.</summary>
    readonly (double Near, double Far) _powers = alpha <= beta ? (m, n) : (n, m);

    /// <summary>ln of the integral; −∞ of an empty range.</summary>
    internal double Log(double from, double to)
    {
        if (!(to > from))
        {
            return double.NegativeInfinity;
        }

        Span<double> near = stackalloc double[LogIntegral.Nodes];
        Span<double> far = stackalloc double[LogIntegral.Nodes];
        Span<double> weights = stackalloc double[LogIntegral.Nodes];
        var peak = Weigh(from, to, near, far, weights);
        return double.IsNegativeInfinity(peak) ? peak : peak + Math.Log(TensorPrimitives.Sum(weights));
    }

    /// <summary>ln of the integral, and means over y of what the derivatives of its logarithm are made of.</summary>
    internal (double Log, ParetoMeans Means) Means(double from, double to)
    {
        if (!(to > from))
        {
            return (double.NegativeInfinity, default);
        }

        Span<double> near = stackalloc double[LogIntegral.Nodes];
        Span<double> far = stackalloc double[LogIntegral.Nodes];
        Span<double> weights = stackalloc double[LogIntegral.Nodes];
        var peak = Weigh(from, to, near, far, weights);
        var sum = TensorPrimitives.Sum(weights);
        if (!(sum > 0))
        {
            return (double.NegativeInfinity, default);
        }

        var (logNear, logFar) = (
            TensorPrimitives.Dot(weights, near) / sum,
            TensorPrimitives.Dot(weights, far) / sum
        );
        TensorPrimitives.Exp(near, near);
        TensorPrimitives.Add(near, _apart, far);
        TensorPrimitives.Divide(weights, near, near);
        TensorPrimitives.Divide(weights, far, far);
        var (byNear, byFar) = (TensorPrimitives.Sum(near) / sum, TensorPrimitives.Sum(far) / sum);
        return (
            peak + Math.Log(sum),
            alpha <= beta
                ? new ParetoMeans(logNear, byNear, logFar, byFar)
                : new ParetoMeans(logFar, byFar, logNear, byNear)
        );
    }

    /// <summary>Fills ln(min(α, β) + y), ln(max(α, β) + y) and what each node adds, as a share of the peak whose logarithm is returned.</summary>
    double Weigh(double from, double to, Span<double> near, Span<double> far, Span<double> weights)
    {
        var (low, high) = Range(from, to);
        Span<double> logs = stackalloc double[LogIntegral.Nodes];
        LogIntegral.Fill(low, high, near, weights);
        TensorPrimitives.Exp(near, far);
        TensorPrimitives.Add(far, _apart, far);
        TensorPrimitives.Log(far, far);
        TensorPrimitives.Multiply(far, -_powers.Far, logs);
        TensorPrimitives.MultiplyAdd(near, 1 - _powers.Near, logs, logs);
        var peak = TensorPrimitives.Max(logs);
        TensorPrimitives.Subtract(logs, peak, logs);
        TensorPrimitives.Exp(logs, logs);
        TensorPrimitives.Multiply(weights, logs, weights);
        return peak;
    }

    /// <summary>The part of a range, in u, in which there is anything.</summary>
    internal (double Low, double High) Range(double from, double to)
    {
        var (low, high) = (Math.Log(_least + from), Math.Log(_least + to));
        var peak = Peak(low, high);
        var floor = At(peak) - LogIntegral.Nothing;
        // ln of the integrand is concave: a tangent from beyond leads back and never too far.
        if (At(high) < floor)
        {
            for (var step = 0; step < 60 && At(high) < floor - 1; step++)
            {
                high -= (At(high) - floor) / Slope(high);
            }
        }

        return (Math.Max(low, Math.Min(peak - LogIntegral.Nothing, high)), high);
    }

    /// <summary>ln of the integrand, du included.</summary>
    internal double At(double u)
    {
        var y = Math.Exp(u) - _least;
        return u - (m * Math.Log(alpha + y)) - (n * Math.Log(beta + y));
    }

    double Slope(double u)
    {
        var all = Math.Exp(u);
        var y = all - _least;
        return 1 - (m * all / (alpha + y)) - (n * all / (beta + y));
    }

    double Peak(double low, double high)
    {
        if (Slope(low) <= 0)
        {
            return low;
        }

        for (var step = 0; step < 60 && high - low > 1e-3; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(middle) > 0 ? (middle, high) : (low, middle);
        }

        return high;
    }
}

/// <summary>Means over the moment y at which a customer went.</summary>
readonly record struct ParetoMeans(double LogAlpha, double OneByAlpha, double LogBeta, double OneByBeta);
