using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Moves points until those that belong together lie together.</summary>
/// <remarks>
/// Gradient descent with momentum and a gain a coordinate that grows while its direction stays.
/// Source: van der Maaten and Hinton (2008), JMLR 9; gains: Jacobs (1988), Neural Networks 1.
/// </remarks>
sealed class TsneDescent(Affinities affinities, IRepulsion repulsion, TsneOptions options)
{
    const int RowsABlock = 256;
    const float LeastGain = 0.01f;
    const float LeastSide = 1e-4f;

    /// <summary>Learning rate of a few points.</summary>
    const double LeastRate = 50;

    readonly float[] _forces = new float[2 * affinities.Rows];
    readonly float[] _steps = new float[2 * affinities.Rows];
    readonly float[] _gains = [.. Enumerable.Repeat(1f, 2 * affinities.Rows)];
    float[] _points = [];
    float[] _next = new float[2 * affinities.Rows];

    /// <summary>Runs all iterations from x and y of every point in turn.</summary>
    /// <returns>Where the points lie at last, and the Kullback-Leibler divergence there.</returns>
    internal (float[] Points, double Divergence) Run(float[] start, CancellationToken cancel)
    {
        _points = start;
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            var isEarly = iteration < options.EarlyIterations;
            if (isEarly)
            {
                KeepFromVanishing();
            }

            var exaggeration = isEarly ? options.Exaggeration : 1;
            var rate = options.LearningRate ?? Math.Max(affinities.Rows / exaggeration, LeastRate);
            Step(
                (float)exaggeration,
                (float)(isEarly ? options.EarlyMomentum : options.Momentum),
                (float)rate,
                cancel
            );
        }

        return (_points, Divergence(cancel));
    }

    /// <summary>Spreads a vanishing cloud again.</summary>
    /// <remarks>
    /// Points without marked groups are pulled together in the first steps until single precision knows no smaller cloud. So near
    /// together all forces are linear: only the shape matters, not the size or the place.
    /// </remarks>
    void KeepFromVanishing()
    {
        var box = PlaneBox.Of(_points);
        if (box.Side is <= 0 or >= LeastSide)
        {
            return;
        }

        var (x, y, scale) = (box.Left, box.Bottom, LeastSide / box.Side);
        for (var i = 0; i < _points.Length; i += 2)
        {
            (_points[i], _points[i + 1]) = ((_points[i] - x) * scale, (_points[i + 1] - y) * scale);
        }

        TensorPrimitives.Multiply(_steps, scale, _steps);
    }

    void Step(float exaggeration, float momentum, float rate, CancellationToken cancel)
    {
        var sum = repulsion.Push(_points, _forces, cancel);
        var scale = (float)(1 / sum);
        ForBlocks(
            (_, rows) =>
            {
                for (var row = rows.Start; row < rows.End; row++)
                {
                    var (x, y) = Pull(row);
                    Move(2 * row, (exaggeration * x) - (scale * _forces[2 * row]), momentum, rate);
                    Move(
                        (2 * row) + 1,
                        (exaggeration * y) - (scale * _forces[(2 * row) + 1]),
                        momentum,
                        rate
                    );
                }
            },
            cancel
        );
        (_points, _next) = (_next, _points);
    }

    void Move(int i, float slope, float momentum, float rate)
    {
        var turns = slope * _steps[i] > 0;
        _gains[i] = turns ? Math.Max(_gains[i] * 0.8f, LeastGain) : _gains[i] + 0.2f;
        _steps[i] = (momentum * _steps[i]) - (rate * _gains[i] * slope);
        _next[i] = _points[i] + _steps[i];
    }

    /// <summary>A kernel: Σⱼ pᵢⱼ (yᵢ − yⱼ) / (1 + |yᵢ − yⱼ|²), eight partners at a time.</summary>
    (float X, float Y) Pull(int row)
    {
        var (x, y) = (Vector256.Create(_points[2 * row]), Vector256.Create(_points[(2 * row) + 1]));
        ref var pairs = ref Unsafe.As<float, ulong>(ref MemoryMarshal.GetArrayDataReference(_points));
        ref var partner = ref MemoryMarshal.GetArrayDataReference(affinities.Partners);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(affinities.Weights);
        var (sumX, sumY) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var end = affinities.Starts[row + 1];
        for (nint i = affinities.Starts[row]; i < end; i += Affinities.Lanes)
        {
            ref var first = ref Unsafe.Add(ref partner, i);
            var low = Vector256.Create(
                Unsafe.Add(ref pairs, first),
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 1)),
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 2)),
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 3))
            );
            var high = Vector256.Create(
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 4)),
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 5)),
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 6)),
                Unsafe.Add(ref pairs, Unsafe.Add(ref first, 7))
            );
            var dx = x - Vector256.Narrow(low, high).AsSingle();
            var dy = y - Vector256.Narrow(low >> 32, high >> 32).AsSingle();
            var square = Vector256.FusedMultiplyAdd(
                dx,
                dx,
                Vector256.FusedMultiplyAdd(dy, dy, Vector256<float>.One)
            );
            var pull = Vector256.LoadUnsafe(ref weight, (nuint)i) / square;
            sumX = Vector256.FusedMultiplyAdd(pull, dx, sumX);
            sumY = Vector256.FusedMultiplyAdd(pull, dy, sumY);
        }

        return (Vector256.Sum(sumX), Vector256.Sum(sumY));
    }

    /// <summary>Σ p ln(p / q): what the picture tells wrong.</summary>
    double Divergence(CancellationToken cancel)
    {
        var sum = Math.Log(repulsion.Push(_points, _forces, cancel));
        var parts = new double[(affinities.Rows + RowsABlock - 1) / RowsABlock];
        ForBlocks(
            (block, rows) =>
            {
                for (var row = rows.Start; row < rows.End; row++)
                {
                    for (var i = affinities.Starts[row]; i < affinities.Starts[row + 1]; i++)
                    {
                        double p = affinities.Weights[i];
                        var other = affinities.Partners[i];
                        double dx = _points[2 * row] - _points[2 * other];
                        double dy = _points[(2 * row) + 1] - _points[(2 * other) + 1];
                        parts[block] += p > 0 ? p * (Math.Log(p * (1 + (dx * dx) + (dy * dy))) + sum) : 0;
                    }
                }
            },
            cancel
        );
        return parts.Sum();
    }

    void ForBlocks(Action<int, (int Start, int End)> body, CancellationToken cancel) =>
        Blocks.For(
            (affinities.Rows + RowsABlock - 1) / RowsABlock,
            options.Threads,
            block => body(block, (block * RowsABlock, Math.Min((block + 1) * RowsABlock, affinities.Rows))),
            cancel
        );
}
