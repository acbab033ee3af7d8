namespace Clientele.Warehouse;

/// <summary>Sums by customer and product type or quarter, one file a subject, as a shop with account managers keeps them.</summary>
/// <remarks>Traps: nothing has a date, so that only the mix of what people buy can be told.</remarks>
static class LongTables
{
    /// <summary>Any of the sums, and customers beside them.</summary>
    internal static Shape Shape { get; } =
        new(
            "account_managed_long_tables",
            Sums("sales_by_type", "PRODUCT_TYPE", "SALES"),
            Sums("orders_by_type", "PRODUCT_TYPE", "ORDERS"),
            Sums("sales_by_quarter", "QUARTER", "SALES"),
            Sums("orders_by_quarter", "QUARTER", "ORDERS"),
            new ShapeTable("customers", "CUSTOMER_ID", "COUNTRY", "STATE", "ZIP")
            {
                Optional = true,
                IsExact = true,
                Into = Target.Customers,
                Map = new Dictionary<string, string>
                {
                    ["CUSTOMER_ID"] = "customer_id",
                    ["COUNTRY"] = "country",
                    ["STATE"] = "state",
                    ["ZIP"] = "billing_zip",
                },
            }
        )
        {
            Lost = ["no dates in these sums: questions about time need dated orders"],
            Rewritings =
            [
                Measures("sales_by_type", "PRODUCT_TYPE", "SALES"),
                Measures("orders_by_type", "PRODUCT_TYPE", "ORDERS"),
                Measures("sales_by_quarter", "QUARTER", "SALES"),
                Measures("orders_by_quarter", "QUARTER", "ORDERS"),
            ],
        };

    static ShapeTable Sums(string role, string by, string value) =>
        new(role, "CUSTOMER_ID", by, value) { Optional = true, IsExact = true };

    static Rewriting Measures(string role, string by, string value) =>
        new(
            $"measures_{role}",
            Target.Measures,
            role,
            ("customer_id", "CUSTOMER_ID"),
            ("measure", by),
            ("value", value)
        );
}
