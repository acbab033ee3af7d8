using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Dates of the report, its pictures and tables in the order of the shop.</summary>
public sealed class DateOrderTests
{
    static readonly LineFigure Days = new(
        "days",
        "Sales",
        "Sales a day.",
        "day",
        "revenue",
        NumberFormat.Money,
        ["2026-01-01", "2026-01-02", "2026-01-03"],
        [new("revenue", [1, 2, 3])]
    )
    {
        Marked = 1,
    };

    [Theory]
    [InlineData(DateOrder.Dmy, "1 January 2026", "3 January 2026", "2 Jan", "day: 2 January 2026")]
    [InlineData(DateOrder.Mdy, "January 1, 2026", "January 3, 2026", "Jan 2", "day: January 2, 2026")]
    [InlineData(DateOrder.Ymd, "2026-01-01", "2026-01-03", "01-02", "day: 2026-01-02")]
    public void Page_table_axis_and_mark_follow_it(
        DateOrder order,
        string head,
        string cell,
        string axis,
        string mark
    )
    {
        var report = Of(order);

        var page = HtmlReportTests.Html(report);

        Assert.Contains($"customer report, {head}</title>", page, StringComparison.Ordinal);
        Assert.Contains($">{cell}</th>", page, StringComparison.Ordinal);
        Assert.Contains($">{axis}</text>", page, StringComparison.Ordinal);
        Assert.Contains($">{mark}</text>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_stands_in_the_data_and_is_read_back()
    {
        var report = Of(DateOrder.Ymd);
        using var file = new MemoryStream();

        InsightsJson.Write(report, file);

        Assert.Contains(
            "\"currency_place\": \"after\"",
            System.Text.Encoding.UTF8.GetString(file.ToArray()),
            StringComparison.Ordinal
        );
        file.Position = 0;
        Assert.Equal(report.Style, InsightsJson.Read(file).Style);
    }

    [Fact]
    public void A_shop_that_was_published_before_these_keys_is_read()
    {
        using var file = new MemoryStream(
            """
            { "shop": "a", "as_of": "2026-01-01", "sources": [], "recipe": "r", "insights": [], "style": { "currency": "£", "thousands": ",", "decimal_mark": "." } }
            """u8.ToArray()
        );

        Assert.Equal(new NumberStyle("£"), InsightsJson.Read(file).Style);
    }

    static Report Of(DateOrder order) =>
        new("Tea House", new DateOnly(2026, 1, 1), [], "", [TestReports.Insight("Sales", [Days])])
        {
            Style = new NumberStyle("€", CurrencyPlace: CurrencyPlace.After, DateOrder: order),
        };
}
