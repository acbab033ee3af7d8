using System.Text;
using System.Text.RegularExpressions;
using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

public sealed partial class HtmlReportTests
{
    const string Hostile = "<script>alert(1)</script> \"Tea & 'Cup'\" 🫖 שלום مرحبا \u0000 ";
    static readonly string LongWord = new('w', 300);

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(Bytes(SampleReport.Create()), Bytes(SampleReport.Create()));

    [Fact]
    public void A_large_report_stays_below_3_MB()
    {
        var sample = SampleReport.Create();
        var large = sample with
        {
            Insights =
            [
                .. Enumerable
                    .Range(0, 4)
                    .SelectMany(i => sample.Insights.Select(q => q with { Slug = $"{q.Slug}_{i}" })),
            ],
        };

        Assert.InRange(Bytes(large).Length, 100_000, 3_000_000);
    }

    [Fact]
    public void Nothing_is_asked_of_a_network()
    {
        var html = Html(SampleReport.Create());

        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Requests(), html);
    }

    [Fact]
    public void Every_anchor_is_unique_and_every_link_leads_somewhere()
    {
        var twice = SampleReport.Create();
        var html = Html(twice with { Insights = [.. twice.Insights, .. twice.Insights] });

        var ids = Ids().Matches(html).Select(m => m.Groups["id"].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            Links().Matches(html).Select(m => m.Groups["id"].Value),
            link => Assert.Contains(link, ids)
        );
    }

    [Fact]
    public void Every_figure_has_its_finding_its_picture_and_its_numbers()
    {
        var report = SampleReport.Create();
        var html = Html(report);
        var figures = report.Insights.SelectMany(i => i.Figures).ToList();

        Assert.Equal(figures.Count, html.Split("<figure ").Length - 1);
        Assert.Equal(figures.Count, html.Split("<table>").Length - 1);
        Assert.Equal(2 * figures.Count(f => f is not TableFigure), html.Split("role=\"img\"").Length - 1);
        Assert.Equal(
            figures.Count(f => f is not TableFigure),
            html.Split("<details class=\"numbers\">").Length - 1
        );
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData("")]
    public void Texts_of_any_kind_are_shown_as_they_are(string text)
    {
        var html = Html(Everywhere(text + LongWord));

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Tea", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Tea & ", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("script>").Length - 1);
    }

    [Fact]
    public void Figures_without_anything_in_them_are_drawn_too()
    {
        var html = Html(TestReports.Of(FigureKinds.Empty()));

        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_nothing_known_have_no_coordinates_that_are_not_numbers() =>
        Assert.DoesNotContain("NaN", Html(TestReports.Of(FigureKinds.Unknown())), StringComparison.Ordinal);

    [Fact]
    public void A_question_without_an_answer_says_what_it_needs()
    {
        var html = Html(SampleReport.Create());

        Assert.Contains(
            "<strong>Not answered.</strong> This needs a table of campaigns",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_small_report_looks_as_it_did() =>
        Golden.Check("small_report.html", Html(TestReports.Small()));

    static Report Everywhere(string text) =>
        new(
            text,
            new DateOnly(2026, 1, 1),
            [text],
            text,
            [TestReports.Insight(text, FigureKinds.EveryKind(text))]
        )
        {
            Style = new NumberStyle(text),
        };

    static byte[] Bytes(Report report)
    {
        using var output = new MemoryStream();
        new HtmlReportWriter().Write(report, output);
        return output.ToArray();
    }

    internal static string Html(Report report) => Encoding.UTF8.GetString(Bytes(report));

    [GeneratedRegex(
        "(\\ssrc=|<link|@import|url\\((?!#)|fetch\\(|XMLHttp)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Requests();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Links();
}
