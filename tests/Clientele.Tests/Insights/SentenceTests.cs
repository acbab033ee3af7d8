using System.Text.RegularExpressions;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Every sentence, title and caveat, as an owner reads it.</summary>
public partial class SentenceTests
{
    [Theory]
    [MemberData(nameof(TinyShops.Names), MemberType = typeof(TinyShops))]
    public void Of_one_thing_nobody_speaks_as_of_many(string shop)
    {
        foreach (var period in (string[])["day", "week", "month", "quarter"])
        {
            Assert.All(
                TinyShops.Said(TinyShops.Answers(shop, period)),
                s => Assert.DoesNotMatch(OneAsMany(), s)
            );
        }
    }

    [Theory]
    [MemberData(nameof(TinyShops.Names), MemberType = typeof(TinyShops))]
    public void What_cannot_be_said_is_not_said(string shop) =>
        Assert.All(TinyShops.Said(TinyShops.Answers(shop)), s => Assert.DoesNotMatch(Nonsense(), s));

    /// <summary>Marks that no text holds otherwise.</summary>
    [Fact]
    public void Every_number_in_words_follows_the_shop()
    {
        using var shop = SmallShops.Regular(customers: 120);

        var said = TinyShops.Said(TinyShops.Answers(shop.Study(style: new("¤", "'", "·")))).ToList();

        Assert.All(said, s => Assert.DoesNotMatch(@"\d[.,]\d", s));
        Assert.Contains(said, s => Regex.IsMatch(s, @"¤\d+'\d{3}", default, TimeSpan.FromSeconds(1)));
        Assert.Contains(said, s => s.Contains('·', StringComparison.Ordinal));
    }

    [Fact]
    public void A_German_shop_reads_German_numbers()
    {
        using var shop = TestShop.Of([
            "1,a,2023-01-15 10:00:00,p,Mug,1,1234.56,Germany",
            "2,,2023-02-16 11:00:00,q,Cup,1,617.28,Germany",
        ]);

        var answer = new Profile()
            .Answer(
                shop.Study(style: new("€", ".", ",", CurrencyPlace.After)),
                TestContext.Current.CancellationToken
            )
            .Answer;

        Assert.Equal(
            "2 orders from 15 January 2023 to 16 February 2023 brought 1.851,84 €, 925,92 € an order on average; "
                + "1 named customer brought 66,7 % of it.",
            answer.Replace('\u00A0', ' ')
        );
    }

    [Fact]
    public void Tables_stay_as_machines_read_them_whatever_the_style()
    {
        using var shop = SmallShops.Regular(customers: 120);
        var (plain, styled) = (shop.Study(), shop.Study(style: new("¤", "'", "·")));

        TinyShops.Answers(plain);
        TinyShops.Answers(styled);

        Assert.Equal(plain.Saved.Select(TestShop.TextOf), styled.Saved.Select(TestShop.TextOf));
    }

    [Fact]
    public void All_customers_being_equal_is_no_failure_but_an_answer()
    {
        var answers = TinyShops.Answers("all equal");

        Assert.Equal(
            "All 120 customers fall into one segment, New: they are too much alike to be told apart.",
            answers.First(i => i.Slug == "rfm").Answer
        );
        Assert.True(answers.First(i => i.Slug == "segments").Unanswered);
    }

    [Theory]
    [InlineData("rfm")]
    [InlineData("segments")]
    public void Customers_who_paid_nothing_are_not_ranked_by_what_they_bring(string slug) =>
        Assert.True(TinyShops.Answer("nothing paid", slug).Unanswered);

