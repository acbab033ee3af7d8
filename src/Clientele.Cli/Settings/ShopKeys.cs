using System.Globalization;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>All keys of <c>clientele.yml</c>: the only list of them.</summary>
static class ShopKeys
{
    const string NoLine = @"[\u0000-\u001f\u007f-\u009f\u2028\u2029]";

    static readonly NumberStyle Usual = new();

    internal static readonly ShopKey Name = new(
        "name",
        "The shop's name, at the head of the report",
        "a line of 1 to 80 characters",
        null,
        "Tea House"
    )
    {
        Forbidden = $@"^\s*$|{NoLine}",
    };

    internal static readonly ShopKey Currency = new(
        "currency",
        "The sign or code of the currency, beside amounts; by its ISO 4217 code those of JPY have no decimals and those of KWD three",
        "at most 8 characters, without digits, signs and line ends, and without a blank before them (currency_place: after puts it behind amounts)",
        Usual.Currency,
        "€"
    )
    {
        Longest = 8,
        Forbidden = $@"^\s|[0-9٠-٩۰-۹+%−-]|{NoLine}",
    };

    internal static readonly ShopKey Place = new(
        "currency_place",
        "On which side of an amount the currency stands: £12.50 or 12,50 €",
        "before or after",
        Word(Usual.CurrencyPlace),
        "after"
    )
    {
        Choices = Words<CurrencyPlace>(),
    };

    /// <summary>Blanks of three widths among them; nothing writes no groups.</summary>
    internal static readonly ShopKey Thousands = new(
        "thousands",
        "What stands between groups of three digits; \"\" for nothing",
        "a comma, a point, an apostrophe, an underscore, a blank, or nothing",
        Usual.Thousands,
        "."
    )
    {
        Choices = ["", ",", ".", "'", "’", "_", " ", "\u00a0", "\u2009", "\u202f"],
    };

    internal static readonly ShopKey DecimalMark = new(
        "decimal_mark",
        "What stands before the fraction; not the same as thousands",
        "a point, a comma, · or ٫",
        Usual.DecimalMark,
        ","
    )
    {
        Choices = [".", ",", "·", "٫"],
    };

    internal static readonly ShopKey Order = new(
        "date_order",
        "How dates are written: 9 December 2011 (dmy), December 9, 2011 (mdy) or 2011-12-09 (ymd)",
        "dmy, mdy or ymd",
        Word(Usual.DateOrder),
        "dmy"
    )
    {
        Choices = Words<DateOrder>(),
    };

    internal static readonly ShopKey TimeZone = new(
        "time_zone",
        "The zone whose days and hours the shop works by",
        "UTC or a zone of the IANA database, such as Europe/Berlin",
        TimeZones.Utc,
        "Europe/Berlin"
    )
    {
        Forbidden = "^$|[^A-Za-z0-9_+/-]",
        Exists = TimeZones.Knows,
        Near = () => TimeZones.Names,
    };

    internal static readonly ShopKey FirstDay = new(
        "first_day",
        "The first day of exports without dates, which count their days: The Complete Journey, Instacart",
        "a day from 1900-01-01 to 2190-12-31",
        DayText(ImportOptions.UsualFirstDay),
        "2016-03-01"
    )
    {
        Forbidden = "^(?![0-9]{4}-[0-9]{2}-[0-9]{2}$)",
        Exists = text => DayOf(text) is { Year: >= 1900 and <= 2190 },
    };

    /// <summary>In the order in which they are shown.</summary>
    internal static IReadOnlyList<ShopKey> All { get; } =
    [Name, Currency, Place, Thousands, DecimalMark, Order, TimeZone, FirstDay];

    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(k => k.Name)];

    /// <summary>The value that a key's word stands for.</summary>
    internal static T Meant<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().FirstOrDefault(v => Word(v) == word);

    /// <summary>A day as it is written everywhere; null if the text is none.</summary>
    internal static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];

    static string Word<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();
}
