using Clientele.Delivery;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>The answers of a published shop.</summary>
static class Published
{
    /// <summary>One answer, with the report that it stands in.</summary>
    /// <exception cref="ConfigurationException">Nothing is published there, or that question was not asked.</exception>
    internal static (Report Report, Insight Insight) Answer(ShopDirectory shop, string slug)
    {
        using var input = File.OpenRead(Path.Combine(shop.PublishedFolder, "insights.json"));
        var report = InsightsJson.Read(input);
        var insight = report.Insights.FirstOrDefault(i => i.Slug == slug);
        return insight == null
            ? throw new ConfigurationException(
                $"'{slug}' was not asked of {shop.Name}; there are {string.Join(", ", report.Insights.Select(i => i.Slug))}."
            )
            : (report, insight);
    }
}
