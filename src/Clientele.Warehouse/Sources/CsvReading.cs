using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>The read_csv call for one file: DuckDB takes no parameters there, so its parts are quoted here.</summary>
/// <param name="Path">The file.</param>
/// <param name="Head">Its first line.</param>
/// <param name="Mapping">What its columns mean.</param>
sealed record CsvReading(string Path, CsvHead Head, Mapping Mapping)
{
    /// <summary>A thread reads one buffer at a time: DuckDB's own 32 MB leave cores idle on files of that size.</summary>
    const int BufferBytes = 16_000_000;

    /// <summary>Enough for a thousand rows, and a tenth of the time of a whole buffer.</summary>
    const int SampleBytes = 4_000_000;

    /// <summary>How times are written; null for ISO 8601.</summary>
    internal string? TimeFormat { get; init; }

    /// <summary>Cells that must not be empty.</summary>
    IEnumerable<int> Required =>
        Mapping
            .Columns.Select((c, i) => (c.Field, Index: i))
            .Where(c => c.Field is "order_id" or "ordered_at" or "quantity" || c.Field == Price)
            .Select(c => c.Index);

    string Price => Mapping.Has("unit_price") ? "unit_price" : "line_total";

    /// <summary>All columns as text; rows that cannot be read are passed over.</summary>
    internal string Untyped => Call(_ => Fields.Text, ", ignore_errors = true");

    /// <summary>The first rows of <see cref="Untyped"/>.</summary>
    internal string Sample =>
        $"(from {Call(_ => Fields.Text, ", ignore_errors = true", SampleBytes)} limit 1000)";

    /// <summary>All columns as text; a row that cannot be read is an error.</summary>
    internal string Whole => Call(_ => Fields.Text, "");

    /// <summary>All columns in their types; what does not fit goes to DuckDB's table of rejects.</summary>
    internal string Typed
    {
        get
        {
            var required = string.Join(", ", Required.Select(c => SqlText.Literal(ColumnName(c))));
            var format = TimeFormat == null ? "" : $", timestampformat = {SqlText.Literal(TimeFormat)}";
            return Call(
                TypeOf,
                $", store_rejects = true, rejects_limit = 0, force_not_null = [{required}]{format}"
            );
        }
    }

    /// <summary>What column <paramref name="index"/> of the file is called in the call: never the header itself.</summary>
    internal static string ColumnName(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"c{index + 1}");

    /// <summary>The column that fills a field, null for none.</summary>
    internal string? ColumnOf(string field) =>
        Mapping
            .Columns.Select((c, i) => (c.Field, Index: i))
            .Where(c => c.Field == field)
            .Select(c => ColumnName(c.Index))
            .FirstOrDefault();

    string TypeOf(MappedColumn column) =>
        column.Field == null ? Fields.Text : Fields.Named(column.Field).SqlType;

    string Call(Func<MappedColumn, string> type, string more, int buffer = BufferBytes)
    {
        var columns = Mapping.Columns.Select((c, i) => $"'{ColumnName(i)}': '{type(c)}'");
        return $"read_csv({SqlText.Literal(Path)}, header = true, auto_detect = false, "
            + $"delim = {SqlText.Literal(Head.Delimiter.ToString())}, quote = '\"', escape = '\"', "
            + $"buffer_size = {buffer}, null_padding = false, strict_mode = true, columns = {{{string.Join(", ", columns)}}}{more})";
    }
}
