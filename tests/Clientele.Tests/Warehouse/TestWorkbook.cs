using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Clientele.Tests;

/// <summary>Writes a small .xlsx as Excel does: texts as texts, numbers as numbers, times as numbers in a format of days.</summary>
static class TestWorkbook
{
    internal static void Write(
        string path,
        IReadOnlyList<(string Name, string Csv)> sheets,
        int emptyRows = 0
    )
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
        Add(zip, "_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
        Add(
            zip,
            "xl/_rels/workbook.xml.rels",
            Relations([
                .. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")),
                ("styles", "styles.xml"),
            ])
        );
        Add(
            zip,
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}/relationships\"><sheets>"
                + string.Concat(
                    sheets.Select(
                        (s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"
                    )
                )
                + "</sheets></workbook>"
        );
        Add(
            zip,
            "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
        );
        for (var i = 0; i < sheets.Count; i++)
        {
            Add(zip, $"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i].Csv, emptyRows));
        }
    }

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    const string Package = "http://schemas.openxmlformats.org/package/2006";

    static string Sheet(string csv, int emptyRows)
    {
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"<row>{string.Concat(Cells(line).Select(Cell))}</row>");
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows)}{string.Concat(Enumerable.Repeat("<row><c s=\"1\"/></row>", emptyRows))}</sheetData></worksheet>";
    }

    static string Cell(string text)
    {
        if (text.Length == 0)
        {
            return "<c/>";
        }

        if (
            DateTime.TryParse(text, CultureInfo.InvariantCulture, out var time)
            && text.Contains('-', StringComparison.Ordinal)
        )
        {
            return string.Create(CultureInfo.InvariantCulture, $"<c s=\"1\"><v>{time.ToOADate():R}</v></c>");
        }

        return
            text[0] != '0' && double.TryParse(text, CultureInfo.InvariantCulture, out var number)
            || text.StartsWith("0.", StringComparison.Ordinal)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"<c><v>{double.Parse(text, CultureInfo.InvariantCulture):R}</v></c>"
            )
            : $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
    }

    static IEnumerable<string> Cells(string line)
    {
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        yield return cell.ToString();
    }

    static string ContentTypes(int sheets) =>
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
        + string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(i =>
                    $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                )
        )
        + "</Types>";

    static string Relations(params (string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(
            relations.Select(
                (r, i) =>
                    $"<Relationship Id=\"r{i + 1}\" Type=\"{Office}/relationships/{r.Type}\" Target=\"{r.Target}\"/>"
            )
        )
        + "</Relationships>";

    static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }
}
