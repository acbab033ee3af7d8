namespace Clientele.Warehouse;

/// <summary>What is added up of each customer of an <see cref="AccountShop"/>: sales by type and quarter, orders by quarter.</summary>
static class AccountMeasures
{
    /// <summary>Product types, A to U.</summary>
    internal const int Types = 21;

    /// <summary>Quarters of the year.</summary>
    internal const int Quarters = 4;

    /// <summary>The first measure of orders; before it are the sales of types.</summary>
    internal const int Orders = Types;

    /// <summary>The first measure of sales by quarter.</summary>
    internal const int Sales = Orders + Quarters;

    /// <summary>All measures.</summary>
    internal const int Count = Sales + Quarters;

    /// <summary>Reasons that several measures have in common to be large.</summary>
    internal const int Shared = 8;

    /// <summary>One a measure, as raw.measures has them.</summary>
    internal static readonly string[] Names =
    [
        .. Enumerable.Range(0, Types).Select(t => $"sales product_type {(char)('A' + t)}"),
        .. Enumerable.Range(1, Quarters).Select(q => $"orders quarter Q{q}"),
        .. Enumerable.Range(1, Quarters).Select(q => $"sales quarter Q{q}"),
    ];

    /// <summary>Shares of orders by quarter: the last is the busiest.</summary>
    internal static readonly double[] Season = [0.22, 0.23, 0.24, 0.31];

    /// <summary>How often each type is bought; the order of ranks is mixed over the letters.</summary>
    internal static readonly double[] Popularity =
    [
        .. Enumerable.Range(0, Types).Select(t => 1 / (3.0 + Rank(t))),
    ];

    /// <summary>How strongly each measure follows each shared reason and, last, one of its own.</summary>
    /// <remarks>
    /// Fitted once, so that the correlations of all measures, trips included, have the eigenvalues that an analysis of
    /// such a retailer printed (cumulative shares .2285, .2894, .3438 … .9018 at 21), and its greatest correlations:
    /// sales of Q4 and Q1 .70, of Q2 and Q3 .69, L and M .57, F and orders of Q3 .57, K and sales of Q4 .59.
    /// </remarks>
    internal static readonly double[][] Loadings =
    [
        [0.02, 0.38, 0.47, 0.05, 0.1, 0.68, 0, 0, 0.39],
        [0.07, 0.04, 0.08, 0.15, 0.01, 0.09, 0.45, 0.23, 0.84],
        [0.06, 0.11, 0.01, 0.13, 0.01, 0.15, 0.05, 0.02, 0.97],
        [0.11, 0.01, 0.04, 0.01, 0, 0.2, 0.09, 0.06, 0.97],
        [0.08, 0.04, 0.05, 0.21, 0.48, 0.32, 0.01, 0.11, 0.78],
        [0.72, 0.36, 0, 0.16, 0.54, 0.15, 0.11, 0.05, 0.07],
        [0.01, 0.01, 0.07, 0.28, 0.36, 0.09, 0.52, 0.08, 0.71],
        [0.76, 0.02, 0, 0.03, 0.11, 0.01, 0.09, 0.01, 0.64],
        [0.04, 0.03, 0.06, 0.27, 0.07, 0.01, 0.06, 0.06, 0.95],
        [0.1, 0.07, 0.64, 0.08, 0.06, 0.01, 0.04, 0.73, 0.2],
        [0.47, 0.01, 0.13, 0.19, 0.07, 0.19, 0.25, 0.51, 0.6],
        [0.23, 0.4, 0.02, 0.06, 0.34, 0.05, 0.55, 0.4, 0.46],
        [0.2, 0.44, 0.01, 0.17, 0.26, 0.03, 0.51, 0.42, 0.48],
        [0.06, 0.12, 0.2, 0.13, 0.93, 0.02, 0.01, 0, 0.24],
        [0.03, 0.72, 0.08, 0.01, 0.04, 0.06, 0.11, 0.08, 0.67],
        [0.01, 0, 0, 0, 0.01, 0, 0.02, 0, 1],
        [0.56, 0.04, 0.26, 0.08, 0, 0.14, 0.04, 0.01, 0.77],
        [0.03, 0.03, 0.03, 0, 0.02, 0.01, 0.04, 0.01, 1],
        [0.1, 0.45, 0.03, 0.04, 0.26, 0, 0.02, 0.25, 0.81],
        [0.35, 0.02, 0.2, 0.04, 0.01, 0, 0.05, 0.02, 0.91],
        [0.01, 0.01, 0.06, 0.31, 0.09, 0.08, 0, 0.78, 0.53],
        [0.03, 0.02, 0.05, 0, 0.03, 0.01, 0.06, 0.01, 1],
        [0.1, 0.09, 0.02, 0.24, 0.01, 0.01, 0.05, 0.02, 0.96],
        [0.62, 0.28, 0.03, 0.39, 0.13, 0.03, 0.2, 0.08, 0.57],
        [0.03, 0.01, 0.03, 0, 0.05, 0.01, 0.02, 0.02, 1],
        [0.7, 0.01, 0.11, 0.01, 0.18, 0.29, 0.13, 0.45, 0.4],
        [0.21, 0, 0.91, 0.12, 0.02, 0.12, 0.2, 0.03, 0.25],
        [0.49, 0.04, 0.68, 0.06, 0, 0.28, 0.38, 0.04, 0.27],
        [0.72, 0, 0.23, 0, 0.16, 0.01, 0.26, 0.55, 0.18],
    ];

    /// <summary>0 for the type that is bought most.</summary>
    internal static int Rank(int type) => type * 8 % Types;
}
