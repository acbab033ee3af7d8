using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Dates as the shop writes them.</summary>
public sealed class DateTextTests
{
    static readonly DateOnly Day = new(2011, 12, 9);

    [Theory]
    [InlineData(DateOrder.Dmy, "9 December 2011", "December 2011", "9 Dec")]
    [InlineData(DateOrder.Mdy, "December 9, 2011", "December 2011", "Dec 9")]
    [InlineData(DateOrder.Ymd, "2011-12-09", "2011-12", "12-09")]
    public void Days_and_months_follow_the_order(DateOrder order, string day, string month, string terse)
    {
        var text = new DateText(order);

        Assert.Equal((day, month, terse), (text.Day(Day), text.Month(Day), text.Terse(Day)));
        Assert.Equal(day, text.Label("2011-12-09"));
        Assert.Equal(month, text.Label("2011-12"));
    }

    [Theory]
    [InlineData("2011")]
    [InlineData("2011-W49")]
    [InlineData("2011-13")]
    [InlineData("12")]
    [InlineData("")]
    public void Labels_that_are_no_dates_stay_as_they_are(string label) =>
        Assert.Equal(label, new DateText(DateOrder.Mdy).Label(label));

    [Fact]
    public void Sentences_and_titles_follow_the_order_and_data_does_not()
    {
        using var shop = TestShop.Of([
            "1,a,2023-01-15 10:00:00,p,Mug,1,10.00,Germany",
            "2,b,2023-03-16 11:00:00,q,Cup,1,5.00,Germany",
        ]);

        var answer = new Profile().Answer(
            shop.Study(style: new(DateOrder: DateOrder.Mdy)),
            TestContext.Current.CancellationToken
        );

        Assert.Contains(
            "from January 15, 2023 to March 16, 2023 brought",
            answer.Answer,
            StringComparison.Ordinal
        );
        var days = answer.Figures.OfType<LineFigure>().Single(f => f.Slug == "days");
        Assert.Equal("The best day was January 15, 2023, with 10", days.Title);
        Assert.Equal("2023-01-15", days.X[0]);
    }
}
