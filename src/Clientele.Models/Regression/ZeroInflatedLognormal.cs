using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>ZILN: amounts are 0 with a chance, else lognormal; the chance, the mean and the spread of the logarithm are linear in the columns.</summary>
/// <remarks>
/// Three heads a row: logit of the chance to be above 0, μ, and a number whose softplus is σ. Learned by penalised maximum likelihood by
/// Fisher scoring. Source: Wang, Liu and Miao (2019), "A Deep Probabilistic Model for Customer Lifetime Value Prediction", arXiv 1912.07753.
/// </remarks>
public sealed class ZeroInflatedLognormal(ZeroInflatedLognormalOptions options)
{
    const int MostSteps = 100;

    const double Shortest = 1e-6;

    /// <summary>What a step may gain in mean loss that is nothing: below it a shop of any size has nothing to tell.</summary>
    const double Nothing = 1e-6;

    /// <summary>No spread is less, in the loss.</summary>
    internal static readonly double LeastSpread = Math.Sqrt(1e-7);

    readonly ZeroInflatedLognormalOptions _options = Require.Valid(options);

    /// <summary>Learns amounts.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n amounts, 0 or more.</param>
    /// <param name="cancel">Looked at in every pass over the rows.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or an amount is below 0.</exception>
    public ZeroInflatedLognormalModel Fit(Matrix points, double[] target, CancellationToken cancel = default)
    {
        Require.Targets(points, target, "ZILN");
        if (target.Min() < 0)
        {
            throw new ArgumentException(
                $"ZILN needs amounts of 0 or more, but one is {target.Min()}.",
                nameof(target)
            );
        }

        var (scaled, means, spreads) = Scaled(points);
        var weights = Scored(scaled, target, cancel);
        return new ZeroInflatedLognormalModel([
            .. Enumerable.Range(0, ZilnLoss.Heads).Select(head => Unscaled(weights, head, means, spreads)),
        ]);
    }

    /// <summary>Fisher scoring: steps by the expected curvature, halved until they lead down.</summary>
    double[] Scored(Matrix scaled, double[] target, CancellationToken cancel)
    {
        ZilnLoss At(double[] weights) => ZilnLoss.At(scaled, target, weights, _options, cancel);
        var here = Start(target, scaled.Columns - 1);
        var loss = At(here);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = loss.Direction();
            var gain = -TensorPrimitives.Dot<double>(direction, loss.Gradient);
            var (length, least) = (1.0, loss.Value);
            if (gain <= Nothing * Math.Max(1, Math.Abs(least)))
            {
                break;
            }

            double[] next;
            do
            {
                next = [.. here.Zip(direction, (w, d) => w + (length * d))];
                loss = At(next);
                length /= 2;
            } while (loss.Value > least - (1e-4 * length * gain) && length > Shortest);

            if (!(loss.Value < least))
            {
                break;
            }

            here = next;
        }

        return here;
    }

    /// <summary>Loss of one row: what the three heads say against what came.</summary>
    public static double Loss(double logit, double mu, double raw, double amount)
    {
        // softplus(−logit) of who bought, softplus(logit) of who did not.
        if (amount <= 0)
        {
            return Softplus(logit);
        }

        var sigma = Sigma(raw);
        var z = (Math.Log(amount) - mu) / sigma;
        return Softplus(-logit) + Math.Log(amount * sigma) + (0.5 * ((z * z) + Math.Log(2 * Math.PI)));
    }

    /// <summary>Mean amount: chance · e^(μ + σ²/2).</summary>
    public static double Mean(double logit, double mu, double raw)
    {
        var sigma = Softplus(raw);
        return Math.Exp(-Softplus(-logit) + mu + (sigma * sigma / 2));
    }

    /// <summary>Spread of the logarithm, in the loss.</summary>
    internal static double Sigma(double raw) => Math.Max(Softplus(raw), LeastSpread);

    /// <summary>ln(1 + e^x).</summary>
    static double Softplus(double x) => Math.Max(x, 0) + Precise.Log1P(Math.Exp(-Math.Abs(x)));

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    internal static double Head(ReadOnlySpan<double> row, ReadOnlySpan<double> weights) =>
        TensorPrimitives.Dot(row, weights[..^1]) + weights[^1];

    /// <summary>Intercepts that suit all rows, and no column.</summary>
    static double[] Start(double[] target, int columns)
    {
        double[] logs = [.. target.Where(y => y > 0).Select(y => Math.Log(y))];
        var start = new double[ZilnLoss.Heads * (columns + 1)];
        var share = Math.Clamp((logs.Length + 0.5) / (target.Length + 1), 1e-6, 1 - 1e-6);
        start[columns] = Math.Log(share / (1 - share));
        start[(2 * columns) + 1] = logs.Length > 0 ? logs.Average() : 0;
        var sigma = Math.Max(
            logs.Length > 1 ? Math.Sqrt(logs.Average(l => Math.Pow(l - logs.Average(), 2))) : 1,
            0.05
        );
        start[^1] = sigma > 30 ? sigma : Math.Log(Math.Exp(sigma) - 1);
        return start;
    }

    static (Matrix Scaled, double[] Means, double[] Spreads) Scaled(Matrix points)
    {
        var scaled = new Matrix(points.Rows, points.Columns + 1);
        scaled.Values.Fill(1);
        var (means, spreads) = (new double[points.Columns], new double[points.Columns]);
        for (var column = 0; column < points.Columns; column++)
        {
            var values = points.Column(column);
            means[column] = values.Average();
            var spread = Math.Sqrt(values.Average(v => (v - means[column]) * (v - means[column])));
            spreads[column] = spread > 0 ? spread : 1;
            for (var row = 0; row < values.Length; row++)
            {
                scaled[row][column] = (values[row] - means[column]) / spreads[column];
            }
        }

        return (scaled, means, spreads);
    }

    /// <summary>A head's weights for columns as they were, its intercept last.</summary>
    static double[] Unscaled(double[] point, int head, double[] means, double[] spreads)
    {
        var width = means.Length + 1;
        double[] weights = [.. point[(head * width)..((head + 1) * width)]];
        for (var column = 0; column < means.Length; column++)
        {
            weights[column] /= spreads[column];
            weights[^1] -= weights[column] * means[column];
        }

        return weights;
    }
}

/// <summary>A learned ZILN.</summary>
/// <param name="Heads">Logit of the chance, μ, and the number whose softplus is σ: coefficients of the columns, the intercept last.</param>
public sealed record ZeroInflatedLognormalModel(IReadOnlyList<double[]> Heads) : IRegressor
{
    /// <inheritdoc/>
    public double[] Predict(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        Require.Finite(Require.Columns(points, Heads[0].Length - 1, "ZILN learned from"), "ZILN");
        var told = new double[points.Rows];
        for (var row = 0; row < told.Length; row++)
        {
            var mean = ZeroInflatedLognormal.Mean(
                ZeroInflatedLognormal.Head(points[row], Heads[0]),
                ZeroInflatedLognormal.Head(points[row], Heads[1]),
                ZeroInflatedLognormal.Head(points[row], Heads[2])
            );
            told[row] = double.IsFinite(mean) ? mean : double.MaxValue;
        }

        return told;
    }
}
