namespace Clientele.Warehouse;

/// <summary>The Complete Journey: two years of a grocer's households, as dunnhumby gives it and as the R package completejourney does.</summary>
/// <remarks>Traps: the former has days without dates, 1 to 711; sales_value is the total of a line; ages are classes.</remarks>
static class CompleteJourney
{
    const string Campaigns = "no question asks for campaigns yet";

    /// <summary>dunnhumby's own files.</summary>
    internal static Shape Numbered { get; } =
        new(
            "complete_journey",
            new ShapeTable(
                "transactions",
                "household_key",
                "BASKET_ID",
                "DAY",
                "PRODUCT_ID",
                "QUANTITY",
                "SALES_VALUE",
                "TRANS_TIME"
            )
            {
                More = ["STORE_ID"],
                Map = new Dictionary<string, string> { ["TRANS_TIME"] = "ordered_at" },
            },
            new ShapeTable("products", "PRODUCT_ID", "DEPARTMENT", "COMMODITY_DESC", "SUB_COMMODITY_DESC")
            {
                Optional = true,
            },
            Households("household_key", "AGE_DESC", "INCOME_DESC"),
            ShapeTable.LeftOut("campaigns", Campaigns, "household_key", "CAMPAIGN", "DESCRIPTION"),
            ShapeTable.LeftOut("campaign_days", Campaigns, "CAMPAIGN", "DESCRIPTION", "START_DAY", "END_DAY"),
            ShapeTable.LeftOut("coupons", Campaigns, "COUPON_UPC", "PRODUCT_ID", "CAMPAIGN"),
            ShapeTable.LeftOut("redemptions", Campaigns, "household_key", "DAY", "COUPON_UPC", "CAMPAIGN"),
            ShapeTable.LeftOut(
                "promotions",
                Campaigns,
                "PRODUCT_ID",
                "STORE_ID",
                "WEEK_NO",
                "display",
                "mailer"
            )
        )
        {
            Lost =
            [
                $"days are numbers without dates: day 1 counts as {Shape.FirstDay}, and unless it was that day, months and weekdays are "
                    + "not the real ones. Another day: --first-day, or first_day in clientele.yml",
                "of households only the class of age is used",
            ],
            Rewritings =
            [
                Lines("complete_journey_lines", "household_key", "DAY"),
                new(
                    "complete_journey_products",
                    Target.Products,
                    "products",
                    ("product_id", "PRODUCT_ID"),
                    ("product_name", "SUB_COMMODITY_DESC"),
                    ("category", "DEPARTMENT"),
                    ("sub_category", "COMMODITY_DESC")
                ),
            ],
        };

    /// <summary>The files of the R package, which has dates.</summary>
    internal static Shape Dated { get; } =
        new(
            "complete_journey_r",
            new ShapeTable(
                "transactions",
                "household_id",
                "basket_id",
                "product_id",
                "quantity",
                "sales_value",
                "transaction_timestamp"
            )
            {
                More = ["store_id"],
            },
            new ShapeTable("products", "product_id", "department", "product_category", "product_type")
            {
                Optional = true,
            },
            Households("household_id", "age", "income"),
            ShapeTable.LeftOut("campaigns", Campaigns, "campaign_id", "household_id"),
            ShapeTable.LeftOut(
                "campaign_days",
                Campaigns,
                "campaign_id",
                "campaign_type",
                "start_date",
                "end_date"
            ),
            ShapeTable.LeftOut("coupons", Campaigns, "coupon_upc", "product_id", "campaign_id"),
            ShapeTable.LeftOut(
                "redemptions",
                Campaigns,
                "household_id",
                "coupon_upc",
                "campaign_id",
                "redemption_date"
            ),
            ShapeTable.LeftOut(
                "promotions",
                Campaigns,
                "product_id",
                "store_id",
                "display_location",
                "mailer_location",
                "week"
            )
        )
        {
            Rewritings =
            [
                Lines("complete_journey_r_lines", "household_id", "transaction_timestamp"),
                new(
                    "complete_journey_r_products",
                    Target.Products,
                    "products",
                    ("product_id", "product_id"),
                    ("product_name", "product_type"),
                    ("category", "department"),
                    ("sub_category", "product_category")
                ),
            ],
        };

    /// <summary>Of incomes, homes and families no question asks.</summary>
    static ShapeTable Households(string id, string age, string income) =>
        new("households", id, age, income)
        {
            Optional = true,
            Into = Target.Customers,
            Map = new Dictionary<string, string> { [id] = "customer_id", [age] = "age_class" },
        };

    static Rewriting Lines(string query, string household, string time) =>
        new(
            query,
            Target.Lines,
            "transactions",
            ("order_id", "basket_id"),
            ("customer_id", household),
            ("ordered_at", time),
            ("product_id", "product_id"),
            ("product_name", "names of the products"),
            ("quantity", "quantity"),
            ("line_total", "sales_value"),
            ("category", "department of the products"),
            ("sub_category", "categories of the products"),
            ("store_id", "store_id")
        );
}
