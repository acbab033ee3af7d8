using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

public sealed class BidiTests
{
    [Theory]
    [InlineData("\u202Eevil\u202C name", "evil name")]
    [InlineData("\u2067unclosed", "unclosed")]
    [InlineData("plain", "plain")]
    public void Signs_of_direction_are_not_shown(string text, string shown) =>
        Assert.Equal(shown, Bidi.Plain(text));

    [Theory]
    [InlineData("שלום", true)]
    [InlineData("12 مصباح", true)]
    [InlineData("Acme ساعة", false)]
    [InlineData("12", false)]
    public void The_first_letter_decides(string text, bool right) =>
        Assert.Equal(right, Bidi.IsRightToLeft(text));

    [Fact]
    public void Within_a_sentence_only_the_words_from_right_to_left_are_set_apart() =>
        Assert.Equal(
            "The lamp \u2068مصباح ليلي\u2069 12 and \u2068ساعة\u2069: 5 %",
            Bidi.Isolated("The lamp مصباح ليلي 12 and ساعة: 5 %")
        );

    [Fact]
    public void A_name_in_a_picture_is_read_in_its_own_direction()
    {
        var bars = new BarFigure("b", "t", "t", "u", NumberFormat.Count, [new("ساعة 3", 1), new("Tea", 2)]);
        var svg = Chart.Draw(bars, new Sheet("id", 426, new NumberText(new NumberStyle())))!.Content;

        Assert.Contains(">\u2068ساعة 3\u2069<", svg, StringComparison.Ordinal);
        Assert.Contains(">Tea<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_a_table_is_isolated()
    {
        var table = new TableFigure("t", "שלום 5", "t", [TableColumn.Of("Name", ["ساعة 3", "Tea"])]);
        var html = HtmlReportTests.Html(TestReports.Of([table]));

        Assert.Contains("<bdi>ساعة 3</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("<bdi>שלום</bdi> 5", html, StringComparison.Ordinal);
    }
}
