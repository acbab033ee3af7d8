namespace Clientele.Models;

/// <summary>How near counts as how alike in an embedding: 1 / (1 + a·d^(2b)).</summary>
/// <param name="A">Scale.</param>
/// <param name="B">Steepness.</param>
readonly record struct UmapCurve(double A, double B)
{
    const int Places = 300;

    /// <summary>The curve nearest, by least squares, to one that is 1 up to a distance and then falls off exponentially.</summary>
    /// <remarks>
    /// At 300 distances up to 3·spread, as McInnes, Healy and Melville (2018) do; a and b by Levenberg's and Marquardt's steps
    /// on their logarithms, which keep them positive.
    /// </remarks>
    internal static UmapCurve Of(double minDistance, double spread)
    {
        var curve = new UmapCurve(1, 1);
        var error = curve.Error(minDistance, spread);
        for (var (step, damping) = (0, 1e-3); step < 500 && damping < 1e12; step++)
        {
            var next = curve.Step(minDistance, spread, damping);
            var nextError = next.Error(minDistance, spread);
            if (nextError < error)
            {
                (curve, error, damping) = (next, nextError, damping / 10);
            }
            else
            {
                damping *= 10;
            }
        }

        return curve;
    }

    double At(double distance) => distance == 0 ? 1 : 1 / (1 + (A * Math.Pow(distance, 2 * B)));

    static double Distance(int place, double spread) => 3 * spread * place / (Places - 1);

    static double Target(double distance, double minDistance, double spread) =>
        distance < minDistance ? 1 : Math.Exp(-(distance - minDistance) / spread);

    double Error(double minDistance, double spread)
    {
        var sum = 0.0;
        for (var place = 0; place < Places; place++)
        {
            var x = Distance(place, spread);
            sum += Math.Pow(At(x) - Target(x, minDistance, spread), 2);
        }

        return sum;
    }

    UmapCurve Step(double minDistance, double spread, double damping)
    {
        var (aa, ab, bb, ga, gb) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var place = 1; place < Places; place++)
        {
            var x = Distance(place, spread);
            var value = At(x);
            var off = value - Target(x, minDistance, spread);
            var byA = -value * (1 - value);
            var byB = byA * 2 * B * Math.Log(x);
            aa += byA * byA;
            ab += byA * byB;
            bb += byB * byB;
            ga += byA * off;
            gb += byB * off;
        }

        (aa, bb) = (aa * (1 + damping), bb * (1 + damping));
        var determinant = (aa * bb) - (ab * ab);
        return new UmapCurve(
            A * Math.Exp(-((bb * ga) - (ab * gb)) / determinant),
            B * Math.Exp(-((aa * gb) - (ab * ga)) / determinant)
        );
    }
}
