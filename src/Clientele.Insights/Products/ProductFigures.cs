namespace Clientele.Insights;

/// <summary>Pictures of <see cref="Products"/>.</summary>
sealed class ProductFigures(
    ProductRules rules,
    ProductNetwork network,
    ProductSequences sequences,
    NumberText numbers
)
{
    const int MostBars = 12;
    const int MostFlows = 15;

    internal required ProductOptions Options { get; init; }

    internal required ProductFlows Flows { get; init; }

    /// <summary>Null without categories.</summary>
    internal required CategoryCorrelations? Categories { get; init; }

    internal IEnumerable<Figure> All()
    {
        if (network.Edges.Count > 0)
        {
            yield return new ProductMap(network, Options, numbers).Figure();
        }

        if (rules.Plain.Any())
        {
            yield return Best();
        }

        if (rules.Rules.Count > 2)
        {
            yield return Scatter();
        }

        if (sequences.Believed.Any())
        {
            yield return Sequences();
        }

        if (Flows.Products.Length > 0)
        {
            yield return Ends();
        }

        if (Categories != null)
        {
            yield return Categories.Figure(numbers);
        }
    }

    BarFigure Best()
    {
        // Of a rule and its reverse, which have the same lift, the surer.
        var best = rules
            .Plain.GroupBy(r =>
                (Math.Min(r.Antecedent[0], r.Consequent[0]), Math.Max(r.Antecedent[0], r.Consequent[0]))
            )
            .Select(both => both.MaxBy(r => r.Confidence)!)
            .OrderByDescending(r => r.Lift)
            .Take(MostBars)
            .ToList();
        return new BarFigure(
            "best_rules",
            $"Who buys {Name(best[0].Antecedent[0])} buys {Name(best[0].Consequent[0])} {numbers.Number(best[0].Lift)} times as often as by chance",
            "Lift of rules between two products that are more than chance: how many times as often as by chance both lie in an order.",
            "times as often as by chance",
            NumberFormat.Number,
            [.. best.Select(r => new Bar($"{Name(r.Antecedent[0])} → {Name(r.Consequent[0])}", r.Lift))]
        );
    }

    ScatterFigure Scatter()
    {
        (string Name, double From, double To)[] bands =
        [
            ("lift 10 and more", 10, double.PositiveInfinity),
            ("lift 3 to 10", 3, 10),
            ("lift below 3", 0, 3),
        ];
        var best = rules.Rules.MaxBy(r => r.Confidence)!;
        return new ScatterFigure(
            "rules_map",
            $"The surest rule holds in {numbers.Share(best.Confidence)} of the orders with its antecedent",
            "A point a rule: the share of all orders in which it holds (to the right) and its confidence (up), by its lift.",
            new Axis("support: share of all orders", NumberFormat.Share, Logarithmic: true),
            new Axis("confidence", NumberFormat.Share, Logarithmic: false),
            [
                .. bands
                    .Select(band =>
                        (
                            band.Name,
                            Rules: rules.Rules.Where(r => r.Lift >= band.From && r.Lift < band.To).ToList()
                        )
                    )
                    .Where(band => band.Rules.Count > 0)
                    .Select(band => new PointGroup(
                        band.Name,
                        [.. band.Rules.Select(r => r.Support)],
                        [.. band.Rules.Select(r => r.Confidence)]
                    )),
            ]
        );
    }

    /// <summary>Where those end who follow the network of what is bought after what.</summary>
    BarFigure Ends()
    {
        var best = Flows
            .Ranks.Index()
            .OrderByDescending(r => r.Item)
            .Take(MostBars)
            .Select(r => new Bar(Name(Flows.Products[r.Index]), r.Item))
            .ToList();
        return new BarFigure(
            "flow_ends",
            $"Purchases lead to {best[0].Label} most",
            "PageRank of products in the network of what is bought after what: the share of time that one who follows its edges, by their customers, spends at each.",
            "PageRank",
            NumberFormat.Share,
            best
        );
    }

    SankeyFigure Sequences()
    {
        var most = sequences.Believed.Take(MostFlows).ToList();
        int[] firsts = [.. most.Select(r => r.First).Distinct()];
        int[] seconds = [.. most.Select(r => r.Second).Distinct()];
        return new SankeyFigure(
            "sequences",
            $"{numbers.Of(most[0].Customers, "customer")} bought {Name(most[0].First)} and then {Name(most[0].Second)}",
            "Customers who bought one product and within the days another, for pairs that come in this order more often than in the other.",
            "customers",
            NumberFormat.Count,
            new SankeySide("first", [.. firsts.Select(Name)]),
            new SankeySide("then", [.. seconds.Select(Name)]),
            [
                .. most.Select(r => new Flow(
                    Array.IndexOf(firsts, r.First),
                    Array.IndexOf(seconds, r.Second),
                    r.Customers
                )),
            ]
        );
    }

    string Name(int product) => Words.Label(rules.Shop.Names[product]);
}
