using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How <see cref="ImplicitAls"/> solves for a row.</summary>
public enum AlsSolver
{
    /// <summary>Three steps of conjugate gradient from the last solution: many times faster, and as good after some passes.</summary>
    ConjugateGradient,

    /// <summary>Cholesky's factors.</summary>
    Exact,
}

/// <summary>Settings of <see cref="ImplicitAls"/>.</summary>
public sealed record AlsOptions
{
    /// <summary>Numbers by which a customer or an item is described.</summary>
    [Range(1, 1024)]
    public int Factors { get; init; } = 64;

    /// <summary>What the squares of the factors weigh.</summary>
    [Range(0.000001, 1e9)]
    public double Regularization { get; init; } = 0.1;

    /// <summary>What a purchase of weight 1 weighs against a pair that did not happen.</summary>
    [Range(0.000001, 1e9)]
    public double Alpha { get; init; } = 1;

    /// <summary>Passes over customers and items.</summary>
    [Range(1, 10_000)]
    public int Iterations { get; init; } = 15;

    /// <summary>How a row is solved for.</summary>
    public AlsSolver Solver { get; init; }

    /// <summary>Equal seeds give equal factors.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
