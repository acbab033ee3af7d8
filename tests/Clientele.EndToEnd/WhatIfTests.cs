using System.Globalization;

namespace Clientele.Tests;

/// <summary>clientele whatif.</summary>
public sealed class WhatIfTests(SmallShop small)
{
    static double[] Row(string csv, string horizon) =>
        [
            .. csv.Split('\n')
                .First(line => line.StartsWith($"{horizon},all,", StringComparison.Ordinal))
                .Split(',')[2..]
                .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)),
        ];

    [Fact]
    public void A_tenth_more_orders_and_half_the_spend_multiply()
    {
        var told = TheProgram
            .Run("whatif", "--shop", small.Published.Path, "--set", "frequency=+10%", "--set", "spend=-50%")
            .Good();

        Assert.Contains("With frequency +10", told.Errors, StringComparison.Ordinal);
        foreach (var horizon in (string[])["90", "365"])
        {
            var row = Row(told.Output, horizon);
            Assert.True(row[1] <= row[0] && row[0] <= row[2] && row[4] <= row[3] && row[3] <= row[5]);
            Assert.Equal(row[3] - row[0], row[6], tolerance: 0.001);
            Assert.InRange(row[3] / row[0], 0.5, 0.55 + 1e-6);
            Assert.True(row[7] < row[6] && row[6] < row[8] && row[8] < 0);
        }
    }

    [Fact]
    public void Files_hold_the_totals_and_every_customer()
    {
        using var folder = new Folder();
        TheProgram
            .Run("whatif", "--shop", small.Published.Path, "--set", "spend=+20%", "--out", folder["what"])
            .Good();
        var customers = File.ReadAllLines(folder["what/whatif_customers.csv"]);

        Assert.Equal("customer_id,value_90d,changed_90d,value_365d,changed_365d", customers[0]);
        Assert.All(
            customers.Skip(1),
            line =>
            {
                var cells = line.Split(',')[^4..]
                    .Select(c => double.Parse(c, CultureInfo.InvariantCulture))
                    .ToArray();
                Assert.Equal(1.2 * cells[0], cells[1], tolerance: 0.001);
                Assert.Equal(1.2 * cells[2], cells[3], tolerance: 0.001);
            }
        );
        var row = Row(File.ReadAllText(folder["what/whatif.csv"]), "90");
        Assert.Equal(
            customers.Skip(1).Sum(l => double.Parse(l.Split(',')[^4], CultureInfo.InvariantCulture)),
            row[0],
            tolerance: 0.05
        );
    }

    [Theory]
    [InlineData("frequency=10", "--set frequency is '10'")]
    [InlineData("frequency=-100%", "above -100%")]
    [InlineData("chrun=+4%", "did you mean 'churn'?")]
    [InlineData("spend", "--set spend is ''")]
    public void A_change_that_is_none_is_told(string change, string sentence)
    {
        var told = TheProgram.Run("whatif", "--shop", small.Published.Path, "--set", change);

        Assert.Equal(2, told.Code);
        Assert.Contains(sentence, told.Errors, StringComparison.Ordinal);
    }
}
