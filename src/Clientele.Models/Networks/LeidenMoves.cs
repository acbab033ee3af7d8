namespace Clientele.Models;

/// <summary>Moves of one level of <see cref="Leiden"/>: of nodes between groups, and of nodes within groups into pieces.</summary>
sealed class LeidenMoves
{
    /// <summary>How freely pieces take what gains less than the most.</summary>
    const double Temperature = 0.01;

    readonly Graph _graph;
    readonly Random _random;
    readonly double[] _strengths;
    readonly double[] _sums;
    readonly int[] _sizes;
    readonly double _chance;
    readonly GroupWeights _near;

    /// <param name="graph">Undirected.</param>
    /// <param name="groups">To begin with; numbers lie below that of the nodes.</param>
    /// <param name="resolution">How much chance counts.</param>
    /// <param name="random">Orders and draws.</param>
    internal LeidenMoves(Graph graph, int[] groups, double resolution, Random random)
    {
        (_graph, _random, Groups, _near) = (graph, random, [.. groups], new GroupWeights(graph.Nodes));
        _strengths = [.. Enumerable.Range(0, graph.Nodes).Select(graph.Strength)];
        (_sums, _sizes) = (new double[graph.Nodes], new int[graph.Nodes]);
        for (var node = 0; node < groups.Length; node++)
        {
            _sums[groups[node]] += _strengths[node];
            _sizes[groups[node]]++;
        }

        var all = _strengths.Sum();
        _chance = all > 0 ? resolution / all : 0;
    }

    /// <summary>The group of each node.</summary>
    internal int[] Groups { get; }

    /// <summary>Moves nodes where modularity gains most, until none wants to.</summary>
    internal void Move()
    {
        var empty = new Stack<int>(Enumerable.Range(0, _graph.Nodes).Except(Groups));
        var waiting = new Queue<int>(Shuffled());
        var isWaiting = new bool[_graph.Nodes];
        Array.Fill(isWaiting, true);
        while (waiting.TryDequeue(out var node))
        {
            isWaiting[node] = false;
            var old = Groups[node];
            _near.Take(_graph, node, Groups);
            _sums[old] -= _strengths[node];
            var best = Best(node, old, empty);
            _sums[best] += _strengths[node];
            if (best == old)
            {
                continue;
            }

            if (_sizes[best]++ == 0)
            {
                empty.Pop();
            }

            Groups[node] = best;
            if (--_sizes[old] == 0)
            {
                _sums[old] = 0;
                empty.Push(old);
            }

            foreach (var other in _graph.Neighbors(node))
            {
                if (!isWaiting[other] && Groups[other] != best)
                {
                    isWaiting[other] = true;
                    waiting.Enqueue(other);
                }
            }
        }
    }

    int Best(int node, int old, Stack<int> empty)
    {
        var (best, most) = (old, Gain(_near.Weight(old), node, old));
        foreach (var group in _near.Groups)
        {
            var gain = Gain(_near.Weight(group), node, group);
            if (gain > most + 1e-12)
            {
                (best, most) = (group, gain);
            }
        }

        // Alone it gains nothing, which may be more.
        return most < -1e-12 && empty.TryPeek(out var alone) ? alone : best;
    }

    double Gain(double weight, int node, int group) => weight - (_chance * _strengths[node] * _sums[group]);

    int[] Shuffled()
    {
        int[] order = [.. Enumerable.Range(0, _graph.Nodes)];
        _random.Shuffle(order);
        return order;
    }

    /// <summary>Parts every group into pieces that are well connected within it.</summary>
    /// <returns>The piece of each node, numbered from 0.</returns>
    internal int[] Pieces()
    {
        var pieces = new Refinement(_graph, Groups, _strengths, _sums, _chance);
        foreach (var node in Shuffled())
        {
            pieces.Place(node, _near, _random);
        }

        return pieces.Numbered();
    }

    /// <summary>Nodes of a group that join one after the other.</summary>
    sealed class Refinement
    {
        readonly Graph _graph;
        readonly int[] _groups;
        readonly double[] _strengths;
        readonly double[] _groupSums;
        readonly double _chance;
        readonly int[] _pieces;
        readonly double[] _sums;
        readonly double[] _outside;
        readonly int[] _sizes;

