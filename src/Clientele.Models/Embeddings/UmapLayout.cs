using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Moves points step by step: neighbors pull, points drawn at random push.</summary>
/// <remarks>
/// In a pass every point looks only at where the others were before it, so passes can be shared out among threads and the
/// result does not depend on them. Within its own steps a point moves on from where the last step left it.
/// Eight points are moved at once, a lane each; those of as many edges go together.
/// </remarks>
sealed class UmapLayout
{
    const int Lanes = 8;
    const int GroupsABlock = 32;

    /// <summary>Most that a point moves along an axis by one force, before the length of steps.</summary>
    const float Clip = 4;

    readonly FuzzyGraph _graph;
    readonly UmapForces _forces;
    readonly UmapOptions _options;
    readonly int _dimensions;
    readonly int _epochs;

    /// <summary>Points by falling number of pulls; a group is eight in turn, the last filled up with −1.</summary>
    readonly int[] _order;

    /// <summary>Pulls of each edge an epoch, and what was left of them after the last.</summary>
    readonly float[] _shares;
    readonly float[] _owed;

    /// <summary>State of the random numbers of each lane.</summary>
    readonly uint[] _states;
    readonly int _mostEdges;

    internal UmapLayout(FuzzyGraph graph, UmapOptions options, int epochs)
    {
        (_graph, _options, _epochs) = (graph, options, epochs);
        _dimensions = options.Components;
        _forces = new UmapForces(UmapCurve.Of(options.MinDistance, options.Spread));
        (_shares, _owed) = Shares(graph, epochs);
        _order = Order();
        _states = [.. Enumerable.Range(0, _order.Length).Select(i => (uint)Seeds.Of(options.Seed, 1, i) | 1)];
        for (var row = 0; row < graph.Rows; row++)
        {
            _mostEdges = Math.Max(_mostEdges, graph.Starts[row + 1] - graph.Starts[row]);
        }
    }

    /// <summary>Moves points among themselves.</summary>
    /// <param name="places">n × dimensions, where they begin.</param>
    /// <param name="cancel">Looked at between passes.</param>
    internal float[] Run(float[] places, CancellationToken cancel)
    {
        var next = new float[places.Length];
        for (var epoch = 0; epoch < _epochs; epoch++)
        {
            Pass(epoch, places, places, next, cancel);
            (places, next) = (next, places);
        }

        return places;
    }

    /// <summary>Moves points among others that stay.</summary>
    /// <param name="places">m × dimensions, where they begin.</param>
    /// <param name="others">n × dimensions.</param>
    /// <param name="cancel">Looked at between passes.</param>
    internal float[] Run(float[] places, float[] others, CancellationToken cancel)
    {
        for (var epoch = 0; epoch < _epochs; epoch++)
        {
            Pass(epoch, places, others, places, cancel);
        }

        return places;
    }

    static (float[] Shares, float[] Owed) Shares(FuzzyGraph graph, int epochs)
    {
        var most = graph.Weights.Length == 0 ? 1 : graph.Weights.Max();
        var (shares, owed) = (new float[graph.Weights.Length], new float[graph.Weights.Length]);
        var random = new Random(0);
        for (var edge = 0; edge < shares.Length; edge++)
        {
            // An edge that would not be due once is left out.
            var share = graph.Weights[edge] / most;
            shares[edge] = share * epochs < 1 ? 0 : (float)share;
            // Spread evenly over the passes: not all edges of one weight are due at once.
            owed[edge] = shares[edge] == 0 ? 0 : random.NextSingle();
        }

        return (shares, owed);
    }

    int[] Order()
    {
        var pulls = new float[_graph.Rows];
        for (var row = 0; row < pulls.Length; row++)
        {
            for (var edge = _graph.Starts[row]; edge < _graph.Starts[row + 1]; edge++)
            {
                pulls[row] -= _shares[edge];
            }
        }

        var rows = Enumerable.Range(0, pulls.Length).ToArray();
        // Sorts by pulls, then by row: one order whatever the sort.
        Array.Sort(
            rows,
            (one, other) => pulls[one] != pulls[other] ? pulls[one].CompareTo(pulls[other]) : one - other
        );
        var groups = (rows.Length + Lanes - 1) / Lanes;
        var order = new int[groups * Lanes];
        Array.Fill(order, -1);
        rows.CopyTo(order, 0);
        return order;
    }

    void Pass(int epoch, float[] places, float[] others, float[] next, CancellationToken cancel)
    {
        var step = (float)(_options.LearningRate * (1 - (epoch / (double)_epochs)));
        var groups = _order.Length / Lanes;
        Blocks.For(
            (groups + GroupsABlock - 1) / GroupsABlock,
            _options.Threads,
            block =>
            {
                var due = ArrayPool<int>.Shared.Rent((_mostEdges + 1) * Lanes);
                for (
                    var group = block * GroupsABlock;
                    group < Math.Min((block + 1) * GroupsABlock, groups);
                    group++
                )
                {
                    Move(group, step, places, others, next, due);
                }

                ArrayPool<int>.Shared.Return(due);
            },
            cancel
        );
    }

