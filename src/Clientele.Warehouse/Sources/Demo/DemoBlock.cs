namespace Clientele.Warehouse;

/// <summary>A document before it is written down: an order, or a return if its lines are negative.</summary>
/// <param name="Minute">Since the opening.</param>
/// <param name="Customer">Row in the customers' table, or <see cref="DemoCustomer.Guest"/>.</param>
/// <param name="Country">Index into <see cref="DemoPlaces.All"/>.</param>
/// <param name="FirstLine">Where its lines begin in the block.</param>
/// <param name="IsReturn">Whether its number starts with C.</param>
readonly record struct DemoOrder(int Minute, int Customer, byte Country, int FirstLine, bool IsReturn)
{
    /// <summary>Number of lines.</summary>
    internal int Lines { get; init; }
}

/// <summary>A line of an order before it is written down.</summary>
/// <param name="Product">Index into the catalogue, or <see cref="Postage"/>.</param>
/// <param name="Quantity">Negative in a return.</param>
/// <param name="Pence">Price of one.</param>
/// <param name="Dirt">What is wrong with it.</param>
readonly record struct DemoLine(short Product, int Quantity, int Pence, DemoDirt Dirt)
{
    internal const short Postage = -1;

    /// <summary>How the country is spelled: 0 is right, see <see cref="DemoPlaces.Spell"/>.</summary>
    internal byte Spelling { get; init; }

    /// <summary>Whether this is merchandise that someone paid for, once.</summary>
    internal bool IsSale => Product != Postage && Pence > 0 && !IsCopy;

    /// <summary>Whether this is the line before, once more.</summary>
    internal bool IsCopy => Dirt.HasFlag(DemoDirt.Copy);

    /// <summary>Whether the product code is in small letters.</summary>
    internal bool IsCareless => Dirt.HasFlag(DemoDirt.CarelessCode);
}

/// <summary>Planted dirt of a line.</summary>
[Flags]
enum DemoDirt : byte
{
    None = 0,

    /// <summary>The line before, once more.</summary>
    Copy = 1,

    /// <summary>The product code in small letters.</summary>
    CarelessCode = 2,
}

/// <summary>A visit to the web site before it is written down.</summary>
/// <param name="Second">Since the opening.</param>
/// <param name="Visitor">Number of the browser.</param>
/// <param name="Customer">Row in the customers' table, or <see cref="DemoCustomer.Guest"/> if not logged in.</param>
readonly record struct DemoVisit(int Second, long Visitor, int Customer)
{
    /// <summary>Where its events begin in the block.</summary>
    internal int FirstEvent { get; init; }

    /// <summary>Number of events.</summary>
    internal int Events { get; init; }
}

/// <summary>One thing done during a visit.</summary>
/// <param name="Section">Part of the web site, 1 … 3.</param>
/// <param name="Event1">0 for none.</param>
/// <param name="Event2">1 … 10.</param>
readonly record struct DemoEvent(byte Section, byte Event1, byte Event2);

/// <summary>What one thread made of a few customers, in order.</summary>
sealed class DemoBlock(DemoCatalogue catalogue)
{
    internal List<DemoOrder> Orders { get; } = [];
    internal List<DemoLine> Lines { get; } = [];
    internal List<DemoVisit> Visits { get; } = [];
    internal List<DemoEvent> Events { get; } = [];
    internal DemoPairCounts Pairs { get; } = new(catalogue);
}
