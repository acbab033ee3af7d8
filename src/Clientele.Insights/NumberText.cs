using System.Globalization;

namespace Clientele.Insights;

/// <summary>The one place where numbers become text, in the shop's own style: in sentences, labels and tables to read.</summary>
/// <remarks>
/// NaN is an en dash, a negative number has a true minus, and a number never parts from its unit at the end
/// of a line. Rounding is half away from zero, and a number that rounds to zero has no sign.
/// </remarks>
public sealed class NumberText(NumberStyle style)
{
    const string Missing = "–";
    const string Minus = "−";

    /// <summary>Keeps a number and its unit on one line.</summary>
    const string Gap = "\u00A0";

    /// <summary>Decimals of an amount that is not large.</summary>
    readonly int _minorDigits = Currencies.MinorDigits(style.Currency);

    /// <summary>No currency, and English separators: for texts that stand in tables for machines.</summary>
    public static NumberText Invariant { get; } = new(new NumberStyle());

    /// <summary>Dates in the same style.</summary>
    public DateText Dates { get; } = new(style.DateOrder);

    /// <summary>A count and its noun: "1 order", "2,040 orders".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for more; left out, it takes an s.</param>
    public string Of(double count, string one, string? many = null) =>
        $"{Count(count)} {(Math.Round(count, MidpointRounding.AwayFromZero) == 1 ? one : many ?? one + "s")}";

    /// <summary>See <see cref="NumberFormat.Count"/>.</summary>
    public string Count(double value) => Text(value, NumberFormat.Count);

    /// <summary>See <see cref="NumberFormat.Number"/>.</summary>
    public string Number(double value) => Text(value, NumberFormat.Number);

    /// <summary>See <see cref="NumberFormat.Money"/>.</summary>
    public string Money(double value) => Text(value, NumberFormat.Money);

    /// <summary>See <see cref="NumberFormat.Share"/>.</summary>
    public string Share(double value) => Text(value, NumberFormat.Share);

    /// <summary>A number by itself, with no more digits than it needs: 2.4, £2,048.69, 37 %.</summary>
    public string Text(double value, NumberFormat format)
    {
        var decimals = Decimals(format, Math.Abs(value));
        var needed = Needed(format == NumberFormat.Share ? value * 100 : value, decimals);
        return Write(value, format, format is NumberFormat.Money && needed > 0 ? decimals : needed);
    }

    /// <summary>Numbers beneath one another: as many decimals for all as the greatest and the finest need; each its own where that hides one.</summary>
    public IReadOnlyList<string> Column(IReadOnlyList<double> values, NumberFormat format)
    {
        var known = values.Where(double.IsFinite).Select(Math.Abs).ToList();
        var most = Decimals(format, known.DefaultIfEmpty(0).Max());
        if (format == NumberFormat.Share && known.Exists(v => v is > 0 and < 0.0005))
        {
            // What is there must not read as 0.0 %.
            most = Math.Max(most, 2);
        }

        if (most == 0 && format is not (NumberFormat.Count or NumberFormat.Share) && known.Exists(IsLost))
        {
            // What is small beside the greatest keeps its own digits: −0.264 beneath 187 must not read as 0.
            return [.. values.Select(value => Text(value, format))];
        }

        var needed = known
            .Select(v => Needed(format == NumberFormat.Share ? v * 100 : v, most))
            .Append(0)
            .Max();
        var decimals = format == NumberFormat.Money && needed > 0 ? most : needed;
        return [.. values.Select(value => Write(value, format, decimals))];
    }

    /// <summary>A whole number would be more than a twentieth off.</summary>
    static bool IsLost(double value) =>
        value >= 0.005 && Math.Abs(Math.Round(value, MidpointRounding.AwayFromZero) - value) > value / 20;

    /// <summary>A number where there is little room: 1.2 k, 37 %. Decimals suit the greatest of its neighbours.</summary>
    public string Terse(double value, NumberFormat format, double largest) =>
        format switch
        {
            _ when !double.IsFinite(value) => Write(value, format, 0),
            NumberFormat.Share => Write(value, format, largest < 0.2 ? 1 : 0),
            NumberFormat.Difference when largest < 100 => Write(value, format, largest < 10 ? 2 : 1),
            _ when Math.Abs(value) >= 1000 => Compact(
                value,
                format,
                Math.Pow(10, Digits(Math.Abs(value)) - 1)
            ),
            _ => Write(value, format, Needed(value, largest >= 20 ? 0 : 2 - Digits(largest))),
        };

