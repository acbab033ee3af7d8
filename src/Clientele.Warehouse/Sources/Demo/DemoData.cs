namespace Clientele.Warehouse;

/// <summary>A made-up shop, as columns.</summary>
/// <param name="Lines">What was ordered and returned.</param>
/// <param name="Customers">Who has an account.</param>
/// <param name="Products">What is sold.</param>
/// <param name="Sessions">Visits to the web site; null if none were asked for.</param>
/// <param name="Truth">What was planted.</param>
public sealed record DemoData(
    DemoLineTable Lines,
    DemoCustomerTable Customers,
    DemoProductTable Products,
    DemoSessionTable? Sessions,
    DemoTruth Truth
);

/// <summary>One row a line of an order, by time. Copies, misspellings and the like are meant: see <see cref="DemoMessTruth"/>.</summary>
/// <param name="count">Number of rows.</param>
public sealed class DemoLineTable(int count)
{
    /// <summary>Number of rows.</summary>
    public int Count => count;

    /// <summary>Such as D100001; a return starts with C.</summary>
    public string[] OrderId { get; } = new string[count];

    /// <summary>Null for those who bought without an account.</summary>
    public string?[] CustomerId { get; } = new string?[count];

    /// <summary>To the minute, never falling.</summary>
    public DateTime[] OrderedAt { get; } = new DateTime[count];

    /// <summary>Such as KD1001, POST for postage; some in small letters.</summary>
    public string[] ProductId { get; } = new string[count];

    /// <summary>The product in words.</summary>
    public string[] ProductName { get; } = new string[count];

    /// <summary>Null for what is not merchandise.</summary>
    public string?[] Category { get; } = new string?[count];

    /// <summary>Null for what is not merchandise.</summary>
    public string?[] SubCategory { get; } = new string?[count];

    /// <summary>Pieces, below 0 in a return.</summary>
    public int[] Quantity { get; } = new int[count];

    /// <summary>Price of one piece with two digits after the point; 0 for gifts.</summary>
    public decimal[] UnitPrice { get; } = new decimal[count];

    /// <summary>Where the order goes; sometimes misspelled.</summary>
    public string[] Country { get; } = new string[count];
}

/// <summary>One row a registered customer, by id. Some never bought.</summary>
/// <param name="count">Number of rows.</param>
public sealed class DemoCustomerTable(int count)
{
    /// <summary>Number of rows.</summary>
    public int Count => count;

    /// <summary>Digits, unique.</summary>
    public string[] CustomerId { get; } = new string[count];

    /// <summary>In full and spelled well.</summary>
    public string[] Country { get; } = new string[count];

    /// <summary>Region of the country.</summary>
    public string[] State { get; } = new string[count];

    /// <summary>Postcode of the right shape, made up.</summary>
    public string[] Zip { get; } = new string[count];

    /// <summary>Null for those who did not say.</summary>
    public int?[] BirthYear { get; } = new int?[count];

    /// <summary>F, M, or null for those who did not say.</summary>
    public string?[] Sex { get; } = new string?[count];

    /// <summary>To the minute, before the first order; some before the first day of the shop's orders.</summary>
    public DateTime[] RegisteredOn { get; } = new DateTime[count];

    /// <summary>Search, Organic, Facebook, Email or Display.</summary>
    public string[] TrafficSource { get; } = new string[count];

    /// <summary>Null for most.</summary>
    public string?[] AccountManager { get; } = new string?[count];

    /// <summary>An address at example.com, unique.</summary>
    public string[] Email { get; } = new string[count];

    /// <summary>Whether the customer may be written to.</summary>
    public bool[] Consent { get; } = new bool[count];
}

/// <summary>One row a product, by id within the category. Postage is not among them.</summary>
/// <param name="count">Number of rows.</param>
public sealed class DemoProductTable(int count)
{
    /// <summary>Number of rows.</summary>
    public int Count => count;

    /// <summary>In capital letters, unique.</summary>
    public string[] ProductId { get; } = new string[count];

    /// <summary>Unique.</summary>
    public string[] Name { get; } = new string[count];

    /// <summary>One of eight.</summary>
    public string[] Category { get; } = new string[count];

    /// <summary>One of four in the category.</summary>
    public string[] SubCategory { get; } = new string[count];

    /// <summary>What the shop pays for a piece.</summary>
    public decimal[] Cost { get; } = new decimal[count];

    /// <summary>Price of a piece in the first year, without discount.</summary>
    public decimal[] ListPrice { get; } = new decimal[count];

    /// <summary>budget, mid or premium.</summary>
    public string[] PriceTier { get; } = new string[count];
}

/// <summary>One row an event of a visit to the web site, by the start of the visit.</summary>
/// <param name="count">Number of rows.</param>
public sealed class DemoSessionTable(int count)
{
    /// <summary>Number of rows.</summary>
    public int Count => count;

    /// <summary>The same for all events of one visit.</summary>
    public long[] SessionId { get; } = new long[count];

    /// <summary>The browser; a customer may have two.</summary>
    public long[] VisitorId { get; } = new long[count];

    /// <summary>Null unless logged in.</summary>
    public string?[] CustomerId { get; } = new string?[count];

    /// <summary>Start of the visit, to the second, never falling.</summary>
    public DateTime[] StartedAt { get; } = new DateTime[count];

    /// <summary>Part of the web site, 1 … 3: see <see cref="DemoTruth.Categories"/>.</summary>
    public int[] Category { get; } = new int[count];

    /// <summary>Null, 1, 2 or 4 … 11.</summary>
    public int?[] Event1 { get; } = new int?[count];

    /// <summary>1 … 10, unique within a visit.</summary>
    public int[] Event2 { get; } = new int[count];
}
