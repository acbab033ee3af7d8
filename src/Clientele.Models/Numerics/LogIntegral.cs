namespace Clientele.Models;

/// <summary>Integrals of positive functions that are known by their logarithms.</summary>
/// <remarks>Eight panels of eight Gauss-Legendre nodes, added as logarithms: nothing overflows, nothing cancels.</remarks>
static class LogIntegral
{
    /// <summary>Panels a range is cut into.</summary>
    internal const int Panels = 8;

    /// <summary>Nodes in all.</summary>
    internal const int Nodes = Panels * 8;

    /// <summary>What is so much below the peak in logarithms is nothing in double precision.</summary>
    internal const double Nothing = 45;

    static readonly double[] Places =
    [
        -0.96028985649753623168,
        -0.79666647741362673959,
        -0.52553240991632898582,
        -0.18343464249564980494,
        0.18343464249564980494,
        0.52553240991632898582,
        0.79666647741362673959,
        0.96028985649753623168,
    ];

    static readonly double[] Weights =
    [
        0.10122853629037625915,
        0.22238103445337447054,
        0.31370664587788728734,
        0.36268378337836198297,
        0.36268378337836198297,
        0.31370664587788728734,
        0.22238103445337447054,
        0.10122853629037625915,
    ];

    /// <summary>The nodes in a range and the logarithms of their weights.</summary>
    /// <param name="from">Lower end.</param>
    /// <param name="to">Upper end, above it.</param>
    /// <param name="places"><see cref="Nodes"/> numbers to fill.</param>
    /// <param name="weights"><see cref="Nodes"/> numbers to fill.</param>
    internal static void Fill(double from, double to, Span<double> places, Span<double> weights)
    {
        var half = (to - from) / (2 * Panels);
        for (var panel = 0; panel < Panels; panel++)
        {
            var middle = from + (half * ((2 * panel) + 1));
            for (var i = 0; i < Places.Length; i++)
            {
                places[(panel * Places.Length) + i] = middle + (half * Places[i]);
                weights[(panel * Places.Length) + i] = half * Weights[i];
            }
        }
    }

    /// <summary>ln ∫ exp(<paramref name="log"/>(u)) du over a range; −∞ of an empty one.</summary>
    internal static double Of(Func<double, double> log, double from, double to)
    {
        if (!(to > from))
        {
            return double.NegativeInfinity;
        }

        Span<double> places = stackalloc double[Nodes];
        Span<double> weights = stackalloc double[Nodes];
        Fill(from, to, places, weights);
        var peak = double.NegativeInfinity;
        for (var i = 0; i < Nodes; i++)
        {
            places[i] = log(places[i]);
            peak = Math.Max(peak, places[i]);
        }

        var sum = 0.0;
        for (var i = 0; i < Nodes; i++)
        {
            sum += weights[i] * Math.Exp(places[i] - peak);
        }

        return double.IsNegativeInfinity(peak) ? peak : peak + Math.Log(sum);
    }
}
