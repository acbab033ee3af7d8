namespace Clientele.Warehouse;

/// <summary>The shop that is published while another run is made.</summary>
/// <param name="RunId">Of its run.</param>
/// <param name="Manifest">What it was made of; null if that cannot be read.</param>
/// <param name="Database">Its file.</param>
public sealed record EarlierShop(string RunId, Manifest? Manifest, string Database)
{
    /// <summary>customer_id, segment and segment_name of its customers; null if it has no segments, or cannot be read.</summary>
    public Table? Segments()
    {
        try
        {
            using var database = new DuckDatabase(new DuckOptions(Database) { ReadOnly = true });
            return database.Read(
                new(
                    "earlier segments",
                    "select customer_id, segment, segment_name from results.customers order by customer_id"
                )
            );
        }
        catch (WarehouseException)
        {
            return null;
        }
    }
}

/// <summary>What became of the lines of the shop that was published before.</summary>
/// <param name="RunId">Of that shop's run.</param>
/// <param name="Gone">Lines of it that no table has any more; null if they could not be compared.</param>
/// <param name="Fault">Why they could not be compared; null if they were.</param>
public sealed record Comparison(string RunId, long? Gone, string? Fault);

/// <summary>The lines of a table beside those of the shop that was published before. A line that a later table of
/// the same run has again is counted there only.</summary>
/// <param name="New">Lines that it did not have.</param>
/// <param name="Changed">Lines that it had, with another value in a field that both have.</param>
/// <param name="Same">Lines that it had just so.</param>
public sealed record LinesSince(long New, long Changed, long Same);
