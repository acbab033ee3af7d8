namespace Clientele.Warehouse;

/// <summary>Opens a file by its name's ending: one table for most, one a sheet for a workbook.</summary>
static class FileTables
{
    /// <summary>True for a file of lines.</summary>
    internal static bool IsText(string path) => Ending(path) is not (".xlsx" or ".xls" or ".parquet");

    /// <summary>Of the file that is packed, if one is.</summary>
    internal static string Ending(string path) =>
        Path.GetExtension(CsvTable.IsZipped(path) ? path[..^3] : path).ToLowerInvariant();

    /// <summary>Whatever does not end like another format is text with a delimiter.</summary>
    /// <param name="database">Reads Parquet's own list of columns.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="options">What the user says of it.</param>
    /// <param name="folder">An empty folder for what must be written again; it must outlive the tables.</param>
    /// <param name="cancel">Looked at often.</param>
    /// <exception cref="ImportRefusedException">The file is empty, damaged, or not what its name says.</exception>
    internal static IReadOnlyList<TextTable> Open(
        IDatabase database,
        string path,
        string name,
        ImportOptions options,
        string folder,
        CancellationToken cancel
    )
    {
        if (new FileInfo(path).Length == 0)
        {
            throw new ImportRefusedException($"{name} is empty. Export it again.");
        }

        if (IsText(path) && !CsvTable.IsZipped(path))
        {
            FileMark.MustBeText(path, name);
        }

        return Ending(path) switch
        {
            ".xlsx" or ".xls" when !CsvTable.IsZipped(path) => Sheets(path, name, options, folder, cancel),
            ".parquet" when !CsvTable.IsZipped(path) => [ParquetTable.Open(database, path, name)],
            ".jsonl" or ".ndjson" => [JsonLinesTable.Open(database, path, name, folder, cancel)],
            _ => [CsvTable.Open(path, name, options, folder, cancel)],
        };
    }

    static List<TextTable> Sheets(
        string path,
        string name,
        ImportOptions options,
        string folder,
        CancellationToken cancel
    )
    {
        var sheets = ExcelSheets.ToCsv(path, folder, cancel);
        var plain = options with { Encoding = null, Delimiter = ',' };
        var tables = sheets
            .Select(s =>
                CsvTable.Open(s.File, sheets.Count == 1 ? name : $"{name} [{s.Sheet}]", plain, folder, cancel)
            )
            .Select(t => t with { Form = new TextForm("xlsx", t.Form.FirstLine), Book = name })
            .ToList();
        return tables.Count > 0
            ? tables
            : throw new ImportRefusedException($"{name} has no sheet with a cell.");
    }
}
