namespace Clientele.Insights;

/// <summary>Into how many decimals currencies are divided. Source: ISO 4217, list one: those that are not two.</summary>
static class Currencies
{
    static readonly string[] Whole =
    [
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
        "円",
        "₩",
        "₫",
    ];

    static readonly string[] Thousandths = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    /// <summary>0, 2 or 3; 2 for no currency and for signs that several share, such as ¥.</summary>
    /// <param name="currency">Its sign or code, as it stands beside amounts.</param>
    internal static int MinorDigits(string currency)
    {
        var code = currency.Trim().ToUpperInvariant();
        return Whole.Contains(code) ? 0
            : Thousandths.Contains(code) ? 3
            : 2;
    }
}
