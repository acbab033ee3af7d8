namespace Clientele.Tests;

/// <summary>What a run says of the files that it read.</summary>
public sealed class ImportReportTests(SmallShop small)
{
    [Fact]
    public void The_table_has_the_columns_that_are_promised_and_the_report_its_last_section()
    {
        Assert.Equal(
            (string[])
                [
                    "file",
                    "shape",
                    "encoding",
                    "delimiter",
                    "date_format",
                    "decimal_mark",
                    "time_zone",
                    "rows",
                    "rejects",
                    "removed",
                    "made",
                    "reject_reasons",
                    "new_lines",
                    "changed_lines",
                    "same_lines",
                    "compared_with",
                    "new_since",
                    "changed_since",
                    "same_since",
                    "gone_since",
                    "columns_used",
                    "columns_left",
                    "notes",
                ],
            small.Published.HeaderOf("import")
        );
        var report = File.ReadAllText(small.Published["report.html"]);
        Assert.True(
            report.LastIndexOf("<section", StringComparison.Ordinal)
                < report.LastIndexOf("What was read?", StringComparison.Ordinal)
        );
        Assert.Equal("import", small.Published.Insights["read"]!["slug"]!.GetValue<string>());
    }

    [Fact]
    public void A_file_that_is_sent_again_changes_no_table_but_import()
    {
        using var folder = new Folder();
        File.Copy(small.OrderFile, folder["orders-again.csv"]);
        var shop = new Shop(folder["shop"]);

        var said = TheProgram
            .Run("run", small.OrderFile, folder["orders-again.csv"], "--shop", shop.Path)
            .Good()
            .Output;

        Assert.Contains("lines: 0 new, 0 changed, ", said, StringComparison.Ordinal);
        string[] but = ["tables/import.csv", "insights.json"];
        Assert.Equal(small.Published.Hashes(but), shop.Hashes(but));
    }

    [Fact]
    public void A_killed_import_repeated_doubles_nothing()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        string[] call = ["run", small.OrderFile, "--shop", shop.Path];
        using (var process = TheProgram.Start(call))
        {
            while (
                process.StandardOutput.ReadLine() is { } line
                && !line.StartsWith("Reading", StringComparison.Ordinal)
            ) { }

            TheProgram.Signal(process, TheProgram.Kill);
            process.WaitForExit();
            Assert.NotEqual(0, process.ExitCode);
        }

        TheProgram.Run(call).Good();

        Assert.Equal(small.Published.Hashes("insights.json"), shop.Hashes("insights.json"));
        shop.IsWhole();
    }

    [Fact]
    public void Two_numberings_are_refused_with_exit_code_3()
    {
        using var folder = new Folder();
        string Orders(int year) =>
            "order_id,date,price\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},{year}-01-0{i},5\n"));
        folder.Write("2023.csv", Orders(2023));
        folder.Write("2024.csv", Orders(2024));

        var errors = TheProgram
            .Run("run", folder["2023.csv"], folder["2024.csv"], "--shop", folder["shop"])
            .Refused(3)
            .Errors;

        Assert.Contains("they are two numberings", errors, StringComparison.Ordinal);
    }
}
