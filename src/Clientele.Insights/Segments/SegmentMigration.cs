using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Customers who were in one segment and are in another, or in the same.</summary>
/// <param name="From">Name of the segment before; empty for who was no customer.</param>
/// <param name="To">Name of the segment now; empty for who is no customer any more.</param>
/// <param name="Status">stayed, moved, joined or left.</param>
/// <param name="Customers">How many.</param>
sealed record SegmentMove(string From, string To, string Status, int Customers);

/// <summary>What became of the segments of the shop that was published before.</summary>
/// <param name="Moves">By segment before, then by segment now; who joined stands last.</param>
sealed record SegmentMigration(IReadOnlyList<SegmentMove> Moves)
{
    internal int Of(string status) => Moves.Where(m => m.Status == status).Sum(m => m.Customers);

    /// <param name="before">customer_id, segment and segment_name of the earlier shop; null if there is none.</param>
    /// <param name="profile">The segments now.</param>
    /// <param name="ids">The customers now, in the order of the profile.</param>
    internal static SegmentMigration Between(
        Table? before,
        SegmentProfile profile,
        IReadOnlyList<string?> ids
    )
    {
        if (before == null)
        {
            return new SegmentMigration([]);
        }

        var now = ids.Select((id, row) => (id, row))
            .ToDictionary(p => p.id!, p => profile.LabelOf(profile.Labels[p.row]));
        var was = before
            .Texts("customer_id")
            .Zip(before.Texts("segment"), before.Texts("segment_name"))
            .Where(p => p.Second != null)
            .ToDictionary(p => p.First!, p => $"{p.Second} {p.Third}");
        var moves = was.Select(p => (From: p.Value, To: now.GetValueOrDefault(p.Key, "")))
            .Concat(now.Where(p => !was.ContainsKey(p.Key)).Select(p => (From: "", To: p.Value)))
            .CountBy(move => move)
            .OrderBy(m => m.Key.From.Length == 0)
            .ThenBy(m => m.Key.From, StringComparer.Ordinal)
            .ThenBy(m => m.Key.To.Length == 0)
            .ThenBy(m => m.Key.To, StringComparer.Ordinal)
            .Select(m => (m.Key.From, m.Key.To, Customers: m.Value))
            .ToList();
        var heirs = Heirs(moves);
        return new SegmentMigration([
            .. moves.Select(m => new SegmentMove(m.From, m.To, StatusOf(m.From, m.To, heirs), m.Customers)),
        ]);
    }

    /// <summary>
    /// What each segment became: the one of its name, since its number says only how it ranks; if there is none, the one without a
    /// forerunner to which most of its customers went.
    /// </summary>
    static Dictionary<string, string> Heirs(IReadOnlyList<(string From, string To, int Customers)> moves)
    {
        var inside = moves.Where(m => m.From.Length > 0 && m.To.Length > 0).ToList();
        var (before, after) = (
            inside.Select(m => m.From).Distinct(),
            inside.Select(m => m.To).Distinct().ToList()
        );
        var heirs = before
            .Select(from => (from, To: after.Find(to => NameOf(to) == NameOf(from))))
            .Where(pair => pair.To != null)
            .ToDictionary(pair => pair.from, pair => pair.To!);
        foreach (var move in inside.OrderByDescending(m => m.Customers))
        {
            if (!heirs.ContainsKey(move.From) && !heirs.ContainsValue(move.To))
            {
                heirs.Add(move.From, move.To);
            }
        }

        return heirs;
    }

    static string StatusOf(string from, string to, Dictionary<string, string> heirs) =>
        from.Length == 0 ? "joined"
        : to.Length == 0 ? "left"
        : heirs.GetValueOrDefault(from) == to ? "stayed"
        : "moved";

    static string NameOf(string label) => label[(label.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
