using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What is bought together, and what after what?</summary>
/// <param name="options">What is rare, and what weighs.</param>
public sealed class Products(ProductOptions options) : IQuestion
{
    /// <summary>Result tables, in the order in which they are saved.</summary>
    internal static readonly string[] Tables =
    [
        "rules",
        "product_graph_nodes",
        "product_graph_edges",
        "product_communities",
        "sequences",
        "product_flows",
        "customer_communities",
        "category_correlations",
    ];

    readonly ProductOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Slug => "products";

    /// <inheritdoc/>
    public string Question => "What is bought together, and what after what?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("What is bought together needs");
        var shop = ShopBaskets.Of(study);
        if (!Enumerable.Range(0, shop.Baskets.Count).Any(order => shop.Baskets[order].Length > 1))
        {
            throw new InsufficientDataException(
                "What is bought together needs an order with two different products; this shop has none."
            );
        }

        var rules = Found(() => ProductRules.Of(shop, _options, study.Threads, cancel));
        var network = ProductNetwork.Of(shop, _options, (study.Seed, study.Threads), cancel);
        var sequences = ProductSequences.Of(shop, _options, study.Threads, cancel);
        study.Save(rules.Table());
        study.Save(network.NodeTable());
        study.Save(network.EdgeTable());
        study.Save(network.CommunityTable());
        study.Save(sequences.Table());
        var flows = ProductFlows.Of(sequences, study.Threads, cancel);
        study.Save(flows.Table());
        study.Save(CustomerCommunities.Of(shop, study, _options, cancel).Table());
        var categories = CategoryCorrelations.Of(shop);
        if (categories != null)
        {
            study.Save(categories.Table());
        }

        return new Insight(
            Slug,
            Question,
            Sentence(rules, network, study.Numbers),
            [
                new(
                    "Rules",
                    rules.Rules.Count(r => r is { QValue: <= ProductRules.Believed, Lift: > 1 }),
                    NumberFormat.Count,
                    "that are more than chance"
                ),
                new("Pairs in the network", network.Edges.Count, NumberFormat.Count),
                new("Communities", network.Groups.Count, NumberFormat.Count, "of products bought together"),
                new(
                    "Products an order",
                    (double)shop.Baskets.Entries / shop.Baskets.Count,
                    NumberFormat.Number,
                    "mean"
                ),
            ],
            [
                .. new ProductFigures(rules, network, sequences, study.Numbers)
                {
                    Options = _options,
                    Flows = flows,
                    Categories = categories,
                }.All(),
            ],
            [.. Caveats(rules, network, study.Numbers)],
            [.. Tables.Where(table => categories != null || table != "category_correlations")]
        );
    }

    /// <summary>Too many sets are told as what the shop lacks: a greater support.</summary>
    static ProductRules Found(Func<ProductRules> rules)
    {
        try
        {
            return rules();
        }
        catch (ArgumentException error)
        {
            throw new InsufficientDataException(error.Message.Split(" (Parameter")[0]);
        }
    }

    static string Sentence(ProductRules rules, ProductNetwork network, NumberText numbers)
    {
        var best = rules.Plain.MaxBy(rule => rule.Lift);
        if (best != null)
        {
            return $"{numbers.Share(best.Confidence)} of the orders with {Words.Label(rules.Shop.Names[best.Antecedent[0]])} hold {Words.Label(rules.Shop.Names[best.Consequent[0]])} too, "
                + $"{numbers.Number(best.Lift)} times as many as by chance; {numbers.Of(network.Edges.Count, "pair")} of products {Words.For(network.Edges.Count, "is", "are")} bought together more often than chance would have it.";
        }

        return network.Edges.MaxBy(edge => edge.Lift) is { } edge
            ? $"No rule holds in {numbers.Of(rules.Least, "order")} or more; {numbers.Of(network.Edges.Count, "pair")} of products {Words.For(network.Edges.Count, "is", "are")} bought together more often than chance would have it, "
                + $"{Words.Label(network.Name(edge.From))} with {Words.Label(network.Name(edge.To))} {numbers.Number(edge.Lift)} times as often."
            : "No two products are bought together more often than chance would have it.";
    }

    IEnumerable<string> Caveats(ProductRules rules, ProductNetwork network, NumberText numbers)
    {
        yield return $"Rules hold in {numbers.Share(_options.MinSupport)} of the orders at least, and have up to {numbers.Count(_options.MaxLength)} products; pairs of the network share {numbers.Of(network.Least, "order")} or more.";
        yield return $"More than chance: among all that are called so, {numbers.Share(ProductRules.Believed)} are to be chance (Fisher's exact test, Benjamini and Hochberg, with those that were too rare to be looked at counted as tested). "
            + $"{numbers.Of(rules.Rules.Count(r => r.QValue > ProductRules.Believed || r.Lift <= 1), "rule")} of the table {Words.For(rules.Rules.Count(r => r.QValue > ProductRules.Believed || r.Lift <= 1), "is", "are")} not.";
        if (network.Counted.Capped > 0)
        {
            yield return $"{numbers.Of(network.Counted.Capped, "order")} had more than {numbers.Count(_options.MaxBasket)} different products: of those only the {numbers.Count(_options.MaxBasket)} that are bought most were paired.";
        }

        yield return "Bought together says nothing of why: an offer of both may sell no more of either.";
    }
}
