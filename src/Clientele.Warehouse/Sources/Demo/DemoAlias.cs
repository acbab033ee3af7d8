namespace Clientele.Warehouse;

/// <summary>Draws from a fixed list of weights in constant time.</summary>
/// <remarks>Source: Vose (1991), "A Linear Algorithm for Generating Random Numbers with a Given Distribution".</remarks>
public sealed class DemoAlias
{
    readonly double[] _stay;
    readonly int[] _alias;

    /// <summary>Prepares the table. O(n).</summary>
    /// <param name="weights">At least one, none negative, not all 0; they need not sum to 1.</param>
    /// <exception cref="ArgumentException">The weights sum to 0.</exception>
    public DemoAlias(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        if (sum <= 0)
        {
            throw new ArgumentException($"Weights must sum to more than 0, not {sum}.", nameof(weights));
        }

        _stay = new double[weights.Length];
        _alias = new int[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            (_stay[i], _alias[i]) = (weights[i] * weights.Length / sum, i);
        }

        Level();
    }

    /// <summary>An index, with a chance in proportion to its weight.</summary>
    public int Draw(DemoRandom random)
    {
        var i = random.Below(_stay.Length);
        return random.Uniform() < _stay[i] ? i : _alias[i];
    }

    /// <summary>Fills every place that is short of 1 from one that has more.</summary>
    void Level()
    {
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < _stay.Length; i++)
        {
            (_stay[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.TryPop(out var rich))
        {
            var poor = small.Pop();
            _alias[poor] = rich;
            _stay[rich] -= 1 - _stay[poor];
            (_stay[rich] < 1 ? small : large).Push(rich);
        }

        // What is left is 1 but for rounding.
        foreach (var i in small)
        {
            _stay[i] = 1;
        }
    }
}
