using Clientele.Features;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>A shop in memory, made of CSV text the whole way that a run goes.</summary>
sealed class TestShop : IDisposable
{
    /// <summary>The header that most tests use.</summary>
    internal const string Header =
        "order_id,customer_id,order_date,sku,description,quantity,unit_price,country";

    /// <summary>staging.lines with the texts of its codes, as SQL.</summary>
    internal const string StagedLines = """
        (
          select
            line,
            text_of(order_code) as order_id,
            text_of(customer_code) as customer_id,
            text_of(product_code) as product_id,
            text_of(category_code) as category,
            text_of(status_code) as status,
            * exclude (line)
          from staging.lines
        )
        """;

    /// <summary>The core tables that can be exported.</summary>
    public static TheoryData<string> Tables => ["customers", "orders", "order_lines", "returns", "products"];

    TestShop(DuckDatabase database, ShopContents contents) => (Database, Contents) = (database, contents);

    internal DuckDatabase Database { get; }

    internal ShopContents Contents { get; }

    internal LoadSummary Summary => Contents.Sources[0];

    /// <summary>A shop of files that are written here.</summary>
    /// <param name="files">Texts of CSV files, headers included.</param>
    /// <param name="clean">Rules of the recipe in YAML, one a line, each beginning with a dash.</param>
    /// <param name="asOf">As the user said it.</param>
    /// <param name="threads">0 for every core.</param>
    /// <param name="zone">By whose clock the shop works.</param>
    internal static TestShop OfFiles(
        IReadOnlyList<string> files,
        string clean = "",
        DateOnly? asOf = null,
        int threads = 0,
        string zone = TimeZones.Utc
    )
    {
        using var folder = new TestFolder();
        var sources = files.Select((text, i) => Csv(folder.Write($"orders{i + 1}.csv", text))).ToList();
        return Of(new ShopPlan(sources, RecipeOf(clean)) { AsOf = asOf, TimeZone = zone }, threads);
    }

    /// <summary>A shop of one file.</summary>
    internal static TestShop OfFile(string text, string clean = "", DateOnly? asOf = null) =>
        OfFiles([text], clean, asOf);

    /// <summary>A shop of lines under <see cref="Header"/>.</summary>
    internal static TestShop Of(
        IEnumerable<string> lines,
        string clean = "",
        DateOnly? asOf = null,
        int threads = 0
    ) => OfFiles([string.Join('\n', lines.Prepend(Header)) + "\n"], clean, asOf, threads);

    internal static TestShop Of(
        IReadOnlyList<ISource> sources,
        Recipe recipe,
        DateOnly? asOf = null,
        int threads = 0
    ) => Of(new ShopPlan(sources, recipe) { AsOf = asOf }, threads);

    internal static TestShop Of(ShopPlan plan, int threads = 0)
    {
        var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory) { Threads = threads });
        try
        {
            return new(database, ShopBuild.Run(database, plan, (_, _) => { }, default));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    internal static FileSource Csv(string path, params (string Field, string Header)[] map) =>
        new([path], new ImportOptions { Map = map.ToDictionary(m => m.Field, m => m.Header) });

    /// <summary>A recipe of rules in YAML, one a line.</summary>
    internal static Recipe RecipeOf(string clean) =>
        RecipeReader.Parse(
            "test",
            clean.Length == 0
                ? "description: as found"
                : $"clean:\n  {clean.Trim().ReplaceLineEndings("\n  ")}"
        );

    /// <summary>A column of a query, as text.</summary>
    internal string[] Texts(string query) =>
        Read(query) is var table ? table.Texts(table.Columns[0].Name) : [];

    internal Table Read(string query) => Database.Read(new("test", query));

    internal double Number(string query) => Read(query).Columns[0].ToNumbers()[0];

    /// <summary>All rows as CSV, for comparisons.</summary>
    internal string Rows(string query) => TextOf(Read(query));

    internal static string TextOf(Table table)
    {
        using var output = new MemoryStream();
        CsvText.Write(table, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>Columns of the ledger's rows, as text.</summary>
    internal string Ledger(
        string columns = "rule, rows_before, rows_removed, rows_changed, rows_after, amount_removed"
    ) => Rows($"select {columns} from core.ledger order by rowid");

    internal Study Study(
        RecencyCount recency = RecencyCount.Calendar,
        int seed = 0,
        NumberStyle? style = null
    ) =>
        new(Database, new Moment(Contents.AsOf.ToDateTime(TimeOnly.MinValue), recency), seed)
        {
            Numbers = new NumberText(style ?? new NumberStyle()),
        };

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();
}
