namespace Clientele.Warehouse;

/// <summary>Patterns of times as users say them are DuckDB's own (strptime), so DuckDB says whether they are any.</summary>
public static class DatePattern
{
    /// <summary>What is wrong with a pattern, a sentence that goes on after its name; null for nothing.</summary>
    public static string? Fault(string pattern)
    {
        if (!pattern.Contains('%', StringComparison.Ordinal))
        {
            return $"is '{pattern}', but must be a pattern such as %d/%m/%Y %H:%M.";
        }

        if (pattern.Contains("%Z", StringComparison.Ordinal))
        {
            return $"is '{pattern}', but names of zones (%Z) stand for several places: write offsets such as +01:00, and %z.";
        }

        try
        {
            using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory) { Threads = 1 });
            database.Read(new("pattern of times", $"select try_strptime('', {SqlText.Literal(pattern)})"));
            return null;
        }
        catch (WarehouseException)
        {
            return $"is '{pattern}', which is no pattern of times: %d is the day, %m and %b the month, %Y and %y the year, %H, %M and %S the time of day.";
        }
    }
}
