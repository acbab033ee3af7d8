namespace Clientele.Warehouse;

/// <summary>A well-known export, recognised by its headers.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Map">Header to field; all of these headers must be there, in any order and case.</param>
public sealed record Shape(string Name, IReadOnlyDictionary<string, string> Map)
{
    /// <summary>All shapes that we know.</summary>
    public static IReadOnlyList<Shape> All { get; } = [UciOnlineRetail.First, UciOnlineRetail.Second];

    internal bool Fits(IReadOnlyCollection<string> headers) =>
        Map.Keys.All(h => headers.Contains(h, StringComparer.OrdinalIgnoreCase));

    internal string? FieldOf(string header) =>
        Map.FirstOrDefault(pair => pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Value;
}