    /// <summary>A number on an axis whose ticks lie <paramref name="step"/> apart: 250 k, £1.2 M, 20 %.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="step">From one tick to the next; as many decimals as tell them apart.</param>
    /// <param name="largest">The greatest number on the axis: from 10,000 on, all of them are written short.</param>
    public string Tick(double value, NumberFormat format, double step, double largest) =>
        format == NumberFormat.Share ? Write(value, format, Fraction(step * 100))
        : largest >= 10_000 && Math.Abs(value) >= 1000 ? Compact(value, format, step)
        : Write(value, format, Fraction(step));

    string Compact(double value, NumberFormat format, double step)
    {
        var (unit, name) = Math.Abs(value) switch
        {
            >= 1e9 => (1e9, "B"),
            >= 1e6 => (1e6, "M"),
            >= 1e3 => (1e3, "k"),
            _ => (1.0, ""),
        };
        var decimals = Math.Min(Fraction(step / unit), Needed(value / unit, 2));
        var text = Sign(value, format) + Before(format) + Group(Math.Abs(value) / unit, decimals);
        return (name.Length == 0 ? text : text + Gap + name) + Unit(format);
    }

    string Write(double value, NumberFormat format, int decimals)
    {
        if (double.IsNaN(value))
        {
            return Missing;
        }

        var amount = format == NumberFormat.Share ? value * 100 : value;
        var digits = double.IsInfinity(value) ? "∞" : Group(Math.Abs(amount), decimals);
        var sign =
            digits.AsSpan().IndexOfAnyInRange('1', '9') < 0 && digits != "∞" ? "" : Sign(value, format);
        return sign + Before(format) + digits + Unit(format);
    }

    bool IsCurrencyAfter => style is { CurrencyPlace: CurrencyPlace.After, Currency.Length: > 0 };

    string Before(NumberFormat format) =>
        format == NumberFormat.Money && !IsCurrencyAfter ? style.Currency : "";

    static string Sign(double value, NumberFormat format) =>
        value < 0 ? Minus
        : format == NumberFormat.Difference && value > 0 ? "+"
        : "";

    string Unit(NumberFormat format) =>
        format switch
        {
            NumberFormat.Money when IsCurrencyAfter => Gap + style.Currency.Trim(),
            NumberFormat.Share => Gap + "%",
            NumberFormat.Days => Gap + "d",
            _ => "",
        };

    string Group(double amount, int decimals)
    {
        var rounded =
            amount < 1e15
                ? (double)Math.Round((decimal)amount, decimals, MidpointRounding.AwayFromZero)
                : amount;
        var text = rounded.ToString("N" + decimals, CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).Replace(
            ",",
            style.Thousands,
            StringComparison.Ordinal
        );
        return point < 0 ? whole : whole + style.DecimalMark + text[(point + 1)..];
    }

    int Decimals(NumberFormat format, double largest) =>
        format switch
        {
            NumberFormat.Count => 0,
            NumberFormat.Money => largest >= 100_000 ? 0 : _minorDigits,
            // What is not all must not read as 100 %.
            NumberFormat.Share when largest is > 0.9995 and < 1 => Finer(1 - largest),
            NumberFormat.Share => largest is 0 or >= 0.01 ? 1 : Finer(largest),
            NumberFormat.Days => largest >= 10 ? 0 : 1,
            _ when largest is 0 or double.NaN or double.PositiveInfinity => 0,
            NumberFormat.Difference when largest is >= 0.1 and < 10 => 2,
            _ => Math.Clamp(2 - Digits(largest), largest < 100 ? 2 : 0, 6),
        };

    /// <summary>Decimals of a per cent that show a small share.</summary>
    static int Finer(double share) => Math.Clamp(-Digits(share * 100), 2, 4);

    /// <summary>0 for 1 to 9.99, 1 for 10 to 99.9, −1 for 0.1 to 0.999.</summary>
    static int Digits(double value) => value > 0 ? (int)Math.Floor(Math.Log10(value) + 1e-12) : 0;

    /// <summary>Decimals that tell ticks apart that lie <paramref name="step"/> apart.</summary>
    static int Fraction(double step)
    {
        var decimals = 0;
        for (var s = Math.Abs(step); decimals < 6 && Math.Abs(s - Math.Round(s)) > 1e-6 * s; s *= 10)
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>Decimals up to <paramref name="most"/> without the zeros at the end.</summary>
    static int Needed(double value, int most)
    {
        var decimals = Math.Max(most, 0);
        var scale = Math.Pow(10, decimals);
        var units = Math.Round(Math.Abs(value) * scale, MidpointRounding.AwayFromZero);
        while (decimals > 0 && units % 10 == 0)
        {
            (units, decimals) = (units / 10, decimals - 1);
        }

        return decimals;
    }
}
