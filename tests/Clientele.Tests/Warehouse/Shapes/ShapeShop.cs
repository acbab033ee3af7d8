using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Shops of exports that are written here, several files a run.</summary>
static class ShapeShop
{
    /// <summary>All files in one run, cleaned by no rule.</summary>
    internal static TestShop Of(params (string Name, string Text)[] files)
    {
        using var folder = new TestFolder();
        return Of([.. files.Select(f => folder.Write(f.Name, f.Text))]);
    }

    internal static TestShop Of(IReadOnlyList<string> paths) =>
        TestShop.Of([new FileSource(paths, new ImportOptions())], TestShop.RecipeOf(""));

    /// <summary>Why the files are refused.</summary>
    internal static string Refusal(params (string Name, string Text)[] files) =>
        Assert.Throws<ImportRefusedException>(() => Of(files).Dispose()).Message;

    /// <summary>Name, shape and target of each table.</summary>
    internal static IEnumerable<string> Told(this TestShop shop) =>
        shop.Contents.Sources.Select(s => $"{s.Source}: {s.Shape}, {s.Read} {s.Into}".TrimEnd());

    /// <summary>All that the exports do not tell.</summary>
    internal static string Notes(this TestShop shop) =>
        string.Join("\n", shop.Contents.Sources.SelectMany(s => s.Notes));
}
