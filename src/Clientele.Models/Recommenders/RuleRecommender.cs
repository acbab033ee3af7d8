using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="RuleRecommender"/>.</summary>
public sealed record RuleRecommenderOptions
{
    /// <summary>Least share of the baskets that hold all items of a rule.</summary>
    [Range(0.00001, 1.0)]
    public double MinSupport { get; init; } = 0.005;

    /// <summary>Most items of a rule.</summary>
    [Range(2, 10)]
    public int MaxLength { get; init; } = 3;

    /// <summary>Least confidence of a rule.</summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; init; } = 0.1;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Recommends what rules of baskets lead to: the consequent of the surest rule whose antecedent was bought.</summary>
/// <remarks>Rules are more than chance (lift above 1, q at most .05). Scores are confidences. Source: Agrawal and Srikant (1994).</remarks>
public sealed class RuleRecommender(RuleRecommenderOptions options) : IRecommender
{
    const double Believed = 0.05;

    readonly RuleRecommenderOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => "rules";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default)
    {
        var sets = new FrequentItemsets(
            new()
            {
                MinSupport = _options.MinSupport,
                MaxLength = _options.MaxLength,
                Threads = _options.Threads,
            }
        ).Find(Baskets(log), cancel);
        var rules = new AssociationRules(
            new()
            {
                MinConfidence = _options.MinConfidence,
                MaxConsequent = 1,
                Threads = _options.Threads,
            }
        ).Of(sets, cancel);
        return new Learned(
            rules.Where(rule => rule.Lift > 1 && rule.QValue <= Believed).ToLookup(rule => rule.Antecedent[0])
        );
    }

    /// <summary>Each customer's baskets; where the order is not known, all that a customer bought is one.</summary>
    static BasketSet Baskets(PurchaseLog log)
    {
        var (baskets, items) = (new List<int>(log.Lines), new List<int>(log.Lines));
        var count = 0;
        for (var customer = 0; customer < log.Customers; customer++)
        {
            var last = -1;
            for (var line = 0; line < log.Items(customer).Length; line++)
            {
                count += log.Baskets(customer)[line] != last ? 1 : 0;
                last = log.Baskets(customer)[line];
                baskets.Add(count - 1);
                items.Add(log.Items(customer)[line]);
            }
        }

        return BasketSet.Of([.. baskets], [.. items], count, log.ItemCount);
    }

    sealed class Learned(ILookup<int, AssociationRule> rules) : ILearnedRecommender
    {
        public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
        {
            scores.Fill(float.NegativeInfinity);
            for (var i = 0; i < customers.Length; i++)
            {
                foreach (var rule in Holding(log, customers[i]))
                {
                    var place = (i * log.ItemCount) + rule.Consequent[0];
                    scores[place] = Math.Max(scores[place], (float)rule.Confidence);
                }
            }
        }

        public int Because(PurchaseLog log, int customer, int item) =>
            Holding(log, customer).Where(rule => rule.Consequent[0] == item).MaxBy(rule => rule.Confidence)
                is { } best
                ? best.Antecedent[0]
                : -1;

        IEnumerable<AssociationRule> Holding(PurchaseLog log, int customer)
        {
            var bought = log.Items(customer).ToArray().ToHashSet();
            return bought
                .Order()
                .SelectMany(item => rules[item])
                .Where(rule => rule.Antecedent.All(bought.Contains));
        }
    }
}
