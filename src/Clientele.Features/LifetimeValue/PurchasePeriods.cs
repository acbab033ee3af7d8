namespace Clientele.Features;

/// <summary>How many customers began and came back in each week or month, and for how much.</summary>
public static class PurchasePeriods
{
    /// <summary>One row a period with an order of a named customer, in order of time.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "purchase_periods",
        new("period", "First day of the week (Monday), month or other period", "date"),
        new("new_customers", "Customers whose first order fell into it", "customers"),
        new(
            "repeat_days",
            "Days with an order of a customer who had bought on an earlier day, counted by customer",
            "days"
        ),
        new("new_spend", "Bought on first days", "currency"),
        new("repeat_spend", "Bought on later days", "currency")
    );
}
