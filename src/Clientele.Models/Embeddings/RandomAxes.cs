using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>The first principal axes of points of many columns, without all covariances.</summary>
/// <remarks>
/// Some more random directions than axes are asked for are turned towards those of most variance: each pass multiplies
/// them by XᵀX, a block of rows at a time, and makes them orthogonal again; within what they span at last the axes are exact.
/// Source: Halko, Martinsson and Tropp (2011), SIAM Review 53(2), algorithm 4.4 and section 5.1.
/// </remarks>
sealed class RandomAxes(Matrix points, PcaOptions options)
{
    /// <summary>Directions beyond those asked for.</summary>
    const int Spare = 10;

    readonly double[] _means = new double[points.Columns];

    internal PrincipalComponents Find(CancellationToken cancel)
    {
        var variance = Center(cancel);
        var count = Math.Min(options.Components + Spare, Math.Min(points.Columns, points.Rows));
        var random = new Random(options.Seed);
        var directions = new Matrix(count, points.Columns);
        foreach (ref var value in directions.Values)
        {
            value = NormalNumber.Next(random);
        }

        Orthonormalize(directions);
        for (var pass = 0; pass <= options.Passes; pass++)
        {
            directions = Multiplied(directions, cancel);
            Orthonormalize(directions);
        }

        return Within(directions, variance, cancel);
    }

    /// <summary>Finds the means and returns the sum of the variances.</summary>
    double Center(CancellationToken cancel)
    {
        var blocks = new Matrix(BlockCount, points.Columns);
        ForBlocks(
            (block, rows) =>
            {
                for (var row = rows.Start; row < rows.End; row++)
                {
                    TensorPrimitives.Add(blocks[block], points[row], blocks[block]);
                }
            },
            cancel
        );
        for (var block = 0; block < blocks.Rows; block++)
        {
            TensorPrimitives.Add(_means, blocks[block], _means);
        }

        TensorPrimitives.Divide(_means, points.Rows, _means);
        var squares = new double[BlockCount];
        ForBlocks(
            (block, rows) =>
            {
                for (var row = rows.Start; row < rows.End; row++)
                {
                    var distance = TensorPrimitives.Distance<double>(points[row], _means);
                    squares[block] += distance * distance;
                }
            },
            cancel
        );
        return squares.Sum() / (points.Rows - 1);
    }

    /// <summary>The exact axes within what orthonormal directions span.</summary>
    PrincipalComponents Within(Matrix directions, double variance, CancellationToken cancel)
    {
        var images = Multiplied(directions, cancel);
        var covariances = new Matrix(directions.Rows, directions.Rows);
        for (var i = 0; i < directions.Rows; i++)
        {
            for (var j = i; j < directions.Rows; j++)
            {
                covariances[i][j] = covariances[j][i] =
                    TensorPrimitives.Dot<double>(directions[i], images[j]) / (points.Rows - 1);
            }
        }

        var eigen = SymmetricEigen.Of(covariances);
        var axes = new Matrix(Math.Min(options.Components, directions.Rows), points.Columns);
        for (var axis = 0; axis < axes.Rows; axis++)
        {
            for (var i = 0; i < directions.Rows; i++)
            {
                TensorPrimitives.MultiplyAdd(directions[i], eigen.Vectors[axis][i], axes[axis], axes[axis]);
            }

            SymmetricEigen.FixSign(axes[axis]);
        }

        return new PrincipalComponents(_means, axes, eigen.Values[..axes.Rows], variance);
    }

    /// <summary>XᵀX times each direction.</summary>
    Matrix Multiplied(Matrix directions, CancellationToken cancel)
    {
        var right = Panel.Of(directions.Transposed());
        var width = Panel.Padded(points.Columns);
        var sums = new double[BlockCount][];
        ForBlocks(
            (block, rows) =>
            {
                sums[block] = new double[width * right.Width];
                var step = Panel.RowsThatFit(points.Columns);
                var (panel, image) = (new Panel(step, points.Columns), new Panel(step, directions.Rows));
                for (var row = rows.Start; row < rows.End; row += step)
                {
                    panel.Fill(points, _means, row, Math.Min(row + step, rows.End));
                    image.Multiply(panel, right);
                    panel.AddProducts(image, sums[block]);
                }
            },
            cancel
        );
        for (var block = 1; block < sums.Length; block++)
        {
            TensorPrimitives.Add(sums[0], sums[block], sums[0]);
        }

        return new Matrix(sums[0], right.Width)
            .Take([.. Enumerable.Range(0, points.Columns)])
            .Transposed()
            .Take([.. Enumerable.Range(0, directions.Rows)]);
    }

    int BlockCount => (points.Rows + RowsABlock - 1) / RowsABlock;

    int RowsABlock => Covariance.RowsABlock(points.Rows);

    void ForBlocks(Action<int, (int Start, int End)> body, CancellationToken cancel) =>
        Blocks.For(
            BlockCount,
            options.Threads,
            block => body(block, (block * RowsABlock, Math.Min((block + 1) * RowsABlock, points.Rows))),
            cancel
        );

    /// <summary>Makes rows orthogonal and of length 1, the earlier ones first; what depends on them becomes 0.</summary>
    static void Orthonormalize(Matrix rows)
    {
        for (var i = 0; i < rows.Rows; i++)
        {
            var row = rows[i];
            var before = TensorPrimitives.Norm<double>(row);
            // Twice is enough to be orthogonal to the last digit.
            for (var turn = 0; turn < 2; turn++)
            {
                for (var j = 0; j < i; j++)
                {
                    TensorPrimitives.MultiplyAdd(
                        rows[j],
                        -TensorPrimitives.Dot<double>(rows[j], row),
                        row,
                        row
                    );
                }
            }

            var length = TensorPrimitives.Norm<double>(row);
            TensorPrimitives.Multiply(row, length > 1e-12 * before ? 1 / length : 0, row);
        }
    }
}
