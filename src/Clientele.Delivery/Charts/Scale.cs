namespace Clientele.Delivery;

/// <summary>From values to places on the page.</summary>
/// <param name="Low">Value at <paramref name="From"/>.</param>
/// <param name="High">Value at <paramref name="To"/>, more than <paramref name="Low"/>.</param>
/// <param name="From">Place of the low end.</param>
/// <param name="To">Place of the high end; less than <paramref name="From"/> on an axis that grows upwards.</param>
/// <param name="Logarithmic">Powers of ten; values at or below <paramref name="Low"/> lie at its foot.</param>
readonly record struct Scale(double Low, double High, double From, double To, bool Logarithmic = false)
{
    /// <summary>Above 0: powers of ten to both sides of 0, even steps between −Knee and Knee.</summary>
    /// <remarks>The place is asinh(v / Knee): as good as linear near 0 and logarithmic far from it.</remarks>
    internal double Knee { get; private init; }

    /// <summary>The place of a value; on a logarithmic scale never below the foot.</summary>
    internal double At(double value)
    {
        var share =
            Knee > 0
                ? (Math.Asinh(value / Knee) - Math.Asinh(Low / Knee))
                    / (Math.Asinh(High / Knee) - Math.Asinh(Low / Knee))
            : Logarithmic ? Math.Log(Math.Max(value, Low) / Low) / Math.Log(High / Low)
            : (value - Low) / (High - Low);
        return From + (share * (To - From));
    }

    /// <summary>The place of a value, moved onto the scale if it lies off it.</summary>
    internal double Within(double value) => At(Math.Clamp(value, Low, High));

    /// <summary>A scale that holds the values, begins and ends on ticks, and holds 0 unless 0 is far away.</summary>
    internal static Scale Of(IEnumerable<double> values, double from, double to, bool logarithmic = false)
    {
        var known = values
            .Where(v => double.IsFinite(v) && (!logarithmic || v > 0))
            .DefaultIfEmpty(1)
            .ToList();
        var (low, high) = (known.Min(), known.Max());
        if (logarithmic)
        {
            // A little room at both ends, and never an empty axis.
            return new Scale(low / 1.15, Math.Max(high * 1.15, low * 10), from, to, true);
        }

        (low, high) = (low > 0 && low < 0.7 * high ? 0 : low, high < 0 && high > 0.7 * low ? 0 : high);
        (low, high) = Ticks.Widen(low, high, Most(from, to));
        return new Scale(low, high, from, to);
    }

    /// <summary>A scale that holds the values and little more.</summary>
    internal static Scale Tight(IEnumerable<double> values, double from, double to)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (known.Min(), known.Max());
        var margin = high > low ? 0.03 * (high - low) : 1;
        return new Scale(low - margin, high + margin, from, to);
    }

    /// <summary>A logarithmic scale that shows zeros and negative values too, if there are any.</summary>
    /// <param name="values">All that must have a place.</param>
    /// <param name="knee">The size below which steps are even: about the least size that matters.</param>
    /// <param name="from">Place of the low end.</param>
    /// <param name="to">Place of the high end.</param>
    internal static Scale Signed(IReadOnlyList<double> values, double knee, double from, double to)
    {
        var known = values.Where(double.IsFinite).ToList();
        if (!known.Exists(v => v <= 0))
        {
            return Of(known, from, to, logarithmic: true);
        }

        var (low, high) = (known.Min(), Math.Max(known.Max(), knee));
        return new Scale(low < 0 ? low * 1.3 : -0.2 * knee, high * 1.3, from, to) { Knee = knee };
    }

    /// <summary>Round values on this scale, as many as there is room for.</summary>
    internal IReadOnlyList<double> Marks() =>
        Knee > 0 ? Ticks.BothSides(Low, High, Knee)
        : Logarithmic ? Ticks.Powers(Low, High)
        : Ticks.Linear(Low, High, Most(From, To));

    static int Most(double from, double to) => Math.Clamp((int)(Math.Abs(to - from) / 55), 2, 8);
}
