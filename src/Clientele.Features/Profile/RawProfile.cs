using Clientele.Warehouse;

namespace Clientele.Features;

/// <summary>The files as they were read, column by column, before any rule.</summary>
public static class RawProfile
{
    /// <summary>The columns that the files fill.</summary>
    public static readonly FeatureSet Columns = FeatureSet.File(
        "raw_columns",
        new("name", "Column of raw.lines", ""),
        new("header", "As the file writes it", ""),
        new("field", "What it means; empty for nothing known", ""),
        new("data_type", "How it is held", ""),
        new("is_coded", "It holds codes of raw.texts", "")
    );

    /// <summary>One row: rows that could not be read.</summary>
    public static readonly FeatureSet Rejects = FeatureSet.File(
        "raw_rejects",
        new("rejected", "Rows that could not be read", "rows"),
        new("first", "The first of them, in words", "")
    );

    /// <summary>How often each line amount occurs.</summary>
    public static readonly FeatureSet Amounts = FeatureSet.File(
        "raw_amounts",
        new("value", "Amount of a line", "currency"),
        new("rows", "Lines of that amount", "lines")
    );

    /// <summary>One row a field whose values still differ only in case or blanks after cleaning.</summary>
    public static readonly FeatureSet AlikeLeft = FeatureSet.File(
        "alike_left",
        new("field", "order_id, customer_id, product_id, country or state", ""),
        new("alike", "Values that differ from at least one other only in case or blanks", ""),
        new("example", "The first such group, the most frequent way first", "")
    );

    /// <summary>How often each value of a number column occurs, ascending.</summary>
    public static FeatureSet ValuesOf(string column) =>
        Of(
            column,
            false,
            "raw_values",
            new("value", "The value", ""),
            new("rows", "Lines that hold it", "lines")
        );

    /// <summary>One row about a column.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="isCoded">As <see cref="Columns"/> says.</param>
    public static FeatureSet Of(string column, bool isCoded) =>
        Of(
            column,
            isCoded,
            "raw_column",
            new("rows", "Lines", "lines"),
            new("missing", "Lines without a value", "lines"),
            new("distinct_values", "Different values", ""),
            new("least", "First value by its letters", ""),
            new("greatest", "Last value by its letters", ""),
            new("most_frequent", "The commonest value; a tie goes to the first by its letters", ""),
            new("most_frequent_rows", "Lines that hold it", "lines"),
            new("top_by_revenue", "The value with the largest amount", ""),
            new("top_revenue", "Its amount", "currency"),
            new("missing_revenue", "Amount of the lines without a value", "currency"),
            new("revenue", "Amount of all lines", "currency"),
            new("between_values", "Sum over values of amount² / lines", ""),
            new("alike", "Values that differ from at least one other only in case or blanks", ""),
            new("alike_example", "The first of them", "")
        );

    static FeatureSet Of(string column, bool isCoded, string file, params IReadOnlyList<Feature> features)
    {
        var set = FeatureSet.File(file, features);
        return set with { Sql = SqlText.ForColumn(set.Sql, column, isCoded) };
    }
}
