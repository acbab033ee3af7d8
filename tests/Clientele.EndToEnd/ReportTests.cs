namespace Clientele.Tests;

/// <summary>The report of a real run, as a browser gets it.</summary>
public sealed class ReportTests(SmallShop small)
{
    string Html => File.ReadAllText(small.Published["report.html"]);

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Axe_finds_nothing(string theme) => Assert.Equal("no violations", Axe.Look(Html, theme));

    /// <summary>More of them would be pages with holes.</summary>
    [Fact]
    public void Printed_it_takes_at_most_twenty_pages() =>
        Assert.InRange(Paper.Pages(small.Published["report.html"]), 4, 20);

    [Fact]
    public void It_is_at_most_three_megabytes() =>
        Assert.InRange(File.ReadAllBytes(small.Published["report.html"]).Length, 10_000, 3_000_000);

    [Theory]
    [InlineData("""(?i)<(link|iframe|object|embed|base|form)\b""")]
    [InlineData("""(?i)<[a-z][^>]*\s(src|srcset|action|poster)\s*=""")]
    [InlineData("""(?i)<[a-z][^>]*\shref\s*=\s*"(?!#)""")]
    [InlineData("""(?i)url\(\s*['"]?(?!#|data:)""")]
    [InlineData("""(?i)@import|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|import\(""")]
    public void It_asks_the_network_for_nothing(string asking) => Assert.DoesNotMatch(asking, Html);

    [Fact]
    public void It_forbids_itself_the_network() =>
        Assert.Contains("default-src 'none'", Html, StringComparison.Ordinal);

    [Fact]
    public void Names_of_products_are_text_and_no_markup()
    {
        Assert.DoesNotContain("<SCRIPT>", Html, StringComparison.Ordinal);
        Assert.Contains("&lt;SCRIPT&gt;", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_every_answer()
    {
        foreach (var insight in small.Published.Insights["insights"]!.AsArray())
        {
            Assert.Contains(
                System.Text.Encodings.Web.HtmlEncoder.Default.Encode(
                    insight!["question"]!.GetValue<string>()
                ),
                Html,
                StringComparison.Ordinal
            );
        }
    }
}
