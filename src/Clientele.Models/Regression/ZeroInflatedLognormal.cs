namespace Clientele.Models;

/// <summary>ZILN: amounts are 0 with a chance, else lognormal; the chance, the mean and the spread of the logarithm are linear in the columns.</summary>
/// <remarks>
/// Three heads a row: logit of the chance to be above 0, μ, and a number whose softplus is σ. Learned by penalised maximum likelihood with
/// exact gradients. Source: Wang, Liu and Miao (2019), "A Deep Probabilistic Model for Customer Lifetime Value Prediction", arXiv 1912.07753.
/// </remarks>
public sealed class ZeroInflatedLognormal(ZeroInflatedLognormalOptions options)
{
    const int Heads = 3;
    const int RowsABlock = 2048;

    /// <summary>Derivative of the mean loss that is nothing.</summary>
    const double Flat = 1e-5;

    /// <summary>No spread is less, in the loss.</summary>
    static readonly double LeastSpread = Math.Sqrt(1e-7);

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
        var least = Bfgs.Minimum(
            (point, gradient) => Loss(scaled, target, point, gradient, cancel),
            Start(target, points.Columns),
            Flat
        );
        return new ZeroInflatedLognormalModel([
            .. Enumerable.Range(0, Heads).Select(head => Unscaled(least.Point, head, means, spreads)),
        ]);
    }

    /// <summary>Loss of one row: what the three heads say against what came.</summary>
    public static double Loss(double logit, double mu, double raw, double amount)
    {
        // softplus(−logit) of who bought, softplus(logit) of who did not.
        if (amount <= 0)
        {
            return Softplus(logit);
        }

        var sigma = Math.Max(Softplus(raw), LeastSpread);
        var z = (Math.Log(amount) - mu) / sigma;
        return Softplus(-logit) + Math.Log(amount * sigma) + (0.5 * ((z * z) + Math.Log(2 * Math.PI)));
    }

    /// <summary>Mean amount: chance · e^(μ + σ²/2).</summary>
    public static double Mean(double logit, double mu, double raw)
    {
        var sigma = Softplus(raw);
        return Math.Exp(-Softplus(-logit) + mu + (sigma * sigma / 2));
    }

    /// <summary>ln(1 + e^x).</summary>
    static double Softplus(double x) => Math.Max(x, 0) + Precise.Log1P(Math.Exp(-Math.Abs(x)));

    static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    double Loss(Matrix points, double[] target, double[] weights, double[] gradient, CancellationToken cancel)
    {
        var blocks = (points.Rows + RowsABlock - 1) / RowsABlock;
        var parts = new double[blocks][];
        Blocks.For(
            blocks,
            _options.Threads,
            block => parts[block] = Part(points, target, weights, block * RowsABlock),
            cancel
        );
        gradient.AsSpan().Clear();
        var (loss, width) = (0.0, points.Columns + 1);
        foreach (var part in parts)
        {
            loss += part[^1] / points.Rows;
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += part[i] / points.Rows;
            }
        }

        for (var i = 0; i < gradient.Length; i++)
        {
            // The last of each head is its intercept.
            if (i % width != width - 1)
            {
                loss += _options.Penalty * weights[i] * weights[i];
                gradient[i] += 2 * _options.Penalty * weights[i];
            }
        }

        return double.IsNaN(loss) ? double.PositiveInfinity : loss;
    }

    /// <summary>Sums of a block of rows: the gradient, then the loss.</summary>
    static double[] Part(Matrix points, double[] target, double[] weights, int begin)
    {
        var width = points.Columns + 1;
        var sums = new double[(Heads * width) + 1];
        Span<double> slopes = stackalloc double[Heads];
        for (var row = begin; row < Math.Min(begin + RowsABlock, points.Rows); row++)
        {
            var (logit, mu, raw) = (
                Head(points[row], weights.AsSpan(0, width)),
                Head(points[row], weights.AsSpan(width, width)),
                Head(points[row], weights.AsSpan(2 * width, width))
            );
            sums[^1] += Loss(logit, mu, raw, target[row]);
            slopes[0] = Sigmoid(logit) - (target[row] > 0 ? 1 : 0);
            var sigma = Math.Max(Softplus(raw), LeastSpread);
            var z = target[row] > 0 ? (Math.Log(target[row]) - mu) / sigma : 0;
            slopes[1] = -z / sigma;
            slopes[2] = target[row] > 0 && sigma > LeastSpread ? (1 - (z * z)) / sigma * Sigmoid(raw) : 0;
            for (var head = 0; head < Heads; head++)
            {
                var own = sums.AsSpan(head * width, width);
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(
                    points[row],
                    slopes[head],
                    own[..^1],
                    own[..^1]
                );
                own[^1] += slopes[head];
            }
        }

        return sums;
    }

    internal static double Head(ReadOnlySpan<double> row, ReadOnlySpan<double> weights) =>
        System.Numerics.Tensors.TensorPrimitives.Dot(row, weights[..^1]) + weights[^1];

    /// <summary>Intercepts that suit all rows, and no column.</summary>
    static double[] Start(double[] target, int columns)
    {
        double[] logs = [.. target.Where(y => y > 0).Select(y => Math.Log(y))];
        var start = new double[Heads * (columns + 1)];
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
        var scaled = new Matrix(points.Rows, points.Columns);
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
