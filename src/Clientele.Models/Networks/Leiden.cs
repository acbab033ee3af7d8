namespace Clientele.Models;

/// <summary>Finds communities: groups of nodes with more weight among themselves than by chance.</summary>
/// <remarks>
/// Nodes move where modularity gains most, groups are parted into well-connected pieces, and pieces become nodes, until nothing moves;
/// that again from what was found, until a round gains nothing. About O(edges) a round.
/// Source: Traag, Waltman and van Eck (2019), "From Louvain to Leiden: guaranteeing well-connected communities".
/// </remarks>
public sealed class Leiden(LeidenOptions options)
{
    readonly LeidenOptions _options = Require.Valid(options);

    /// <summary>Finds them.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="cancel">Looked at in every round.</param>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    public Communities Find(Graph graph, CancellationToken cancel = default)
    {
        if (graph.IsDirected)
        {
            throw new ArgumentException("Communities need edges without a direction.", nameof(graph));
        }

        var starts = new (int[] Groups, double Quality)[_options.Starts];
        Blocks.For(
            starts.Length,
            _options.Threads,
            start => starts[start] = Once(graph, new Random(Seeds.Of(_options.Seed, start)), cancel),
            cancel
        );
        var groups = BySize(starts.MaxBy(start => start.Quality).Groups);
        return new Communities(groups, groups.DefaultIfEmpty(-1).Max() + 1, Modularity.Of(graph, groups));
    }

    (int[] Groups, double Quality) Once(Graph graph, Random random, CancellationToken cancel)
    {
        int[] groups = [.. Enumerable.Range(0, graph.Nodes)];
        var quality = Modularity.Of(graph, groups, _options.Resolution);
        for (var round = 0; round < _options.Rounds; round++)
        {
            var next = Round(graph, groups, random, cancel);
            var gained = Modularity.Of(graph, next, _options.Resolution);
            if (gained <= quality + 1e-12)
            {
                break;
            }

            (groups, quality) = (next, gained);
        }

        return (groups, quality);
    }

    int[] Round(Graph graph, int[] groups, Random random, CancellationToken cancel)
    {
        // Of each node of the graph that came in, its node of the graph at hand.
        int[] places = [.. Enumerable.Range(0, graph.Nodes)];
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var moves = new LeidenMoves(graph, groups, _options.Resolution, random);
            moves.Move();
            var pieces = moves.Pieces();
            var count = pieces.DefaultIfEmpty(-1).Max() + 1;
            if (count == graph.Nodes)
            {
                return [.. places.Select(place => moves.Groups[place])];
            }

            groups = new int[count];
            for (var node = 0; node < pieces.Length; node++)
            {
                groups[pieces[node]] = moves.Groups[node];
            }

            places = [.. places.Select(place => pieces[place])];
            graph = Joined(graph, pieces, count);
            groups = Renumbered(groups);
        }
    }

    static Graph Joined(Graph graph, int[] pieces, int count) =>
        Graph.Of(count, [.. graph.Edges().Select(e => (pieces[e.From], pieces[e.To], e.Weight))]);

    static int[] Renumbered(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        return
        [
            .. groups.Select(group =>
                numbers.TryGetValue(group, out var n) ? n : numbers[group] = numbers.Count
            ),
        ];
    }

    /// <summary>The largest first, of equals that of the lower node.</summary>
    static int[] BySize(int[] groups)
    {
        var numbers = groups
            .CountBy(group => group)
            .OrderByDescending(group => group.Value)
            .Select((group, number) => (group.Key, number))
            .ToDictionary(p => p.Key, p => p.number);
        return [.. groups.Select(group => numbers[group])];
    }
}

/// <summary>Groups of nodes.</summary>
/// <param name="Of">Of each node the number of its group, the largest 0.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Modularity">Share of the weight within groups beyond that by chance.</param>
public sealed record Communities(IReadOnlyList<int> Of, int Count, double Modularity);