    /// <summary>Collects the neighbors that pull each lane in this pass, lane by lane in columns.</summary>
    int Due(int group, int[] due, Span<int> counts)
    {
        var most = 0;
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = _order[(group * Lanes) + lane];
            var count = 0;
            if (row >= 0)
            {
                for (var edge = _graph.Starts[row]; edge < _graph.Starts[row + 1]; edge++)
                {
                    var owed = _owed[edge] + _shares[edge];
                    var isDue = owed >= 1 ? 1 : 0;
                    _owed[edge] = owed - isDue;
                    due[(count * Lanes) + lane] = _graph.Others[edge];
                    count += isDue;
                }
            }

            counts[lane] = count;
            most = Math.Max(most, count);
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var i = counts[lane]; i < most; i++)
            {
                due[(i * Lanes) + lane] = 0;
            }
        }

        return most;
    }

    void Move(int group, float step, float[] places, float[] others, float[] next, int[] due)
    {
        Span<int> counts = stackalloc int[Lanes];
        var pulls = Due(group, due, counts);
        var negatives = _options.NegativeSamples;
        var width = _dimensions * Lanes;
        Span<float> at = stackalloc float[width];
        Span<float> move = stackalloc float[width];
        Span<float> other = stackalloc float[width * (negatives + 1)];
        Span<int> drawn = stackalloc int[Lanes];
        Load(group, places, at);
        var steps = Vector256.Create(step);
        var state = Vector256.Create<uint>(_states.AsSpan(group * Lanes, Lanes));
        var lengths = Vector256.Create<int>(counts);
        var rows = others.Length / _dimensions;
        for (var i = 0; i < pulls; i++)
        {
            Gather(others, due.AsSpan(i * Lanes, Lanes), other[..width]);
            for (var n = 0; n < negatives; n++)
            {
                Draw(ref state, rows).CopyTo(drawn);
                Gather(others, drawn, other.Slice((n + 1) * width, width));
            }

            var active = Vector256.GreaterThan(lengths, Vector256.Create(i)).AsSingle() & steps;
            for (var p = 0; p < Pulls; p++)
            {
                move.Clear();
                Force(at, other[..width], move, isPull: true);
                Apply(at, move, active);
            }

            move.Clear();
            for (var n = 0; n < negatives; n++)
            {
                Force(at, other.Slice((n + 1) * width, width), move, isPull: false);
            }

            Apply(at, move, active);
        }

        state.CopyTo(_states.AsSpan(group * Lanes));
        Store(group, at, next);
    }

    public static int Pulls = 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Force(Span<float> at, Span<float> other, Span<float> move, bool isPull)
    {
        ref var a = ref MemoryMarshal.GetReference(at);
        ref var o = ref MemoryMarshal.GetReference(other);
        ref var m = ref MemoryMarshal.GetReference(move);
        var squares = Vector256<float>.Zero;
        for (var d = 0; d < _dimensions; d++)
        {
            var difference =
                Vector256.LoadUnsafe(ref a, (nuint)(d * Lanes))
                - Vector256.LoadUnsafe(ref o, (nuint)(d * Lanes));
            squares = Vector256.FusedMultiplyAdd(difference, difference, squares);
        }

        var force = isPull ? _forces.Pull(squares) : _forces.Push(squares);
        for (var d = 0; d < _dimensions; d++)
        {
            var difference =
                Vector256.LoadUnsafe(ref a, (nuint)(d * Lanes))
                - Vector256.LoadUnsafe(ref o, (nuint)(d * Lanes));
            var clipped = Vector256.Max(
                Vector256.Min(force * difference, Vector256.Create(Clip)),
                Vector256.Create(-Clip)
            );
            (Vector256.LoadUnsafe(ref m, (nuint)(d * Lanes)) + clipped).StoreUnsafe(
                ref m,
                (nuint)(d * Lanes)
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Apply(Span<float> at, Span<float> move, Vector256<float> step)
    {
        ref var a = ref MemoryMarshal.GetReference(at);
        ref var m = ref MemoryMarshal.GetReference(move);
        for (var d = 0; d < _dimensions; d++)
        {
            Vector256
                .FusedMultiplyAdd(
                    Vector256.LoadUnsafe(ref m, (nuint)(d * Lanes)),
                    step,
                    Vector256.LoadUnsafe(ref a, (nuint)(d * Lanes))
                )
                .StoreUnsafe(ref a, (nuint)(d * Lanes));
        }
    }

    /// <summary>A random row for every lane; one step of Marsaglia's xorshift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Draw(ref Vector256<uint> state, int rows)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        var share = Vector256.ConvertToSingle((state >> 8).AsInt32()) * Vector256.Create(1f / (1 << 24));
        return Vector256.Min(
            Vector256.ConvertToInt32(share * Vector256.Create((float)rows)),
            Vector256.Create(rows - 1)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Gather(float[] others, Span<int> rows, Span<float> target)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(others);
        for (var lane = 0; lane < Lanes; lane++)
        {
            ref var other = ref Unsafe.Add(ref from, (nint)rows[lane] * _dimensions);
            for (var d = 0; d < _dimensions; d++)
            {
                target[(d * Lanes) + lane] = Unsafe.Add(ref other, d);
            }
        }
    }

    void Load(int group, float[] places, Span<float> at)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = Math.Max(0, _order[(group * Lanes) + lane]);
            for (var d = 0; d < _dimensions; d++)
            {
                at[(d * Lanes) + lane] = places[(row * _dimensions) + d];
            }
        }
    }

    void Store(int group, Span<float> at, float[] next)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = _order[(group * Lanes) + lane];
            for (var d = 0; row >= 0 && d < _dimensions; d++)
            {
                next[(row * _dimensions) + d] = at[(d * Lanes) + lane];
            }
        }
    }
}
