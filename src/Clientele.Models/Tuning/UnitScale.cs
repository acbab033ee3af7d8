using System.Globalization;

namespace Clientele.Models;

/// <summary>A parameter between 0 and 1, or as the number of its choice, and back as it is written.</summary>
static class UnitScale
{
    /// <summary>Number of choices; 0 for a number.</summary>
    internal static int Choices(Parameter parameter) =>
        parameter is ChoiceParameter choice ? choice.Choices.Count : 0;

    /// <summary>A written value as a number of a choice or between 0 and 1; null if it is none of this parameter.</summary>
    internal static double? Read(Parameter parameter, string text)
    {
        if (parameter is ChoiceParameter { Choices: var choices })
        {
            var place = choices.ToList().IndexOf(text);
            return place < 0 ? null : place;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var (low, high) = Ends(parameter);
        var unit = Unit(number, low, high, IsLog(parameter));
        return unit is >= 0 and <= 1 ? unit : null;
    }

    /// <summary>The number of a choice, or a number between 0 and 1, as it is written.</summary>
    internal static string Write(Parameter parameter, double unit)
    {
        if (parameter is ChoiceParameter { Choices: var choices })
        {
            return choices[(int)unit];
        }

        var (low, high) = Ends(parameter);
        var number = Value(unit, low, high, IsLog(parameter));
        return parameter switch
        {
            WholeParameter whole => (
                (int)Math.Clamp(Math.Round(number), whole.Least, whole.Greatest)
            ).ToString(CultureInfo.InvariantCulture),
            RealParameter real => Math.Clamp(number, real.Least, real.Greatest)
                .ToString("R", CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
        };
    }

    static bool IsLog(Parameter parameter) =>
        parameter is WholeParameter { Log: true } or RealParameter { Log: true };

    /// <summary>Where 0 and 1 lie: a whole number gets half a step more, so that its ends are as likely as the others.</summary>
    static (double Low, double High) Ends(Parameter parameter) =>
        parameter switch
        {
            WholeParameter whole => (whole.Least - 0.5, whole.Greatest + 0.5),
            RealParameter real => (real.Least, real.Greatest),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
        };

    static double Unit(double value, double low, double high, bool log) =>
        high <= low ? 0
        : log ? Math.Log(value / low) / Math.Log(high / low)
        : (value - low) / (high - low);

    static double Value(double unit, double low, double high, bool log) =>
        log ? low * Math.Pow(high / low, unit) : low + (unit * (high - low));
}
