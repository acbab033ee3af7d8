using System.ComponentModel.DataAnnotations;
using Clientele.Insights;
using Clientele.Models;

namespace Clientele.Tests;

public class SegmentTests
{
    static readonly PanelOptions Quick = new()
    {
        Largest = 5,
        Starts = 3,
        GapReferences = 5,
        StabilityRounds = 3,
    };

    [Fact]
    public void Segment_1_is_the_most_valuable_and_shares_add_up()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var study = shop.Study();

        new Segments(new SegmentOptions(), Quick).Answer(study, TestContext.Current.CancellationToken);

        var segments = study.Saved.First(t => t.Name == "segments");
        var mean = segments.Numbers("mean_gross_revenue");
        Assert.Equal(mean.OrderDescending(), mean);
        Assert.Equal(120, segments.Numbers("customers").Sum());
        Assert.Equal(1, segments.Numbers("customer_share").Sum(), tolerance: 1e-12);
        Assert.Equal(1, segments.Numbers("revenue_share").Sum(), tolerance: 1e-12);
        Assert.Equal(segments.Rows, segments.Texts("name").Distinct().Count());
    }

    [Fact]
    public void Relative_importance_is_the_mean_over_the_mean_of_all_less_one()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var study = shop.Study();

        new Segments(new SegmentOptions { Clusters = 3 }, Quick).Answer(
            study,
            TestContext.Current.CancellationToken
        );

        var segments = study.Saved.First(t => t.Name == "segments");
        var all = study.Customers.Numbers("orders").Average();
        Assert.Equal(
            segments.Numbers("mean_orders").Select(m => Math.Round((m / all) - 1, 9)),
            segments.Numbers("importance_orders").Select(i => Math.Round(i, 9))
        );
    }

    [Fact]
    public void The_widest_gap_between_segments_is_told_with_the_digits_of_its_table()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var insight = new Segments(new SegmentOptions { Clusters = 3 }, Quick).Answer(
            shop.Study(),
            TestContext.Current.CancellationToken
        );

        var snake = (LineFigure)insight.Figures.First(f => f.Slug == "snake");
        var widest = Enumerable
            .Range(0, snake.X.Count)
            .Max(c => snake.Series.Max(s => s.Values[c]) - snake.Series.Min(s => s.Values[c]));
        Assert.NotEqual(Math.Round(widest), Math.Round(widest, 2));
        Assert.EndsWith($"by {Math.Round(widest, 2):0.##} standard deviations", snake.Title);
    }

    [Fact]
    public void A_number_that_is_set_is_taken_and_marked()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var study = shop.Study();

        new Segments(new SegmentOptions { Clusters = 4 }, Quick).Answer(
            study,
            TestContext.Current.CancellationToken
        );

        var scan = study.Saved.First(t => t.Name == "segment_scan");
        Assert.Equal(4, study.Saved.First(t => t.Name == "segments").Rows);
        Assert.Equal([4], scan.Numbers("k").Where((_, i) => scan.Numbers("chosen")[i] == 1));
    }

    [Fact]
    public void An_unknown_feature_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ValidationException>(() =>
            new Segments(new SegmentOptions { Features = ["orders", "shoe_size"] }, Quick)
        );

        Assert.Contains("'shoe_size'", error.Message, StringComparison.Ordinal);
        Assert.Contains("days_since_last", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_bad_settings_are_named_at_once()
    {
        var error = Assert.Throws<ValidationException>(() =>
            Questions.Ask(
                [],
                new Dictionary<string, IReadOnlyDictionary<string, string>>
                {
                    ["rfm"] = new Dictionary<string, string> { ["scores"] = "tenths" },
                    ["segments"] = new Dictionary<string, string> { ["clusters"] = "1", ["space"] = "moon" },
                    ["horoscope"] = new Dictionary<string, string>(),
                    ["profile"] = new Dictionary<string, string> { ["depth"] = "3" },
                }
            )
        );

        Assert.All(
            ["tenths", "clusters", "moon", "horoscope", "depth"],
            word => Assert.Contains(word, error.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Too_few_customers_are_told_so()
    {
        using var shop = SmallShops.Regular(customers: 30);

        Assert.Throws<InsufficientDataException>(() =>
            new Segments(new SegmentOptions(), Quick).Answer(
                shop.Study(),
                TestContext.Current.CancellationToken
            )
        );
    }
}