    [Fact]
    public void No_more_segments_are_tried_than_there_are_kinds()
    {
        var segments = TinyShops.Answer("three kinds", "segments");

        Assert.False(segments.Unanswered);
        Assert.StartsWith("120 customers fall into 3 kinds;", segments.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_that_nobody_named_brings_nothing() =>
        Assert.DoesNotContain(
            TinyShops.Answer("nobody named", "profile").Figures,
            f => f.Slug == "countries"
        );

    [Fact]
    public void A_file_without_times_has_no_busy_hour() =>
        Assert.Equal(
            "The busiest time is Sunday: 2 orders",
            TinyShops.Answer("days only", "profile").Title("weekday_hour")
        );

    [Fact]
    public void Equals_are_not_called_the_best() =>
        Assert.StartsWith(
            "No day brought more than 1 January 2023",
            TinyShops.Answer("days only", "profile").Title("days"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_month_without_a_sale_is_zero()
    {
        var months = (LineFigure)TinyShops.Answer("gaps of months", "profile").Figures[0];

        Assert.Equal(["2023-01", "2023-02", "2023-03", "2023-04"], months.X);
        // The month of the first sale began before it, and the last is not over.
        Assert.Equal([double.NaN, 0, 0, double.NaN], months.Series[0].Values);
    }

    [Fact]
    public void Fixed_cuts_leave_scores_empty_without_a_caveat_about_equals()
    {
        using var shop = SmallShops.Regular(customers: 40);
        var options = new RfmOptions
        {
            Scores = ScoreMethod.Cuts,
            RecencyCuts = [30, 90],
            FrequencyCuts = [100, 300],
            MonetaryCuts = [50, 100],
        };

        var caveats = new Rfm(options).Answer(shop.Study(), TestContext.Current.CancellationToken).Caveats;

        Assert.StartsWith("Scores follow the limits", Assert.Single(caveats), StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_whom_the_recipe_made_are_told()
    {
        using var shop = TestShop.Of(
            ["1,a,2023-01-15 10:00:00,p,Mug,1,10,France", "2,,2023-01-16 10:00:00,p,Mug,1,30,France"],
            clean: "- missing_customer: { action: pool, id: X }"
        );

        var profile = new Profile().Answer(shop.Study(), TestContext.Current.CancellationToken);

        Assert.EndsWith("2 customers brought all of it.", profile.Answer, StringComparison.Ordinal);
        Assert.StartsWith(
            "The recipe made customers of 1 order line that names nobody",
            Assert.Single(profile.Caveats),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_order_number_of_two_customers_is_told_as_it_is_counted()
    {
        using var shop = TestShop.Of([
            "1,a,2023-01-15 10:00:00,p,Mug,1,10,France",
            "1,b,2023-01-16 10:00:00,p,Mug,1,30,France",
            "2,b,2023-01-17 10:00:00,p,Mug,1,20,France",
        ]);
        var study = shop.Study();

        var profile = new Profile().Answer(study, TestContext.Current.CancellationToken);

        var caveat = Assert.Single(profile.Caveats);
        Assert.StartsWith(
            "1 order number is used by more than one customer, named or not, or again more than 31 days later.",
            caveat,
            StringComparison.Ordinal
        );
        // One order among the sales; one of each customer's own, with their own lines.
        Assert.Equal(2, profile.KeyFigures.First(k => k.Label == "Orders").Value);
        Assert.Equal([1, 2], study.Customers.Numbers("orders"));
        Assert.Equal([10, 50], study.Customers.Numbers("gross_revenue"));
        Assert.Equal(
            ["a", "b"],
            shop.Texts(
                "select customer_id from core.orders join core.customers using (customer_key) order by order_key"
            )
        );
    }

    [GeneratedRegex(
        @"(^|[\s(])(1[\s\u00A0](customers|named customers|orders|lines|rows|days|weeks|months|quarters|values|kinds|segments|measures|cohorts|products|standard deviations)\b|there are 1\b|in 0 |after 0 )",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OneAsMany();

    [GeneratedRegex(
        @"NaN|∞|[\s(]–([\s,.;:)]|$)|unknown|\b(?<low>\S+) to \k<low>\b|  |\.\.",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Nonsense();
}
