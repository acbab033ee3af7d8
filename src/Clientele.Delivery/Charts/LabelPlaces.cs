namespace Clientele.Delivery;

/// <summary>Room for labels within a plot: each as near to where it belongs as those before it allow.</summary>
static class LabelPlaces
{
    const int Rings = 30;
    const int Directions = 16;
    const double Step = 6;

    /// <summary>Places in the order of the labels; the first ones stay where they belong.</summary>
    /// <param name="wanted">Room of every label around the place that it names.</param>
    /// <param name="within">Where all of them must lie.</param>
    /// <returns>Rooms of the same size; one without any free place stays where it belongs.</returns>
    internal static IReadOnlyList<Area> Of(IReadOnlyList<Area> wanted, Area within)
    {
        var placed = new List<Area>();
        foreach (var label in wanted)
        {
            var free = Around(label)
                .Select(a => Inside(a, within))
                .FirstOrDefault(a => placed.TrueForAll(other => !Overlap(a, other)), Inside(label, within));
            placed.Add(free);
        }

        return placed;
    }

    /// <summary>The place itself, then rings of places around it, twice as far across as up.</summary>
    static IEnumerable<Area> Around(Area label)
    {
        yield return label;
        for (var ring = 1; ring <= Rings; ring++)
        {
            for (var d = 0; d < Directions; d++)
            {
                var angle = (2 * Math.PI * d / Directions) - (Math.PI / 2);
                yield return label with
                {
                    Left = label.Left + (2 * ring * Step * Math.Cos(angle)),
                    Top = label.Top + (ring * Step * Math.Sin(angle)),
                };
            }
        }
    }

    static Area Inside(Area label, Area within) =>
        label with
        {
            Left = Math.Clamp(label.Left, within.Left, Math.Max(within.Left, within.Right - label.Width)),
            Top = Math.Clamp(label.Top, within.Top, Math.Max(within.Top, within.Bottom - label.Height)),
        };

    static bool Overlap(Area a, Area b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
