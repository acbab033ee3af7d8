using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Clientele.Warehouse;

/// <summary>Writes a table as a workbook of one sheet, row by row.</summary>
public static class Xlsx
{
    /// <summary>What a sheet holds, its line of column names included.</summary>
    const int MostRows = 1_048_576;

    /// <summary>What a cell holds; a workbook with more in one is called damaged.</summary>
    const int MostCharacters = 32_767;

    /// <summary>Writes a new file.</summary>
    /// <param name="pages">Rows of one table, part by part.</param>
    /// <param name="rows">How many in all.</param>
    /// <param name="file">Replaced if it is there.</param>
    /// <exception cref="ConfigurationException">The table has more rows than a sheet holds.</exception>
    public static void Write(IEnumerable<Table> pages, long rows, string file)
    {
        if (rows >= MostRows)
        {
            throw new ConfigurationException(
                $"A sheet holds {MostRows:N0} rows, one of them the names, and there are {rows:N0}: export as .csv or .parquet."
            );
        }

        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            WriteSheet(writer, pages);
        }

        book.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = book.GetIdOfPart(sheet),
                    SheetId = 1,
                    Name = "data",
                }
            )
        );
    }

    static void WriteSheet(OpenXmlWriter writer, IEnumerable<Table> pages)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var first = true;
        foreach (var page in pages)
        {
            if (first)
            {
                WriteRow(writer, page.Columns.Select(c => TextCell(c.Name)));
                first = false;
            }

            for (var row = 0; row < page.Rows; row++)
            {
                var at = row;
                WriteRow(writer, page.Columns.Select(c => CellOf(c, at)));
            }
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    /// <summary>Numbers as numbers; everything else as text, which a sheet never takes for a formula.</summary>
    static Cell CellOf(Column column, int row)
    {
        var text = column.ToText(row);
        return text == null ? new Cell()
            : column is NumberColumn { Values: var values } && !double.IsFinite(values[row]) ? TextCell(text)
            : column is NumberColumn or IntegerColumn or DecimalColumn
                ? new Cell { DataType = CellValues.Number, CellValue = new CellValue(text) }
            : TextCell(text);
    }

    static Cell TextCell(string text) =>
        new()
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(
                new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }
            ),
        };

    /// <summary>XML has no place for most control characters, and a cell none for more than it holds.</summary>
    static string Clean(string text)
    {
        var clean = text.All(IsXml) ? text : string.Concat(text.Where(IsXml));
        if (clean.Length <= MostCharacters)
        {
            return clean;
        }

        var kept = MostCharacters - 1;
        return clean[..(char.IsHighSurrogate(clean[kept - 1]) ? kept - 1 : kept)] + "…";
    }

    static bool IsXml(char c) => c is >= ' ' and not ('\uFFFE' or '\uFFFF') or '\t' or '\n' or '\r';
}
