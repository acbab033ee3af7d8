namespace Clientele.Warehouse;

/// <summary>What becomes of files that are refused: a run ends with the first of them, a check goes on and tells them all.</summary>
/// <param name="goesOn">True for a check.</param>
sealed class Refusals(bool goesOn)
{
    readonly List<ImportRefusedException> _all = [];

    /// <summary>Those so far; empty in a run.</summary>
    internal IReadOnlyList<ImportRefusedException> All => _all;

    /// <summary>True if the attempt was not refused.</summary>
    /// <exception cref="ImportRefusedException">It was refused, and this is a run.</exception>
    internal bool Try(Action attempt)
    {
        try
        {
            attempt();
            return true;
        }
        catch (ImportRefusedException refused) when (goesOn)
        {
            _all.Add(refused);
            return false;
        }
    }

    /// <summary>What an attempt gave; nothing if it was refused.</summary>
    /// <exception cref="ImportRefusedException">It was refused, and this is a run.</exception>
    internal IReadOnlyList<T> Try<T>(Func<IEnumerable<T>> attempt)
    {
        IReadOnlyList<T> found = [];
        Try(() =>
        {
            found = [.. attempt()];
        });
        return found;
    }

    /// <summary>All of them as one, a line each.</summary>
    internal ImportRefusedException Together() => new(string.Join('\n', _all.Select(r => r.Message)));
}
