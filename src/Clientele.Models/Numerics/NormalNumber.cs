namespace Clientele.Models;

/// <summary>Random numbers of the standard normal distribution.</summary>
/// <remarks>Source: Box and Muller (1958), Ann. Math. Stat. 29.</remarks>
static class NormalNumber
{
    internal static double Next(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
