namespace Clientele.Insights;

/// <summary>Pictures of <see cref="AccountManagers"/>.</summary>
sealed class ManagedFigures(
    ManagedCustomers book,
    IReadOnlyList<ManagedShare> segments,
    IReadOnlyList<ManagedShare> kinds,
    NumberText numbers
)
{
    const int MostCohorts = 12;
    const int MostKinds = 15;

    /// <summary>Cohorts with most customers.</summary>
    readonly int[] _cohorts =
    [
        .. book
            .Cohorts.CountBy(cohort => cohort)
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key)
            .Take(MostCohorts)
            .Select(c => c.Key),
    ];

    internal IEnumerable<Figure> All()
    {
        yield return Network();
        if (kinds.Count > 0)
        {
            yield return Kinds();
        }
    }

    SankeyFigure Network()
    {
        var flows = book
            .Cohorts.Zip(book.Segments)
            .Where(pair => _cohorts.Contains(pair.First))
            .CountBy(pair => pair)
            .OrderBy(c => c.Key)
            .ToList();
        var most = segments.Where(s => s.Level == "cohort").MaxBy(s => Math.Abs(s.Difference))!;
        return new SankeyFigure(
            "cohorts_and_segments",
            $"{numbers.Share(most.Share)} of the customers of {Words.Label(most.Group)} are {Words.Label(most.Of)}, of the others {numbers.Share(most.Rest)}",
            "Customers by the cohort of their account manager, and the segment that they are in.",
            "customers",
            NumberFormat.Count,
            new SankeySide("looked after by", [.. _cohorts.Select(c => Words.Label(book.CohortNames[c]))]),
            new SankeySide("segment", [.. book.SegmentNames.Select(Words.Label)]),
            [.. flows.Select(f => new Flow(Array.IndexOf(_cohorts, f.Key.First), f.Key.Second, f.Value))]
        );
    }

    HeatFigure Kinds()
    {
        string[] shown = [.. book.KindNames.Take(MostKinds)];
        var known = kinds
            .Where(k => k.Level == "cohort")
            .ToDictionary(k => (k.Group, k.Of), k => k.Difference);
        var most = kinds
            .Where(k => k.Level == "cohort" && shown.Contains(k.Of))
            .MaxBy(k => Math.Abs(k.Difference))!;
        return new HeatFigure(
            "cohorts_and_kinds",
            $"{numbers.Share(most.Share)} of the customers of {Words.Label(most.Group)} buy {Words.Label(most.Of)}, of the others {numbers.Share(most.Rest)}",
            "Share of the customers of a cohort who buy a kind of product, less that of all other customers who are looked after; the kinds that most buy.",
            "looked after by",
            "kind of product",
            NumberFormat.Share,
            [.. _cohorts.Select(c => Words.Label(book.CohortNames[c]))],
            [.. shown.Select(Words.Label)],
            [.. _cohorts.SelectMany(c => shown.Select(kind => known[(book.CohortNames[c], kind)]))]
        )
        {
            Diverging = true,
        };
    }
}
