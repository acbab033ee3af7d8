using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Orders of the year 2099 and of 1900, seen from outside: the machine's clock says which are later than today.</summary>
public sealed class OddDayRunTests : IDisposable
{
    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_order_after_today_ends_with_three_and_both_ways_to_go_on()
    {
        var file = Write("2099-12-31");

        var run = TheProgram.Run("run", file, "--shop", _folder["shop"]).Refused(3);
        var check = TheProgram.Run("check", file).Refused(3);

        Assert.Contains("(line 42: 2099-12-31)", run.Errors, StringComparison.Ordinal);
        Assert.Contains("seen from 2100-01-01", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--as-of 2023-01-29", run.Errors, StringComparison.Ordinal);
        Assert.Contains("date_window", run.Errors, StringComparison.Ordinal);
        Assert.Equal(run.Errors, check.Errors);
        Assert.Contains(
            "Warning: orders.csv, column date: 1 row is dated after today",
            check.Output,
            StringComparison.Ordinal
        );
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_check_tells_an_order_after_today_beside_another_file_that_is_refused()
    {
        var (file, empty) = (Write("2099-12-31"), _folder.Write("empty.csv", ""));

        var check = TheProgram.Run("check", file, empty).Refused(3);

        Assert.Contains("empty.csv is empty", check.Errors, StringComparison.Ordinal);
        Assert.Contains("seen from 2100-01-01", check.Errors, StringComparison.Ordinal);
        Assert.Contains("--as-of 2023-01-29", check.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-12-31", "1 row is dated after today (line 42: 2099-12-31)")]
    [InlineData("1900-01-01", "1 row has a day that is hardly meant (line 42: 1900-01-01)")]
    public void A_run_that_goes_on_warns_on_the_screen_in_the_report_and_in_the_table_import(
        string day,
        string said
    )
    {
        var shop = new Shop(_folder["shop"]);
        string[] call =
        [
            "run",
            Write(day),
            "--shop",
            shop.Path,
            "--questions",
            "cohorts",
            "--as-of",
            "2023-01-29",
        ];

        var run = TheProgram.Run([.. call, "--quiet"]).Good();

        var warning = $"orders.csv, column date: {said}";
        Assert.Contains($"Warning: {warning}", run.Output, StringComparison.Ordinal);
        Assert.Contains(warning, File.ReadAllText(shop["report.html"]), StringComparison.Ordinal);
        Assert.Contains(warning, File.ReadAllText(shop["tables/import.csv"]), StringComparison.Ordinal);
        Assert.Contains(
            $"Warning: {warning}",
            TheProgram.Run("status", "--shop", shop.Path).Good().Output,
            StringComparison.Ordinal
        );
        Assert.Equal(new DateOnly(2023, 1, 29), Manifest.Read(shop["manifest.json"])!.AsOf);
        shop.IsWhole();
    }

    string Write(string day) =>
        _folder.Write(
            "orders.csv",
            "order_id,customer_id,date,price\n"
                + string.Concat(
                    Enumerable.Range(0, 40).Select(i => $"{i},c{i % 9},2023-01-{1 + i % 28:00},2.50\n")
                )
                + $"x,z,{day},2.50\n"
        );
}
