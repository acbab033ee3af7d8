using System.Globalization;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void A_file_that_is_written_takes_2_2_gigabytes_at_most()
    {
        using var folder = new TestFolder();
        using var database = new DuckDatabase(new DuckOptions(folder["shop.duckdb"]));

        var limit = database
            .Read(new("limit", "select parse_formatted_bytes(current_setting('memory_limit')) as bytes"))
            .Number("bytes");

        Assert.InRange(limit, 1, 2200.0 * 1024 * 1024);
    }

    [Fact]
    public void What_memory_does_not_hold_gives_the_same_shop()
    {
        using var folder = new TestFolder();
        var orders = folder.Write("orders.csv", Lines(150_000));
        using var free = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        using var tight = new DuckDatabase(new DuckOptions(folder["shop.duckdb"]));
        tight.Execute(new("limit", "set memory_limit = '60MB'"));

        Assert.Equal(Sums(free, orders), Sums(tight, orders));
    }

    static string Sums(DuckDatabase database, string orders)
    {
        ShopBuild.Run(
            database,
            new ShopPlan([TestShop.Csv(orders)], TestShop.RecipeOf("- exact_duplicates")),
            (_, _) => { },
            CancellationToken.None
        );
        return database
            .Read(
                new(
                    "sums",
                    "select count(*) || bit_xor(hash(l::text))::text as text from core.order_lines as l"
                )
            )
            .Texts("text")[0]!;
    }

    static string Lines(int count)
    {
        var random = new Random(1);
        var text = new StringBuilder(TestShop.Header).Append('\n');
        for (var line = 0; line < count; line++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"o{line / 3},c{random.Next(30_000)},2025-{random.Next(1, 13):00}-{random.Next(1, 28):00},p{random.Next(900)},thing number {random.Next(9_000)},{random.Next(1, 9)},{random.Next(1, 999)}.25,France\n"
            );
        }

        return text.ToString();
    }
}
