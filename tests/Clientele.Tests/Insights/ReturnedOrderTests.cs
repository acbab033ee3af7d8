using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Revenue is told before returns: who sent everything back must not be celebrated in silence.</summary>
public class ReturnedOrderTests
{
    /// <summary>Thirty customers of 1 to 30, and one who sends an order of 1,000 back but for one piece of 1.</summary>
    static readonly string[] Lines =
    [
        .. Enumerable.Range(1, 30).Select(i => $"{i},c{i:00},2023-01-{i:00} 10:00:00,p,Mug,1,{i},France"),
        "31,zoe,2023-02-01 10:00:00,q,Cup,999,1,France",
        "31,zoe,2023-02-01 10:00:00,p,Mug,1,1,France",
        "32,zoe,2023-02-02 10:00:00,p,Mug,1,2,France",
        "C33,zoe,2023-02-02 11:00:00,q,Cup,-999,1,France",
    ];

    [Fact]
    public void A_best_day_that_came_back_is_told()
    {
        using var shop = TestShop.Of(Lines, "- returns");

        var caveats = new Profile().Answer(shop.Study(), TestContext.Current.CancellationToken).Caveats;

        Assert.Contains(
            "1 order worth 1,000 (68.2 % of revenue) came back in full or nearly, that is 95 % or more of the amount; "
                + "it is 31 of 1 February 2023, by customer zoe. Revenue counts what was sold, so it is in the sales, the best "
                + "times and the best products: 100 % of the best day is this order.",
            caveats.Select(c => c.Replace('\u00A0', ' '))
        );
    }

    [Fact]
    public void A_best_customer_who_sent_it_back_is_told()
    {
        using var shop = TestShop.Of(Lines, "- returns");

        var caveats = new Rfm(new RfmOptions())
            .Answer(shop.Study(), TestContext.Current.CancellationToken)
            .Caveats;

        Assert.Contains(
            caveats,
            c =>
                c.StartsWith("Champions, the best segment: 1 order worth", StringComparison.Ordinal)
                && c.Contains("by customer zoe", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("C33,zoe,2023-02-02 11:00:00,q,Cup,-900,1,France")] // most of it was kept
    [InlineData("C33,zoe,2023-01-20 11:00:00,q,Cup,-999,1,France")] // of an order that the file does not hold
    [InlineData("C33,c01,2023-02-02 11:00:00,p,Mug,-1,1,France")] // in full, but too small to change a finding
    public void What_changes_no_finding_is_not_told(string comesBack)
    {
        using var shop = TestShop.Of([.. Lines[..^1], comesBack], "- returns");
        var study = shop.Study();

        Assert.All(
            [
                .. new Profile().Answer(study, TestContext.Current.CancellationToken).Caveats,
                .. new Rfm(new RfmOptions()).Answer(study, TestContext.Current.CancellationToken).Caveats,
            ],
            c => Assert.DoesNotContain("came back in full", c, StringComparison.Ordinal)
        );
    }
}
