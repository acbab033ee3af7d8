namespace Clientele.Warehouse;

/// <summary>What the first rows of a table show of one of its columns, for refusals that propose what it may mean.</summary>
/// <param name="First">Its first cell, cut to what a message holds; empty for none.</param>
/// <param name="AreTimes">Nearly all its cells look like days or times.</param>
/// <param name="HaveDecimals">They look like numbers, some of them with a decimal mark.</param>
sealed record ColumnLook(string First, bool AreTimes, bool HaveDecimals)
{
    const int MostCharacters = 40;

    /// <summary>So many of the filled cells are nearly all.</summary>
    const double Most = 0.95;

    const string Time = @"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b";
    const string Number = @"^[^\d]{0,3}\d[\d ]*([.,]\d+)*[^\d]{0,3}$";

    /// <summary>Of each column.</summary>
    internal static IReadOnlyList<ColumnLook> Of(IDatabase database, TextTable table)
    {
        var columns = table.Headers.Select((_, i) => TextTable.Column(i)).ToList();
        var looks = columns.Select(c =>
            $"coalesce(left(tidy(first({c})), {MostCharacters}), '') as first_{c}, count(tidy({c})) as filled_{c}, "
            + $"{Count(c, Time)} as times_{c}, {Count(c, Number)} as numbers_{c}, {Count(c, @"^\D*\d+[.,]\d+\D*$")} as decimals_{c}"
        );
        var found = database.Read(
            new("looks of columns", $"select {string.Join(", ", looks)} from {table.Sample}")
        );
        return [.. columns.Select(Look)];

        ColumnLook Look(string c)
        {
            var filled = found.Number($"filled_{c}");
            var areTimes = filled > 0 && found.Number($"times_{c}") >= Most * filled;
            var areNumbers = filled > 0 && found.Number($"numbers_{c}") >= Most * filled;
            return new(
                found[$"first_{c}"].ToText(0) ?? "",
                areTimes,
                areNumbers && !areTimes && found.Number($"decimals_{c}") > 0
            );
        }
    }

    static string Count(string column, string pattern) =>
        $"count(*) filter (where regexp_matches({column}, {SqlText.Literal(pattern)}))";
}
