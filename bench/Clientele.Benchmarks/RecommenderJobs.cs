using System.Runtime.InteropServices;
using Clientele.Models;

namespace Clientele.Benchmarks;

/// <summary>Jobs of what to offer next: 100,000 customers and 4,000 items.</summary>
static class RecommenderJobs
{
    const int Items = 4000;

    static readonly AlsOptions Als = new()
    {
        Factors = 64,
        Regularization = 0.1,
        Iterations = 15,
    };

    /// <summary>64 factors, 15 passes.</summary>
    internal static string Factorize(string data, AlsSolver solver)
    {
        var purchases = Read(data, "als_train").Sums;
        var als = new ImplicitAls(Als with { Solver = solver });
        return Jobs.Timed(
            () => als.Factorize(purchases),
            factors => new { Loss = factors.Loss(purchases, Als), purchases.Entries }
        );
    }

    /// <summary>The ten best of every customer, without what was bought.</summary>
    internal static string ServeAll(string data)
    {
        var log = Read(data, "als_train");
        var learned = new ImplicitAls(Als with { Iterations = 2 }).Fit(log);
        return Jobs.Timed(
            () => Lists(learned, log),
            lists => new { Users = lists.Length, Quality = Quality(data, log, lists) }
        );
    }

    /// <summary>The 50 items most like each.</summary>
    internal static string Neighbors(string data)
    {
        var log = Read(data, "als_train");
        var purchases = log.Sums;
        return Jobs.Timed(
            () => new ItemNeighbors(new()).Find(purchases),
            table => new
            {
                Kept = table.Neighbors.Sum(n => n.Length),
                Quality = Quality(data, log, Lists(table, log)),
            }
        );
    }

    static Recommendation[][] Lists(ILearnedRecommender learned, PurchaseLog log) =>
        RecommendationLists.Of(
            learned,
            log,
            [.. Enumerable.Range(0, log.Customers)],
            10,
            new() { AllowRepeats = false }
        );

    /// <summary>As the peer's: the first 5,000 customers who bought something held out; hits over min(10, bought), NDCG.</summary>
    static object Quality(string data, PurchaseLog log, Recommendation[][] lists)
    {
        var test = Read(data, "als_test");
        int[] judged =
        [
            .. Enumerable.Range(0, log.Customers).Where(c => test.Items(c).Length > 0).Take(5000),
        ];
        var scores = judged
            .Select(c =>
            {
                var bought = test.Items(c).ToArray().ToHashSet();
                var score = RecommendationScore.Of([.. lists[c].Select(r => r.Item)], bought, 10);
                return (Hits: score.Precision * 10, Most: Math.Min(10, bought.Count), score.Ndcg);
            })
            .ToList();
        return new
        {
            Recall10 = scores.Sum(s => s.Hits) / scores.Sum(s => s.Most),
            Ndcg10 = scores.Average(s => s.Ndcg),
        };
    }

    static PurchaseLog Read(string data, string name)
    {
        var starts = Numbers<int>(data, $"{name}_indptr");
        var items = Numbers<int>(data, $"{name}_indices");
        var of = new int[items.Length];
        for (var customer = 0; customer + 1 < starts.Length; customer++)
        {
            of.AsSpan(starts[customer]..starts[customer + 1]).Fill(customer);
        }

        return PurchaseLog.Of(
            of,
            items,
            [],
            Numbers<float>(data, $"{name}_values"),
            starts.Length - 1,
            Items
        );
    }

    static T[] Numbers<T>(string data, string name)
        where T : struct =>
        MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(Path.Combine(data, $"{name}.bin"))).ToArray();
}
