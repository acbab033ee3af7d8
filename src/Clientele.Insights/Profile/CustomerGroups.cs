using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The table of customers by state, age, sex, …: who they are, and what they bring.</summary>
/// <param name="Table">Name of the result table.</param>
/// <param name="Column">The column that names the group.</param>
/// <param name="Groups">Groups by revenue, the greatest first; those of whom nothing is known are one of them.</param>
sealed record CustomerGroups(string Table, string Column, IReadOnlyList<CustomerGroup> Groups)
{
    /// <summary>All ways to group that at least one customer has something for.</summary>
    internal static IReadOnlyList<CustomerGroups> All(Study study)
    {
        var customers = study.Customers;
        (string Table, string Column, string[] Labels)[] ways =
        [
            ("profile_state", "state", customers.Texts("state")),
            ("profile_zip", "zip", customers.Texts("zip")),
            ("profile_age", "age_class", Ages.Of(customers, study.Moment.AsOf.Year)),
            ("profile_sex", "sex", customers.Texts("sex")),
            (
                "profile_registration_month",
                "registration_month",
                [.. customers.Texts("registered_on").Select(d => d.Length < 7 ? "" : d[..7])]
            ),
            ("profile_traffic_source", "traffic_source", customers.Texts("traffic_source")),
            ("profile_account_manager", "account_manager", customers.Texts("account_manager")),
        ];
        return
        [
            .. ways.Where(w => w.Labels.Any(l => l.Length > 0))
                .Select(w => new CustomerGroups(w.Table, w.Column, Group(customers, w.Column, w.Labels))),
        ];
    }

    /// <summary>Groups that have a name.</summary>
    internal IEnumerable<CustomerGroup> Known => Groups.Where(g => g.Label.Length > 0);

    internal long Customers { get; } = Groups.Sum(g => g.Customers);

    /// <summary>What all customers paid; 0 where nobody knows.</summary>
    internal double Revenue { get; } = (double)Groups.Sum(g => g.Revenue ?? 0);

    /// <summary>States of one name in two countries are two groups.</summary>
    static List<CustomerGroup> Group(Table customers, string column, string[] labels)
    {
        var countries = customers.Texts("country");
        var (orders, days) = (
            ((IntegerColumn)customers["orders"]).Values,
            ((IntegerColumn)customers["days_since_last"]).Values
        );
        var revenue = ((DecimalColumn)customers["gross_revenue"]).Values;
        return
        [
            .. Enumerable
                .Range(0, labels.Length)
                .GroupBy(i =>
                    (Country: column == "state" && labels[i].Length > 0 ? countries[i] : "", Label: labels[i])
                )
                .Select(g => new CustomerGroup(
                    g.Key.Country,
                    g.Key.Label,
                    g.Count(),
                    g.Sum(i => orders[i] ?? 0),
                    g.Any(i => revenue[i] != null) ? g.Sum(i => revenue[i] ?? 0) : null,
                    g.Average(i => (double?)days[i]) ?? double.NaN
                ))
                .OrderByDescending(g => g.Revenue ?? 0)
                .ThenByDescending(g => g.Customers)
                .ThenBy(g => g.Label, StringComparer.Ordinal)
                .ThenBy(g => g.Country, StringComparer.Ordinal),
        ];
    }

    internal Table ToTable()
    {
        IEnumerable<Column> country =
            Column == "state" ? [TableBuilding.Text("country", Groups.Select(g => g.Country))] : [];
        return new(
            Table,
            [
                .. country,
                TableBuilding.Text(Column, Groups.Select(g => g.Label)),
                TableBuilding.Whole("customers", Groups.Select(g => (double)g.Customers)),
                TableBuilding.Number("customer_share", Groups.Select(g => (double)g.Customers / Customers)),
                TableBuilding.Whole("orders", Groups.Select(g => (double)g.Orders)),
                new DecimalColumn("revenue", [.. Groups.Select(g => g.Revenue)]),
                TableBuilding.Number("revenue_share", Groups.Select(ShareOf)),
                TableBuilding.Number("mean_days_since_last", Groups.Select(g => g.MeanDaysSinceLast)),
                TableBuilding.Number("average_order_value", Groups.Select(g => g.AverageOrderValue)),
            ]
        );
    }

    /// <summary>Share of the customers' revenue; NaN if nobody knows it.</summary>
    internal double ShareOf(CustomerGroup group) =>
        Revenue > 0 ? (double)(group.Revenue ?? 0) / Revenue : double.NaN;
}

/// <summary>Customers who have something in common.</summary>
/// <param name="Country">Of a state; else empty.</param>
/// <param name="Label">What they have in common; empty for those of whom it is not known.</param>
/// <param name="Customers">How many.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Revenue">What they paid; null if nobody knows.</param>
/// <param name="MeanDaysSinceLast">Since their last orders; NaN without dates.</param>
sealed record CustomerGroup(
    string Country,
    string Label,
    long Customers,
    long Orders,
    decimal? Revenue,
    double MeanDaysSinceLast
)
{
    internal double AverageOrderValue => Orders == 0 ? double.NaN : (double)((Revenue ?? 0) / Orders);
}

/// <summary>Classes of age.</summary>
static class Ages
{
    /// <summary>Nobody is older: such a year is a mistake.</summary>
    const double Oldest = 120;

    static readonly int[] From = [0, 18, 25, 35, 45, 55, 65, 75];

    /// <summary>The class of each customer: by the year of birth, else as the files tell it.</summary>
    internal static string[] Of(Table customers, int thisYear) =>
        [
            .. customers
                .Numbers("birth_year")
                .Zip(customers.Texts("age_class"))
                .Select(c => Of(thisYear - c.First) is { Length: > 0 } known ? known : c.Second),
        ];

    /// <summary>"18–24" for whom turns so old in the year; empty where it is not known.</summary>
    internal static string Of(double age)
    {
        if (!(age >= 0 && age <= Oldest))
        {
            return "";
        }

        var at = Array.FindLastIndex(From, first => first <= age);
        return at == From.Length - 1 ? $"{From[at]}+" : $"{From[at]}–{From[at + 1] - 1}";
    }
}
