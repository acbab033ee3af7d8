namespace Clientele.Models;

/// <summary>What one thread needs to solve for six rows; reused for the next.</summary>
sealed class AlsScratch(int width)
{
    const int Tile = FactorKernel.Tile;

    /// <summary>Rows that are asked for before they are copied.</summary>
    const int Ahead = 12;

    readonly float[][] _rows = [.. Enumerable.Repeat(Array.Empty<float>(), Tile)];
    readonly float[][] _confidence = [.. Enumerable.Repeat(Array.Empty<float>(), Tile)];
    readonly float[][] _excess = [.. Enumerable.Repeat(Array.Empty<float>(), Tile)];
    readonly float[][] _minusExcess = [.. Enumerable.Repeat(Array.Empty<float>(), Tile)];
    readonly int[] _counts = new int[Tile];

    internal float[] Solution { get; } = new float[Tile * width];
    internal float[] Residual { get; } = new float[Tile * width];
    internal float[] Direction { get; } = new float[Tile * width];
    internal float[] Product { get; } = new float[Tile * width];

    /// <summary>One of six vectors.</summary>
    internal Span<float> Of(float[] vectors, int i) => vectors.AsSpan(i * width, width);

    /// <summary>Factors of the columns that a row has, one after another.</summary>
    internal ReadOnlySpan<float> Rows(int i) => _rows[i].AsSpan(0, _counts[i] * width);

    /// <summary>c of each.</summary>
    internal ReadOnlySpan<float> Confidence(int i) => _confidence[i].AsSpan(0, _counts[i]);

    /// <summary>c − 1 of each.</summary>
    internal ReadOnlySpan<float> Excess(int i) => _excess[i].AsSpan(0, _counts[i]);

    /// <summary>1 − c of each.</summary>
    internal ReadOnlySpan<float> MinusExcess(int i) => _minusExcess[i].AsSpan(0, _counts[i]);

    /// <summary>Copies what a row needs side by side: it is passed over several times.</summary>
    internal void Gather(SparseMatrix purchases, ReadOnlySpan<int> rows, FactorTable columns, double alpha)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            Gather(purchases, rows[i], i, columns, alpha);
        }
    }

    void Gather(SparseMatrix purchases, int row, int i, FactorTable columns, double alpha)
    {
        var own = purchases.ColumnsOf(row);
        var values = purchases.ValuesOf(row);
        // Filled up to whole fours, by rows that weigh nothing.
        _counts[i] = (own.Length + FactorKernel.Rows - 1) / FactorKernel.Rows * FactorKernel.Rows;
        if (_confidence[i].Length < _counts[i])
        {
            var room = Math.Max(_counts[i], 2 * _confidence[i].Length);
            _rows[i] = new float[room * width];
            (_confidence[i], _excess[i], _minusExcess[i]) = (
                new float[room],
                new float[room],
                new float[room]
            );
        }

        for (var place = 0; place < own.Length; place++)
        {
            // Rows lie anywhere: without asking ahead, waiting for memory is a third of the time.
            FactorKernel.Fetch(columns[own[Math.Min(place + Ahead, own.Length - 1)]]);
            columns[own[place]].CopyTo(_rows[i].AsSpan(place * width, width));
            var confidence = (float)(alpha * values[place]);
            _confidence[i][place] = confidence;
            _excess[i][place] = confidence - 1;
            _minusExcess[i][place] = 1 - confidence;
        }

        for (var place = own.Length; place < _counts[i]; place++)
        {
            (_confidence[i][place], _excess[i][place], _minusExcess[i][place]) = (0, 0, 0);
        }
    }
}
