using Clientele.Insights;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class SegmentLabTests
{
    static readonly PanelOptions Quick = new()
    {
        Largest = 6,
        Starts = 2,
        StabilityRounds = 3,
        GapReferences = 3,
    };

    static readonly SegmentOptions Compared = new()
    {
        Space = [SegmentSpace.Raw, SegmentSpace.Pca],
        Algorithm = [SegmentAlgorithm.Kmeans, SegmentAlgorithm.Ward, SegmentAlgorithm.Dbscan],
    };

    static (Study Study, Insight Insight) Answer(TestShop shop, SegmentOptions options, Table? earlier = null)
    {
        var study = new Study(
            shop.Database,
            new(shop.Contents.AsOf.ToDateTime(TimeOnly.MinValue)),
            seed: 0,
            threads: 1
        )
        {
            Earlier = earlier,
        };
        return (study, new Segments(options, Quick).Answer(study, TestContext.Current.CancellationToken));
    }

    static Table Saved(Study study, string name) => study.Saved.First(t => t.Name == name);

    [Fact]
    public void A_comparison_has_a_row_a_way_and_takes_one()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var (study, insight) = Answer(shop, Compared);

        var table = Saved(study, "segment_comparison");
        Assert.Equal(
            [
                "space",
                "transform",
                "algorithm",
                "parameters",
                "k",
                "noise_share",
                "silhouette",
                "original_silhouette",
                "calinski_harabasz",
                "davies_bouldin",
                "stability_ari",
                "chosen",
                "reason",
            ],
            table.Columns.Select(c => c.Name)
        );
        Assert.Equal(["pca", "raw"], table.Texts("space").Distinct().Order());
        Assert.Equal(["dbscan", "kmeans", "ward"], table.Texts("algorithm").Distinct().Order());
        Assert.Equal("log1p + z-score", table.Texts("transform")[0]);
        var chosen = Assert.Single(table.Numbers("chosen"), c => c == 1);
        Assert.Equal(1, chosen);
        Assert.All(table.Texts("reason"), reason => Assert.NotEmpty(reason!));
        Assert.DoesNotContain("segment_scan", insight.Tables);
        Assert.Equal(
            ["comparison", "elbow", "dbscan_clusters", "silhouettes", "variance"],
            new[] { "comparison", "elbow", "dbscan_clusters", "silhouettes", "variance" }.Where(slug =>
                insight.Figures.Any(f => f.Slug == slug)
            )
        );
    }

    [Fact]
    public void Every_space_that_is_laid_out_tells_how_faithful_it_is()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var options = Compared with { Space = [SegmentSpace.Raw, SegmentSpace.Pca, SegmentSpace.Tsne] };

        var (study, insight) = Answer(shop, options);

        var table = Saved(study, "segment_spaces");
        Assert.Equal(
            [
                "space",
                "transform",
                "dimensions",
                "neighbors",
                "trustworthiness",
                "trustworthiness_error",
                "neighbor_recall",
                "neighbor_recall_error",
            ],
            table.Columns.Select(c => c.Name)
        );
        Assert.Equal(["pca", "tsne"], table.Texts("space").Order());
        Assert.All(table.Numbers("trustworthiness"), value => Assert.InRange(value, 0.8, 1));
        Assert.All(table.Numbers("neighbor_recall"), value => Assert.InRange(value, 0.3, 1));
        // Every customer was looked at.
        Assert.Equal([0, 0], table.Numbers("trustworthiness_error"));
        var pictures = insight
            .Figures.Where(f => f.Slug.StartsWith("space", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(2, pictures.Count(f => f.Text.Contains("trustworthiness", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_study_gives_the_same_tables_with_any_number_of_threads()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var options = Compared with
        {
            Space = [SegmentSpace.Umap, SegmentSpace.TreeCooccurrence],
            Algorithm = [SegmentAlgorithm.Gmm],
        };
        var one = new Study(shop.Database, new(shop.Contents.AsOf.ToDateTime(TimeOnly.MinValue)), 0, 1);
        var two = new Study(shop.Database, new(shop.Contents.AsOf.ToDateTime(TimeOnly.MinValue)), 0, 2);

        new Segments(options, Quick).Answer(one, TestContext.Current.CancellationToken);
        new Segments(options, Quick).Answer(two, TestContext.Current.CancellationToken);

        Assert.Equal(one.Saved.Select(TestShop.TextOf), two.Saved.Select(TestShop.TextOf));
        Assert.Equal(one.Models["segments"], two.Models["segments"]);
    }

    [Fact]
    public void Every_customer_has_a_place_and_the_segments_number()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var (study, _) = Answer(shop, Compared);

        var places = Saved(study, "embedding");
        Assert.Equal(["customer_id", "x", "y", "segment"], places.Columns.Select(c => c.Name));
        Assert.Equal(study.Customers.Texts("customer_id"), places.Texts("customer_id"));
        Assert.Equal(
            Saved(study, "segments").Numbers("customers"),
            places.Numbers("segment").GroupBy(s => s).OrderBy(g => g.Key).Select(g => (double)g.Count())
        );
    }

    [Fact]
    public void Rules_hold_for_as_many_customers_as_they_say()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var (study, insight) = Answer(shop, new SegmentOptions { Clusters = 3 });

        var rules = Saved(study, "segment_rules");
        Assert.Equal(
            ["segment", "name", "rule", "precision", "recall", "customers"],
            rules.Columns.Select(c => c.Name)
        );
        Assert.Equal(120, rules.Numbers("customers").Sum());
        Assert.All(
            rules.Numbers("precision").Concat(rules.Numbers("recall")),
            share => Assert.InRange(share, 0, 1)
        );
        Assert.Contains(insight.Figures, f => f.Slug == "rules");
    }

    [Fact]
    public void Migration_counts_who_stayed_moved_joined_and_left()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var (first, _) = Answer(shop, new SegmentOptions { Clusters = 3 });
        var ids = first.Customers.Texts("customer_id");
        var labels = Saved(first, "embedding").Numbers("segment");
        var names = Saved(first, "segments").Texts("name");
        string? NameOf(int row) => names[(int)labels[row] - 1];

        // One customer was not yet there, one is there no more, and one was in another segment.
        var earlier = new Table(
            "earlier",
            [
                new TextColumn("customer_id", [.. ids.Skip(1), "gone"]),
                new TextColumn("segment", [.. ids.Skip(1).Select((_, i) => $"{labels[i + 1]}"), "1"]),
                new TextColumn(
                    "segment_name",
                    [.. ids.Skip(1).Select((_, i) => i == 0 ? "Another" : NameOf(i + 1)), names[0]]
                ),
            ]
        );
        var (study, insight) = Answer(shop, new SegmentOptions { Clusters = 3 }, earlier);

        var moves = Saved(study, "segment_migration");
        var counts = moves
            .Texts("status")
            .Zip(moves.Numbers("customers"))
            .GroupBy(m => m.First)
            .ToDictionary(g => g.Key!, g => g.Sum(m => m.Second));
        Assert.Equal(118, counts["stayed"]);
        Assert.Equal(1, counts["moved"]);
        Assert.Equal(1, counts["joined"]);
        Assert.Equal(1, counts["left"]);
        Assert.StartsWith("1 customer moved", insight.Figures.First(f => f.Slug == "migration").Title);
    }

    [Fact]
    public void A_first_run_has_no_migration()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var (study, insight) = Answer(shop, new SegmentOptions { Clusters = 3 });

        Assert.Equal(0, Saved(study, "segment_migration").Rows);
        Assert.DoesNotContain(insight.Figures, f => f.Slug == "migration");
    }

    [Fact]
    public void A_search_tries_as_many_ways_as_it_may_and_notes_each()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var notes = new List<string>();
        var study = new Study(shop.Database, new(shop.Contents.AsOf.ToDateTime(TimeOnly.MinValue)), 0, 1)
        {
            Notes = new([], notes.Add),
        };

        new Segments(
            new SegmentOptions
            {
                Search = "6",
                Space = [SegmentSpace.Raw],
                Algorithm = [SegmentAlgorithm.Kmeans, SegmentAlgorithm.Ward],
            },
            Quick
        ).Answer(study, TestContext.Current.CancellationToken);

        Assert.Equal(6, Saved(study, "segment_comparison").Rows);
        Assert.Equal(6, notes.Count);
    }

    [Fact]
    public void The_kept_model_gives_customers_their_own_segments()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var (study, _) = Answer(shop, new SegmentOptions { Clusters = 3 });
        var model = ModelJson.Read<SegmentModel>(study.Models["segments"]);

        var customers = study.Customers;
        var features = new Matrix(customers.Rows, 3);
        foreach (var (name, column) in model.Features.Select((name, column) => (name, column)))
        {
            var values = customers.Numbers(name);
            for (var row = 0; row < values.Length; row++)
            {
                features[row][column] = values[row];
            }
        }

        var found = model.Assign(features);
        Assert.Equal(Saved(study, "embedding").Numbers("segment"), found.Labels.Select(label => label + 1.0));
        Assert.All(found.Confidence, sure => Assert.InRange(sure, 0, 1));
        Assert.Equal(Saved(study, "segments").Texts("name")[0], model.NameOf(0));
    }

    [Fact]
    public void A_shop_without_dates_has_segments_of_its_measures()
    {
        using var shop = BesideSource.AccountManaged(120).Alone();

        var (study, insight) = Answer(
            shop,
            new SegmentOptions
            {
                From = SegmentSource.Measures,
                Clusters = 2,
                Transform = ShapeTransform.None,
            }
        );

        var profile = Saved(study, "segment_profile");
        Assert.Contains("sales_product_type_a", profile.Texts("feature"));
        Assert.Contains("orders_quarter_q1", profile.Texts("feature"));
        Assert.Equal(120, Saved(study, "segments").Numbers("customers").Sum());
        Assert.DoesNotContain("NaN", insight.Answer, StringComparison.Ordinal);
        Assert.All(
            Saved(study, "segments").Texts("description"),
            text => Assert.DoesNotContain("NaN", text!)
        );
    }
}
