namespace Clientele.Models;

/// <summary>Rows of factors in single precision, each filled with zeros up to whole tiles of <see cref="FactorKernel"/>.</summary>
public sealed class FactorTable
{
    readonly float[] _values;

    internal FactorTable(int rows, int factors)
    {
        (Rows, Factors) = (rows, factors);
        Width = (factors + FactorKernel.Columns - 1) / FactorKernel.Columns * FactorKernel.Columns;
        // Room behind the last row, as the kernel reads whole tiles.
        _values = new float[((long)rows * Width) + FactorKernel.Tile];
    }

    internal int Rows { get; }

    /// <summary>Factors without the zeros.</summary>
    internal int Factors { get; }

    /// <summary>Factors with the zeros.</summary>
    internal int Width { get; }

    internal Span<float> this[int row] => _values.AsSpan(row * Width, Width);

    /// <summary>Small random numbers.</summary>
    internal static FactorTable Random(int rows, int factors, int seed)
    {
        var (table, random) = (new FactorTable(rows, factors), new Random(seed));
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var value in table[row][..factors])
            {
                value = (float)random.NextDouble() * 0.01f;
            }
        }

        return table;
    }

    /// <summary>Sums over the rows of the products of all pairs of columns, plus a number on the diagonal.</summary>
    internal float[] Gram(double diagonal, int threads, CancellationToken cancel)
    {
        const int RowsABlock = 1024;
        var blocks = new float[(Rows + RowsABlock - 1) / RowsABlock][];
        Blocks.For(
            blocks.Length,
            threads,
            block =>
                blocks[block] = Products(
                    block * RowsABlock,
                    Math.Min(RowsABlock, Rows - (block * RowsABlock))
                ),
            cancel
        );
        var gram = new double[Width * Width];
        foreach (var sums in blocks)
        {
            for (var i = 0; i < gram.Length; i++)
            {
                gram[i] += sums[i];
            }
        }

        for (var column = 0; column < Factors; column++)
        {
            gram[(column * Width) + column] += diagonal;
        }

        return [.. gram.Select(value => (float)value)];
    }

    /// <summary>Products of all pairs of columns over some rows; what stands behind the last pair means nothing.</summary>
    float[] Products(int first, int count)
    {
        const int Tile = FactorKernel.Tile;
        var sums = new float[(Width + Tile) * Width];
        for (var left = 0; left < Factors; left += Tile)
        {
            for (var right = 0; right < Width; right += FactorKernel.Columns)
            {
                FactorKernel.Multiply(
                    ref _values[(first * Width) + left],
                    leftStride: 1,
                    leftStep: Width,
                    ref _values[(first * Width) + right],
                    Width,
                    count,
                    ref sums[(left * Width) + right],
                    Width
                );
            }
        }

        return sums;
    }
}
