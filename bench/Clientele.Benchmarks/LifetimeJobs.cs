using Clientele.Models;

namespace Clientele.Benchmarks;

/// <summary>Jobs of customer value.</summary>
static class LifetimeJobs
{
    /// <summary>BG/NBD and Gamma-Gamma of 100,000 customers; with predictions also P(alive), orders in 26 weeks and the discounted value of 12 months.</summary>
    internal static string Of(string data, bool predicts)
    {
        var table = Jobs.Load(data, "clv_100k");
        PurchaseHistory[] customers =
        [
            .. Enumerable
                .Range(0, table.Rows)
                .Select(i => new PurchaseHistory((int)table[i][0], table[i][1], table[i][2], table[i][3])),
        ];
        return Jobs.Timed(
            () =>
            {
                var orders = new LifetimeModel(LifetimeLaw.BgNbd, new()).Fit(customers);
                var spend = new GammaGammaModel(new()).Fit(customers);
                return (orders, spend, Sums: predicts ? Predicted(customers, orders.Process, spend) : null);
            },
            fit => new
            {
                Bgnbd = fit.orders.Parameters.Select(p => p.Value),
                Gg = fit.spend.Parameters.Select(p => p.Value),
                LlBgnbd = fit.orders.LogLikelihood,
                LlGg = fit.spend.LogLikelihood,
                fit.Sums,
            }
        );
    }

    /// <summary>Sums of orders in 26 weeks, and of the value of 12 months of 4.345 weeks at 1 % a month; mean P(alive).</summary>
    static double[] Predicted(PurchaseHistory[] customers, IPurchaseProcess law, GammaGammaFit spend)
    {
        const int Months = 12;
        var told = new OrderForecast(law, customers);
        double[] months = [.. Enumerable.Range(1, Months).Select(month => 4.345 * month)];
        double[] discounts = [.. Enumerable.Range(1, Months).Select(month => Math.Pow(1.01, -month))];
        double[] times = [.. months.Append(26).Order()];
        var (half, places) = (
            Array.IndexOf(times, 26),
            months.Select(m => Array.IndexOf(times, m)).ToArray()
        );
        var orders = told.Expected(times);
        var (value, soon) = (0.0, 0.0);
        for (var i = 0; i < customers.Length; i++)
        {
            var (sum, before) = (0.0, 0.0);
            var row = orders[i];
            for (var month = 0; month < Months; month++)
            {
                sum += (row[places[month]] - before) * discounts[month];
                before = row[places[month]];
            }

            soon += row[half];
            value += sum * spend.Expected(customers[i]);
        }

        return [soon, told.Alive().Average(), value];
    }

    /// <summary>A million customers, each with what 90 and 365 days are worth and both intervals, by BG/NBD and Gamma-Gamma that are learned first.</summary>
    internal static string OfAMillion(string data)
    {
        const int customers = 1_000_000;
        var table = Jobs.Load(data, "clv_100k");
        var histories = new PurchaseHistory[customers];
        var spent = new double[customers];
        for (var i = 0; i < customers; i++)
        {
            var row = table[i % table.Rows];
            // Weeks as days; each copy a day older than the last.
            histories[i] = new PurchaseHistory(
                (int)row[0],
                7 * row[1],
                (7 * row[2]) + (i / table.Rows),
                row[3]
            );
            spent[i] = (row[0] + 1) * (row[3] > 0 ? row[3] : 20);
        }

        var origin = new ValueOrigin(
            550,
            [.. Enumerable.Range(0, customers)],
            histories,
            spent,
            new double[customers],
            new Matrix(customers, 1)
        );
        return Jobs.Timed(
            () =>
            {
                var model = new LawValueModel(LifetimeLaw.BgNbd, new());
                return (
                    model.Forecast(new ForecastTask(origin, null, 90))!,
                    model.Forecast(new ForecastTask(origin, null, 365))!
                );
            },
            told => new
            {
                Quarter = told.Item1.Expected.Sum(),
                Year = told.Item2.Expected.Sum(),
                High = told.Item1.Narrow.High.Average(),
            }
        );
    }
}
