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
            int[] others = [.. Enumerable.Range(0, target.Length).Where(i => i % folds != fold)];
            int[] own = [.. Enumerable.Range(0, target.Length).Where(i => i % folds == fold)];
            var model = learn(points.Take(others), [.. others.Select(i => target[i])]);
            foreach (var (i, said) in model.Predict(points.Take(own), threads, cancel).Index())
            {
                told[own[i]] = said;
            }
        }

        return told;
    }
}
