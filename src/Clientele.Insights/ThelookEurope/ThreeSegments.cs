using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Three segments by k-means, named by what their customers bring: system E had them of three inputs.</summary>
/// <param name="Slug">Which input: raw, box_cox or score.</param>
/// <param name="Names">One a customer; none where the input cannot be divided.</param>
sealed record ThreeSegments(string Slug, string[] Names)
{
    /// <summary>The most valuable first.</summary>
    internal static readonly string[] Segments = ["Active", "Casual", "Quiet"];

    internal bool IsKnown => Names.Length > 0;

    /// <summary>A division a customer of z-scores, of z-scores after Box-Cox, and of the total score.</summary>
    internal static IReadOnlyList<ThreeSegments> Of(
        ScoredCustomers customers,
        KMeansOptions options,
        CancellationToken cancel
    )
    {
        var points = Columns(customers.Recency, customers.Frequency, customers.Monetary);
        // A power needs numbers above 0; the number of orders has too few values to gain by one.
        var hasPowers = customers.Recency.Min() > 0 && customers.Monetary.Min() > 0;
        return
        [
            new("raw", Divided(customers, Scaled(points), options, cancel)),
            new("box_cox", hasPowers ? Divided(customers, Scaled(Powers(customers)), options, cancel) : []),
            new(
                "score",
                Divided(customers, Columns([.. customers.Totals.Select(t => (double)t)]), options, cancel)
            ),
        ];
    }

    static Matrix Powers(ScoredCustomers customers)
    {
        var plain = Columns(customers.Recency, customers.Monetary);
        var shape = new ScalerOptions { Transform = ShapeTransform.BoxCox, Method = ScaleMethod.None };
        var powers = new Scaler(shape).Fit(plain).Apply(plain);
        return Columns(powers.Column(0), customers.Frequency, powers.Column(1));
    }

    static Matrix Scaled(Matrix points) => new Scaler(new ScalerOptions()).Fit(points).Apply(points);

    static Matrix Columns(params double[][] columns)
    {
        var points = new Matrix(columns[0].Length, columns.Length);
        for (var row = 0; row < points.Rows; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                points[row][column] = columns[column][row];
            }
        }

        return points;
    }

    static string[] Divided(
        ScoredCustomers customers,
        Matrix points,
        KMeansOptions options,
        CancellationToken cancel
    )
    {
        if (Different(points) < Segments.Length)
        {
            return [];
        }

        // One column has a best division, which needs no start.
        var labels =
            points.Columns == 1
                ? new NaturalBreaks(new NaturalBreaksOptions { Clusters = Segments.Length })
                    .Fit(points, cancel)
                    .Labels
                : new KMeans(options with { Clusters = Segments.Length }).Fit(points, cancel).Labels;
        var ranks = labels
            .Zip(customers.Monetary)
            .GroupBy(c => c.First)
            .OrderByDescending(g => g.Average(c => c.Second))
            .ThenBy(g => g.Key)
            .Select((g, rank) => (g.Key, rank))
            .ToDictionary();
        return [.. labels.Select(l => Segments[ranks[l]])];
    }

    static int Different(Matrix points)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < points.Rows && seen.Count < Segments.Length; row++)
        {
            seen.Add(string.Join(' ', points[row].ToArray()));
        }

        return seen.Count;
    }
}
