using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>A workbook that other programs open, with texts as texts and numbers as numbers.</summary>
public sealed class XlsxTests
{
    static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    static readonly Table Odd = new(
        "odd",
        [
            new TextColumn("text", ["=1+1", "a <b> & \"c\"", " two\nlines ", "bell\a\uFFFF", null, ""]),
            new NumberColumn("number", [1.5, -0.1, 1e300, double.PositiveInfinity, double.NaN, 0]),
            new IntegerColumn("whole", [1, -2, long.MaxValue, 0, null, 7]),
            new DecimalColumn("money", [1.5m, -0.0001m, 99_999_999_999m, 0m, null, 1m]),
            new DateColumn("day", [new(2024, 2, 29), null, new(1999, 1, 1), null, null, null]),
        ]
    );

    [Fact]
    public void Every_kind_of_value_is_written_as_what_it_is()
    {
        using var folder = new TestFolder();
        Xlsx.Write([Odd], Odd.Rows, folder["odd.xlsx"]);

        var rows = Rows(folder["odd.xlsx"]);

        Assert.Equal(["text", "number", "whole", "money", "day"], rows[0].Select(c => c.Text));
        Assert.Equal(["=1+1", "1.5", "1", "1.50", "2024-02-29"], rows[1].Select(c => c.Text));
        Assert.Equal(["inlineStr", "n", "n", "n", "inlineStr"], rows[1].Select(c => c.Type));
        Assert.Equal("a <b> & \"c\"", rows[2][0].Text);
        Assert.Equal(" two\nlines ", rows[3][0].Text);
        Assert.Equal(("inlineStr", "bell"), (rows[4][0].Type, rows[4][0].Text));
        Assert.Equal("inlineStr", rows[4][1].Type);
        Assert.All(rows[5], cell => Assert.Equal("", cell.Text));
        Assert.Equal(7, rows.Count);
    }

    [Fact]
    public void Another_program_reads_the_same_values()
    {
        using var folder = new TestFolder();
        Xlsx.Write([Odd], Odd.Rows, folder["odd.xlsx"]);

        var (code, said) = Python(
            "import sys, openpyxl; s = openpyxl.load_workbook(sys.argv[1]).active; "
                + "print(s.title, s.max_row, s.max_column, repr(s['A2'].value), s['A2'].data_type, s['B3'].value, s['C3'].value, s['D2'].value)",
            folder["odd.xlsx"]
        );

        Assert.SkipWhen(said.Contains("No module", StringComparison.Ordinal), "openpyxl is not installed.");
        Assert.True(code == 0, said);
        Assert.Equal("data 7 5 '=1+1' s -0.1 -2 1.5", said.Trim());
    }

    [Fact]
    public void Pages_stand_under_one_line_of_names()
    {
        using var folder = new TestFolder();
        Table Page(long from) => new("n", [new IntegerColumn("n", [from, from + 1])]);

        Xlsx.Write([Page(1), Page(3)], 4, folder["n.xlsx"]);

        Assert.Equal(["n", "1", "2", "3", "4"], Rows(folder["n.xlsx"]).Select(r => r[0].Text));
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_are_refused_with_both_numbers()
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<ConfigurationException>(() =>
            Xlsx.Write([Odd], 1_048_576, folder["large.xlsx"])
        );

        Assert.Contains(
            "A sheet holds 1,048,576 rows, one of them the names",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("there are 1,048,576", error.Message, StringComparison.Ordinal);
        Assert.Contains(".csv or .parquet", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["large.xlsx"]));
    }

    [Fact]
    public void A_text_longer_than_a_cell_holds_is_cut_between_characters()
    {
        using var folder = new TestFolder();
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 20_000));

        Xlsx.Write([new Table("t", [new TextColumn("t", [text])])], 1, folder["t.xlsx"]);

        var cell = Rows(folder["t.xlsx"])[1][0].Text;
        Assert.InRange(cell.Length, 32_000, 32_767);
        Assert.EndsWith("😀…", cell, StringComparison.Ordinal);
    }

    static List<List<(string Type, string Text)>> Rows(string file)
    {
        using var book = ZipFile.OpenRead(file);
        Assert.All(
            book.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)),
            part =>
            {
                using var stream = part.Open();
                XDocument.Load(stream);
            }
        );
        using var sheet = book
            .Entries.Single(e => e.Name.StartsWith("sheet", StringComparison.Ordinal))
            .Open();
        return
        [
            .. XDocument
                .Load(sheet, LoadOptions.PreserveWhitespace)
                .Descendants(Sheet + "row")
                .Select(row =>
                    row.Elements(Sheet + "c").Select(c => ((string?)c.Attribute("t") ?? "", c.Value)).ToList()
                ),
        ];
    }

    static (int Code, string Said) Python(string script, string file)
    {
        const string python = "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(python), "python3 is not installed.");
        using var process = Process.Start(
            new ProcessStartInfo(python, ["-c", script, file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
