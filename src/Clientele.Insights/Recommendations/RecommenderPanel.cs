using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The recommenders that are judged.</summary>
static class RecommenderPanel
{
    /// <summary>The one to beat: where nothing may be repeated, what one bought most often is no list.</summary>
    internal static string Baseline(bool repeats) => repeats ? "personal_frequency" : "popularity";

    /// <summary>In the order of their simplicity.</summary>
    internal static IReadOnlyList<IRecommender> All(int seed, int threads)
    {
        var cosine = new ItemNeighbors(new() { Threads = threads });
        var tifu = new TifuKnn(new() { Seed = seed, Threads = threads });
        var als = new ImplicitAls(
            new()
            {
                // Orders of a shop are few: more factors learn single customers by heart.
                Factors = 32,
                Regularization = 10,
                Alpha = 10,
                Seed = seed,
                Threads = threads,
            }
        );
        return
        [
            new Popularity(),
            new PersonalFrequency(),
            new PersonalThenPopular(),
            new SegmentPopularity(new()),
            new ItemNeighbors(new() { Threads = threads }, ItemSimilarity.Conditional),
            cosine,
            new RuleRecommender(new() { MaxLength = 2, Threads = threads }),
            tifu,
            // Steps cannot be shared out among threads: with more passes they would take most of the question's time.
            new Bpr(new() { Iterations = 15, Seed = seed }),
            als,
            new RecommenderBlend(
                [new PersonalThenPopular(), cosine, tifu, als],
                new() { Seed = seed, Threads = threads }
            ),
        ];
    }

    /// <summary>A recommender as people call it.</summary>
    internal static string Label(string name) =>
        name switch
        {
            "popularity" => "Popularity",
            "personal_frequency" => "Personal frequency",
            "gp_top_freq" => "Personal frequency, then popularity",
            "segment_popularity" => "Popularity in the segment",
            "item_conditional" => "Products bought with it (conditional)",
            "item_cosine" => "Products bought with it (cosine)",
            "rules" => "Rules",
            "tifu_knn" => "Customers alike (TIFU-kNN)",
            "bpr" => "BPR",
            "als" => "ALS",
            _ => "Blend",
        };
}
