namespace Clientele.Warehouse;

/// <summary>Opens a file by its name's ending: one table for most, one a sheet for a workbook.</summary>
static class FileTables
{
    /// <summary>True for a file of lines.</summary>
    internal static bool IsText(string path) => Ending(path) is not (".xlsx" or ".xls" or ".parquet");

    /// <summary>True for text with a delimiter that lies there as it is.</summary>
    internal static bool IsPlainCsv(string path) =>
        IsText(path) && !CsvTable.IsZipped(path) && Ending(path) is not (".jsonl" or ".ndjson");

    /// <summary>Of the file that is packed, if one is.</summary>
    internal static string Ending(string path) =>
        Path.GetExtension(CsvTable.IsZipped(path) ? path[..^3] : path).ToLowerInvariant();

    /// <summary>Whatever does not end like another format is text with a delimiter.</summary>
    /// <param name="database">Reads Parquet's own list of columns.</param>
    /// <param name="input">The file.</param>
    /// <param name="options">What the user says of it.</param>
    /// <param name="cancel">Looked at often.</param>
    /// <exception cref="ImportRefusedException">The file is empty, damaged, or not what its name says.</exception>
    internal static IReadOnlyList<TextTable> Open(
        IDatabase database,
        InputFile input,
        ImportOptions options,
        CancellationToken cancel
    )
    {
        var (path, name, folder) = input;
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
            ".xlsx" or ".xls" when !CsvTable.IsZipped(path) => Sheets(input, options, cancel),
            ".parquet" when !CsvTable.IsZipped(path) => [ParquetTable.Open(database, path, name)],
            ".jsonl" or ".ndjson" => [JsonLinesTable.Open(database, path, name, folder, cancel)],
            _ => [CsvTable.Open(input, options, cancel)],
        };
    }

    static List<TextTable> Sheets(InputFile book, ImportOptions options, CancellationToken cancel)
    {
        var sheets = ExcelSheets.ToCsv(book.Path, book.Folder, cancel);
        var plain = options with { Encoding = null, Delimiter = ',' };
        var tables = sheets
            .Select(s => new InputFile(
                s.File,
                sheets.Count == 1 ? book.Name : $"{book.Name} [{s.Sheet}]",
                book.Folder
            ))
            .Select(sheet => CsvTable.Open(sheet, plain, cancel))
            .Select(t => t with { Form = new TextForm("xlsx", t.Form.FirstLine), Book = book.Name })
            .ToList();
        return tables.Count > 0
            ? tables
            : throw new ImportRefusedException($"{book.Name} has no sheet with a cell.");
    }
}
