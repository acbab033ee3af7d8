namespace Clientele.Features;

/// <summary>Who came back in each period after the first.</summary>
public static class Cohorts
{
    /// <summary>One row a cohort and period that began before as-of.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "cohorts",
        new("cohort", "Period of the first order: 2011-03, 2011-Q1, or a day", ""),
        new("period", "Periods after the first; 0 is the first", "periods"),
        new("customers", "Customers of the cohort who bought in the period", "customers"),
        new("retention", "Their share of the cohort, 0 to 1", "share"),
        new("orders", "Orders of the cohort in the period", "orders"),
        new("revenue", "Revenue of the cohort in the period", "currency"),
        new("mean_quantity", "Mean quantity of a line; unknown without lines", "units"),
        new("mean_unit_price", "Mean unit price of a line", "currency"),
        new("mean_line_total", "Mean amount of a line", "currency"),
        new("complete", "The period was over at as-of", "")
    );
}
