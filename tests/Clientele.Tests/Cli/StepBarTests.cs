using Clientele.Cli;

namespace Clientele.Tests;

public sealed class StepBarTests
{
    [Theory]
    [InlineData(0.2, 6_060_336L, ": about 1,210,000 of 6,060,000 rows")]
    [InlineData(0.5, 541_909L, ": about 271,000 of 542,000 rows")]
    [InlineData(0.5, 90L, ": about 45 of 90 rows")]
    [InlineData(0.5, 1L, ": about 0 of 1 rows")]
    [InlineData(0.482, null, ": 48 %")]
    public void Rows_are_told_with_the_digits_that_an_estimate_has(double share, long? rows, string words) =>
        Assert.Equal(words, new Reading(() => share, rows).Words(share));
}
