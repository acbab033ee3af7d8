using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="NaturalBreaks"/>.</summary>
public sealed record NaturalBreaksOptions
{
    /// <summary>Number of classes.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 4;
}

/// <summary>Numbers divided into classes, the least first.</summary>
/// <param name="Cuts">The greatest value of every class but the last, ascending: a value's class is the number of cuts below it.</param>
/// <param name="Centers">The mean of every class, ascending.</param>
/// <param name="Labels">The class of every value, from 0, in the order of the values.</param>
/// <param name="Inertia">Sum of the squared distances to the means: no other division has less.</param>
public sealed record Breaks(
    IReadOnlyList<double> Cuts,
    IReadOnlyList<double> Centers,
    int[] Labels,
    double Inertia
)
{
    /// <summary>The class of another value, from 0.</summary>
    public int ClassOf(double value)
    {
        var label = 0;
        while (label < Cuts.Count && value > Cuts[label])
        {
            label++;
        }

        return label;
    }
}

/// <summary>The best possible k-means of a single column: no start, no seed.</summary>
/// <remarks>
/// Dynamic programming over the distinct values, O(k·n·log n): the best last cut never moves left as values are added.
/// Source: Wang and Song (2011), "Ckmeans.1d.dp", The R Journal 3(2); Jenks (1967) for the name.
/// </remarks>
public sealed class NaturalBreaks(NaturalBreaksOptions options) : IClusterer
{
    readonly NaturalBreaksOptions _options = Require.Valid(options);

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    /// <inheritdoc cref="IClusterer.Fit"/>
    /// <exception cref="ArgumentException">There is more than one column, a value is not finite, or there are fewer different values than classes.</exception>
    public CenterClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        if (points.Columns != 1)
        {
            throw new ArgumentException(
                $"Natural breaks divide one column, not {points.Columns}.",
                nameof(points)
            );
        }

        var breaks = Of(points.Values, cancel);
        return new CenterClustering(
            breaks.Labels,
            new Matrix([.. breaks.Centers], columns: 1),
            breaks.Inertia,
            Converged: true,
            Passes: 1
        );
    }

    /// <summary>The division of some numbers, in any order.</summary>
    /// <exception cref="ArgumentException">A value is not finite, or there are fewer different values than classes.</exception>
    public Breaks Of(ReadOnlySpan<double> values, CancellationToken cancel = default)
    {
        Require.Finite(new Matrix(values.ToArray(), columns: 1), "Natural breaks");
        var distinct = DistinctValues.Of(values);
        if (distinct.Values.Length < _options.Clusters)
        {
            throw new ArgumentException(
                $"clusters is {_options.Clusters}, but can be no more than the points: {distinct.Values.Length} different ones.",
                nameof(values)
            );
        }

        var firsts = new BestCuts(distinct, _options.Clusters).Firsts(cancel);
        var inertia = 0.0;
        var centers = new double[_options.Clusters];
        for (var c = 0; c < centers.Length; c++)
        {
            var next = c + 1 < centers.Length ? firsts[c + 1] : distinct.Values.Length;
            (centers[c], var spread) = distinct.MeanAndSpread(firsts[c], next);
            inertia += spread;
        }

        double[] cuts = [.. firsts.Skip(1).Select(first => distinct.Values[first - 1])];
        var breaks = new Breaks(cuts, centers, new int[values.Length], inertia);
        for (var i = 0; i < values.Length; i++)
        {
            breaks.Labels[i] = breaks.ClassOf(values[i]);
        }

        return breaks;
    }
}
