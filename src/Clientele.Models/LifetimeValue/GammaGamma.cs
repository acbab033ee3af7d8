namespace Clientele.Models;

/// <summary>Gamma-Gamma: orders of a customer are worth around a mean of their own, which differs between customers and not with how often they buy.</summary>
/// <param name="P">Shape of the worth of an order around its customer's mean.</param>
/// <param name="Q">Shape of the customers' rates.</param>
/// <param name="V">Their scale, in money.</param>
/// <remarks>Source: Fader and Hardie (2013), "The Gamma-Gamma model of monetary value"; Colombo and Jiang (1999), J. Interactive Marketing 13(3).</remarks>
public sealed record GammaGamma(double P, double Q, double V)
{
    /// <summary>Mean worth of an order over all customers: p·v/(q − 1); infinite for q ≤ 1.</summary>
    public double Mean => Q > 1 ? P * V / (Q - 1) : double.PositiveInfinity;

    /// <summary>ln of the density of a customer's mean spend; 0 of who has none.</summary>
    public double LogLikelihood(PurchaseHistory customer)
    {
        if (!Tells(customer))
        {
            return 0;
        }

        var (all, spend) = (P * customer.Frequency, customer.Spend);
        return GammaFunction.Log(all + Q)
            - GammaFunction.Log(all)
            - GammaFunction.Log(Q)
            + (Q * Math.Log(V))
            + ((all - 1) * Math.Log(spend))
            + (all * Math.Log(customer.Frequency))
            - ((all + Q) * Math.Log((customer.Frequency * spend) + V));
    }

    /// <summary>Expected worth of a customer's next order: the customer's own mean drawn towards that of all.</summary>
    /// <returns>Above 0; infinite of who has no repeat where the mean of all is.</returns>
    public double Expected(PurchaseHistory customer)
    {
        var (x, spend) = Tells(customer) ? (customer.Frequency, customer.Spend) : (0, 0);
        return x == 0 ? Mean
            : (P * x) + Q > 1 ? P * (V + (x * spend)) / ((P * x) + Q - 1)
            : spend;
    }

    /// <summary>Worth of a number of orders, drawn as the customer's history has it.</summary>
    public double Draw(PurchaseHistory customer, long orders, Random random)
    {
        if (orders == 0)
        {
            return 0;
        }

        var (x, spend) = Tells(customer) ? (customer.Frequency, customer.Spend) : (0, 0);
        var rate = Draws.Gamma((P * x) + Q, random) / (V + (x * spend));
        return Draws.Gamma(P * orders, random) / rate;
    }

    /// <summary>Whether a history says anything of spend: who spent nothing, or got money back, has no gamma number.</summary>
    internal static bool Tells(PurchaseHistory customer) => customer is { Frequency: > 0, Spend: > 0 };
}
