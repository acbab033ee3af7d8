namespace Clientele.Warehouse;

/// <summary>A made-up user of a <see cref="ThelookShop"/>.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="RegisteredOn">In UTC, to the second.</param>
/// <param name="Orders">By their time; none for who ordered nothing.</param>
public sealed record ThelookUser(
    ThelookPerson Person,
    DateTime RegisteredOn,
    IReadOnlyList<ThelookOrder> Orders
)
{
    /// <summary>Ascending, with gaps.</summary>
    public int Id { get; init; }

    /// <summary>False for the few of whom the extract tells no city.</summary>
    public bool HasCity { get; init; } = true;

    /// <summary>Rows of the extract.</summary>
    public int Rows => Math.Max(1, Orders.Count);
}

/// <summary>Who a user is; nobody is meant.</summary>
/// <param name="FirstName">A common name.</param>
/// <param name="LastName">A common name.</param>
/// <param name="Age">12 to 70, on the day of the extract.</param>
/// <param name="Gender">M or F.</param>
/// <param name="Place">Where the user lives.</param>
/// <param name="Street">Number and street.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="TrafficSource">Where the user came from.</param>
public sealed record ThelookPerson(
    string FirstName,
    string LastName,
    int Age,
    char Gender,
    ThelookPlace Place,
    string Street,
    string PostalCode,
    string TrafficSource
);

/// <summary>A city.</summary>
/// <param name="Country">In English; España for a few of Spain.</param>
/// <param name="State">Its region.</param>
/// <param name="City">Its name.</param>
public sealed record ThelookPlace(string Country, string State, string City);

/// <summary>An order.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Status">Shipped, Complete, Processing, Cancelled or Returned.</param>
/// <param name="CreatedAt">In UTC, to the second.</param>
/// <param name="Items">1 to 4.</param>
/// <param name="Revenue">All that the user ever bought, not this order alone: the fault of the extract.</param>
public sealed record ThelookOrder(int Id, string Status, DateTime CreatedAt, int Items, decimal Revenue);
