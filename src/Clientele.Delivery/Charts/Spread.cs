namespace Clientele.Delivery;

/// <summary>Keeps labels from lying on one another.</summary>
static class Spread
{
    /// <summary>Moves places apart until they are at least a gap from each other, in their order, within limits.</summary>
    /// <returns>New places, index by index; those without a place (NaN) stay so.</returns>
    internal static double[] Apart(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        var places = wanted.ToArray();
        var order = Enumerable
            .Range(0, places.Length)
            .Where(i => !double.IsNaN(places[i]))
            .OrderBy(i => places[i])
            .ToArray();
        var free = low;
        foreach (var i in order)
        {
            places[i] = Math.Max(places[i], free);
            free = places[i] + gap;
        }

        var limit = high;
        foreach (var i in order.Reverse())
        {
            places[i] = Math.Min(places[i], limit);
            limit = places[i] - gap;
        }

        return places;
    }
}
