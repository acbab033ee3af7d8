namespace Clientele.Models;

/// <summary>A fitted model that tells a number from a row of values.</summary>
public interface IRegressor
{
    /// <summary>Tells a number for every row.</summary>
    /// <param name="points">m × d finite values, the columns of those it learned from.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <returns>m numbers.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    double[] Predict(Matrix points, int threads = 0, CancellationToken cancel = default);
}
