namespace Clientele.Models;

/// <summary>How likely values are near given ones: a kernel around each trial, and one that is the same everywhere.</summary>
/// <remarks>
/// A kernel is a product over the parameters, so that what goes well together stays together. A number has a normal
/// distribution cut off at its limits, a choice gives most to the one that was tried. Where a trial lacked a parameter, its
/// kernel is flat there.
/// </remarks>
sealed class ParzenMixture
{
    /// <summary>Width of a kernel in a space of one trial.</summary>
    const double Width = 0.2;

    readonly Parameter[] _parameters;
    readonly double?[][] _trials;
    readonly double _prior;
    readonly double _deviation;

    /// <param name="parameters">All of the space.</param>
    /// <param name="trials">One value a parameter, as <see cref="UnitScale"/> reads it; null where it was not there.</param>
    /// <param name="prior">What the flat kernel weighs beside one of a trial.</param>
    internal ParzenMixture(Parameter[] parameters, double?[][] trials, double prior)
    {
        (_parameters, _trials, _prior) = (parameters, trials, prior);
        // Scott's rule, but never so narrow that a few trials would hide what lies between them.
        var scott = Width * Math.Pow(Math.Max(1, trials.Length), -1.0 / (parameters.Length + 4));
        _deviation = Math.Max(scott, 1.0 / Math.Min(100, trials.Length + 2));
    }

    /// <summary>Draws values; only parameters that are there get one.</summary>
    internal double?[] Draw(Random random)
    {
        var kernel = random.NextDouble() * (_trials.Length + _prior);
        var near = kernel < _trials.Length ? _trials[(int)kernel] : null;
        var drawn = new double?[_parameters.Length];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var p = 0; p < drawn.Length; p++)
        {
            if (_parameters[p].IsActive(values))
            {
                var text = UnitScale.Write(_parameters[p], Draw(_parameters[p], near?[p], random));
                values.Add(_parameters[p].Name, text);
                drawn[p] = UnitScale.Read(_parameters[p], text);
            }
        }

        return drawn;
    }

    /// <summary>Logarithm of how likely the values are.</summary>
    internal double LogDensity(double?[] values)
    {
        var logs = new double[_trials.Length + 1];
        for (var trial = 0; trial < _trials.Length; trial++)
        {
            logs[trial] = LogKernel(values, _trials[trial]);
        }

        logs[^1] = Math.Log(_prior) + LogKernel(values, new double?[values.Length]);
        var greatest = logs.Max();
        return greatest
            + Math.Log(logs.Sum(log => Math.Exp(log - greatest)))
            - Math.Log(_trials.Length + _prior);
    }

    double Draw(Parameter parameter, double? near, Random random)
    {
        var choices = UnitScale.Choices(parameter);
        if (choices > 0)
        {
            return near is { } one && random.NextDouble() * (1 + (choices * Stray)) < 1
                ? one
                : random.Next(choices);
        }

        if (near is not { } center)
        {
            return random.NextDouble();
        }

        double unit;
        do
        {
            // Box and Muller (1958).
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            unit = center + (_deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        } while (unit is < 0 or > 1);
        return unit;
    }

    double LogKernel(double?[] values, double?[] trial)
    {
        var log = 0.0;
        for (var p = 0; p < values.Length; p++)
        {
            if (values[p] is not { } value)
            {
                continue;
            }

            var choices = UnitScale.Choices(_parameters[p]);
            log +=
                trial[p] is not { } center ? -Math.Log(Math.Max(1, choices))
                : choices > 0 ? Math.Log(((value == center ? 1 : 0) + Stray) / (1 + (choices * Stray)))
                : LogNormal(value, center);
        }

        return log;
    }

    /// <summary>What a choice gets that was not tried, beside 1 for the one that was.</summary>
    double Stray => _prior / (_trials.Length + 1);

    double LogNormal(double value, double center)
    {
        var z = (value - center) / _deviation;
        var inside = Cumulative((1 - center) / _deviation) - Cumulative(-center / _deviation);
        return -(z * z / 2) - Math.Log(_deviation * Math.Sqrt(2 * Math.PI) * inside);
    }

    /// <summary>The normal distribution, to 1.5e-7. Source: Abramowitz and Stegun (1964), 7.1.26.</summary>
    static double Cumulative(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var series =
            t
            * (
                0.254829592
                + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))
            );
        var tail = series * Math.Exp(-x * x) / 2;
        return z < 0 ? tail : 1 - tail;
    }
}