        internal Refinement(Graph graph, int[] groups, double[] strengths, double[] groupSums, double chance)
        {
            (_graph, _groups, _strengths, _groupSums, _chance) = (
                graph,
                groups,
                strengths,
                groupSums,
                chance
            );
            _pieces = [.. Enumerable.Range(0, graph.Nodes)];
            _sums = [.. strengths];
            _sizes = [.. Enumerable.Repeat(1, graph.Nodes)];
            _outside = [.. Enumerable.Range(0, graph.Nodes).Select(WithinGroup)];
        }

        /// <summary>Weight from a node to others of its group.</summary>
        double WithinGroup(int node)
        {
            var sum = 0.0;
            var others = _graph.Neighbors(node);
            var weights = _graph.Weights(node);
            for (var edge = 0; edge < others.Length; edge++)
            {
                sum += others[edge] != node && _groups[others[edge]] == _groups[node] ? weights[edge] : 0;
            }

            return sum;
        }

        /// <summary>Whether a piece has as much weight to the rest of its group as chance would give it.</summary>
        bool IsConnected(int piece, int group) =>
            _outside[piece] >= _chance * _sums[piece] * (_groupSums[group] - _sums[piece]);

        /// <summary>Joins a node that is still alone to a piece, drawn by what is gained.</summary>
        internal void Place(int node, GroupWeights near, Random random)
        {
            var group = _groups[node];
            var own = _pieces[node];
            if (_sizes[own] > 1 || !IsConnected(own, group))
            {
                return;
            }

            near.Take(_graph, node, _pieces, _groups);
            // To stay alone gains nothing.
            List<(int Piece, double Gain)> ways = [(own, 0)];
            foreach (var piece in near.Groups)
            {
                var gain = near.Weight(piece) - (_chance * _strengths[node] * _sums[piece]);
                if (piece != own && gain >= 0 && IsConnected(piece, group))
                {
                    ways.Add((piece, gain));
                }
            }

            var chosen = Drawn(ways, random);
            if (chosen != own)
            {
                Join(node, chosen, near.Weight(chosen));
            }
        }

        static int Drawn(List<(int Piece, double Gain)> ways, Random random)
        {
            var most = ways.Max(way => way.Gain);
            var chances = ways.ConvertAll(way => Math.Exp((way.Gain - most) / Temperature));
            var draw = random.NextDouble() * chances.Sum();
            var place = 0;
            while (place < ways.Count - 1 && (draw -= chances[place]) >= 0)
            {
                place++;
            }

            return ways[place].Piece;
        }

        void Join(int node, int piece, double weight)
        {
            _sizes[_pieces[node]]--;
            _pieces[node] = piece;
            _sizes[piece]++;
            _sums[piece] += _strengths[node];
            _outside[piece] += WithinGroup(node) - (2 * weight);
        }

        internal int[] Numbered()
        {
            var numbers = new Dictionary<int, int>();
            return
            [
                .. _pieces.Select(piece =>
                    numbers.TryGetValue(piece, out var n) ? n : numbers[piece] = numbers.Count
                ),
            ];
        }
    }
}

/// <summary>Weight from one node to each group near it.</summary>
sealed class GroupWeights(int groups)
{
    readonly double[] _weights = new double[groups];
    readonly List<int> _near = [];

    /// <summary>Groups to which an edge leads.</summary>
    internal IReadOnlyList<int> Groups => _near;

    internal double Weight(int group) => _weights[group];

    /// <summary>Sums up a node's edges by the groups of their ends, if need be only of those within the node's own larger group.</summary>
    internal void Take(Graph graph, int node, int[] groups, int[]? within = null)
    {
        foreach (var group in _near)
        {
            _weights[group] = 0;
        }

        _near.Clear();
        var others = graph.Neighbors(node);
        var weights = graph.Weights(node);
        for (var edge = 0; edge < others.Length; edge++)
        {
            var other = others[edge];
            if (other == node || (within != null && within[other] != within[node]))
            {
                continue;
            }

            if (_weights[groups[other]] == 0)
            {
                _near.Add(groups[other]);
            }

            _weights[groups[other]] += weights[edge];
        }
    }
}
