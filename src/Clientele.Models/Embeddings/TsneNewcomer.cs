namespace Clientele.Models;

/// <summary>A new point that finds its place among points that stay.</summary>
/// <param name="weights">How much it belongs to each of its neighbors; they add up to 1.</param>
/// <param name="neighbors">Where its neighbors lie.</param>
sealed class TsneNewcomer(float[] weights, Matrix neighbors)
{
    const int Steps = 250;
    const double Rate = 0.1;
    const double Momentum = 0.8;
    const double Exaggeration = 1.5;

    /// <summary>Longest gradient that is followed as it is.</summary>
    const double LongestGradient = 0.25;

    /// <summary>Its place after all steps.</summary>
    internal (double X, double Y) Settle(CauchyField field)
    {
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            (x, y) = (x + (weights[i] * neighbors[i][0]), y + (weights[i] * neighbors[i][1]));
        }

        var (stepX, stepY) = (0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var (slopeX, slopeY) = Slope(x, y, field);
            var length = Math.Sqrt((slopeX * slopeX) + (slopeY * slopeY));
            var rate = Rate * Math.Min(1, LongestGradient / Math.Max(length, double.Epsilon));
            stepX = (Momentum * stepX) - (rate * slopeX);
            stepY = (Momentum * stepY) - (rate * slopeY);
            (x, y) = (x + stepX, y + stepY);
        }

        return (x, y);
    }

    /// <summary>Σⱼ pⱼ (y − yⱼ) / (1 + |y − yⱼ|²), exaggerated, less the push of all points as a share of their sum.</summary>
    (double X, double Y) Slope(double x, double y, CauchyField field)
    {
        var (sum, forceX, forceY) = field.At((float)x, (float)y);
        var (slopeX, slopeY) = (-forceX / (double)sum, -forceY / (double)sum);
        for (var i = 0; i < weights.Length; i++)
        {
            var (dx, dy) = (x - neighbors[i][0], y - neighbors[i][1]);
            var pull = Exaggeration * weights[i] / (1 + (dx * dx) + (dy * dy));
            (slopeX, slopeY) = (slopeX + (pull * dx), slopeY + (pull * dy));
        }

        return (slopeX, slopeY);
    }
}
