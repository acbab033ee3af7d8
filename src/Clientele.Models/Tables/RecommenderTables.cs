namespace Clientele.Models;

/// <summary>All recommenders that run on a table.</summary>
static class RecommenderTables
{
    internal static readonly ITableModel Popularity = new RecommenderTable<NoOptions>(
        "popularity",
        "Recommends what most users have",
        _ => new Popularity()
    );

    internal static readonly ITableModel SegmentPopularity = new RecommenderTable<SegmentPopularityOptions>(
        "segment_popularity",
        "Recommends what weighs most in a user's segment and the user has not yet",
        options => new SegmentPopularity(options)
    );

    internal static readonly ITableModel PersonalFrequency = new RecommenderTable<NoOptions>(
        "personal_frequency",
        "Recommends what a user had most often, of equals what was first: P-TopFreq",
        _ => new PersonalFrequency()
    );

    internal static readonly ITableModel PersonalThenPopular = new RecommenderTable<NoOptions>(
        "gp_top_freq",
        "Recommends what a user had most often, and then what most users have: GP-TopFreq",
        _ => new PersonalThenPopular()
    );

    internal static readonly ITableModel ItemCosine = new RecommenderTable<ItemNeighborOptions>(
        "item_cosine",
        "Recommends items that the same users have, by cosine",
        options => new ItemNeighbors(options)
    );

    internal static readonly ITableModel ItemConditional = new RecommenderTable<ItemNeighborOptions>(
        "item_conditional",
        "Recommends items that the same users have, by the share of those with the one who have the other",
        options => new ItemNeighbors(options, ItemSimilarity.Conditional)
    );

    internal static readonly ITableModel Rules = new RecommenderTable<RuleRecommenderOptions>(
        "rule_recommender",
        "Recommends what association rules lead to",
        options => new RuleRecommender(options)
    );

    internal static readonly ITableModel Tifu = new RecommenderTable<TifuKnnOptions>(
        "tifu_knn",
        "Foretells the next basket by how often and how lately a user and users alike had items",
        options => new TifuKnn(options)
    );

    internal static readonly ITableModel Als = new RecommenderTable<AlsOptions>(
        "als",
        "Recommends by implicit ALS: weighted matrix factorisation",
        options => new ImplicitAls(options)
    );

    internal static readonly ITableModel Bpr = new RecommenderTable<BprOptions>(
        "bpr",
        "Recommends by BPR: factors that put what a user has above what not",
        options => new Bpr(options)
    );

    internal static readonly ITableModel Blend = new RecommenderTable<BlendOptions>(
        "blend",
        "Recommends by a sum of gp_top_freq, item_cosine, tifu_knn and als, with weights learned on later lines",
        options => new RecommenderBlend(
            [
                new PersonalThenPopular(),
                new ItemNeighbors(new() { Threads = options.Threads }),
                new TifuKnn(new() { Seed = options.Seed, Threads = options.Threads }),
                new ImplicitAls(new() { Seed = options.Seed, Threads = options.Threads }),
            ],
            options
        )
    );

    /// <summary>Of a recommender that has nothing to set.</summary>
    sealed record NoOptions;
}
