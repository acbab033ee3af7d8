using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Files that are published, and newer ones that are run beside them.</summary>
sealed class RepublishedShop : IDisposable
{
    internal TestFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    /// <summary>A shop on disk, as a run leaves it.</summary>
    internal EarlierShop PublishedAs(string zone, params string[] files)
    {
        var sources = files.Select((text, i) => TestShop.Csv(Folder.Write($"earlier{i}.csv", text))).ToList();
        var path = Folder[$"{Directory.GetFiles(Folder.Path).Length}.duckdb"];
        using var database = new DuckDatabase(new DuckOptions(path));
        var plan = new ShopPlan(sources, TestShop.RecipeOf("")) { TimeZone = zone };
        var contents = ShopBuild.Run(database, plan, (_, _) => { }, default);
        var manifest = new Manifest
        {
            RunId = "earlier",
            Shop = "shop",
            AsOf = contents.AsOf,
            TimeZone = zone,
            Seed = 0,
            Recipe = "test",
            Version = "test",
            Inputs = [],
            Questions = [],
            Tables = new Dictionary<string, int>(),
            PublishedAt = default,
            Seconds = new Dictionary<string, double>(),
        };
        return new EarlierShop("earlier", manifest, path);
    }

    /// <summary>A shop in memory, compared with the earlier one.</summary>
    internal TestShop Next(EarlierShop? earlier, string zone, params string[] files)
    {
        var sources = files
            .Select((text, i) => TestShop.Csv(Folder.Write($"orders{i + 1}.csv", text)))
            .ToList();
        return TestShop.Of(
            new ShopPlan(sources, TestShop.RecipeOf("")) { TimeZone = zone, Earlier = earlier }
        );
    }
}
