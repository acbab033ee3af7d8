using Clientele.Features;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>A column a measure of customers: a long table made wide.</summary>
static class SegmentMeasures
{
    /// <summary>One row a customer of the table of customers; a measure that a customer does not have is 0.</summary>
    /// <exception cref="InsufficientDataException">The shop measures nothing, or not what is asked for.</exception>
    internal static SegmentFeatures Of(Study study, IReadOnlyList<string> asked)
    {
        var table = study.Features(
            CustomerProfiles.Measures,
            study.Moment with
            {
                MostCustomers = int.MaxValue,
            }
        );
        var measures = table.Texts("measure");
        var named = Named(measures);
        var names = named.Values.ToList();
        if (names.Count == 0)
        {
            throw new InsufficientDataException(
                "Segments from measures need sales by category or quarter: this shop has none."
            );
        }

        if (asked.Except(names).ToList() is { Count: > 0 } unknown)
        {
            throw new InsufficientDataException(
                $"Segments: this shop has no measure {Words.And(unknown)}; it has {string.Join(", ", names)}."
            );
        }

        IReadOnlyList<string> kept = asked.Count > 0 ? asked : names;
        var columns = kept.Select((name, column) => (name, column)).ToDictionary(p => p.name, p => p.column);
        var ids = study.Customers.Texts("customer_id");
        var rows = ids.Select((id, row) => (id, row)).ToDictionary(p => p.id!, p => p.row);
        var matrix = new Matrix(ids.Length, kept.Count);
        var (customers, values) = (table.Texts("customer_id"), table.Numbers("value"));
        for (var i = 0; i < values.Length; i++)
        {
            if (columns.TryGetValue(named[measures[i]!], out var column))
            {
                matrix[rows[customers[i]!]][column] = values[i];
            }
        }

        return new SegmentFeatures(kept, matrix, study.Customers);
    }

    /// <summary>Measures as settings and tables have them: "sales product_type A" is sales_product_type_a.</summary>
    static SortedDictionary<string, string> Named(IReadOnlyList<string?> measures)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var measure in measures.Distinct().Order(StringComparer.Ordinal))
        {
            var name = string.Concat(
                measure!.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')
            );
            var alike = named.Values.Count(n =>
                n == name || n.StartsWith($"{name}__", StringComparison.Ordinal)
            );
            named.Add(measure!, alike == 0 ? name : $"{name}__{alike + 1}");
        }

        return named;
    }
}
