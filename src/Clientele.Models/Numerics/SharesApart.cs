namespace Clientele.Models;

/// <summary>Two shares and how far they lie apart.</summary>
public static class SharesApart
{
    /// <summary>Standard deviations to either side that hold 90 % of a normal law.</summary>
    const double Middle = 1.6448536269514722;

    /// <summary>The middle 90 % of the first share less the second.</summary>
    /// <param name="found">Found in the first.</param>
    /// <param name="all">Size of the first, at least 1.</param>
    /// <param name="other">Found in the second.</param>
    /// <param name="others">Size of the second, at least 1.</param>
    /// <remarks>Source: Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10.</remarks>
    public static (double Low, double High) Range(int found, int all, int other, int others)
    {
        var (p, q) = ((double)found / all, (double)other / others);
        var (a, b) = (Wilson(p, all), Wilson(q, others));
        return (p - q - double.Hypot(p - a.Low, b.High - q), p - q + double.Hypot(a.High - p, q - b.Low));
    }

    /// <summary>Chance of as many or more in the first, if both shares were one: Fisher's exact test.</summary>
    /// <param name="found">Found in the first.</param>
    /// <param name="all">Size of both.</param>
    /// <param name="first">Size of the first.</param>
    /// <param name="marked">Found in both.</param>
    public static double PValue(int found, int all, int first, int marked) =>
        Hypergeometric.AtLeast(found, all, marked, first);

    /// <summary>Of each test the share of false discoveries among those as sure: Benjamini and Hochberg (1995).</summary>
    public static double[] QValues(double[] p) => FalseDiscovery.Rates(p, p.Length);

    /// <summary>The middle 90 % of a share. Source: Wilson (1927).</summary>
    static (double Low, double High) Wilson(double share, int all)
    {
        var square = Middle * Middle / all;
        var middle = (share + (square / 2)) / (1 + square);
        var half = Middle * Math.Sqrt((share * (1 - share) / all) + (square / (4 * all))) / (1 + square);
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
