using System.ComponentModel.DataAnnotations;
using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Settings of <see cref="Bpr"/>.</summary>
public sealed record BprOptions
{
    /// <summary>Numbers by which a customer or an item is described.</summary>
    [Range(1, 1024)]
    public int Factors { get; init; } = 32;

    /// <summary>Length of a step.</summary>
    [Range(0.000001, 10.0)]
    public double LearningRate { get; init; } = 0.05;

    /// <summary>How much factors shrink a step.</summary>
    [Range(0.0, 10.0)]
    public double Regularization { get; init; } = 0.01;

    /// <summary>Passes, each of as many steps as there are pairs of a customer and an item.</summary>
    [Range(1, 10_000)]
    public int Iterations { get; init; } = 30;

    /// <summary>Equal seeds give equal factors.</summary>
    public int Seed { get; init; }
}

/// <summary>Describes customers and items by a few numbers, so that what was bought scores above what was not: BPR.</summary>
/// <remarks>
/// Stochastic gradient ascent on Σ ln σ(x·y_bought + b_bought − x·y_other − b_other), one after another, on one thread.
/// O(pairs·f) a pass. Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme (2009), "BPR: Bayesian Personalized Ranking".
/// </remarks>
public sealed class Bpr(BprOptions options) : IRecommender
{
    readonly BprOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => "bpr";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default)
    {
        var (purchases, random) = (log.Sums, new Random(_options.Seed));
        var owners = new int[purchases.Entries];
        for (int customer = 0, next = 0; customer < purchases.Rows; customer++)
        {
            var count = purchases.ColumnsOf(customer).Length;
            owners.AsSpan(next, count).Fill(customer);
            next += count;
        }

        var customers = Start(purchases.Rows, random);
        var learned = new LearnedBpr(
            Start(purchases.Columns, random),
            new float[purchases.Columns],
            _options
        );
        for (var pass = 0; pass < _options.Iterations && owners.Length > 0; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var step = 0; step < owners.Length; step++)
            {
                var customer = owners[random.Next(owners.Length)];
                learned.Step(customers[customer], purchases.ColumnsOf(customer), random, movesItems: true);
            }
        }

        return learned;
    }

    float[][] Start(int rows, Random random) =>
        [
            .. Enumerable
                .Range(0, rows)
                .Select(_ =>
                    Enumerable
                        .Range(0, _options.Factors)
                        .Select(_ => (float)((random.NextDouble() - 0.5) / _options.Factors))
                        .ToArray()
                ),
        ];
}

/// <summary>Items by factors and a bias; a customer's factors are sought when asked, so that who came later can be served too.</summary>
/// <param name="items">A row an item.</param>
/// <param name="biases">One an item.</param>
/// <param name="options">Of the steps.</param>
sealed class LearnedBpr(float[][] items, float[] biases, BprOptions options) : ILearnedRecommender
{
    /// <summary>Draws of an item that was not bought before the step is let go: of who bought all there is none.</summary>
    const int Draws = 8;

    public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
    {
        for (var i = 0; i < customers.Length; i++)
        {
            var own = Factors(log.Sums.ColumnsOf(customers[i]));
            for (var item = 0; item < items.Length; item++)
            {
                scores[(i * items.Length) + item] =
                    biases[item] + TensorPrimitives.Dot<float>(own, items[item]);
            }
        }
    }

    /// <summary>One step of ascent for a customer and a bought item against one that was not.</summary>
    internal void Step(float[] customer, ReadOnlySpan<int> bought, Random random, bool movesItems)
    {
        var (good, bad) = (bought[random.Next(bought.Length)], random.Next(items.Length));
        for (var draw = 0; draw < Draws && bought.BinarySearch(bad) >= 0; draw++)
        {
            bad = random.Next(items.Length);
        }

        if (bought.BinarySearch(bad) >= 0)
        {
            return;
        }

        var (y, z) = (items[good], items[bad]);
        Span<float> gap = stackalloc float[customer.Length];
        TensorPrimitives.Subtract<float>(y, z, gap);
        var ahead = biases[good] - biases[bad] + TensorPrimitives.Dot<float>(customer, gap);
        var (rate, keep) = (
            (float)options.LearningRate,
            1 - (float)(options.LearningRate * options.Regularization)
        );
        var pull = rate / (1 + MathF.Exp(ahead));
        if (movesItems)
        {
            Move(y, keep, customer, pull);
            Move(z, keep, customer, -pull);
            biases[good] = (biases[good] * keep) + pull;
            biases[bad] = (biases[bad] * keep) - pull;
        }

        Move(customer, keep, gap, pull);
    }

    static void Move(Span<float> factors, float keep, ReadOnlySpan<float> towards, float by)
    {
        TensorPrimitives.Multiply(factors, keep, factors);
        TensorPrimitives.MultiplyAdd(towards, by, factors, factors);
    }

    /// <summary>From nothing, with items held still; equal purchases give equal factors.</summary>
    float[] Factors(ReadOnlySpan<int> bought)
    {
        var (own, random) = (new float[options.Factors], new Random(options.Seed));
        for (var step = 0; step < bought.Length * options.Iterations; step++)
        {
            Step(own, bought, random, movesItems: false);
        }

        return own;
    }
}
