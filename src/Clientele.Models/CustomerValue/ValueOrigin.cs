namespace Clientele.Models;

/// <summary>What is known of the customers of a shop at one day; every list has one a customer, in the same order.</summary>
/// <param name="Days">Whole days from the first order of the shop to the day, the day itself not counted.</param>
/// <param name="Customers">Numbers of the customers, rising: who is the same at another day has the same number.</param>
/// <param name="Histories">In days.</param>
/// <param name="Spent">All that each has spent, in money; never negative.</param>
/// <param name="SinceLast">Days since the last order.</param>
/// <param name="Features">n × d finite values, for models that learn from columns.</param>
public sealed record ValueOrigin(
    double Days,
    IReadOnlyList<int> Customers,
    IReadOnlyList<PurchaseHistory> Histories,
    double[] Spent,
    double[] SinceLast,
    Matrix Features
)
{
    /// <summary>Days of a year.</summary>
    internal const double Year = 365;

    /// <summary>What the law of spend learns from: all days with an order, the first one too, and their mean.</summary>
    public IReadOnlyList<PurchaseHistory> Spends { get; } =
    [
        .. Histories.Select(
            (h, i) => h with { Frequency = h.Frequency + 1, Spend = Spent[i] / (h.Frequency + 1) }
        ),
    ];

    /// <summary>More than a day with an order is ever taken to be worth: a hundred times the mean of the best customer.</summary>
    internal double MostWorth { get; } =
        100 * Histories.Select((h, i) => Spent[i] / (h.Frequency + 1)).DefaultIfEmpty(0).Max();
}

/// <summary>An earlier day, and what its customers spent within the horizon after it: all of it lies before the day of the task.</summary>
/// <param name="Origin">The earlier day.</param>
/// <param name="Outcome">Money, one a customer of it; never negative.</param>
public sealed record ValuePast(ValueOrigin Origin, double[] Outcome);

/// <summary>To say what each customer will spend within a horizon.</summary>
/// <param name="Now">What is known.</param>
/// <param name="Past">The day a horizon earlier, with its outcome; null where the shop was not open long enough before it.</param>
/// <param name="Horizon">Days.</param>
public sealed record ForecastTask(ValueOrigin Now, ValuePast? Past, double Horizon);
