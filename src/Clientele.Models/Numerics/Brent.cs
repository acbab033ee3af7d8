namespace Clientele.Models;

/// <summary>The least value of a function of one variable.</summary>
/// <remarks>Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 5.</remarks>
static class Brent
{
    const double Golden = 0.3819660112501051;
    const double Tolerance = 1e-9;

    /// <summary>Where a function is least, as far as walking downhill from an interval finds it.</summary>
    /// <param name="function">Any values; infinite where it is not defined.</param>
    /// <param name="from">One end of the interval to begin with.</param>
    /// <param name="to">The other end.</param>
    internal static double Minimum(Func<double, double> function, double from, double to)
    {
        // Grow the interval towards lower values until its middle is lower than both ends.
        var (left, right) = (from, to);
        var middle = left + (Golden * (right - left));
        var (atLeft, atMiddle, atRight) = (function(left), function(middle), function(right));
        for (var step = 0; step < 50 && (atLeft < atMiddle || atRight < atMiddle); step++)
        {
            if (atLeft < atRight)
            {
                (right, middle, left) = (middle, left, left - ((right - left) * (1 - Golden)));
                (atRight, atMiddle, atLeft) = (atMiddle, atLeft, function(left));
            }
            else
            {
                (left, middle, right) = (middle, right, right + ((right - left) * (1 - Golden)));
                (atLeft, atMiddle, atRight) = (atMiddle, atRight, function(right));
            }
        }

        return Within(function, left, right, (middle, atMiddle));
    }

    static double Within(Func<double, double> function, double left, double right, (double X, double Y) best)
    {
        var (second, third) = (best, best);
        var (step, before) = (0.0, 0.0);
        for (var pass = 0; pass < 200; pass++)
        {
            var middle = (left + right) / 2;
            var least = (Tolerance * Math.Abs(best.X)) + 1e-11;
            if (Math.Abs(best.X - middle) <= (2 * least) - ((right - left) / 2))
            {
                break;
            }

            (step, before) = Step(best, second, third, left, right, step, before, least);
            var x = best.X + (Math.Abs(step) >= least ? step : Math.CopySign(least, step));
            var next = (X: x, Y: function(x));
            if (next.Y <= best.Y)
            {
                (left, right) = x >= best.X ? (best.X, right) : (left, best.X);
                (third, second, best) = (second, best, next);
                continue;
            }

            (left, right) = x < best.X ? (x, right) : (left, x);
            if (next.Y <= second.Y || second.X == best.X)
            {
                (third, second) = (second, next);
            }
            else if (next.Y <= third.Y || third.X == best.X || third.X == second.X)
            {
                third = next;
            }
        }

        return best.X;
    }

    /// <summary>To the lowest place of the parabola through three points, if that lies within and is less than half the step before last.</summary>
    static (double Step, double Before) Step(
        (double X, double Y) best,
        (double X, double Y) second,
        (double X, double Y) third,
        double left,
        double right,
        double step,
        double before,
        double least
    )
    {
        var middle = (left + right) / 2;
        if (Math.Abs(before) > least)
        {
            var r = (best.X - second.X) * (best.Y - third.Y);
            var q = (best.X - third.X) * (best.Y - second.Y);
            var p = ((best.X - third.X) * q) - ((best.X - second.X) * r);
            q = 2 * (q - r);
            p = q > 0 ? -p : p;
            q = Math.Abs(q);
            if (
                Math.Abs(p) < Math.Abs(0.5 * q * before)
                && p > q * (left - best.X)
                && p < q * (right - best.X)
            )
            {
                var jump = p / q;
                var x = best.X + jump;
                var near = x - left < 2 * least || right - x < 2 * least;
                return (near ? Math.CopySign(least, middle - best.X) : jump, step);
            }
        }

        var wide = best.X >= middle ? left - best.X : right - best.X;
        return (Golden * wide, wide);
    }
}
