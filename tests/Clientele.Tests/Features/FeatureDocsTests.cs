using System.Reflection;
using System.Text;
using Clientele.Features;

namespace Clientele.Tests;

/// <summary>docs/features.md is written from the feature sets; <c>CLIENTELE_GOLDEN=write</c> writes it anew.</summary>
public sealed class FeatureDocsTests
{
    /// <summary>A column that stands for any in the sets that are about one column of the file.</summary>
    const string AnyColumn = "quantity";

    [Fact]
    public void The_page_of_features_says_what_the_sets_declare()
    {
        var path = Path.Combine(TestData.ProjectRoot(), "docs", "features.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("CLIENTELE_GOLDEN") == "write")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path),
            "docs/features.md is not there: run once with CLIENTELE_GOLDEN=write."
        );
        Assert.Equal(page, File.ReadAllText(path));
    }

    static string Page()
    {
        var page = new StringBuilder(
            """
            # Features

            What is known about customers, products, orders and periods at one moment. Written from the code: run the tests with
            `CLIENTELE_GOLDEN=write` after a change. The words in grey open the set's SQL file. There, `$as_of` is the first moment that
            a set knows nothing of, `$recency` is how the recipe counts days, and `$period` is the grain of cohorts.
            Units: currency is the shop's own; a share lies between 0 and 1.

            """
        );
        foreach (var (set, holder, isOfColumn) in Sets())
        {
            page.Append(
                $"\n## {set.Name}\n\n```text\n{Opening(set)}\n```\n\nCode: `{holder}`{(isOfColumn ? ", once a column of the file" : "")}.\n\n"
            );
            page.Append("| column | meaning | unit |\n|---|---|---|\n");
            foreach (var feature in set.Features)
            {
                page.Append($"| `{feature.Column}` | {feature.Meaning} | {feature.Unit} |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>All sets of the room, by name: those that stand in fields, and those that are made for a column.</summary>
    static List<(FeatureSet Set, string Holder, bool IsOfColumn)> Sets()
    {
        var holders = typeof(FeatureSet)
            .Assembly.GetExportedTypes()
            .Where(t => t != typeof(FeatureSet))
            .ToList();
        const BindingFlags all = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var fields = holders
            .SelectMany(t => t.GetFields(all))
            .Where(f => f.FieldType == typeof(FeatureSet))
            .Select(f => ((FeatureSet)f.GetValue(null)!, $"{f.DeclaringType!.Name}.{f.Name}", false));
        var made = holders
            .SelectMany(t => t.GetMethods(all))
            .Where(m => m.ReturnType == typeof(FeatureSet))
            .Select(m =>
                ((FeatureSet)m.Invoke(null, ArgumentsOf(m))!, $"{m.DeclaringType!.Name}.{m.Name}", true)
            );
        return [.. fields.Concat(made).OrderBy(s => s.Item1.Name, StringComparer.Ordinal)];
    }

    /// <summary>A column that holds no codes.</summary>
    static object[] ArgumentsOf(MethodInfo made) =>
        [.. made.GetParameters().Select(p => p.ParameterType == typeof(bool) ? (object)false : AnyColumn)];

    /// <summary>The comment that the SQL file opens with: meaning, grain, units.</summary>
    static string Opening(FeatureSet set) =>
        string.Join(
            "\n",
            set.Sql.Text.Split('\n')
                .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
                .Select(line => line[2..].Trim().Replace("{column}", "the column", StringComparison.Ordinal))
        );
}
