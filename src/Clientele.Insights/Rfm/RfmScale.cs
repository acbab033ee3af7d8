using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Turns one measure into scores 1 (worst) to <see cref="Scores"/> (best).</summary>
/// <param name="Cuts">Ascending; a value on a cut lies below it, so that equal customers never part.</param>
/// <param name="LessIsBetter">True for days since the last order.</param>
/// <remarks>
/// A score is one more than the number of cuts below the value. Where many customers share a value, cuts coincide and
/// scores between are left empty: score 5 always means more than four fifths of the customers, and one-time buyers are
/// never lumped with others. Cuts are quantiles of type 7, as in pandas.
/// </remarks>
public sealed record RfmScale(IReadOnlyList<double> Cuts, bool LessIsBetter)
{
    /// <summary>The number of scores.</summary>
    public int Scores => Cuts.Count + 1;

    /// <summary>Cuts at equal shares of the customers.</summary>
    public static RfmScale OfShares(IReadOnlyList<double> values, int scores, bool lessIsBetter)
    {
        var sorted = values.Order().ToArray();
        return new(
            [.. Enumerable.Range(1, scores - 1).Select(i => Statistics.Quantile(sorted, (double)i / scores))],
            lessIsBetter
        );
    }

    /// <summary>The score of one value.</summary>
    public int Score(double value)
    {
        var below = 0;
        foreach (var cut in Cuts)
        {
            below += cut < value ? 1 : 0;
        }

        return LessIsBetter ? Scores - below : 1 + below;
    }
}
