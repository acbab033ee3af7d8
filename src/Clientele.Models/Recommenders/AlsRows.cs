using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Solves for the factors of rows, those of the columns being given.</summary>
/// <remarks>
/// For a row with confidences c of the columns y that it has: (Σ_all y·yᵀ + Σ (c − 1)·y·yᵀ + λ)·x = Σ c·y. Six rows share each product with
/// the first sum, which is most of the work; the second is never written out. A column of confidence 1 adds only to the right.
/// </remarks>
sealed class AlsRows(FactorTable columns, AlsOptions options, CancellationToken cancel)
{
    const int TilesABlock = 8;

    readonly float[] _gram = columns.Gram(options.Regularization, options.Threads, cancel);

    /// <summary>Solves for all rows; what they hold is where the search starts.</summary>
    internal void Solve(SparseMatrix purchases, FactorTable rows, int steps)
    {
        const int RowsABlock = TilesABlock * FactorKernel.Tile;
        using var scratch = new ThreadLocal<AlsScratch>(() => new AlsScratch(columns.Width));
        Blocks.For(
            (purchases.Rows + RowsABlock - 1) / RowsABlock,
            options.Threads,
            block =>
            {
                Span<int> chosen = stackalloc int[FactorKernel.Tile];
                var end = Math.Min((block + 1) * RowsABlock, purchases.Rows);
                for (var first = block * RowsABlock; first < end; first += FactorKernel.Tile)
                {
                    var count = Math.Min(FactorKernel.Tile, end - first);
                    for (var i = 0; i < count; i++)
                    {
                        chosen[i] = first + i;
                    }

                    scratch.Value!.Gather(purchases, chosen[..count], columns, options.Alpha);
                    SolveTile(scratch.Value!, rows, (first, count), steps);
                }
            },
            cancel
        );
    }

    /// <summary>Solves for some rows only.</summary>
    /// <param name="purchases">What all rows have.</param>
    /// <param name="chosen">Those to solve for.</param>
    /// <param name="rows">As many, in the same order.</param>
    /// <param name="steps">Of conjugate gradient.</param>
    internal void Solve(SparseMatrix purchases, ReadOnlySpan<int> chosen, FactorTable rows, int steps)
    {
        var scratch = new AlsScratch(columns.Width);
        for (var first = 0; first < chosen.Length; first += FactorKernel.Tile)
        {
            var count = Math.Min(FactorKernel.Tile, chosen.Length - first);
            scratch.Gather(purchases, chosen.Slice(first, count), columns, options.Alpha);
            SolveTile(scratch, rows, (first, count), steps);
        }
    }

    /// <summary>Solves for up to six rows of which is gathered what they have.</summary>
    void SolveTile(AlsScratch own, FactorTable rows, (int First, int Count) tile, int steps)
    {
        for (var i = 0; i < tile.Count; i++)
        {
            rows[tile.First + i].CopyTo(own.Of(own.Solution, i));
        }

        if (options.Solver == AlsSolver.Exact)
        {
            for (var i = 0; i < tile.Count; i++)
            {
                AlsExact.Solve(_gram, own, i, columns.Factors);
            }
        }
        else
        {
            Descend(own, tile.Count, steps);
        }

        for (var i = 0; i < tile.Count; i++)
        {
            own.Of(own.Solution, i).CopyTo(rows[tile.First + i]);
        }
    }

    /// <summary>Conjugate gradient, six rows side by side.</summary>
    void Descend(AlsScratch own, int count, int steps)
    {
        Multiply(own.Solution, own.Product);
        Span<float> left = stackalloc float[FactorKernel.Tile];
        for (var i = 0; i < count; i++)
        {
            // Less what the solution so far gives, plus what it should: Σ (c − (c − 1)·y·x)·y − gram·x.
            var residual = own.Of(own.Residual, i);
            TensorPrimitives.Negate(own.Of(own.Product, i), residual);
            FactorKernel.AddScaled(
                own.Rows(i),
                own.Of(own.Solution, i),
                own.MinusExcess(i),
                own.Confidence(i),
                residual
            );
            residual.CopyTo(own.Of(own.Direction, i));
            left[i] = TensorPrimitives.SumOfSquares<float>(residual);
        }

        for (var step = 0; step < steps; step++)
        {
            Multiply(own.Direction, own.Product);
            for (var i = 0; i < count; i++)
            {
                left[i] = Step(own, i, left[i], isLast: step == steps - 1);
            }
        }
    }

    /// <summary>One step of one row; returns the square of what is left.</summary>
    static float Step(AlsScratch own, int i, float left, bool isLast)
    {
        // Nothing is left but rounding.
        if (left < 1e-20f)
        {
            return left;
        }

        var direction = own.Of(own.Direction, i);
        var product = own.Of(own.Product, i);
        FactorKernel.AddScaled(own.Rows(i), direction, own.Excess(i), [], product);
        var length = left / TensorPrimitives.Dot<float>(direction, product);
        var solution = own.Of(own.Solution, i);
        var residual = own.Of(own.Residual, i);
        TensorPrimitives.MultiplyAdd(direction, length, solution, solution);
        if (isLast)
        {
            return left;
        }

        TensorPrimitives.MultiplyAdd(product, -length, residual, residual);
        var now = TensorPrimitives.SumOfSquares<float>(residual);
        TensorPrimitives.MultiplyAdd(direction, now / left, residual, direction);
        return now;
    }

    void Multiply(float[] vectors, float[] products)
    {
        var width = columns.Width;
        for (var column = 0; column < width; column += FactorKernel.Columns)
        {
            FactorKernel.Multiply(
                ref vectors[0],
                width,
                leftStep: 1,
                ref _gram[column],
                width,
                columns.Factors,
                ref products[column],
                width
            );
        }
    }
}
