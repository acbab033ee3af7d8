using Clientele.Features;
using Clientele.Insights;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Benchmarks;

/// <summary>Step by step what the peers' script e2e_pandas.py does, and nothing else: no shop, no report.</summary>
static class PandasScript
{
    internal static string Run(string orders, string output)
    {
        DuckDatabase.Preload();
        var source = new FileSource([orders], new ImportOptions());
        source.Begin(default);
        var recipe = RecipeReader.Load(Path.Combine("bench", "pandas-script.yaml"));
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        var contents = ShopBuild.Run(database, new ShopPlan([source], recipe), (_, _) => { }, default);
        var moment = new Moment(contents.AsOf.ToDateTime(TimeOnly.MinValue), recipe.Recency);
        var study = new Study(database, moment, seed: 0);
        var insight = new Segments(
            new SegmentOptions(),
            new PanelOptions { MinClusters = 4, Members = [PanelMember.Silhouette] }
        ).Answer(study);

        Write(output, study.Saved[0]);
        Write($"{output}.customers.csv", study.Customers);
        return insight.Answer;
    }

    static void Write(string path, Table table)
    {
        using var file = File.Create(path);
        CsvText.Write(table, file);
    }
}
