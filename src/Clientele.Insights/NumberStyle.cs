namespace Clientele.Insights;

/// <summary>How the shop writes numbers: inside, everything is invariant; outside, this.</summary>
/// <param name="Currency">Put before amounts: "£", "EUR "; after them if it begins with a blank: " €".</param>
/// <param name="Thousands">Between groups of three digits: ",", "." or a thin blank.</param>
/// <param name="DecimalMark">Before the fraction: "." or ",".</param>
public sealed record NumberStyle(string Currency = "", string Thousands = ",", string DecimalMark = ".");
