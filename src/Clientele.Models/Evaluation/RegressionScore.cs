namespace Clientele.Models;

/// <summary>How far told numbers lie from those that came.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="Rmse">Root of the mean squared error.</param>
/// <param name="RSquared">Share of the variance that is explained; NaN where nothing varies.</param>
public sealed record RegressionScore(double Mae, double Rmse, double RSquared)
{
    /// <summary>Scores numbers.</summary>
    /// <exception cref="ArgumentException">They differ in number, or there are none.</exception>
    public static RegressionScore Of(IReadOnlyList<double> told, IReadOnlyList<double> came)
    {
        if (told.Count != came.Count || told.Count == 0)
        {
            throw new ArgumentException(
                $"{told.Count} numbers cannot be held against {came.Count}.",
                nameof(told)
            );
        }

        var mean = came.Average();
        var (absolute, squares, spread) = (0.0, 0.0, 0.0);
        for (var i = 0; i < told.Count; i++)
        {
            var error = told[i] - came[i];
            absolute += Math.Abs(error);
            squares += error * error;
            spread += (came[i] - mean) * (came[i] - mean);
        }

        return new RegressionScore(
            absolute / told.Count,
            Math.Sqrt(squares / told.Count),
            spread > 0 ? 1 - (squares / spread) : double.NaN
        );
    }
}
