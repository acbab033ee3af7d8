using System.Buffers;

namespace Clientele.Models;

/// <summary>Moves points step by step: neighbors pull, points drawn at random push.</summary>
/// <remarks>
/// A pass goes in eight rounds, each of every eighth group of points. In a round a point sees the others where the last round
/// left them, so it can be shared out among threads and the result does not depend on them. Within its own steps a point
/// moves on from where the last step left it.
/// </remarks>
/// <param name="graph">Who pulls whom, and how often.</param>
/// <param name="options">Length of the steps, number of pushes, seed.</param>
/// <param name="epochs">Passes over the points.</param>
sealed class UmapLayout(FuzzyGraph graph, UmapOptions options, int epochs)
{
    const int Rounds = 8;
    const int GroupsABlock = 16;

    readonly UmapSchedule _schedule = new(graph, epochs, Seeds.Of(options.Seed, 3));
    readonly UmapSteps _steps = new(options);

    /// <summary>State of the random numbers of each lane.</summary>
    readonly uint[] _states =
    [
        .. Enumerable
            .Range(0, graph.Rows + UmapSchedule.Lanes)
            .Select(i => (uint)Seeds.Of(options.Seed, 4, i) | 1),
    ];

    /// <summary>Moves points among themselves.</summary>
    /// <param name="places">n × dimensions, where they begin; gets where they come to be.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    internal void Run(float[] places, CancellationToken cancel)
    {
        var next = new float[places.Length];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var pass = new UmapPass(places, places, next, Length(epoch), BothEnds: true);
            for (var round = 0; round < Rounds; round++)
            {
                Round(pass, round, cancel);
                Settle(pass, round);
            }
        }
    }

    /// <summary>Moves points among others that stay.</summary>
    /// <param name="places">m × dimensions, where they begin; gets where they come to be.</param>
    /// <param name="others">n × dimensions.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    internal void Run(float[] places, float[] others, CancellationToken cancel)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var pass = new UmapPass(places, others, places, Length(epoch), BothEnds: false);
            for (var round = 0; round < Rounds; round++)
            {
                Round(pass, round, cancel);
            }
        }
    }

    float Length(int epoch) => (float)(options.LearningRate * (1 - (epoch / (double)epochs)));

    /// <summary>Number of groups of a round.</summary>
    int Groups(int round) => (_schedule.Groups - round + Rounds - 1) / Rounds;

    void Round(UmapPass pass, int round, CancellationToken cancel) =>
        Blocks.For(
            (Groups(round) + GroupsABlock - 1) / GroupsABlock,
            options.Threads,
            block =>
            {
                var due = ArrayPool<int>.Shared.Rent((_schedule.MostEdges + 1) * UmapSchedule.Lanes);
                Span<int> counts = stackalloc int[UmapSchedule.Lanes];
                var end = Math.Min((block + 1) * GroupsABlock, Groups(round));
                for (var i = block * GroupsABlock; i < end; i++)
                {
                    var group = (i * Rounds) + round;
                    var most = _schedule.Due(group, due, counts);
                    var states = _states.AsSpan(group * UmapSchedule.Lanes, UmapSchedule.Lanes);
                    _steps.Move(
                        pass,
                        _schedule[group],
                        due.AsSpan(0, most * UmapSchedule.Lanes),
                        counts,
                        states
                    );
                }

                ArrayPool<int>.Shared.Return(due);
            },
            cancel
        );

    /// <summary>Lets the rounds that follow see where the points of this one are now.</summary>
    void Settle(UmapPass pass, int round)
    {
        for (var group = round; group < _schedule.Groups; group += Rounds)
        {
            foreach (var row in _schedule[group])
            {
                for (var d = 0; row >= 0 && d < options.Components; d++)
                {
                    pass.Places[(row * options.Components) + d] = pass.Next[(row * options.Components) + d];
                }
            }
        }
    }
}
