namespace Clientele.Models;

/// <summary>How good a forecast was, held against what came.</summary>
/// <param name="Mae">Mean absolute error of a customer, in money.</param>
/// <param name="Rmse">Root of the mean squared error.</param>
/// <param name="RSquared">Share of the variance that is explained; below 0 if the mean had been better.</param>
/// <param name="Bias">Sum of what was said over the sum of what came, less 1.</param>
/// <param name="Spearman">Rank correlation.</param>
/// <param name="Gini">Normalised Gini.</param>
/// <param name="TopDecile">Share of what came that lies with the tenth of whom most was said.</param>
/// <param name="Coverage80">Share of the customers within their narrow interval.</param>
/// <param name="Width80">Mean width of the narrow intervals, in money.</param>
/// <param name="Coverage95">Share within the wide interval.</param>
/// <param name="Width95">Mean width of the wide intervals.</param>
public sealed record ValueScore(
    double Mae,
    double Rmse,
    double RSquared,
    double Bias,
    double Spearman,
    double Gini,
    double TopDecile,
    double Coverage80,
    double Width80,
    double Coverage95,
    double Width95
)
{
    /// <summary>Scores a forecast.</summary>
    /// <param name="forecast">One a customer.</param>
    /// <param name="outcome">Money, 0 or more, one a customer.</param>
    public static ValueScore Of(ValueForecast forecast, double[] outcome)
    {
        var said = forecast.Expected;
        var errors = RegressionScore.Of(said, outcome);
        return new ValueScore(
            errors.Mae,
            errors.Rmse,
            errors.RSquared,
            outcome.Sum() > 0 ? (said.Sum() / outcome.Sum()) - 1 : double.NaN,
            Correlation.Spearman(said, outcome),
            RankingScores.NormalizedGini(outcome, said),
            RankingScores.TopDecileCapture(outcome, said),
            Coverage(forecast.Narrow, outcome),
            Width(forecast.Narrow),
            Coverage(forecast.Wide, outcome),
            Width(forecast.Wide)
        );
    }

    static double Coverage(Intervals intervals, double[] outcome) =>
        outcome.Where((y, i) => y >= intervals.Low[i] && y <= intervals.High[i]).Count()
        / (double)outcome.Length;

    static double Width(Intervals intervals) =>
        intervals.High.Sum() / intervals.High.Length is var high
            ? high - (intervals.Low.Sum() / intervals.Low.Length)
            : 0;
}
