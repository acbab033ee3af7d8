using Clientele.Insights;
using static Clientele.Insights.NumberFormat;

namespace Clientele.Tests;

public sealed class NumberTextTests
{
    static readonly NumberText Pounds = new(new NumberStyle("£"));

    [Theory]
    [InlineData("KWD", 46319.295, "KWD46,319.295")]
    [InlineData("jpy", 30876.15, "jpy30,876")]
    [InlineData("EUR", 30876.15, "EUR30,876.15")]
    [InlineData("¥", 30876.15, "¥30,876.15")]
    public void Money_has_the_decimals_of_its_currency(string currency, double value, string expected) =>
        Assert.Equal(expected, new NumberText(new NumberStyle(currency)).Money(value));

    [Theory]
    [InlineData(4339, Count, "4,339")]
    [InlineData(-1234567, Count, "−1,234,567")]
    [InlineData(0, Count, "0")]
    [InlineData(2.41, Number, "2.41")]
    [InlineData(9, Number, "9")]
    [InlineData(0.4127, Number, "0.413")]
    [InlineData(0.000123, Number, "0.000123")]
    [InlineData(12345.678, Number, "12,346")]
    [InlineData(2048.69, Money, "£2,048.69")]
    [InlineData(5.5, Money, "£5.50")]
    [InlineData(5, Money, "£5")]
    [InlineData(8911407.904, Money, "£8,911,408")]
    [InlineData(-12.3, Money, "−£12.30")]
    [InlineData(0.367, Share, "36.7 %")]
    [InlineData(1, Share, "100 %")]
    [InlineData(0.00268, Share, "0.27 %")]
    [InlineData(0, Share, "0 %")]
    [InlineData(0.99996, Share, "99.996 %")]
    [InlineData(92, Days, "92 d")]
    [InlineData(1.5, Days, "1.5 d")]
    [InlineData(0.85, Difference, "+0.85")]
    [InlineData(-0.3, Difference, "−0.3")]
    [InlineData(0, Difference, "0")]
    [InlineData(double.NaN, Money, "–")]
    [InlineData(double.PositiveInfinity, Days, "∞ d")]
    [InlineData(double.NegativeInfinity, Count, "−∞")]
    public void A_number_by_itself(double value, NumberFormat format, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00A0'), Pounds.Text(value, format));

    [Fact]
    public void What_rounds_to_zero_has_no_sign() => Assert.Equal("0", Pounds.Text(-0.4, Count));

    [Fact]
    public void The_shop_decides_on_separators() =>
        Assert.Equal("EUR 1.234,50", new NumberText(new NumberStyle("EUR ", ".", ",")).Text(1234.5, Money));

    [Theory]
    [InlineData(1234.56, Money, "1.234,56 €")]
    [InlineData(-2, Money, "−2 €")]
    [InlineData(1234.56, Count, "1.235")]
    public void A_currency_with_a_blank_before_it_follows_the_amount(
        double value,
        NumberFormat format,
        string expected
    ) =>
        Assert.Equal(
            expected.Replace(' ', '\u00A0'),
            new NumberText(new NumberStyle("€", ".", ",", CurrencyPlace.After)).Text(value, format)
        );

    [Fact]
    public void A_currency_that_follows_stands_after_thousands_and_millions() =>
        Assert.Equal(
            "1,2\u00A0M\u00A0€",
            new NumberText(new NumberStyle("€", ".", ",", CurrencyPlace.After)).Tick(
                1_200_000,
                Money,
                200_000,
                2_000_000
            )
        );

    [Theory]
    [InlineData(1, "1 order")]
    [InlineData(0, "0 orders")]
    [InlineData(2040, "2,040 orders")]
    [InlineData(1.4, "1 order")]
    public void A_noun_follows_the_number_that_is_written(double count, string expected) =>
        Assert.Equal(expected, Pounds.Of(count, "order"));

    [Fact]
    public void A_column_has_the_same_decimals_in_every_row() =>
        Assert.Equal(["1.0", "3.5", "–"], Pounds.Column([1, 3.5, double.NaN], Number));

    [Theory]
    [InlineData(Number, "187", "−0.264", "12.5")]
    [InlineData(Difference, "+187", "−0.26", "+12.5")]
    [InlineData(Days, "187 d", "−0.3 d", "13 d")]
    public void A_small_number_keeps_its_digits_beneath_a_great_one(
        NumberFormat format,
        params string[] expected
    ) =>
        Assert.Equal(
            expected.Select(text => text.Replace(' ', '\u00A0')),
            Pounds.Column([187, -0.264, 12.5], format)
        );

    [Fact]
    public void Pennies_beneath_a_fortune_stay_pennies() =>
        Assert.Equal(["£280,206", "£0.38", "–"], Pounds.Column([280_206.02, 0.38, double.NaN], Money));

    [Fact]
    public void A_share_that_is_there_does_not_read_as_zero() =>
        Assert.Equal(["0.02\u00A0%", "40.00\u00A0%"], Pounds.Column([0.0002, 0.4], Share));

    [Theory]
    [InlineData(250_000, Count, 50_000, 300_000, "250 k")]
    [InlineData(1_200_000, Money, 200_000, 2_000_000, "£1.2 M")]
    [InlineData(2_000, Count, 1_000, 3_000, "2,000")]
    [InlineData(0, Money, 1_000, 30_000, "£0")]
    [InlineData(0.2, Share, 0.1, 0.5, "20 %")]
    [InlineData(0.025, Share, 0.005, 0.05, "2.5 %")]
    [InlineData(-0.5, Difference, 0.5, 1, "−0.5")]
    [InlineData(3e9, Count, 1e9, 5e9, "3 B")]
    public void A_tick_is_short(
        double value,
        NumberFormat format,
        double step,
        double largest,
        string expected
    ) => Assert.Equal(expected.Replace(' ', '\u00A0'), Pounds.Tick(value, format, step, largest));

    [Theory]
    [InlineData(3262, Count, 3262, "3.3 k")]
    [InlineData(double.PositiveInfinity, Days, 40, "∞ d")]
    [InlineData(0.2345, Share, 0.5, "23 %")]
    [InlineData(0.0234, Share, 0.05, "2.3 %")]
    [InlineData(-0.85, Difference, 1, "−0.85")]
    [InlineData(-0.85, Difference, 10, "−0.9")]
    public void A_cell_is_terse(double value, NumberFormat format, double largest, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00A0'), Pounds.Terse(value, format, largest));
}
