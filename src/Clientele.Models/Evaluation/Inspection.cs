namespace Clientele.Models;

/// <summary>What a fitted model makes of its columns.</summary>
public static class Inspection
{
    /// <summary>What a score loses if a column is shuffled: how much the model leans on it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="points">m × d finite values, best of rows that it did not learn from.</param>
    /// <param name="score">Of m numbers that were told; more is better.</param>
    /// <param name="options">How often, and the seed.</param>
    /// <param name="cancel">Looked at in every shuffle.</param>
    /// <returns>One a column.</returns>
    /// <remarks>Source: Breiman (2001), "Random Forests"; Fisher, Rudin and Dominici (2019), JMLR 20(177).</remarks>
    public static IReadOnlyList<PermutationImportance> Permutation(
        IRegressor model,
        Matrix points,
        Func<double[], double> score,
        InspectionOptions options,
        CancellationToken cancel = default
    )
    {
        Require.Valid(options);
        var whole = score(model.Predict(points, options.Threads, cancel));
        var importance = new PermutationImportance[points.Columns];
        for (var column = 0; column < points.Columns; column++)
        {
            var lost = new double[options.Repeats];
            for (var repeat = 0; repeat < lost.Length; repeat++)
            {
                var shuffled = new Matrix(points.Values.ToArray(), points.Columns);
                var values = points.Column(column);
                new Random(Seeds.Of(options.Seed, column, repeat)).Shuffle(values);
                for (var row = 0; row < values.Length; row++)
                {
                    shuffled[row][column] = values[row];
                }

                lost[repeat] = whole - score(model.Predict(shuffled, options.Threads, cancel));
            }

            Array.Sort(lost);
            importance[column] = new PermutationImportance(lost.Average(), lost[0], lost[^1]);
        }

        return importance;
    }

    /// <summary>What is told on average if a column had a value in every row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="points">m × d finite values.</param>
    /// <param name="column">Which.</param>
    /// <param name="values">The values to set.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between values.</param>
    /// <returns>One a value.</returns>
    /// <remarks>Source: Friedman (2001), "Greedy Function Approximation".</remarks>
    public static double[] PartialDependence(
        IRegressor model,
        Matrix points,
        int column,
        IReadOnlyList<double> values,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        var set = new Matrix(points.Values.ToArray(), points.Columns);
        return
        [
            .. values.Select(value =>
            {
                for (var row = 0; row < set.Rows; row++)
                {
                    set[row][column] = value;
                }

                return model.Predict(set, threads, cancel).Average();
            }),
        ];
    }
}

/// <summary>What a score loses by shuffling a column.</summary>
/// <param name="Mean">Over the shuffles.</param>
/// <param name="Low">The least loss of a shuffle.</param>
/// <param name="High">The greatest.</param>
public sealed record PermutationImportance(double Mean, double Low, double High);
