using System.Text.Json;
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
        if (!Questions.Slugs.Contains(slug))
        {
            throw new ConfigurationException(
                $"There is no question '{slug}'{Spelling.Guess(slug, Questions.Slugs)}; there are {string.Join(", ", Questions.Slugs)}."
            );
        }

        var report = Report(shop);
        var insight = report.Insights.FirstOrDefault(i => i.Slug == slug);
        return insight == null
            ? throw new ConfigurationException(
                $"'{slug}' was not asked of {shop.Name}, only {string.Join(", ", report.Insights.Select(i => i.Slug))}. "
                    + $"Ask it: clientele run FILE --shop {shop.Written} --questions {string.Join(',', report.Insights.Select(i => i.Slug).Append(slug))} "
                    + "(a run answers only the questions that it names)."
            )
            : (report, insight);
    }

    /// <summary>Why a shop has no such table: its question had too little data or was not asked, or there is no such table at all.</summary>
    internal static string WhyNoTable(ShopDirectory shop, string table, IReadOnlyList<string> names)
    {
        var none = $"There is no table '{table}'";
        var there = $"there are {string.Join(", ", names)}.";
        if (Questions.ThatMakes(table) is not { } slug)
        {
            return $"{none}{Spelling.Guess(table, names)}; {there}";
        }

        var insight = Report(shop).Insights.FirstOrDefault(i => i.Slug == slug);
        return insight == null ? $"{none}: the question '{slug}', which makes it, was not asked; {there}"
            : !insight.Unanswered
                ? $"{none}: the files tell nothing that the question '{slug}' could make it of; {there}"
            : $"{none}: the question '{slug}', which makes it, could not be answered. {insight.Answer}";
    }

    /// <summary>Names of the result tables; null if nobody knows.</summary>
    internal static IEnumerable<string>? Tables(string shop)
    {
        try
        {
            return new ShopDirectory(shop).Manifest?.Tables.Keys;
        }
        catch (Exception error)
            when (error is WarehouseException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>How the shop writes numbers.</summary>
    internal static NumberStyle Style(ShopDirectory shop) => Report(shop).Style;

    static Report Report(ShopDirectory shop)
    {
        var file = Path.Combine(shop.PublishedFolder, "insights.json");
        using var input = File.OpenRead(file);
        try
        {
            return InsightsJson.Read(input);
        }
        catch (JsonException)
        {
            throw new WarehouseException(
                $"{file} is damaged, or of another version of Clientele: publish the shop anew with clientele run."
            );
        }
    }
}
