namespace Clientele.Models;

/// <summary>A branch of a condensed tree: points that hold together from one density on.</summary>
/// <param name="Parent">The branch that it parted from; −1 for the first one, which holds all points.</param>
/// <param name="Birth">Density at which it parted, as 1 / distance; 0 for the first one.</param>
/// <param name="Death">Greatest density at which a point fell out of it or it parted itself.</param>
/// <param name="Size">Points in it at its birth.</param>
/// <param name="Stability">Sum over its points of how long each stayed, in density.</param>
/// <param name="Label">The cluster that it is, or <see cref="IClustering.Noise"/> if it was not chosen.</param>
public sealed record CondensedBranch(
    int Parent,
    double Birth,
    double Death,
    int Size,
    double Stability,
    int Label = IClustering.Noise
);

/// <summary>How points part as the density rises.</summary>
/// <param name="Branches">A parent before its children; the first one holds all points.</param>
/// <param name="PointBranches">One a point: the last branch that it was in.</param>
/// <param name="PointDensities">One a point: the density at which it fell out of that, as 1 / distance. Points at no distance have the density of the least distance above 0.</param>
public sealed record CondensedTree(CondensedBranch[] Branches, int[] PointBranches, double[] PointDensities)
{
    /// <summary>The chosen branch that another is or lies in, or −1.</summary>
    public int ChosenAbove(int branch)
    {
        while (branch >= 0 && Branches[branch].Label == IClustering.Noise)
        {
            branch = Branches[branch].Parent;
        }

        return branch;
    }

    /// <summary>The branch that a point is in at a density, which may be below the one at which it fell out.</summary>
    internal int BranchAt(int point, double density)
    {
        var branch = PointBranches[point];
        while (Branches[branch].Parent >= 0 && Branches[branch].Birth >= density)
        {
            branch = Branches[branch].Parent;
        }

        return branch;
    }
}
