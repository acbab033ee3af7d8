using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Damaged files: each is refused in words, or every row of it is kept, rejected or removed by a rule.</summary>
public sealed class MutatedFileTests(ITestOutputHelper log)
{
    /// <summary>A twentieth of the ten thousand that <c>CLIENTELE_MUTATED_FILES=10000</c> asks for: those take ten minutes of a core.</summary>
    static readonly int Files = int.Parse(
        Environment.GetEnvironmentVariable("CLIENTELE_MUTATED_FILES") ?? "500",
        CultureInfo.InvariantCulture
    );

    /// <summary>Every 25th file is cleaned as well.</summary>
    const int Cleaned = 25;
    static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    static readonly Recipe Cleaning = TestShop.RecipeOf(
        """
        - exact_duplicates
        - returns
        - missing_customer: { action: drop }
        - minimum_unit_price: { above: 0 }
        """
    );

    [Fact]
    public void Of_thousands_of_mutated_files_none_crashes_hangs_or_loses_a_row_in_silence()
    {
        var watch = Stopwatch.StartNew();
        var (read, refused) = (0, 0);
        var faults = new ConcurrentQueue<string>();
        Parallel.For(
            0,
            Environment.ProcessorCount,
            worker =>
            {
                using var shop = new ReusedShop();
                for (var seed = worker; seed < Files; seed += Environment.ProcessorCount)
                {
                    try
                    {
                        Interlocked.Add(ref IsRead(shop, seed) ? ref read : ref refused, 1);
                    }
                    catch (Exception error)
                    {
                        faults.Enqueue($"Seed {seed}: {error.Message}");
                    }
                }
            }
        );
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{read} read, {refused} refused, {watch.Elapsed.TotalSeconds:0.0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of all cores"
            )
        );
        Assert.True(faults.IsEmpty, $"{faults.Count} files: {string.Join("\n", faults.Take(10))}");
        // Neither all is refused nor is all damage passed over.
        Assert.True(read > Files / 5 && refused > Files / 20, $"{read} were read and {refused} refused.");
    }

    /// <summary>False for a file that is refused.</summary>
    static bool IsRead(ReusedShop shop, int seed)
    {
        var bytes = Mutations.Of(seed);
        using var hang = new CancellationTokenSource(Hang);
        try
        {
            shop.Read("orders.csv", bytes, summary => AssertNothingIsLost(shop, summary, bytes), hang.Token);
        }
        catch (ImportRefusedException refusal)
        {
            Assert.True(refusal.Message.Length > 20, refusal.Message);
            return false;
        }

        if (seed % Cleaned == 0)
        {
            AssertRulesAddUp(bytes);
        }

        return true;
    }

    /// <summary>Rows in the file = read = kept + rejected.</summary>
    static void AssertNothingIsLost(ReusedShop shop, LoadSummary summary, byte[] bytes)
    {
        var text = Encoding.GetEncoding(summary.Written!.Encoding!).GetString(bytes).TrimStart('\uFEFF');
        var truth = Rfc4180.Records(text, summary.Written.Delimiter!.Value);
        Assert.True(
            truth.Count - 1 == summary.Read,
            $"{truth.Count - 1} rows are there, but {summary.Read} were read."
        );
        Assert.Equal(summary.Read - summary.Rejected, shop.Number("select count(*) from raw.coded_lines"));
        Assert.Equal(summary.Rejected, shop.Number("select count(*) from raw.rejects"));
        AssertAsWritten(shop, truth);
    }

    /// <summary>Rows kept = lines that count + lines removed by rules.</summary>
    static void AssertRulesAddUp(byte[] bytes)
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder["orders.csv"], bytes);
        try
        {
            using var shop = TestShop.Of([TestShop.Csv(folder["orders.csv"])], Cleaning);
            Assert.Equal(
                shop.Number("select count(*) from raw.coded_lines"),
                shop.Number("select count(*) from core.order_lines")
                    + shop.Number("select sum(rows_removed) from core.ledger")
            );
        }
        catch (ImportRefusedException refusal)
        {
            Assert.Contains("After cleaning no order is left", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Kept rows say what the file says, in its order; nothing stands in two rows.</summary>
    /// <remarks>DuckDB's reader drops blanks, and seldom a quote, that stand behind a closing quote: those are not compared.</remarks>
    static void AssertAsWritten(ReusedShop shop, List<string[]> truth)
    {
        var has = shop.Number(
            "select count(*) from duckdb_columns() where table_name = 'coded_lines' and column_name = 'product_name'"
        );
        var name = has > 0 ? "coalesce(text_of(product_name), '')" : "''";
        var named = shop.Query(
            $"select text_of(order_id) as order_id, {name} as name from raw.coded_lines order by rowid"
        );
        var (orders, names) = (named.Texts("order_id"), named.Texts("name"));
        var (order, title) = (Column(truth, "order_id"), Column(truth, "description"));
        var at = 1;
        for (var row = 0; row < named.Rows; row++)
        {
            while (
                at < truth.Count
                && !(
                    Bare(Cell(truth[at], order)) == Bare(orders[row])
                    && (title < 0 || Bare(Cell(truth[at], title)) == Bare(names[row]))
                )
            )
            {
                at++;
            }

            Assert.True(at++ < truth.Count, $"'{orders[row]}' '{names[row]}' stands nowhere in the file.");
        }
    }

    static int Column(List<string[]> truth, string header) =>
        Array.FindIndex(truth[0], h => h.Trim().Equals(header, StringComparison.OrdinalIgnoreCase));

    static string Cell(string[] row, int column) => column >= 0 && column < row.Length ? row[column] : "";

    static string Bare(string? text) =>
        (text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
}
