using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Clientele.Warehouse;

/// <summary>The sheets of an Excel file, each written as a CSV file: from there on it is read like any other.</summary>
/// <remarks>A row at a time: only the texts that cells share are held in memory.</remarks>
static class ExcelSheets
{
    /// <summary>Excel itself stops far below; a bomb does not.</summary>
    const long MostSharedBytes = 1L << 30;

    static ExcelSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Writes every sheet that holds a cell.</summary>
    /// <param name="path">The .xlsx or .xls file.</param>
    /// <param name="folder">Where to; files are called 1.csv, 2.csv and so on.</param>
    /// <param name="cancel">Looked at before every row.</param>
    /// <returns>Name and file of each such sheet, in the book's order.</returns>
    /// <exception cref="ImportRefusedException">It is no workbook, or is locked with a password.</exception>
    internal static IReadOnlyList<(string Sheet, string File)> ToCsv(
        string path,
        string folder,
        CancellationToken cancel
    )
    {
        var name = Path.GetFileName(path);
        CheckSize(name, path);
        try
        {
            using var file = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateReader(file);
            var sheets = new List<(string, string)>();
            do
            {
                var target = Path.Combine(folder, $"{sheets.Count + 1}.csv");
                if (WriteSheet(reader, target, cancel) > 0)
                {
                    sheets.Add((reader.Name, target));
                }
            } while (reader.NextResult());

            return sheets;
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw new ImportRefusedException(
                $"{name} is locked with a password. Save it without one, or as CSV."
            );
        }
        catch (Exception error)
            when (error is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException)
        {
            throw new ImportRefusedException(
                $"{name} is damaged or no Excel file. Open it in Excel and save it again, or as CSV."
            );
        }
    }

    static void CheckSize(string name, string path)
    {
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            Gzip.NoBomb(name, new FileInfo(path).Length, zip.Entries.Sum(e => e.Length));
            if (zip.GetEntry("xl/sharedStrings.xml") is { Length: > MostSharedBytes })
            {
                throw new ImportRefusedException(
                    $"{name} holds more than a gigabyte of texts once it is unpacked. Save it as CSV."
                );
            }
        }
        catch (InvalidDataException)
        {
            throw new ImportRefusedException(
                $"{name} is damaged or no Excel file. Open it in Excel and save it again, or as CSV."
            );
        }
    }

    /// <summary>Rows without a cell are left out.</summary>
    static long WriteSheet(IExcelDataReader reader, string target, CancellationToken cancel)
    {
        using var output = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16);
        var (rows, width) = (0L, 0);
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var filled = reader.FieldCount;
            while (filled > 0 && reader.IsDBNull(filled - 1))
            {
                filled--;
            }

            if (filled == 0)
            {
                continue;
            }

            width = Math.Max(width, filled);
            for (var c = 0; c < width; c++)
            {
                output.Write(c == 0 ? "" : ",");
                WriteCell(output, c < reader.FieldCount ? reader.GetValue(c) : null);
            }

            output.Write('\n');
            rows++;
        }

        return rows;
    }

    static void WriteCell(StreamWriter output, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case DateTime time:
                output.Write(time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case IFormattable number:
                output.Write(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                output.Write('"');
                output.Write(value.ToString()!.Replace("\"", "\"\"", StringComparison.Ordinal));
                output.Write('"');
                break;
        }
    }
}
