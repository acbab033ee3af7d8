namespace Clientele.Models;

/// <summary>Chooses branches of a condensed tree as clusters; never the first, which holds all points.</summary>
static class ClusterChoice
{
    /// <summary>The tree with labels, numbered in the order of the first points of the clusters.</summary>
    internal static CondensedTree Of(CondensedTree tree, ClusterSelection selection, double epsilon)
    {
        var chosen =
            selection == ClusterSelection.ExcessOfMass ? MostMass(tree.Branches) : Leaves(tree.Branches);
        if (epsilon > 0)
        {
            chosen = NotBelow(tree.Branches, chosen, epsilon);
        }

        return Numbered(tree, chosen);
    }

    /// <summary>Of a branch and all that is chosen below it, what has the greater stability; the branch, if they are equal.</summary>
    static bool[] MostMass(CondensedBranch[] branches)
    {
        var chosen = new bool[branches.Length];
        var below = new double[branches.Length];
        for (var i = branches.Length - 1; i > 0; i--)
        {
            chosen[i] = branches[i].Stability >= below[i];
            below[branches[i].Parent] += Math.Max(branches[i].Stability, below[i]);
        }

        return WithoutCovered(branches, chosen);
    }

    static bool[] Leaves(CondensedBranch[] branches)
    {
        var leaves = branches.Select((_, i) => i > 0).ToArray();
        foreach (var branch in branches.Where(branch => branch.Parent >= 0))
        {
            leaves[branch.Parent] = false;
        }

        return leaves;
    }

    /// <summary>For a branch that parted at less than a distance, the nearest above it that did not, or the last below the first.</summary>
    static bool[] NotBelow(CondensedBranch[] branches, bool[] chosen, double epsilon)
    {
        var lifted = new bool[branches.Length];
        for (var i = 1; i < branches.Length; i++)
        {
            var branch = i;
            while (chosen[i] && 1 / branches[branch].Birth < epsilon && branches[branch].Parent > 0)
            {
                branch = branches[branch].Parent;
            }

            lifted[branch] |= chosen[i];
        }

        return WithoutCovered(branches, lifted);
    }

    /// <summary>Takes out what lies in another that is chosen.</summary>
    static bool[] WithoutCovered(CondensedBranch[] branches, bool[] chosen)
    {
        var covered = new bool[branches.Length];
        for (var i = 1; i < branches.Length; i++)
        {
            covered[i] = chosen[branches[i].Parent] || covered[branches[i].Parent];
        }

        return [.. chosen.Select((one, i) => one && !covered[i])];
    }

    static CondensedTree Numbered(CondensedTree tree, bool[] chosen)
    {
        var branches = tree
            .Branches.Select((branch, i) => branch with { Label = chosen[i] ? i : -1 })
            .ToArray();
        var named = tree with { Branches = branches };
        var labels = FirstRowLabels.Of(
            tree.PointBranches.Length,
            point => named.ChosenAbove(tree.PointBranches[point])
        );
        for (var point = 0; point < labels.Length; point++)
        {
            var branch = named.ChosenAbove(tree.PointBranches[point]);
            if (branch >= 0 && branches[branch].Label != labels[point])
            {
                branches[branch] = branches[branch] with { Label = labels[point] };
            }
        }

        return named;
    }
}
