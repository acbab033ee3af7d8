namespace Clientele.Warehouse;

/// <summary>All cleaning rules by the names that recipes give them.</summary>
static class CleaningRules
{
    internal static IReadOnlyDictionary<string, Func<RuleSettings, ICleaningRule>> All { get; } =
        new Dictionary<string, Func<RuleSettings, ICleaningRule>>(StringComparer.Ordinal)
        {
            ["exact_duplicates"] = _ => new ExactDuplicates(),
            ["missing_customer"] = MissingCustomer.From,
            ["missing_order"] = _ => new MissingOrder(),
            ["missing_value"] = MissingValue.From,
            ["minimum_quantity"] = Minimum.Quantity,
            ["minimum_unit_price"] = Minimum.UnitPrice,
            ["upper_case_products"] = _ => new UpperCaseProducts(),
            ["excluded_products"] = ExcludedProducts.From,
            ["excluded_descriptions"] = ExcludedDescriptions.From,
            ["countries"] = Listed.Countries,
            ["order_status"] = Listed.Statuses,
            ["country_names"] = Renamed.Countries,
            ["state_names"] = Renamed.States,
            ["category_names"] = Renamed.Categories,
            ["sub_category_names"] = Renamed.SubCategories,
            ["excluded_customers"] = ExcludedCustomers.From,
            ["maximum_customer_spend"] = MaximumSpend.From,
            ["returned_everything"] = _ => new ReturnedEverything(),
            ["returns"] = Returns.From,
            ["date_window"] = DateWindow.From,
        };
}

/// <summary>Lists as parameters: DuckDB takes one text and splits it.</summary>
static class RuleLists
{
    const char Mark = '\u001f';

    internal static string Join(IEnumerable<string> values) => string.Join(Mark, values);

    /// <summary>True in SQL if the column's value is in the list parameter.</summary>
    internal static string Contains(string parameter, string column) =>
        $"list_contains(string_split(${parameter}, chr(31)), {column})";
}
