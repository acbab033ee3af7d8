namespace Clientele.Models;

/// <summary>Centers that follow batches.</summary>
/// <param name="centers">Where they begin; they are moved.</param>
/// <remarks>
/// The inertia of batches is smoothed, so that one lucky batch does not end a run; new batches weigh a tenth.
/// </remarks>
sealed class MiniBatchRun(Matrix centers)
{
    const double Weight = 0.1;

    readonly double[] _counts = new double[centers.Rows];
    readonly Matrix _sums = new(centers.Rows, centers.Columns);
    readonly double[] _new = new double[centers.Rows];
    double _smoothed = double.NaN;
    double _least = double.PositiveInfinity;
    int _idle;

    internal Matrix Centers { get; } = centers;

    /// <summary>Whether the last batches did not lower the inertia any more.</summary>
    internal bool Settled { get; private set; }

    /// <summary>Moves every center to the mean of all points that were nearest to it so far.</summary>
    internal void Follow(PackedPoints batch, int patience)
    {
        var (labels, inertia) = Nearest.Label(batch, Centers, threads: 1, CancellationToken.None);
        Array.Clear(_new);
        _sums.Values.Clear();
        Span<double> point = stackalloc double[Centers.Columns];
        for (var row = 0; row < labels.Length; row++)
        {
            batch.CopyRow(row, point);
            _new[labels[row]]++;
            System.Numerics.Tensors.TensorPrimitives.Add<double>(
                _sums[labels[row]],
                point,
                _sums[labels[row]]
            );
        }

        for (var c = 0; c < _new.Length; c++)
        {
            _counts[c] += _new[c];
            for (var j = 0; j < Centers.Columns && _new[c] > 0; j++)
            {
                Centers[c][j] += (_sums[c][j] - (_new[c] * Centers[c][j])) / _counts[c];
            }
        }

        Judge(inertia, patience);
    }

    void Judge(double inertia, int patience)
    {
        _smoothed = double.IsNaN(_smoothed) ? inertia : _smoothed + (Weight * (inertia - _smoothed));
        _idle = _smoothed < _least ? 0 : _idle + 1;
        _least = Math.Min(_least, _smoothed);
        Settled = _idle >= patience;
    }
}
