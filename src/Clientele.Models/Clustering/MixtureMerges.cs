namespace Clientele.Models;

/// <summary>Merges small groups of points into clusters, each time the two that make the points least unlikely as normal clouds.</summary>
/// <remarks>
/// The classification likelihood falls by ½·(n·ln|Σ| of the union − those of the two). Every covariance holds d + 1
/// further points of the groups' own spread, so that groups of few points have one too. O(groups²) covariances.
/// Source: Banfield and Raftery (1993), Biometrics 49; Fraley (1998), SIAM J. Sci. Comput. 20(1); groups instead of
/// points as in Posse (2001), JCGS 10(3).
/// </remarks>
sealed class MixtureMerges
{
    readonly CovarianceShape _shape;
    readonly Matrix _prior;
    readonly List<Group> _groups = [];
    readonly List<double[]> _rises = [];

    sealed record Group(double Count, double[] Mean, Matrix Scatter, double Cost, int[] Members);

    MixtureMerges(Matrix points, int[] labels, CovarianceShape shape)
    {
        var codes = new Codes(labels);
        (_shape, _prior) = (shape, new Matrix(points.Columns, points.Columns));
        var means = codes.Means(points);
        var scatters = Scatters(points, codes, means);
        foreach (var scatter in scatters)
        {
            AddScaled(_prior, scatter, 1.0 / points.Rows);
        }

        for (var g = 0; g < codes.Count; g++)
        {
            Append(NewGroup(codes.Sizes[g], means[g].ToArray(), scatters[g], [g]));
        }
    }

    /// <summary>The cluster of every point.</summary>
    /// <param name="points">n × d.</param>
    /// <param name="labels">The small group of every point.</param>
    /// <param name="clusters">How many are to be left.</param>
    /// <param name="shape">What the covariances may look like.</param>
    /// <param name="cancel">Looked at before every merge.</param>
    internal static int[] Labels(
        Matrix points,
        int[] labels,
        int clusters,
        CovarianceShape shape,
        CancellationToken cancel
    )
    {
        var merges = new MixtureMerges(points, labels, shape);
        while (merges._groups.Count > clusters)
        {
            cancel.ThrowIfCancellationRequested();
            merges.MergeBest();
        }

        var cluster = new int[merges._groups.Sum(g => g.Members.Length)];
        for (var c = 0; c < merges._groups.Count; c++)
        {
            foreach (var member in merges._groups[c].Members)
            {
                cluster[member] = c;
            }
        }

        return [.. new Codes(labels).Of.Select(code => cluster[code])];
    }

    void MergeBest()
    {
        var (best, first, second) = (double.PositiveInfinity, 0, 0);
        for (var a = 1; a < _rises.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                if (_rises[a][b] < best)
                {
                    (best, first, second) = (_rises[a][b], a, b);
                }
            }
        }

        var union = Union(_groups[first], _groups[second]);
        Remove(first);
        Remove(second);
        Append(union);
    }

    void Append(Group group)
    {
        _rises.Add([.. _groups.Select(other => Union(group, other).Cost - group.Cost - other.Cost)]);
        _groups.Add(group);
    }

    void Remove(int place)
    {
        _groups.RemoveAt(place);
        _rises.RemoveAt(place);
        for (var later = place; later < _rises.Count; later++)
        {
            _rises[later] = [.. _rises[later].Where((_, other) => other != place)];
        }
    }

    Group Union(Group a, Group b)
    {
        var count = a.Count + b.Count;
        var mean = new double[a.Mean.Length];
        var apart = new double[a.Mean.Length];
        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = ((a.Count * a.Mean[i]) + (b.Count * b.Mean[i])) / count;
            apart[i] = a.Mean[i] - b.Mean[i];
        }

        var scatter = new Matrix(a.Scatter.Values.ToArray(), mean.Length);
        AddScaled(scatter, b.Scatter, 1);
        for (var i = 0; i < mean.Length; i++)
        {
            for (var j = 0; j < mean.Length; j++)
            {
                scatter[i][j] += a.Count * b.Count / count * apart[i] * apart[j];
            }
        }

        return NewGroup(count, mean, scatter, [.. a.Members, .. b.Members]);
    }

    Group NewGroup(double count, double[] mean, Matrix scatter, int[] members) =>
        new(count, mean, scatter, count * LogDeterminant(scatter, count), members);

    double LogDeterminant(Matrix scatter, double count)
    {
        var columns = scatter.Columns;
        var covariance = new Matrix(columns, columns);
        AddScaled(covariance, scatter, 1 / (count + columns + 1));
        AddScaled(covariance, _prior, (columns + 1) / (count + columns + 1));
        var variances = Enumerable.Range(0, columns).Select(i => Math.Max(covariance[i][i], 1e-300));
        return _shape switch
        {
            CovarianceShape.Spherical => columns * Math.Log(variances.Average()),
            CovarianceShape.Diagonal => variances.Sum(Math.Log),
            _ => Cholesky.Factor(covariance) is { } lower
                ? Cholesky.LogDeterminant(lower)
                : variances.Sum(Math.Log),
        };
    }

    static Matrix[] Scatters(Matrix points, Codes codes, Matrix means)
    {
        var columns = points.Columns;
        var scatters = Enumerable.Range(0, codes.Count).Select(_ => new Matrix(columns, columns)).ToArray();
        for (var row = 0; row < points.Rows; row++)
        {
            var point = points[row];
            var mean = means[codes.Of[row]];
            var scatter = scatters[codes.Of[row]];
            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    scatter[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]);
                }
            }
        }

        return scatters;
    }

    static void AddScaled(Matrix sum, Matrix other, double scale)
    {
        for (var i = 0; i < sum.Values.Length; i++)
        {
            sum.Values[i] += scale * other.Values[i];
        }
    }
}
