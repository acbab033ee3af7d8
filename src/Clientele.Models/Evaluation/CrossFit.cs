namespace Clientele.Models;

/// <summary>Rows told by models that did not learn from them.</summary>
static class CrossFit
{
    /// <summary>Learns without each of some parts of the rows, and tells that part; every k-th row is of one part.</summary>
    /// <param name="points">n × d values.</param>
    /// <param name="target">n numbers.</param>
    /// <param name="folds">Parts; at most n.</param>
    /// <param name="learn">Learns.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Handed on.</param>
    /// <returns>n numbers.</returns>
    internal static double[] Told(
        Matrix points,
        double[] target,
        int folds,
        Func<Matrix, double[], IRegressor> learn,
        int threads,
        CancellationToken cancel
    )
    {
        var told = new double[target.Length];
        for (var fold = 0; fold < folds; fold++)
        {
            new Fold(points, target, folds, fold).Tell(learn, told, threads, cancel);
        }

        return told;
    }
}

/// <summary>One part of the rows, every k-th of them, and all others.</summary>
sealed class Fold(Matrix points, double[] target, int folds, int fold)
{
    readonly int[] _others = [.. Enumerable.Range(0, target.Length).Where(i => i % folds != fold)];
    readonly int[] _own = [.. Enumerable.Range(0, target.Length).Where(i => i % folds == fold)];

    /// <summary>Learns from the others, and writes what is told of the own into their places.</summary>
    internal void Tell(
        Func<Matrix, double[], IRegressor> learn,
        double[] told,
        int threads,
        CancellationToken cancel
    )
    {
        var model = learn(points.Take(_others), [.. _others.Select(i => target[i])]);
        foreach (var (i, said) in model.Predict(points.Take(_own), threads, cancel).Index())
        {
            told[_own[i]] = said;
        }
    }
}
