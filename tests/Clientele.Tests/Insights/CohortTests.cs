using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The definitions are those of the published case cohort-ors; blank cells are where a peer prints 0.</summary>
public class CohortTests
{
    static readonly DateOnly AfterJune = new(2023, 7, 1);

    [Fact]
    public void Customers_by_cohort_are_those_of_the_published_case()
    {
        var cells = CellsOf(AfterJune);

        Assert.Equal([2, 1, 2, 1, 0, 0], Row(cells, "2023-01", "customers"));
        Assert.Equal([1, 1, 1, 0, 0], Row(cells, "2023-02", "customers"));
        Assert.Equal([2, 1], Row(cells, "2023-05", "customers"));
        Assert.Equal(["2023-01", "2023-02", "2023-05"], cells.Texts("cohort").Distinct());
    }

    [Fact]
    public void Revenue_a_customer_adds_up_as_published()
    {
        var revenue = Row(CellsOf(AfterJune), "2023-01", "revenue");
        var sums = revenue.Select((_, i) => Math.Round(revenue.Take(i + 1).Sum() / 2, 2));

        Assert.Equal([3.29, 5.54, 9.99, 12.44, 12.44, 12.44], sums);
    }

    [Fact]
    public void Means_are_weighted_by_cohort_size()
    {
        using var shop = SmallShops.Published(AfterJune);
        var study = shop.Study();

        var insight = new Cohorts(new CohortOptions()).Answer(study, TestContext.Current.CancellationToken);

        var drawn = insight.Figures.OfType<HeatFigure>().First();
        Assert.Equal("weighted mean", drawn.Rows[^1]);
        Assert.Equal(0.6, drawn.Values[^(drawn.Columns.Count - 1)], tolerance: 1e-12);
        var means = study.Saved.First(t => t.Name == "cohort_means").Numbers("retention");
        Assert.Equal(0.6, means[1], tolerance: 1e-12);
        Assert.Equal(1.0, means[2], tolerance: 1e-12);
        Assert.Equal(1.0 / 3, means[3], tolerance: 1e-12);
    }

    [Fact]
    public void Curves_name_the_mean_and_few_cohorts_and_leave_the_others_grey()
    {
        using var shop = SmallShops.Published(AfterJune);

        var insight = new Cohorts(new CohortOptions()).Answer(
            shop.Study(),
            TestContext.Current.CancellationToken
        );

        var curves = insight.Figures.OfType<LineFigure>().Single(f => f.Slug == "curves");
        Assert.Equal(
            ["all customers", "2023-01, oldest and largest", "2023-02, newest"],
            curves.Series.Where(s => !s.Quiet).Select(s => s.Name)
        );
        Assert.Equal(["2023-05"], curves.Series.Where(s => s.Quiet).Select(s => s.Name));
    }

    [Fact]
    public void A_period_that_has_not_begun_is_no_row_and_the_running_one_is_not_complete()
    {
        var cells = CellsOf(new DateOnly(2023, 6, 15));

        var may = Row(cells, "2023-05", "complete");
        Assert.Equal([1, 0], may);
        Assert.Equal(6, Row(cells, "2023-01", "complete").Length);
        Assert.Equal(0, Row(cells, "2023-01", "complete")[5]);
    }

    [Fact]
    public void The_running_period_is_in_no_mean()
    {
        using var shop = SmallShops.Published(new DateOnly(2023, 6, 15));
        var study = shop.Study();

        new Cohorts(new CohortOptions()).Answer(study, TestContext.Current.CancellationToken);

        // June would make it 3 of 5; without it, January and February alone: 2 of 3.
        var means = study.Saved.First(t => t.Name == "cohort_means");
        Assert.Equal(2.0 / 3, means.Numbers("retention")[1], tolerance: 1e-12);
    }

    [Theory]
    [InlineData("day", "2023-01-15", 167)]
    [InlineData("week", "2023-01-09", 25)]
    [InlineData("quarter", "2023-Q1", 2)]
    public void Other_grains_name_and_count_their_periods(string period, string first, int periods)
    {
        using var shop = SmallShops.Published(AfterJune);

        var cells = shop.Study().Features(Features.Cohorts.Set, period);

        Assert.Equal(first, cells.Texts("cohort")[0]);
        Assert.Equal(periods, cells.Texts("cohort").Count(c => c == first));
    }

    /// <summary>Forty days with a new customer each, the first day with three and the dearest lines.</summary>
    [Fact]
    public void Titles_speak_of_what_is_drawn_and_the_picture_says_what_is_left_out()
    {
        using var shop = TestShop.Of(
            Enumerable
                .Range(0, 43)
                .Select(i => (Customer: i, Day: new DateOnly(2023, 1, 1).AddDays(Math.Max(0, i - 3))))
                .Select(c =>
                    $"{c.Customer},c{c.Customer},{c.Day:yyyy-MM-dd} 10:00:00,p,P,1,{(c.Customer < 3 ? 90 : 5)},France"
                )
        );

        var figures = new Cohorts(new CohortOptions { Period = CohortPeriod.Day })
            .Answer(shop.Study(), TestContext.Current.CancellationToken)
            .Figures;

        Assert.All(figures, f => Assert.DoesNotContain("2023-01-01", f.Title, StringComparison.Ordinal));
        Assert.All(figures, f => Assert.DoesNotContain("in the next day", f.Title, StringComparison.Ordinal));
        Assert.All(figures, f => Assert.DoesNotContain("in day", f.Title, StringComparison.Ordinal));
        Assert.All(
            figures.OfType<HeatFigure>(),
            f =>
                Assert.Contains(
                    "only the last 24 cohorts and first 24 days",
                    f.RowTitle,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            "of the last 24 days with any",
            figures.Single(f => f.Slug == "sizes").Title,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_single_cohort_is_too_few()
    {
        using var shop = TestShop.Of(["1,a,2023-01-01 10:00:00,p,P,1,1,France"]);

        Assert.Throws<InsufficientDataException>(() =>
            new Cohorts(new CohortOptions()).Answer(shop.Study(), TestContext.Current.CancellationToken)
        );
    }

    static Table CellsOf(DateOnly asOf)
    {
        using var shop = SmallShops.Published(asOf);
        return shop.Study().Features(Features.Cohorts.Set);
    }

    static double[] Row(Table cells, string cohort, string column)
    {
        var names = cells.Texts("cohort");
        return [.. cells.Numbers(column).Where((_, i) => names[i] == cohort)];
    }
}
