namespace Clientele.Insights;

/// <summary>How the shop writes numbers and dates: inside, everything is invariant; outside, this.</summary>
/// <param name="Currency">Beside amounts: "£", "EUR ".</param>
/// <param name="Thousands">Between groups of three digits: ",", "." or a thin blank.</param>
/// <param name="DecimalMark">Before the fraction: "." or ",".</param>
/// <param name="CurrencyPlace">On which side of an amount the currency stands.</param>
/// <param name="DateOrder">In which order day, month and year are written.</param>
public sealed record NumberStyle(
    string Currency = "",
    string Thousands = ",",
    string DecimalMark = ".",
    CurrencyPlace CurrencyPlace = CurrencyPlace.Before,
    DateOrder DateOrder = DateOrder.Dmy
);

/// <summary>Where the currency stands.</summary>
public enum CurrencyPlace
{
    /// <summary>£12.50</summary>
    Before,

    /// <summary>12,50 €, on one line.</summary>
    After,
}

/// <summary>How a date is put together.</summary>
public enum DateOrder
{
    /// <summary>9 December 2011</summary>
    Dmy,

    /// <summary>December 9, 2011</summary>
    Mdy,

    /// <summary>2011-12-09</summary>
    Ymd,
}
