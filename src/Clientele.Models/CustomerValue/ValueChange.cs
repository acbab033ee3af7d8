using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How all customers' buying changes from now on: 1 leaves it as it is, 1.1 is 10 % more.</summary>
public sealed record ValueChange
{
    /// <summary>How often who is a customer buys.</summary>
    [Range(0.01, 100.0)]
    public double Frequency { get; init; } = 1;

    /// <summary>What an order is worth.</summary>
    [Range(0.0, 100.0)]
    public double Spend { get; init; } = 1;

    /// <summary>How fast customers stop.</summary>
    [Range(0.01, 100.0)]
    public double Churn { get; init; } = 1;

    /// <summary>Orders within a time as a multiple of those of an unchanged law within another time.</summary>
    /// <remarks>
    /// A law that stops by the clock (Pareto/NBD) has in t at rates f·λ and c·μ as many orders as f/c times those in c·t. One that stops
    /// after purchases (BG/NBD) has at f·λ as many as in f·t; a chance c times as high counts each order 1/c times in c·f·t. In an NBD
    /// nobody stops, and c changes nothing.
    /// </remarks>
    internal (double Factor, double Time) Of(IPurchaseProcess law, double time) =>
        law switch
        {
            BetaGeometricNbd => (1 / Churn, Churn * Frequency * time),
            Nbd => (Frequency, time),
            _ => (Frequency / Churn, Churn * time),
        };
}
