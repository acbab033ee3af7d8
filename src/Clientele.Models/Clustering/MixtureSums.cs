namespace Clientele.Models;

/// <summary>Weighted sums of the points of every component, around a place near its mean: what a mixture is made of.</summary>
/// <param name="components">Number of components, k.</param>
/// <param name="columns">Number of columns, d.</param>
/// <remarks>Deviations are taken from a place near the mean, so that points far from 0 keep their digits.</remarks>
sealed class MixtureSums(int components, int columns)
{
    /// <summary>Sum of the log-likelihoods of the points.</summary>
    internal double LogLikelihood { get; set; }

    /// <summary>Sum of the weights, one a component.</summary>
    internal double[] Weights { get; } = new double[components];

    /// <summary>Sums of the weighted deviations, k × d.</summary>
    internal Matrix Deviations { get; } = new(components, columns);

    /// <summary>Sums of the weighted products of deviations, k·d × d, in the lower triangle of each d × d.</summary>
    internal Matrix Products { get; } = new(components * columns, columns);

    internal void Clear()
    {
        LogLikelihood = 0;
        Array.Clear(Weights);
        Deviations.Values.Clear();
        Products.Values.Clear();
    }

    internal void Add(MixtureSums other)
    {
        LogLikelihood += other.LogLikelihood;
        Add(Weights, other.Weights);
        Add(Deviations.Values, other.Deviations.Values);
        Add(Products.Values, other.Products.Values);
    }

    /// <summary>Adds a whole point to a component.</summary>
    internal void Add(int component, ReadOnlySpan<double> point, ReadOnlySpan<double> place)
    {
        Weights[component]++;
        for (var i = 0; i < columns; i++)
        {
            var deviation = point[i] - place[i];
            Deviations[component][i] += deviation;
            var products = Products[(component * columns) + i];
            for (var j = 0; j <= i; j++)
            {
                products[j] += deviation * (point[j] - place[j]);
            }
        }
    }

    /// <summary>The mixture that these sums make most likely.</summary>
    /// <param name="places">What the deviations were taken from, k × d.</param>
    /// <param name="shape">What the covariances may look like.</param>
    /// <param name="regularization">Added to every variance.</param>
    /// <param name="prior">A covariance that counts as d + 1 further points of every component; null for none.</param>
    internal Mixture ToMixture(Matrix places, CovarianceShape shape, double regularization, Matrix? prior)
    {
        var total = Weights.Sum();
        var means = new Matrix(components, columns);
        var scatters = new Matrix[components];
        for (var c = 0; c < components; c++)
        {
            scatters[c] = Scatter(c, places[c], means[c]);
        }

        var pooled = shape == CovarianceShape.Tied ? Pooled(scatters, total) : null;
        var most = regularization;
        var covariances = new Matrix[components];
        for (var c = 0; c < components; c++)
        {
            var covariance = pooled ?? Covariance(scatters[c], Weights[c], shape, prior);
            (covariances[c], var added) = Regularized(covariance, regularization);
            most = Math.Max(most, added);
        }

        return new Mixture([.. Weights.Select(w => w / total)], means, covariances, most);
    }

    /// <summary>Sets a mean and returns the sum of the weighted products of deviations from it.</summary>
    Matrix Scatter(int component, ReadOnlySpan<double> place, Span<double> mean)
    {
        var weight = Weights[component];
        var deviations = Deviations[component];
        var scatter = new Matrix(columns, columns);
        for (var i = 0; i < columns; i++)
        {
            mean[i] = place[i] + (weight > 0 ? deviations[i] / weight : 0);
            for (var j = 0; j <= i && weight > 0; j++)
            {
                var product =
                    Products[(component * columns) + i][j] - (deviations[i] * deviations[j] / weight);
                (scatter[i][j], scatter[j][i]) = (product, product);
            }
        }

        return scatter;
    }

    Matrix Pooled(Matrix[] scatters, double total)
    {
        var pooled = new Matrix(columns, columns);
        foreach (var scatter in scatters)
        {
            Add(pooled.Values, scatter.Values);
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(pooled.Values, total, pooled.Values);
        return pooled;
    }

    Matrix Covariance(Matrix scatter, double weight, CovarianceShape shape, Matrix? prior)
    {
        var extra = prior == null ? 0 : columns + 1.0;
        var divisor = Math.Max(weight + extra, double.Epsilon);
        var covariance = new Matrix(columns, columns);
        for (var i = 0; i < columns * columns; i++)
        {
            var product = scatter.Values[i] + (prior == null ? 0 : extra * prior.Values[i]);
            covariance.Values[i] =
                shape == CovarianceShape.Full || i % (columns + 1) == 0 ? product / divisor : 0;
        }

        if (shape == CovarianceShape.Spherical)
        {
            var mean = Enumerable.Range(0, columns).Average(i => covariance[i][i]);
            for (var i = 0; i < columns; i++)
            {
                covariance[i][i] = mean;
            }
        }

        return covariance;
    }

    /// <summary>Adds to the variances, ten times more if that does not make the matrix positive definite.</summary>
    static (Matrix Covariance, double Added) Regularized(Matrix covariance, double amount)
    {
        for (var added = amount; ; added = Math.Max(10 * added, 1e-12))
        {
            var sum = new Matrix(covariance.Values.ToArray(), covariance.Columns);
            for (var i = 0; i < sum.Rows; i++)
            {
                sum[i][i] += added;
            }

            if (Cholesky.Factor(sum) != null)
            {
                return (sum, added);
            }
        }
    }

    static void Add(Span<double> sum, ReadOnlySpan<double> other) =>
        System.Numerics.Tensors.TensorPrimitives.Add(sum, other, sum);
}
