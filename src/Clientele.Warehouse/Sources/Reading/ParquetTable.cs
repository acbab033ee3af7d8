namespace Clientele.Warehouse;

/// <summary>A Parquet file as a table of texts: its values are written as text and read back like any other's.</summary>
static class ParquetTable
{
    /// <exception cref="ImportRefusedException">It is no Parquet file.</exception>
    internal static TextTable Open(IDatabase database, string path, string name)
    {
        var file = SqlText.Literal(path);
        Table schema;
        try
        {
            schema = database.Read(
                new(
                    "columns of a Parquet file",
                    $"select column_name as name, column_type as type from (describe from read_parquet({file}))"
                )
            );
        }
        catch (WarehouseException)
        {
            throw new ImportRefusedException(
                $"{name} is damaged or no Parquet file. Export it again, or as CSV."
            );
        }

        var headers = CsvHead.HeadersOf(name, schema.Texts("name"));
        var columns = headers.Select((_, c) => TextTable.Column(c)).ToList();
        var types = schema.Texts("type");
        var texts = string.Join(", ", columns.Select((c, i) => $"{TextOf(c, types[i])} as {c}"));
        var rows = $"(select {texts} from (from read_parquet({file})) as t({string.Join(", ", columns)}))";
        return new TextTable(name, headers, rows, $"(from {rows} limit 1000)", new TextForm("parquet", 1));
    }

    /// <summary>What holds other values is written as JSON: then it can be taken apart again.</summary>
    static string TextOf(string column, string type) =>
        type.StartsWith("STRUCT", StringComparison.Ordinal) || type.EndsWith(']')
            ? $"to_json({column})::varchar"
            : $"{column}::varchar";
}
