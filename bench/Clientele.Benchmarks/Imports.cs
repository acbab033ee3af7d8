using Clientele.Features;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Benchmarks;

/// <summary>From a file of orders to raw lines with rejects, cleaned lines and RFM in a database on disk: ours, and plain SQL.</summary>
static class Imports
{
    internal static string Ours(string orders, string file)
    {
        DuckDatabase.Preload();
        var source = new FileSource([orders], new ImportOptions());
        source.Begin(default);
        var recipe = RecipeReader.Load(Path.Combine("bench", "pandas-script.yaml"));
        using var database = new DuckDatabase(new DuckOptions(file));
        var contents = ShopBuild.Run(database, new ShopPlan([source], recipe), (_, _) => { }, default);
        var moment = new Moment(contents.AsOf.ToDateTime(TimeOnly.MinValue), recipe.Recency);
        return new Rfm(new RfmOptions()).Answer(new Study(database, moment, seed: 0)).Answer;
    }

    internal static string PlainSql(string orders, string file)
    {
        using var database = new DuckDatabase(new DuckOptions(file));
        // DuckDB takes no parameter in the settings of read_csv.
        var script = File.ReadAllText(Path.Combine("bench", "plain.sql"))
            .Replace(
                "$orders",
                $"'{orders.Replace("'", "''", StringComparison.Ordinal)}'",
                StringComparison.Ordinal
            );
        foreach (var statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
        {
            database.Execute(new Sql("plain.sql", statement));
        }

        var found = database.Read(new("rfm", "select count(*) as n from rfm"));
        return $"{found.Number("n")} customers";
    }
}
