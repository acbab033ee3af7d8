using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Where the numbers come from that segments are made of.</summary>
public enum SegmentSource
{
    /// <summary>The table of customers.</summary>
    Customers,

    /// <summary>The customer table of system D.</summary>
    InsiderFeatures,

    /// <summary>Sales by category and quarter and orders by quarter; in a shop without dates all its totals. What is absent is 0.</summary>
    Measures,
}

/// <summary>The numbers that customers are divided by.</summary>
/// <param name="Names">One a column.</param>
/// <param name="Values">A row a customer, as people know them.</param>
/// <param name="Customers">The table of these customers.</param>
sealed record SegmentFeatures(IReadOnlyList<string> Names, Matrix Values, Table Customers)
{
    /// <summary>Of customers, unless settings say otherwise: when, how often and for how much.</summary>
    static readonly string[] Usual = ["days_since_last", "orders", "gross_revenue"];

    /// <summary>What each customer spent.</summary>
    internal double[] Worth => Customers.Numbers("gross_revenue");

    /// <summary>What a lab takes.</summary>
    internal SegmentInput Input => new(Values, Worth, Names.ToList().IndexOf("gross_revenue"));

    /// <summary>Number columns of a source; of measures they depend on the shop.</summary>
    internal static IReadOnlyList<string> Known(SegmentSource source) =>
        source switch
        {
            SegmentSource.Customers => Numbers(Clientele.Features.Customers.Set),
            SegmentSource.InsiderFeatures => Numbers(InsiderFeatures.Set),
            _ => [],
        };

    /// <summary>The features that the settings name, or the usual ones of their source.</summary>
    /// <exception cref="InsufficientDataException">The shop has no such numbers.</exception>
    internal static SegmentFeatures Of(Study study, SegmentOptions options) =>
        options.From switch
        {
            SegmentSource.Customers => OfCustomers(study, options.Features),
            SegmentSource.InsiderFeatures => OfInsiders(study, options.Features),
            _ => SegmentMeasures.Of(study, options.Features),
        };

    static SegmentFeatures OfCustomers(Study study, IReadOnlyList<string> asked)
    {
        study.NeedDatedOrders("Segments need");
        var customers = study.Customers;
        var tenure = customers.Numbers("tenure_days");
        IReadOnlyList<string> names = asked.Count > 0 ? asked : Usual;
        // An unknown gap between orders is as long as the customer is known: the least that it can be.
        var columns = names.Select(name =>
            customers
                .Numbers(name)
                .Select((value, row) => double.IsNaN(value) ? tenure[row] : value)
                .ToArray()
        );
        return new(names, Joined([.. columns], customers.Rows), customers);
    }

    static SegmentFeatures OfInsiders(Study study, IReadOnlyList<string> asked)
    {
        study.NeedDatedOrders("Segments need");
        var table = study.Features(InsiderFeatures.Set);
        var rows = table
            .Texts("customer_id")
            .Select((id, row) => (id, row))
            .ToDictionary(p => p.id!, p => p.row);
        var ids = study.Customers.Texts("customer_id");
        IReadOnlyList<string> names = asked.Count > 0 ? asked : Known(SegmentSource.InsiderFeatures);
        var columns = names
            .Select(name => table.Numbers(name))
            .Select(all => ids.Select(id => all[rows[id!]]).ToArray());
        return new(names, Joined([.. columns], ids.Length), study.Customers);
    }

    static IReadOnlyList<string> Numbers(FeatureSet set) =>
        [.. set.Features.Where(f => f.Unit is not ("" or "date")).Select(f => f.Column)];

    static Matrix Joined(double[][] columns, int rows)
    {
        var matrix = new Matrix(rows, columns.Length);
        for (var c = 0; c < columns.Length; c++)
        {
            for (var row = 0; row < rows; row++)
            {
                matrix[row][c] = columns[c][row];
            }
        }

        return matrix;
    }
}
