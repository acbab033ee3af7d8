namespace Clientele.Warehouse;

/// <summary>A file of JSON objects, one a line, as a table of texts: the columns are the keys in order of appearance.</summary>
static class JsonLinesTable
{
    /// <exception cref="ImportRefusedException">A line is no JSON object, or there is none.</exception>
    internal static TextTable Open(
        IDatabase database,
        string path,
        string name,
        string folder,
        CancellationToken cancel
    )
    {
        var file = CsvTable.Unzipped(path, folder, cancel);
        // Read as lines of text, so that a line that is no JSON has a number and can be told.
        var lines =
            $"(select line from read_csv({SqlText.Literal(file)}, header = false, auto_detect = false, delim = '\x1f', "
            + "quote = '', escape = '', columns = {'line': 'varchar'}) where trim(line) <> '')";
        var bad = database.Read(
            new(
                "lines that are no JSON",
                $"""
                select count(*) as n, min(place) as place
                from (select row_number() over () as place, line from {lines})
                where not json_valid(line) or json_type(line) <> 'OBJECT'
                """
            )
        );
        if (bad.Number("n") > 0)
        {
            throw new ImportRefusedException(
                $"{name}, line {bad["place"].ToText(0)} is no JSON object ({Counted.Of((long)bad.Number("n"), "such line")}). Each line must be one object."
            );
        }

        var keys = database.Read(
            new(
                "keys of JSON lines",
                $"""
                select key, min(place) as place, min(rank) as rank
                from (
                  select place, unnest(json_keys(line)) as key, generate_subscripts(json_keys(line), 1) as rank
                  from (select row_number() over () as place, line from {lines})
                )
                group by key
                order by place, rank
                """
            )
        );
        if (keys.Rows == 0)
        {
            throw new ImportRefusedException(
                $"{name} has no object with a key. Export it again with its orders."
            );
        }

        var headers = CsvHead.HeadersOf(name, keys.Texts("key"));
        var texts = keys.Texts("key")
            .Select(
                (key, c) =>
                    $"json_extract_string(line, {SqlText.Literal(PathOf(key))}) as {TextTable.Column(c)}"
            );
        var rows = $"(select {string.Join(", ", texts)} from {lines})";
        return new TextTable(
            name,
            headers,
            rows,
            $"(from {rows} limit 1000)",
            new TextForm("jsonl", 1, "utf-8")
        );
    }

    static string PathOf(string key) =>
        $"$.\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
