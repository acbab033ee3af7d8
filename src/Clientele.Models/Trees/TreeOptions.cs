using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How many columns are looked at for one split.</summary>
public enum SplitColumns
{
    /// <summary>Every column.</summary>
    All,

    /// <summary>A third of the columns, at least one, drawn anew for every split.</summary>
    Third,

    /// <summary>As many as the square root of their number, drawn anew for every split.</summary>
    SquareRoot,
}

/// <summary>How a tree is grown: settings of <see cref="Cart"/> and of every tree of a <see cref="RandomForest"/>.</summary>
public sealed record TreeOptions
{
    /// <summary>Most splits between the root and a leaf; null for no limit.</summary>
    [Range(1, 1000)]
    public int? MaxDepth { get; init; }

    /// <summary>Most leaves, the splits that gain most first; null for no limit.</summary>
    [Range(2, 1_000_000)]
    public int? MaxLeaves { get; init; }

    /// <summary>Least weight of a leaf: rows, each as often as it counts or was drawn.</summary>
    [Range(1, 1_000_000)]
    public int MinLeaf { get; init; } = 1;

    /// <summary>Least gain of a split, as a share of the squared error or of the Gini impurity of all rows.</summary>
    [Range(0.0, 1.0)]
    public double MinGain { get; init; }

    /// <summary>How many columns are looked at for one split; more are drawn while none of them can be split.</summary>
    public SplitColumns SplitColumns { get; init; }

    /// <summary>Most bins of a column; a column of no more different values is split exactly.</summary>
    [Range(2, 255)]
    public int Bins { get; init; } = 255;

    /// <summary>The number of columns that are drawn for a split.</summary>
    internal int ColumnsASplit(int columns) =>
        SplitColumns switch
        {
            SplitColumns.Third => Math.Max(1, columns / 3),
            SplitColumns.SquareRoot => (int)Math.Sqrt(columns),
            _ => columns,
        };
}
