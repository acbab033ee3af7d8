using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What files beside the orders, and categories and quarters, add to the profile: tables, pictures, caveats.</summary>
/// <param name="Ways">Customers by what is known of them.</param>
/// <param name="Correlations">How what they spend goes together.</param>
sealed record BesideOrders(IReadOnlyList<CustomerGroups> Ways, MeasureCorrelations Correlations)
{
    /// <summary>Among fewer customers or measures, two go together by chance, or nothing is to be seen.</summary>
    const int FewestCustomers = 10;
    const int FewestMeasures = 3;

    internal static BesideOrders Of(Study study, CancellationToken cancel) =>
        new(CustomerGroups.All(study), MeasureCorrelations.Of(study, cancel));

    /// <summary>Saves the tables that have something to say.</summary>
    /// <returns>Their names.</returns>
    internal IReadOnlyList<string> Save(Study study)
    {
        List<Table> tables = [.. Ways.Select(w => w.ToTable())];
        var categories = study.Features(CustomerProfiles.Categories);
        if (CategoryFigures.IsKnown(categories))
        {
            tables.Add(categories);
        }

        tables.AddRange(
            new[] { CustomerProfiles.Quarters, CustomerProfiles.StateCategories }
                .Select(set => study.Features(set))
                .Where(table => table.Rows > 0)
        );
        tables.ForEach(study.Save);
        return [.. tables.Select(t => t.Name)];
    }

    internal IEnumerable<Figure> Figures(Study study)
    {
        var numbers = study.Numbers;
        foreach (var figure in new CategoryFigures(numbers).All(study))
        {
            yield return figure;
        }

        if (
            Correlations.Measures.Count >= FewestMeasures
            && Correlations.Measures[0].Values.Length >= FewestCustomers
        )
        {
            yield return Correlations.Figure(numbers);
        }

        foreach (var figure in new GroupFigures(numbers).All(study, Ways))
        {
            yield return figure;
        }
    }

    internal static IEnumerable<string> Caveats(Study study)
    {
        var (told, numbers) = (study.Features(CustomerProfiles.Beside), study.Numbers);
        foreach (var thing in (string[])["customer", "product"])
        {
            if (told.Number($"repeated_{thing}s") is > 0 and var repeated)
            {
                yield return $"{numbers.Of(repeated, "row")} of the files of {thing}s {Words.For(repeated, "tells", "tell")} of a {thing} of whom a later row "
                    + "tells again: of each column the last row that fills it counts.";
            }
        }

        if (!study.IsUndated && told.Number("without_order") is > 0 and var idle)
        {
            yield return $"{numbers.Of(idle, "customer")} of the {numbers.Count(told.Number("customers"))} of whom files tell "
                + $"{Words.For(idle, "has", "have")} no order before as-of: nothing here counts them in.";
        }
    }
}
