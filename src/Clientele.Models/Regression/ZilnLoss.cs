using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Mean loss of rows under coefficients, with its gradient and the curvature that each head is expected to have.</summary>
/// <param name="Value">The loss, with the penalty.</param>
/// <param name="Gradient">By the coefficients, head by head.</param>
/// <param name="Curves">Fisher information of each head; one head's coefficients do not bend another's.</param>
sealed record ZilnLoss(double Value, double[] Gradient, Matrix[] Curves)
{
    internal const int Heads = 3;
    const int RowsABlock = 1024;

    /// <summary>Least curvature, as a share of the mean one: columns that say the same have none between them.</summary>
    const double Slack = 1e-9;

    /// <param name="points">Rows; the last column is 1 everywhere.</param>
    /// <param name="target">Amounts.</param>
    /// <param name="weights">Coefficients, head by head.</param>
    /// <param name="options">The penalty and the threads.</param>
    /// <param name="cancel">Looked at now and then.</param>
    internal static ZilnLoss At(
        Matrix points,
        double[] target,
        double[] weights,
        ZeroInflatedLognormalOptions options,
        CancellationToken cancel
    )
    {
        var blocks = (points.Rows + RowsABlock - 1) / RowsABlock;
        var parts = new ZilnLoss[blocks];
        Blocks.For(
            blocks,
            options.Threads,
            block => parts[block] = Part(points, target, weights, block * RowsABlock),
            cancel
        );
        var (loss, width) = (0.0, points.Columns);
        var gradient = new double[weights.Length];
        var curves = Empty(width);
        foreach (var part in parts)
        {
            loss += part.Value / points.Rows;
            TensorPrimitives.MultiplyAdd(part.Gradient, 1.0 / points.Rows, gradient, gradient);
            for (var head = 0; head < Heads; head++)
            {
                var all = curves[head].Values;
                TensorPrimitives.MultiplyAdd(part.Curves[head].Values, 1.0 / points.Rows, all, all);
            }
        }

        for (var i = 0; i < gradient.Length; i++)
        {
            // The last of each head is its intercept.
            if (i % width != width - 1)
            {
                loss += options.Penalty * weights[i] * weights[i];
                gradient[i] += 2 * options.Penalty * weights[i];
                curves[i / width][i % width][i % width] += 2 * options.Penalty;
            }
        }

        foreach (var curve in curves)
        {
            var slack = Slack * Enumerable.Range(0, width).Average(i => curve[i][i]);
            for (var i = 0; i < width; i++)
            {
                curve[i][i] += slack + 1e-300;
            }
        }

        return new ZilnLoss(double.IsNaN(loss) ? double.PositiveInfinity : loss, gradient, curves);
    }

    /// <summary>Where scoring leads: −(information)⁻¹ · gradient, head by head.</summary>
    internal double[] Direction()
    {
        var direction = new double[Gradient.Length];
        var width = Gradient.Length / Heads;
        for (var head = 0; head < Heads; head++)
        {
            var own = Gradient.AsSpan(head * width, width);
            var inverse = Cholesky.Inverted(Curves[head]);
            for (var i = 0; i < width; i++)
            {
                direction[(head * width) + i] =
                    inverse == null ? -own[i] : -TensorPrimitives.Dot<double>(inverse[i], own);
            }
        }

        return direction;
    }

    static Matrix[] Empty(int width) => [.. Enumerable.Range(0, Heads).Select(_ => new Matrix(width, width))];

    /// <summary>Sums over a block of rows.</summary>
    static ZilnLoss Part(Matrix points, double[] target, double[] weights, int begin)
    {
        var width = points.Columns;
        var sums = new ZilnSums(width);
        var loss = 0.0;
        for (var row = begin; row < Math.Min(begin + RowsABlock, points.Rows); row++)
        {
            var point = points[row];
            var (logit, mu, raw) = (
                TensorPrimitives.Dot(point, weights.AsSpan(0, width)),
                TensorPrimitives.Dot(point, weights.AsSpan(width, width)),
                TensorPrimitives.Dot(point, weights.AsSpan(2 * width, width))
            );
            loss += ZeroInflatedLognormal.Loss(logit, mu, raw, target[row]);
            var chance = ZeroInflatedLognormal.Sigmoid(logit);
            var bought = target[row] > 0;
            sums.Add(0, point, chance - (bought ? 1 : 0), chance * (1 - chance));
            if (bought)
            {
                var sigma = ZeroInflatedLognormal.Sigma(raw);
                var z = (Math.Log(target[row]) - mu) / sigma;
                // Where the spread is held at its least, it does not move.
                var slope =
                    sigma > ZeroInflatedLognormal.LeastSpread
                        ? ZeroInflatedLognormal.Sigmoid(raw) / sigma
                        : 0;
                sums.Add(1, point, -z / sigma, 1 / (sigma * sigma));
                sums.Add(2, point, (1 - (z * z)) * slope, 2 * slope * slope);
            }
        }

        return new ZilnLoss(loss, sums.Gradient, [.. Enumerable.Range(0, Heads).Select(sums.Curve)]);
    }
}

/// <summary>Sums over rows of what derivatives by the coefficients of each head are made of.</summary>
sealed class ZilnSums(int width)
{
    readonly Panel[] _panels =
    [
        .. Enumerable.Range(0, ZilnLoss.Heads).Select(_ => new Panel(Panel.RowsThatFit(width), width)),
    ];
    readonly double[][] _products =
    [
        .. Enumerable
            .Range(0, ZilnLoss.Heads)
            .Select(_ => new double[Panel.Padded(width) * Panel.Padded(width)]),
    ];

    internal double[] Gradient { get; } = new double[ZilnLoss.Heads * width];

    /// <param name="head">Of which the row's number has these derivatives.</param>
    /// <param name="point">The row.</param>
    /// <param name="slope">First derivative.</param>
    /// <param name="curve">Expected second derivative.</param>
    internal void Add(int head, ReadOnlySpan<double> point, double slope, double curve)
    {
        var own = Gradient.AsSpan(head * width, width);
        TensorPrimitives.MultiplyAdd(point, slope, own, own);
        _panels[head].Append(point, Math.Sqrt(curve));
        if (_panels[head].Rows == Panel.RowsThatFit(width))
        {
            Multiply(head);
        }
    }

    void Multiply(int head)
    {
        _panels[head].AddProducts(_panels[head], _products[head]);
        _panels[head].Clear();
    }

    /// <summary>The sum of curve · point · pointᵀ.</summary>
    internal Matrix Curve(int head)
    {
        Multiply(head);
        var curve = new Matrix(width, width);
        for (var i = 0; i < width; i++)
        {
            for (var j = i; j < width; j++)
            {
                curve[i][j] = curve[j][i] = _products[head][(i * Panel.Padded(width)) + j];
            }
        }

        return curve;
    }
}
