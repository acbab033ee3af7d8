using System.ComponentModel.DataAnnotations;
using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Settings of <see cref="RecommenderBlend"/>.</summary>
public sealed record BlendOptions
{
    /// <summary>Share of the lines, the last, on which weights are learned.</summary>
    [Range(0.01, 0.9)]
    public double Validation { get; init; } = 0.2;

    /// <summary>Items of a member's list that count.</summary>
    [Range(1, 10_000)]
    public int Depth { get; init; } = 50;

    /// <summary>Places of a list that are judged.</summary>
    [Range(1, 1000)]
    public int Top { get; init; } = 10;

    /// <summary>Customers on whom weights are learned; of more, a sample.</summary>
    [Range(1, 1_000_000)]
    public int Sample { get; init; } = 1000;

    /// <summary>Equal seeds give equal samples.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Adds up what several recommenders say, with weights learned on later purchases than they learned from.</summary>
/// <remarks>
/// Of each member only the best items of a customer count, from 1 for the best down to 0 for what is not among them. Weights are those of a
/// grid that gain most NDCG, one after another until none gains; all lines of the log are then learned from.
/// Source: Bell, Koren and Volinsky (2007) for blending by what was held out.
/// </remarks>
public sealed class RecommenderBlend(IReadOnlyList<IRecommender> members, BlendOptions options) : IRecommender
{
    static readonly double[] Grid = [0, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2];

    const int MostRounds = 5;

    readonly BlendOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => "blend";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default)
    {
        var weights = Weights(log, cancel);
        return new LearnedBlend(
            [.. members.Select(member => member.Fit(log, cancel))],
            weights,
            _options.Depth
        );
    }

    /// <summary>What each member weighs; 1 each where there is nothing later to learn from.</summary>
    internal double[] Weights(PurchaseLog log, CancellationToken cancel = default)
    {
        var weights = members.Select(_ => 1.0).ToArray();
        var cut = log.BasketAt(1 - _options.Validation);
        var (known, later) = (log.Between(0, cut), log.Between(cut, int.MaxValue));
        int[] judged =
        [
            .. Enumerable
                .Range(0, log.Customers)
                .Where(c => known.Items(c).Length > 0 && later.Items(c).Length > 0),
        ];
        judged =
        [
            .. Seeds.Sample(judged.Length, _options.Sample, new Random(_options.Seed)).Select(i => judged[i]),
        ];
        if (judged.Length == 0)
        {
            return weights;
        }

        var lists = members
            .Select(member =>
                RecommendationLists.Of(
                    member.Fit(known, cancel),
                    known,
                    judged,
                    _options.Depth,
                    new(),
                    _options.Threads,
                    cancel
                )
            )
            .ToList();
        var candidates = judged
            .Select(
                (customer, i) =>
                    new BlendCandidates(
                        [.. lists.Select(list => list[i])],
                        later.Items(customer).ToArray().ToHashSet(),
                        _options.Top
                    )
            )
            .ToList();
        Climb(
            weights,
            w =>
                Blocks
                    .Numbers(candidates.Count, _options.Threads, i => candidates[i].Ndcg(w), cancel)
                    .Average()
        );
        return weights;
    }

    /// <summary>Changes one weight after another for the best of the grid, until none changes.</summary>
    static void Climb(double[] weights, Func<double[], double> gain)
    {
        var best = gain(weights);
        for (var (round, moved) = (0, true); round < MostRounds && moved; round++)
        {
            moved = false;
            for (var member = 0; member < weights.Length; member++)
            {
                var kept = weights[member];
                foreach (var weight in Grid)
                {
                    weights[member] = weight;
                    if (weights.Sum() > 0 && gain(weights) is var tried && tried > best)
                    {
                        (best, kept, moved) = (tried, weight, true);
                    }
                }

                weights[member] = kept;
            }
        }
    }

    /// <summary>Adds a member's list: its best counts the weight, what would come after its last counts nothing.</summary>
    internal static void Add(Recommendation[] list, double weight, Dictionary<int, double> sums)
    {
        for (var place = 0; place < list.Length; place++)
        {
            sums[list[place].Item] =
                sums.GetValueOrDefault(list[place].Item) + (weight * Height(list, place));
        }
    }

    /// <summary>From 1 for the first down to 0: half by how much better, half by how many are before it, so that equals keep their order.</summary>
    internal static double Height(Recommendation[] list, int place)
    {
        var (top, end) = ((double)list[0].Score, (double)list[^1].Score);
        var share = top > end ? (list[place].Score - end) / (top - end) : 1;
        return (share + (1 - ((double)place / list.Length))) / 2;
    }
}

/// <summary>What the members offer one customer of whom it is known what was then bought.</summary>
sealed class BlendCandidates
{
    readonly int[] _items;
    readonly float[][] _heights;
    readonly HashSet<int> _bought;
    readonly int _top;

    /// <param name="lists">One a member.</param>
    /// <param name="bought">What was then bought.</param>
    /// <param name="top">Places that count.</param>
    internal BlendCandidates(IReadOnlyList<Recommendation[]> lists, HashSet<int> bought, int top)
    {
        _items = [.. lists.SelectMany(list => list).Select(r => r.Item).Distinct().Order()];
        _heights = [.. lists.Select(Heights)];
        (_bought, _top) = (bought, top);
    }

    float[] Heights(Recommendation[] list)
    {
        var heights = new float[_items.Length];
        for (var place = 0; place < list.Length; place++)
        {
            heights[Array.BinarySearch(_items, list[place].Item)] = (float)
                RecommenderBlend.Height(list, place);
        }

        return heights;
    }

    /// <summary>Of the list that weights make of them.</summary>
    internal double Ndcg(double[] weights)
    {
        var sums = new float[_items.Length];
        for (var member = 0; member < weights.Length; member++)
        {
            TensorPrimitives.MultiplyAdd(_heights[member], (float)weights[member], sums, sums);
        }

        int[] ranked = [.. TopItems.Of(sums, _top).Select(r => _items[r.Item])];
        return RecommendationScore.Of(ranked, _bought, _top).Ndcg;
    }
}

/// <summary>Recommenders with what each weighs.</summary>
sealed class LearnedBlend(ILearnedRecommender[] members, double[] weights, int depth) : ILearnedRecommender
{
    public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
    {
        var sums = new Dictionary<int, double>[customers.Length];
        for (var member = 0; member < members.Length; member++)
        {
            if (weights[member] == 0)
            {
                continue;
            }

            members[member].Score(log, customers, scores);
            for (var i = 0; i < customers.Length; i++)
            {
                sums[i] ??= [];
                var own = scores.Slice(i * log.ItemCount, log.ItemCount);
                RecommenderBlend.Add(TopItems.Of(own, depth), weights[member], sums[i]);
            }
        }

        scores.Fill(float.NegativeInfinity);
        for (var i = 0; i < customers.Length; i++)
        {
            foreach (var (item, sum) in sums[i])
            {
                scores[(i * log.ItemCount) + item] = (float)sum;
            }
        }
    }

    public int Because(PurchaseLog log, int customer, int item) =>
        members
            .Index()
            .Where(member => weights[member.Index] > 0)
            .OrderByDescending(member => weights[member.Index])
            .Select(member => member.Item.Because(log, customer, item))
            .FirstOrDefault(because => because >= 0, -1);
}
