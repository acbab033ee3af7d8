using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>What the covariances of a mixture may look like.</summary>
public enum CovarianceShape
{
    /// <summary>Each cluster has its own, of any direction.</summary>
    Full,

    /// <summary>All clusters share one, of any direction.</summary>
    Tied,

    /// <summary>Each cluster has its own variances; columns do not depend on each other within a cluster.</summary>
    Diagonal,

    /// <summary>Each cluster has one variance for all columns.</summary>
    Spherical,
}

/// <summary>Settings of <see cref="GaussianMixture"/>.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>Number of components; each makes a cluster.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 8;

    /// <summary>What the covariances may look like.</summary>
    public CovarianceShape Covariance { get; init; }

    /// <summary>Starts that are tried on a sample; the best of them go on with all points.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 12;

    /// <summary>Most passes over all points.</summary>
    [Range(1, 10_000)]
    public int Iterations { get; init; } = 500;

    /// <summary>Stop once a pass changes the mean log-likelihood of a point by no more than this.</summary>
    [Range(0.0, 1.0)]
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Added to every variance, in squared units of the points, so that no component shrinks to a point.</summary>
    [Range(0.0, 1.0)]
    public double Regularization { get; init; } = 1e-6;

    /// <summary>Equal seeds give equal clusters.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
