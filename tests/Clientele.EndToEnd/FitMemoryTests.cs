using System.Globalization;
using System.Text;

namespace Clientele.Tests;

public sealed class FitMemoryTests
{
    const int Rows = 2000;

    /// <summary>A fiftieth of 2 GB for a fiftieth of 100,000 rows: <c>bench/lab-memory</c> measures the full sizes.</summary>
    const int MostBytes = 40 << 20;

    [Theory]
    [InlineData("kmeans", "clusters=8")]
    [InlineData("minibatch", "clusters=8")]
    [InlineData("gmm", "clusters=8")]
    [InlineData("agglomerative", "linkage=ward")]
    [InlineData("agglomerative", "linkage=single")]
    [InlineData("agglomerative", "linkage=average")]
    [InlineData("agglomerative", "linkage=complete")]
    [InlineData("dbscan", "eps=1.5")]
    [InlineData("hdbscan", "min_cluster_size=20")]
    [InlineData("kmedoids", "clusters=8")]
    [InlineData("isolation_forest", "trees=100")]
    [InlineData("scale", "method=robust")]
    [InlineData("pca", "components=2")]
    [InlineData("umap", "neighbors=15")]
    [InlineData("tsne", "perplexity=30")]
    [InlineData("forest", "target=c0")]
    [InlineData("tree_umap", "target=c0")]
    [InlineData("tree_cooccurrence", "target=c0")]
    public void A_model_needs_no_memory_that_grows_with_the_square_of_the_rows(string model, string setting)
    {
        using var folder = new Folder();

        TheProgram
            .RunIn(
                folder.Path,
                [("DOTNET_GCHeapHardLimit", MostBytes.ToString("x", CultureInfo.InvariantCulture))],
                "fit",
                model,
                "--in",
                Points(folder),
                "--set",
                setting,
                "--out",
                folder["fitted"]
            )
            .Good();

        Assert.Equal(Rows + 1, File.ReadLines(folder["fitted/rows.csv"]).Count());
    }

    static string Points(Folder folder)
    {
        var random = new Random(5);
        var text = new StringBuilder("c0,c1,c2,c3,c4,c5,c6,c7,c8,c9\n");
        for (var row = 0; row < Rows; row++)
        {
            var center = row % 8;
            text.AppendJoin(
                    ',',
                    Enumerable
                        .Range(0, 10)
                        .Select(c => ((center >> (c % 3)) & 1) * 4 + random.NextDouble())
                        .Select(v => v.ToString("F4", CultureInfo.InvariantCulture))
                )
                .Append('\n');
        }

        return folder.Write("points.csv", text.ToString());
    }
}
