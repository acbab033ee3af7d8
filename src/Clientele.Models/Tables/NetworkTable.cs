namespace Clientele.Models;

/// <summary>Settings of a network that is given as a table of edges.</summary>
public sealed record EdgeOptions
{
    /// <summary>Whether an edge leads only from its source to its target.</summary>
    public bool Directed { get; init; }
}

/// <summary>A network that is given as a table of edges.</summary>
sealed class NetworkTable : ITableModel
{
    public string Name => "network";

    public string Description =>
        "Finds communities (Leiden), PageRank, betweenness, cores, components and a layout of a network (columns source, target, and the number weight if there is one).";

    public IReadOnlyList<Setting> Settings { get; } =
    [
        .. Models
            .Settings.Names(
                new EdgeOptions(),
                new LeidenOptions(),
                new BetweennessOptions(),
                new ForceLayoutOptions()
            )
            .DistinctBy(s => s.Name),
    ];

    public TableKeys Keys { get; } =
        new(
            [
                ["source", "from"],
                ["target", "to"],
            ],
            ["weight"]
        );

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind(
            settings,
            [new EdgeOptions(), new LeidenOptions(), new BetweennessOptions(), new ForceLayoutOptions()]
        );

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (edges, leiden) = (new EdgeOptions(), new LeidenOptions());
        var (paths, layout) = (new BetweennessOptions(), new ForceLayoutOptions());
        TableModels.Bind(settings, seed, threads, edges, leiden, paths, layout);
        var nodes = KeyCodes.Of([.. table.Keys[0], .. table.Keys[1]]);
        var graph = Graph(table, nodes, edges.Directed);
        var plain = edges.Directed ? graph.Undirected() : graph;
        var communities = new Leiden(leiden).Find(plain, cancel);
        var places = new ForceLayout(layout).Lay(plain, cancel);
        int[] all = [.. Enumerable.Range(0, graph.Nodes)];
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(edges, leiden, paths, layout),
                ["nodes"] = graph.Nodes,
                ["edges"] = graph.Edges().Count(),
                ["communities"] = communities.Count,
                ["modularity"] = communities.Modularity,
            },
            []
        )
        {
            Tables =
            [
                new(
                    "nodes",
                    [
                        FitColumn.Text("node", nodes.Words),
                        FitColumn.Number("degree", all.Select(graph.Degree)),
                        FitColumn.Number("strength", all.Select(graph.Strength)),
                        FitColumn.Number(
                            "pagerank",
                            new PageRank(new() { Threads = leiden.Threads }).Of(graph, cancel)
                        ),
                        FitColumn.Number("betweenness", new Betweenness(paths).Of(graph, cancel)),
                        FitColumn.Number("core", Cores.Of(plain)),
                        FitColumn.Number("component", Components.Of(plain)),
                        FitColumn.Number("community", communities.Of),
                        FitColumn.Number("x", places.Column(0)),
                        FitColumn.Number("y", places.Column(1)),
                    ]
                ),
            ],
        };
    }

    static Graph Graph(NamedMatrix table, KeyCodes nodes, bool directed)
    {
        var (rows, edges) = (table.Keys[0].Length, new List<(int, int, double)>());
        for (var row = 0; row < rows; row++)
        {
            edges.Add((nodes.Codes[row], nodes.Codes[rows + row], WeightColumn.Of(table, row, 0)));
        }

        return Models.Graph.Of(nodes.Words.Length, edges, directed);
    }
}

/// <summary>A column of weights that need not be there.</summary>
static class WeightColumn
{
    /// <summary>1 where there is no such column.</summary>
    /// <exception cref="TableRowException">A weight is not above 0.</exception>
    internal static double Of(NamedMatrix table, int row, int column) =>
        table.Values[row][column] switch
        {
            double.NaN => 1,
            > 0 and var weight => weight,
            var weight => throw new TableRowException(
                row,
                "weight",
                FormattableString.Invariant(
                    $"{weight} is no weight: write a number above 0, or take the line out."
                )
            ),
        };
}
