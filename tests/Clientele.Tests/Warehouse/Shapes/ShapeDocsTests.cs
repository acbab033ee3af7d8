using System.Collections;
using System.Reflection;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Every shape stands in docs/shapes.md, and no other.</summary>
public sealed class ShapeDocsTests
{
    [Fact]
    public void Every_shape_is_documented_and_no_other()
    {
        var all = typeof(FileSource)
            .Assembly.GetType("Clientele.Warehouse.Shape", throwOnError: true)!
            .GetProperty("All", BindingFlags.Static | BindingFlags.NonPublic)!
            .GetValue(null)!;
        var names = ((IEnumerable)all)
            .Cast<object>()
            .Select(s => (string)s.GetType().GetProperty("Name")!.GetValue(s)!);
        var told = File.ReadLines(Path.Combine(TestData.ProjectRoot(), "docs", "shapes.md"))
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Equal(names.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}
