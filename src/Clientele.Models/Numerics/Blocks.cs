namespace Clientele.Models;

/// <summary>Work cut into numbered pieces that threads may share out among themselves.</summary>
/// <remarks>What a piece is never depends on the threads, so neither does a result that is combined in the order of the pieces.</remarks>
static class Blocks
{
    /// <summary>Rows up to which whole runs are shared out instead of the rows of one run.</summary>
    internal const int SmallRows = 65_536;

    /// <summary>Numbers that one thread works out at a time.</summary>
    const int NumbersABlock = 1024;

    /// <summary>A number for each of 0 … count−1.</summary>
    /// <param name="count">How many.</param>
    /// <param name="threads">Most threads; 0 for as many as there are cores.</param>
    /// <param name="number">Depends on nothing but its argument.</param>
    /// <param name="cancel">Looked at now and then.</param>
    internal static double[] Numbers(
        int count,
        int threads,
        Func<int, double> number,
        CancellationToken cancel
    )
    {
        var numbers = new double[count];
        For(
            (count + NumbersABlock - 1) / NumbersABlock,
            threads,
            block =>
            {
                for (var i = block * NumbersABlock; i < Math.Min((block + 1) * NumbersABlock, count); i++)
                {
                    numbers[i] = number(i);
                }
            },
            cancel
        );
        return numbers;
    }

    /// <summary>Threads that each of some pieces may use itself while they are shared out.</summary>
    internal static int Each(int count, int threads) =>
        Math.Max(1, (threads == 0 ? Environment.ProcessorCount : threads) / count);

    /// <summary>Runs <paramref name="body"/> for 0 … count−1.</summary>
    /// <param name="count">Number of pieces.</param>
    /// <param name="threads">Most threads; 0 for as many as there are cores.</param>
    /// <param name="body">The work of one piece; it writes only to what is the piece's own.</param>
    /// <param name="cancel">Looked at before every piece.</param>
    internal static void For(int count, int threads, Action<int> body, CancellationToken cancel)
    {
        var most = threads == 0 ? Environment.ProcessorCount : threads;
        if (most == 1 || count < 2)
        {
            for (var i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                body(i);
            }

            return;
        }

        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancel },
            body
        );
    }
}
