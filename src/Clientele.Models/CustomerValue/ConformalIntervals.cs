namespace Clientele.Models;

/// <summary>Intervals from how far customers for whom as much was said ended up from it.</summary>
/// <remarks>
/// Customers whose outcome is known are put into groups of about as many by what was said of them; within a group the ratio of outcome to
/// saying is taken to be spread as it was: intervals are as wide in money as what is said is large. Source: Vovk, Gammerman and Shafer
/// (2005), "Algorithmic Learning in a Random World", Mondrian conformal predictors.
/// </remarks>
sealed class ConformalIntervals
{
    /// <summary>Customers of a group, where there are enough.</summary>
    const int GroupSize = 200;
    const int MostGroups = 50;

    readonly double[] _ends;
    readonly double[][] _ratios;
    readonly double _least;

    /// <param name="said">What was said, 0 or more.</param>
    /// <param name="outcome">What came, 0 or more.</param>
    internal ConformalIntervals(double[] said, double[] outcome)
    {
        int[] order = [.. Enumerable.Range(0, said.Length).OrderBy(i => said[i])];
        var groups = Math.Clamp(said.Length / GroupSize, 1, MostGroups);
        _ends = new double[groups];
        _ratios = new double[groups][];
        // Where nothing was said, a ratio is of the least thing.
        _least = Math.Max(said.Average() * 1e-3, 1e-9);
        for (var group = 0; group < groups; group++)
        {
            var (begin, end) = (
                (int)((long)order.Length * group / groups),
                (int)((long)order.Length * (group + 1) / groups)
            );
            _ends[group] = said[order[end - 1]];
            _ratios[group] =
            [
                .. order[begin..end].Select(i => outcome[i] / Math.Max(said[i], _least)).Order(),
            ];
        }
    }

    int Group(double said)
    {
        var found = Array.BinarySearch(_ends, said);
        return Math.Min(found < 0 ? ~found : found, _ends.Length - 1);
    }

    Intervals For(double[] said, double level)
    {
        double[] zeros = [.. _ratios.Select(ratios => Intervals.Zeros(ratios))];
        var shared = Intervals.Shared([.. said.Select(s => zeros[Group(s)])], level);
        var ends = _ratios.Select(ratios => Intervals.Of(ratios, shared)).ToArray();
        var all = Intervals.Empty(said.Length);
        for (var i = 0; i < said.Length; i++)
        {
            var (low, high) = ends[Group(said[i])];
            var unit = Math.Max(said[i], _least);
            // Of who surely spends something, what is expected lies within, even if nobody else is like that.
            (all.Low[i], all.High[i]) = (low * unit, Math.Max(high * unit, low > 0 ? said[i] : 0));
        }

        return all;
    }

    /// <summary>What is said, with both intervals.</summary>
    internal ValueForecast Around(double[] said) =>
        new(said, For(said, ValueForecast.NarrowLevel), For(said, ValueForecast.WideLevel));
}
