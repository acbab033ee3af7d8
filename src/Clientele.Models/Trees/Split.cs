namespace Clientele.Models;

/// <summary>A division of a node's rows by one column.</summary>
/// <param name="Column">The column, or −1 where there is none.</param>
/// <param name="Below">The last bin with rows that go left.</param>
/// <param name="Above">The first bin with rows that go right.</param>
/// <param name="Gain">By how much the impurity falls, in units of the criterion; above 0.</param>
readonly record struct Split(int Column, byte Below, byte Above, double Gain)
{
    /// <summary>No division.</summary>
    internal static Split None { get; } = new(DecisionTree.NoColumn, 0, 0, 0);

    internal bool IsNone => Column == DecisionTree.NoColumn;
}

/// <summary>What is summed up over rows, and how good a division of them is.</summary>
/// <remarks>
/// Sums are whole numbers: they do not depend on the order of the rows, and the sums of one side are exactly those of the whole
/// less those of the other. Gradient boosting is the squared error of gradient / curvature with the curvature as weight.
/// </remarks>
interface ISplitCriterion
{
    /// <summary>Numbers that are summed up a bin.</summary>
    int Width { get; }

    /// <summary>The impurity of all rows, in the unit of the gains.</summary>
    double Impurity { get; }

    /// <summary>The unit of <see cref="WeightOf"/>: what a row of weight 1 counts.</summary>
    long UnitWeight { get; }

    /// <summary>Adds rows to the sums of their bins.</summary>
    void Add(ReadOnlySpan<byte> column, ReadOnlySpan<int> rows, Span<long> cells);

    /// <summary>Adds rows to one sum.</summary>
    void Add(ReadOnlySpan<int> rows, Span<long> total);

    /// <summary>Whether rows are alike, so that no division can gain.</summary>
    bool IsPure(ReadOnlySpan<int> rows);

    /// <summary>The weight in a sum.</summary>
    long WeightOf(ReadOnlySpan<long> total);

    /// <summary>The division between two bins that gains most, the first of equals; <see cref="Split.None"/> if none may be.</summary>
    /// <param name="cells">The sums of the bins.</param>
    /// <param name="occupied">Bins to look at, rising; empty ones among them are passed over.</param>
    /// <param name="total">The sum over all bins.</param>
    /// <param name="minLeaf">Least weight of a side.</param>
    Split Best(ReadOnlySpan<long> cells, ReadOnlySpan<byte> occupied, ReadOnlySpan<long> total, long minLeaf);

    /// <summary>Numbers that a leaf says.</summary>
    int Outputs { get; }

    /// <summary>Writes what a leaf of these rows says.</summary>
    void Say(ReadOnlySpan<int> rows, Span<double> values);
}
