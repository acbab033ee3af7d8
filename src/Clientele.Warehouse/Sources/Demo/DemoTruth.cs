using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clientele.Warehouse;

/// <summary>All that was planted in a <see cref="DemoShop"/>, so that answers can be held against it.</summary>
/// <remarks>
/// A customer's rate is gamma; the time to leave is exponential with a rate that is gamma too; orders after the first
/// are a Poisson process of that rate × season × weekday from the day after the first to the day of leaving.
/// Source: the Pareto/NBD of Schmittlein, Morrison and Colombo (1987), with seasons.
/// </remarks>
public sealed record DemoTruth
{
    static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The seed of the shop.</summary>
    public required int Seed { get; init; }

    /// <summary>Day 0.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Number of days.</summary>
    public required int Days { get; init; }

    /// <summary>The kinds of customers and the distributions of their rates.</summary>
    public required IReadOnlyList<DemoArchetype> Segments { get; init; }

    /// <summary>Multiplier of orders in January to December for most kinds; the mean is 1.</summary>
    public required IReadOnlyList<double> Season { get; init; }

    /// <summary>Multiplier of orders from Monday to Sunday; the mean is 1.</summary>
    public required IReadOnlyList<double> Weekday { get; init; }

    /// <summary>Weight of each hour of the day, from midnight on.</summary>
    public required IReadOnlyList<double> Hours { get; init; }

    /// <summary>Customers arrive this many times as often at the end as at the start.</summary>
    public required double ArrivalGrowth { get; init; }

    /// <summary>Share of customers who register and never buy.</summary>
    public required double NeverBuyShare { get; init; }

    /// <summary>Popularity of the product of rank k is k to the power of minus this.</summary>
    public required double PopularityExponent { get; init; }

    /// <summary>Rise of list prices each year, in percent of the first year's.</summary>
    public required int YearlyPriceRisePercent { get; init; }

    /// <summary>The categories, their part of the web site and their seasons.</summary>
    public required IReadOnlyList<DemoCategoryTruth> Categories { get; init; }

    /// <summary>Products that are bought together.</summary>
    public required IReadOnlyList<DemoPairTruth> Pairs { get; init; }

    /// <summary>How visits foretell orders; null without browsing.</summary>
    public required DemoBrowsingTruth? Browsing { get; init; }

    /// <summary>The dirt that a recipe should find.</summary>
    public required DemoMessTruth Mess { get; init; }

    /// <summary>One entry a registered customer, in the order of the customers' table.</summary>
    public required IReadOnlyList<DemoCustomerTruth> Customers { get; init; }

    /// <summary>Writes truth.json: one object, names in snake_case, UTF-8.</summary>
    public void Write(Stream output) => JsonSerializer.Serialize(output, this, SnakeCase);
}

/// <summary>A category.</summary>
/// <param name="Name">As in the products' table.</param>
/// <param name="Section">Part of the web site that shows it: the category of a session, 1 … 3.</param>
/// <param name="Season">Multiplier of its share in January to December; the mean is 1.</param>
public sealed record DemoCategoryTruth(string Name, int Section, IReadOnlyList<double> Season);

/// <summary>A planted pair of products.</summary>
/// <param name="First">Id of the product that draws the other.</param>
/// <param name="Second">Id of the product that is drawn.</param>
/// <param name="Chance">How often the second is added because the first is in the basket.</param>
/// <param name="Orders">Orders that hold both, with and without an account.</param>
/// <param name="Lift">Orders with both × all orders / (orders with the first × orders with the second); null if none has both.</param>
public sealed record DemoPairTruth(string First, string Second, double Chance, long Orders, double? Lift);

/// <summary>How visits foretell orders.</summary>
/// <param name="IdleVisitsAMonth">Visits of a customer who is there, for no reason.</param>
/// <param name="GoneVisitsAMonth">Visits of a customer who has left.</param>
/// <param name="VisitsBeforeOrder">Mean number of further visits before each order, about one of its products each.</param>
/// <param name="DaysBeforeOrder">Within how many days they fall, the more the nearer.</param>
/// <param name="LoggedInShare">Share of a customer's visits that carry the customer's id.</param>
public sealed record DemoBrowsingTruth(
    double IdleVisitsAMonth,
    double GoneVisitsAMonth,
    double VisitsBeforeOrder,
    int DaysBeforeOrder,
    double LoggedInShare
)
{
    /// <summary>Times as many visits in the days before an order as in as many other days.</summary>
    public double Uplift =>
        1 + (VisitsBeforeOrder / (IdleVisitsAMonth * DaysBeforeOrder / DemoCalendar.MonthDays));
}

/// <summary>How many lines of each kind of dirt there are.</summary>
/// <param name="Copies">Exact copies of the line before.</param>
/// <param name="ZeroPrices">Gifts.</param>
/// <param name="MisspelledCountries">Lines whose country is misspelled.</param>
/// <param name="CarelessCodes">Lines whose product code is in small letters.</param>
/// <param name="PostageLines">Lines that are not merchandise.</param>
public sealed record DemoMessTruth(
    int Copies,
    int ZeroPrices,
    int MisspelledCountries,
    int CarelessCodes,
    int PostageLines
);

/// <summary>A customer's secret.</summary>
/// <param name="CustomerId">As in the customers' table.</param>
/// <param name="Segment">Name of the planted kind.</param>
/// <param name="RatePerMonth">Orders a month of 365.25 / 12 days while there, in a mean season.</param>
/// <param name="DropOutRatePerMonth">Hazard of leaving.</param>
/// <param name="FirstOrderDay">Day of the first order from 0 on; null for those who never buy.</param>
/// <param name="DropOutDay">First day without the customer; null for those who are there at the end.</param>
public sealed record DemoCustomerTruth(
    string CustomerId,
    string Segment,
    double RatePerMonth,
    double DropOutRatePerMonth,
    int? FirstOrderDay,
    int? DropOutDay
);
