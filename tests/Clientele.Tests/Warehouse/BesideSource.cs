using System.Globalization;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What files tell beside the orders: rows of raw.customers, raw.products and raw.measures, written as SQL values.</summary>
/// <param name="Customers">Columns and values: "(customer_id, state) values ('a', 'Kent')". Empty for none.</param>
/// <param name="Products">The same for products.</param>
/// <param name="Measures">The same for totals without dates.</param>
sealed record BesideSource(string Customers = "", string Products = "", string Measures = "") : ISource
{
    /// <inheritdoc/>
    public string Name => "beside";

    /// <inheritdoc/>
    public long? RowsAbout => null;

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel) => ToString();

    /// <inheritdoc/>
    public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel)
    {
        Insert(database, "raw.customers", Customers);
        Insert(database, "raw.products", Products);
        Insert(database, "raw.measures", Measures);
        return [new LoadSummary(Name, Name, 0, 0, [])];
    }

    static void Insert(IDatabase database, string table, string rows)
    {
        if (rows.Length > 0)
        {
            database.Execute(new("beside", $"insert into {table} {rows}"));
        }
    }

    /// <summary>A shop of these tables and the given order lines under <see cref="TestShop.Header"/>.</summary>
    internal TestShop With(
        IReadOnlyCollection<string> lines,
        string clean = "",
        DateOnly? asOf = null,
        int threads = 0
    )
    {
        using var folder = new TestFolder();
        List<ISource> sources = [this];
        if (lines.Count > 0)
        {
            var text = string.Join('\n', lines.Prepend(TestShop.Header)) + "\n";
            sources.Add(TestShop.Csv(folder.Write("orders.csv", text)));
        }

        return TestShop.Of(sources, TestShop.RecipeOf(clean), asOf, threads);
    }

    /// <summary>A shop without any order.</summary>
    internal TestShop Alone(DateOnly? asOf = null) => With([], "- exact_duplicates", asOf);

    /// <summary>Totals as system A has them: customer i of n, what each spent on A, B and C and in each quarter.</summary>
    internal static BesideSource AccountManaged(int customers)
    {
        var rows = Enumerable
            .Range(1, customers)
            .SelectMany(i =>
                new[]
                {
                    $"('c{i}', 'sales product_type A', {10 * i})",
                    $"('c{i}', 'sales product_type B', {(5 * i) + 1})",
                    $"('c{i}', 'sales product_type C', {1000 - i})",
                    $"('c{i}', 'orders product_type A', {i % 3})",
                    $"('c{i}', 'sales quarter Q1', {15 * i})",
                    $"('c{i}', 'sales quarter Q2', 5)",
                    $"('c{i}', 'orders quarter Q1', 2)",
                }
            );
        var people = Enumerable
            .Range(1, customers)
            .Select(i =>
                string.Create(CultureInfo.InvariantCulture, $"('c{i}', 'US', '{(i % 4 == 0 ? "NJ" : "CO")}')")
            );
        return new(
            $"(customer_id, country, state) values {string.Join(',', people)}",
            Measures: $"values {string.Join(',', rows)}"
        );
    }
}
