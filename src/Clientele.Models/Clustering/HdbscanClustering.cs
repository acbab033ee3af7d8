namespace Clientele.Models;

/// <summary>Points in places of lasting density, and the noise between them.</summary>
/// <param name="Labels">One a point, numbered in the order of their first rows, or <see cref="IClustering.Noise"/>.</param>
/// <param name="Probabilities">One a point: how deep in its cluster it lies, from 0 (noise) to 1: the density at which it fell out, as a share of the cluster's greatest.</param>
/// <param name="OutlierScores">One a point: how much earlier it fell out than the densest of its branch, from 0 to 1 (GLOSH).</param>
/// <param name="Tree">The condensed tree, with the chosen branches.</param>
/// <param name="Points">The points that were learned from.</param>
/// <param name="CoreDistances">One a point: the distance to the <paramref name="MinSamples"/>-th nearest, itself among them.</param>
/// <param name="MinSamples">Which neighbor says how lonely a point is.</param>
public sealed record HdbscanClustering(
    int[] Labels,
    double[] Probabilities,
    double[] OutlierScores,
    CondensedTree Tree,
    Matrix Points,
    double[] CoreDistances,
    int MinSamples
) : IClustering
{
    /// <inheritdoc/>
    public int Clusters => Tree.Branches.Max(branch => branch.Label) + 1;

    /// <inheritdoc/>
    public bool Converged => true;

    /// <summary>The clusters that other points would fall into, without growing the tree; the confidence is the strength of membership, 0 in noise.</summary>
    /// <remarks>
    /// A point goes with the one that it would be joined to first (of 2 · <see cref="MinSamples"/> nearest), in the
    /// branch that this one was in at that density. For the points that were learned from these are
    /// <see cref="Labels"/> and <see cref="Probabilities"/>.
    /// Source: the approximate prediction of McInnes, Healy and Astels (2017), JOSS 2(11).
    /// </remarks>
    public Assignment Assign(Matrix points)
    {
        if (points.Columns != Points.Columns)
        {
            throw new ArgumentException(
                $"The clusters have {Points.Columns} columns, the points {points.Columns}.",
                nameof(points)
            );
        }

        Require.Finite(points, "An assignment");
        var neighbors = Math.Min(2 * MinSamples, Points.Rows);
        var near = new KdTree(Points).NearestTo(points, neighbors, threads: 1);
        var (labels, confidence) = (new int[points.Rows], new double[points.Rows]);
        for (var row = 0; row < labels.Length; row++)
        {
            var (first, distance) = JoinedFirst(near.IndicesOf(row), near.DistancesOf(row));
            var density = Math.Min(1 / distance, Tree.PointDensities[first]);
            (labels[row], confidence[row]) = Member(Tree, Tree.BranchAt(first, density), density);
        }

        return new Assignment(labels, confidence);
    }

    /// <summary>The clusters of the points that a tree was made of.</summary>
    internal static HdbscanClustering Of(CondensedTree tree, Matrix points, double[] cores, int minSamples)
    {
        var (labels, strengths, outliers) = (
            new int[points.Rows],
            new double[points.Rows],
            new double[points.Rows]
        );
        var densest = Densest(tree.Branches);
        for (var row = 0; row < labels.Length; row++)
        {
            var (branch, density) = (tree.PointBranches[row], tree.PointDensities[row]);
            (labels[row], strengths[row]) = Member(tree, branch, density);
            outliers[row] = densest[branch] > 0 ? (densest[branch] - density) / densest[branch] : 0;
        }

        return new HdbscanClustering(labels, strengths, outliers, tree, points, cores, minSamples);
    }

    static (int Label, double Strength) Member(CondensedTree tree, int branch, double density)
    {
        var chosen = tree.ChosenAbove(branch);
        return chosen < 0
            ? (IClustering.Noise, 0)
            : (tree.Branches[chosen].Label, Math.Min(1, density / tree.Branches[chosen].Death));
    }

    /// <summary>By branch, the greatest density in it or in any below it.</summary>
    static double[] Densest(CondensedBranch[] branches)
    {
        var densest = branches.Select(branch => branch.Death).ToArray();
        for (var i = branches.Length - 1; i > 0; i--)
        {
            densest[branches[i].Parent] = Math.Max(densest[branches[i].Parent], densest[i]);
        }

        return densest;
    }

    (int Point, double Distance) JoinedFirst(ReadOnlySpan<int> near, ReadOnlySpan<double> distances)
    {
        var core = distances[MinSamples - 1];
        var (first, least) = (near[0], double.PositiveInfinity);
        for (var i = 0; i < near.Length; i++)
        {
            var distance = Math.Max(distances[i], Math.Max(core, CoreDistances[near[i]]));
            (first, least) = distance < least ? (near[i], distance) : (first, least);
        }

        return (first, least);
    }
}
