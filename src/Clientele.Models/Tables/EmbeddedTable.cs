namespace Clientele.Models;

/// <summary>What every embedding tells about a table.</summary>
static class EmbeddedTable
{
    /// <summary>One column a dimension.</summary>
    internal static IReadOnlyList<TableColumn> Columns(Matrix places, IEnumerable<string> names) =>
        [.. names.Select((name, column) => new TableColumn(name, places.Column(column)))];

    /// <summary>Whether neighbors stayed neighbors, on a sample of rows; nothing of a table that is too small to tell.</summary>
    internal static IReadOnlyDictionary<string, double> Scores(
        Matrix points,
        Matrix places,
        TrustworthinessOptions options,
        CancellationToken cancel
    )
    {
        if (points.Rows <= 2 * options.Neighbors)
        {
            return new Dictionary<string, double>(StringComparer.Ordinal);
        }

        var score = Trustworthiness.Of(points, places, options, cancel);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["trustworthiness"] = score.Trustworthiness,
            ["trustworthiness_error"] = score.TrustworthinessError,
            ["neighbor_recall"] = score.NeighborRecall,
            ["neighbor_recall_error"] = score.NeighborRecallError,
        };
    }
}
