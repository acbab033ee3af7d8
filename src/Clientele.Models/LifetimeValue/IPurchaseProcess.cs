namespace Clientele.Models;

/// <summary>A law by which customers buy and stop buying, with its parameters; time is in the unit of the histories.</summary>
/// <remarks>No answer is negative or NaN; a probability that is too small for a number is 0.</remarks>
public interface IPurchaseProcess
{
    /// <summary>ln of the density of a history (times of the repeats, not only their number).</summary>
    double LogLikelihood(PurchaseHistory customer);

    /// <summary>Chance that a customer will ever buy again, from 0 to 1.</summary>
    double ProbabilityAlive(PurchaseHistory customer);

    /// <summary>Repeat periods that a new customer is expected to have within a time.</summary>
    double Expected(double time);

    /// <summary>Periods with an order that a customer is expected to have within a time from now on.</summary>
    double Expected(PurchaseHistory customer, double time);

    /// <summary>The same of a customer who is alive.</summary>
    double ExpectedAlive(int repeats, double age, double time);

    /// <summary>The same within each of some times.</summary>
    /// <param name="repeats">Repeat periods so far.</param>
    /// <param name="age">Time since the first.</param>
    /// <param name="times">From now, rising.</param>
    /// <param name="told">Filled: one a time.</param>
    void ExpectedAlive(int repeats, double age, ReadOnlySpan<double> times, Span<double> told)
    {
        for (var i = 0; i < times.Length; i++)
        {
            told[i] = ExpectedAlive(repeats, age, times[i]);
        }
    }

    /// <summary>Chance that a new customer has exactly so many repeat periods within a time.</summary>
    double Probability(int repeats, double time);

    /// <summary>Periods with an order expected from a customer for ever, each worth e^(−rate·time from now): DERT.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="rate">Continuous discount a unit of time, above 0.</param>
    double Discounted(PurchaseHistory customer, double rate);

    /// <summary>The same of a customer who is alive.</summary>
    double DiscountedAlive(int repeats, double age, double rate);

    /// <summary>Time from now within which a customer who is alive and stays so orders with a chance of one half.</summary>
    double MedianWait(PurchaseHistory customer);

    /// <summary>Draws periods with an order within a time from now on, as the law and the customer's history have them.</summary>
    /// <remarks>What all draws of a customer share is worked out once.</remarks>
    Func<Random, long> Future(PurchaseHistory customer, double time);
}
