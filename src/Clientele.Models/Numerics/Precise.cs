namespace Clientele.Models;

/// <summary>Functions that keep their digits near 0; the framework's add or take away the 1 and lose them.</summary>
/// <remarks>Source: Kahan's corrections, in Higham (2002), Accuracy and Stability of Numerical Algorithms, sections 1.14.1 and 1.14, problem 1.5.</remarks>
static class Precise
{
    /// <summary>ln(1 + x).</summary>
    internal static double Log1P(double x)
    {
        var all = 1 + x;
        return all == 1 ? x
            : double.IsInfinity(all) ? all
            : Math.Log(all) * x / (all - 1);
    }

    /// <summary>eˣ − 1.</summary>
    internal static double ExpM1(double x)
    {
        if (Math.Abs(x) > 1)
        {
            return Math.Exp(x) - 1;
        }

        var power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * x / Math.Log(power);
    }
}
