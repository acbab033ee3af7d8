namespace Clientele.Models;

/// <summary>How covariates become numbers of mean 0 and variance 1, and coefficients of those become coefficients of the others.</summary>
sealed record CovariateScale(IReadOnlyList<string> Names, double[] Means, double[] Spreads)
{
    /// <exception cref="ArgumentException">Rows differ in number, a value is not finite, or a column is the same for all.</exception>
    internal static CovariateScale Of(Matrix covariates, IReadOnlyList<string> names, int customers)
    {
        Require.Finite(covariates, "A law with covariates");
        if (covariates.Rows != customers || covariates.Columns != names.Count)
        {
            throw new ArgumentException(
                $"{customers} customers and {names.Count} names need as many rows and columns of covariates, not {covariates.Rows} and {covariates.Columns}.",
                nameof(covariates)
            );
        }

        var (means, spreads) = (new double[names.Count], new double[names.Count]);
        for (var column = 0; column < names.Count; column++)
        {
            var values = covariates.Column(column);
            means[column] = values.Average();
            spreads[column] = Math.Sqrt(values.Average(v => (v - means[column]) * (v - means[column])));
            if (!(spreads[column] > 0))
            {
                throw new ArgumentException(
                    $"The covariate '{names[column]}' is the same for all customers, so that it tells nothing: leave it out.",
                    nameof(covariates)
                );
            }
        }

        return new CovariateScale(names, means, spreads);
    }

    internal Matrix Apply(Matrix covariates)
    {
        var scaled = new Matrix(covariates.Rows, covariates.Columns);
        for (var row = 0; row < covariates.Rows; row++)
        {
            for (var column = 0; column < covariates.Columns; column++)
            {
                scaled[row][column] = (covariates[row][column] - Means[column]) / Spreads[column];
            }
        }

        return scaled;
    }

    /// <summary>The same point for covariates as they were.</summary>
    internal double[] Unscaled(double[] point, int parameters, IReadOnlyList<CovariateEffect> effects)
    {
        var back = Back(point.Length, parameters, effects);
        return
        [
            .. Enumerable
                .Range(0, point.Length)
                .Select(i => System.Numerics.Tensors.TensorPrimitives.Dot<double>(back[i], point)),
        ];
    }

    /// <summary>Standard errors of the numbers of <see cref="Unscaled"/>; NaN where the likelihood does not say.</summary>
    internal double[] Errors(
        Curvature curve,
        double customers,
        int parameters,
        IReadOnlyList<CovariateEffect> effects
    )
    {
        var size = curve.Size;
        if (curve.Inverse is not { } inverse)
        {
            return [.. Enumerable.Repeat(double.NaN, size)];
        }

        var back = Back(size, parameters, effects);
        var errors = new double[size];
        for (var i = 0; i < size; i++)
        {
            var variance = 0.0;
            for (var a = 0; a < size; a++)
            {
                for (var b = 0; b < size; b++)
                {
                    variance += back[i][a] * inverse[a][b] * back[i][b];
                }
            }

            errors[i] = Math.Sqrt(variance / customers);
        }

        return errors;
    }

    /// <summary>The linear map from scaled coefficients to those of covariates as they were: γ/spread, and what the means take from the base.</summary>
    Matrix Back(int size, int parameters, IReadOnlyList<CovariateEffect> effects)
    {
        var back = new Matrix(size, size);
        for (var i = 0; i < parameters; i++)
        {
            back[i][i] = 1;
        }

        for (var e = 0; e < effects.Count; e++)
        {
            for (var c = 0; c < Names.Count; c++)
            {
                var place = parameters + (e * Names.Count) + c;
                back[place][place] = 1 / Spreads[c];
                back[effects[e].Parameter][place] = -effects[e].Sign * Means[c] / Spreads[c];
            }
        }

        return back;
    }
}
