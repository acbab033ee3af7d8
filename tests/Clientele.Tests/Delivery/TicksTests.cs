using Clientele.Delivery;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests;

public sealed class TicksTests
{
    [Fact]
    public void Ticks_lie_within_at_equal_round_steps_and_are_few() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                (NormalFloat a, NormalFloat b, PositiveInt most) =>
                {
                    var (low, high) = (Math.Min(a.Get, b.Get), Math.Max(a.Get, b.Get));
                    if (!(high - low > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high))) || high - low > 1e200)
                    {
                        return true;
                    }

                    var ticks = Ticks.Linear(low, high, most.Get);
                    var slack = (high - low) * 1e-6;
                    return ticks.Count <= most.Get + 1
                        && ticks.All(t => t >= low - slack && t <= high + slack)
                        && ticks.Zip(ticks.Skip(1), (x, y) => y - x).All(step => IsRound(step, slack));
                }
            )
        );

    [Fact]
    public void An_axis_across_zero_has_a_tick_at_zero() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                (PositiveInt below, PositiveInt above, PositiveInt most) =>
                    Ticks.Linear(-below.Get / 10.0, above.Get / 10.0, most.Get).Contains(0)
            )
        );

    [Fact]
    public void Widening_keeps_everything_and_ends_on_ticks() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                (int a, int b, PositiveInt most) =>
                {
                    var (low, high) = Ticks.Widen(Math.Min(a, b), Math.Max(a, b), most.Get);
                    return low <= Math.Min(a, b) && high >= Math.Max(a, b) && high > low;
                }
            )
        );

    [Theory]
    [InlineData(26.669999999999995, 26.67)]
    [InlineData(-26.67, -26.669999999999995)]
    [InlineData(1e17, 1e17 + 64)]
    public void Values_that_only_rounding_parts_are_one(double low, double high)
    {
        // Steps of 10⁻¹⁶ from there on never came to an end.
        Assert.Equal([low], Ticks.Linear(low, high, 5));

        var (from, to) = Ticks.Widen(low, high, 5);
        Assert.True(from <= low && to >= high && to - from > 1, $"{from} to {to}");
    }

    [Fact]
    public void Powers_of_ten_lie_within()
    {
        Assert.Equal([1, 10, 100, 1000], Ticks.Powers(1, 1000));
        Assert.Equal([20, 50, 100], Ticks.Powers(12, 150));
        Assert.Equal([0.01, 0.1, 1], Ticks.Powers(0.009, 1.5));
    }

    [Fact]
    public void Ticks_have_no_dust_in_their_last_digits() =>
        Assert.Equal([0, 0.1, 0.2, 0.3], Ticks.Linear(0, 0.3, 4));

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    static bool IsRound(double step, double slack)
    {
        var mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step * (1 + 1e-6))));
        return new[] { 1.0, 2, 5, 10 }.Any(m => Math.Abs(mantissa - m) < 1e-3) || step < slack;
    }
}
