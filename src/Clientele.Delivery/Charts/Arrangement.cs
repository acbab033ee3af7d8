using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Figures in reading order, two a row where both are small.</summary>
static class Arrangement
{
    /// <summary>Pairs small figures; one that is left over takes a row of its own.</summary>
    /// <remarks>The second of a pair may move up past wide figures, so that no row is half empty.</remarks>
    internal static IReadOnlyList<(Figure Figure, bool Wide, bool Broad)> Of(IReadOnlyList<Figure> figures)
    {
        var left = new LinkedList<Figure>(figures);
        var placed = new List<(Figure Figure, bool Wide)>();
        while (left.First is { } first)
        {
            left.RemoveFirst();
            var partner = Chart.IsWide(first.Value) ? null : left.FirstOrDefault(f => !Chart.IsWide(f));
            placed.Add((first.Value, partner is null));
            if (partner is not null)
            {
                left.Remove(left.Find(partner)!);
                placed.Add((partner, false));
            }
        }

        var alone = AloneOnPaper(placed);
        return [.. placed.Select((p, i) => (p.Figure, p.Wide, i == alone || Chart.IsBroad(p.Figure)))];
    }

    /// <summary>Where an odd number shares the rows of paper, one that is wide on a screen takes a whole row; -1 for none.</summary>
    static int AloneOnPaper(List<(Figure Figure, bool Wide)> placed) =>
        placed.Count(p => !Chart.IsBroad(p.Figure)) % 2 == 0
            ? -1
            : placed.FindLastIndex(p => p.Wide && !Chart.IsBroad(p.Figure));
}
