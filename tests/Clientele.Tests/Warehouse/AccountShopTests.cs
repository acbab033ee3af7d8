using Clientele.Insights;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The made-up shop with account managers, at a tenth of its size, against what system A printed of its own.</summary>
public sealed class AccountShopTests
{
    const int Customers = 3_233;

    /// <summary>Cumulative shares of variance of the first to the twenty-first component, as printed.</summary>
    static readonly double[] Printed =
    [
        .2285,
        .2894,
        .3438,
        .3948,
        .4349,
        .4734,
        .5090,
        .5439,
        .5786,
        .6130,
        .6468,
        .6802,
        .7126,
        .7435,
        .7725,
        .7980,
        .8224,
        .8442,
        .8650,
        .8836,
        .9018,
    ];

    static AccountData Shop(int seed) => AccountShop.Generate(new() { Customers = Customers, Seed = seed });

    /// <summary>Customers at home only.</summary>
    static Matrix Sums(AccountData shop)
    {
        var sums = new Matrix(Customers, AccountData.Measures.Count);
        for (var i = 0; i < Customers; i++)
        {
            shop[i].CopyTo(sums[i]);
        }

        return sums;
    }

    static Matrix Scaled(AccountData shop) =>
        Sums(shop) is var sums ? new Scaler(new ScalerOptions()).Fit(sums).Apply(sums) : sums;

    [Fact]
    public void The_same_seed_gives_the_same_shop_and_another_seed_another()
    {
        static string Text(int seed)
        {
            var shop = AccountShop.Generate(new() { Customers = 200, Seed = seed });
            return string.Join(
                '\n',
                Enumerable
                    .Range(0, shop.Count)
                    .Select(i =>
                        $"{shop.CustomerId[i]} {shop.Country[i]} {shop.State[i]} {shop.Zip[i]} {string.Join(' ', shop[i].ToArray())}"
                    )
            );
        }

        Assert.Equal(Text(1), Text(1));
        Assert.NotEqual(Text(1), Text(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Components_explain_what_was_printed_and_about_21_of_29_hold_nine_tenths(int seed)
    {
        var shares = new Pca(new PcaOptions { Components = 29 })
            .Components(Scaled(Shop(seed)), TestContext.Current.CancellationToken)
            .CumulativeRatios;

        Assert.InRange(shares.Count(share => share < 0.9) + 1, 20, 22);
        Assert.All(Printed.Zip(shares), pair => Assert.Equal(pair.First, pair.Second, tolerance: 0.02));
    }

    [Theory]
    [InlineData("sales quarter Q4", "sales quarter Q1", 0.70)]
    [InlineData("sales quarter Q2", "sales quarter Q3", 0.69)]
    [InlineData("sales product_type L", "sales product_type M", 0.57)]
    [InlineData("sales product_type F", "orders quarter Q3", 0.57)]
    [InlineData("sales product_type K", "sales quarter Q4", 0.59)]
    public void The_greatest_correlations_are_those_printed(string one, string other, double printed)
    {
        var scaled = Scaled(Shop(0));
        var names = AccountData.Measures.ToList();
        var (a, b) = (scaled.Column(names.IndexOf(one)), scaled.Column(names.IndexOf(other)));

        Assert.Equal(printed, a.Zip(b, (x, y) => x * y).Average(), tolerance: 0.1);
    }

    [Fact]
    public void Most_sums_are_absent_and_states_are_written_in_many_ways()
    {
        var shop = Shop(0);
        var sums = Sums(shop);

        Assert.InRange(
            Enumerable
                .Range(0, sums.Columns)
                .Average(c => sums.Column(c).Count(v => v == 0) / (double)Customers),
            0.6,
            0.9
        );
        Assert.Contains("CA", shop.State);
        Assert.Contains("ca", shop.State);
        Assert.Contains("California", shop.State);
        Assert.Equal(0.95, shop.Country.Count(c => c == "US") / (double)shop.Count, tolerance: 0.01);
    }

    [Fact]
    public void Density_finds_few_clusters_and_many_who_belong_to_none_but_buy_most()
    {
        var shop = Shop(0);
        var (sums, points) = (Sums(shop), Scaled(shop));
        DbscanClustering Of(double eps) =>
            new Dbscan(new DbscanOptions { Eps = eps, MinSamples = 5 }).Fit(
                points,
                TestContext.Current.CancellationToken
            );
        static double Noise(DbscanClustering found) =>
            found.Labels.Count(label => label == IClustering.Noise) / (double)Customers;

        Assert.InRange(Noise(Of(0.01)), 0.9, 1);
        Assert.InRange(Noise(Of(0.1)), 0.7, 0.95);
        Assert.InRange(Noise(Of(10)), 0, 0.02);
        var one = Of(1);
        Assert.InRange(one.Clusters, 1, 10);
        Assert.InRange(Noise(one), 0.15, 0.35);
        var means = one
            .Labels.Select((label, row) => (label, Sales: sums[row].ToArray()[^4..].Sum()))
            .GroupBy(p => p.label)
            .ToDictionary(g => g.Key, g => g.Average(p => p.Sales));
        Assert.Equal(IClustering.Noise, means.MaxBy(m => m.Value).Key);
    }

    [Fact]
    public void The_recipe_keeps_the_united_states_and_makes_each_state_one()
    {
        var options = new AccountOptions { Customers = 400 };
        using var shop = TestShop.Of([new AccountSource(options)], RecipeReader.Load("account-managed"));

        Assert.Equal(400, shop.Number("select count(*) from core.customers"));
        Assert.Equal(["US"], shop.Texts("select distinct country from core.customers"));
        Assert.Equal(
            0,
            shop.Number("select count(*) from core.customers where not regexp_matches(state, '^[A-Z]{2}$')")
        );
        Assert.Equal(29, shop.Number("select count(distinct measure) from core.measures"));
        Assert.Equal(400, shop.Number("select count(distinct customer_id) from core.measures"));
        Assert.Equal(421, shop.Number("select count(distinct customer_id) from raw.measures"));
        Assert.Equal("customers_after\n400\n400\n", shop.Ledger("customers_after"));
    }

    [Fact]
    public void One_distance_that_is_asked_for_is_taken_whatever_speaks_against_it()
    {
        var options = new AccountOptions { Customers = 2_000 };
        using var shop = TestShop.Of([new AccountSource(options)], RecipeReader.Load("account-managed"));
        var study = shop.Study();
        // At this size a smaller neighborhood is dense.
        var asked = new SegmentOptions
        {
            From = SegmentSource.Measures,
            Transform = ShapeTransform.None,
            Algorithm = [SegmentAlgorithm.Dbscan],
            Eps = [0.5],
            MinSamples = [3],
        };

        var insight = new Segments(asked, new PanelOptions { StabilityRounds = 2 }).Answer(
            study,
            TestContext.Current.CancellationToken
        );

        var segments = study.Saved.First(t => t.Name == "segments");
        Assert.Equal("Unlike the others", segments.Texts("name")[^1]);
        var worth = segments
            .Numbers("revenue")
            .Zip(segments.Numbers("customers"), (sum, count) => sum / count)
            .ToList();
        Assert.Equal(worth.Max(), worth[^1]);
        Assert.Contains(insight.Caveats, c => c.Contains("nothing else was tried", StringComparison.Ordinal));
        Assert.Contains(
            insight.Caveats,
            c => c.Contains("No comparison would have taken it", StringComparison.Ordinal)
        );
    }
}
