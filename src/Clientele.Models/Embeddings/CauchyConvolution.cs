using System.Buffers;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Sums the smooth part of a <see cref="CauchyKernel"/> over charges on the nodes of a grid, by Fourier transforms.</summary>
/// <remarks>
/// The grid lies in a periodic one of twice its sides, so that no charge is felt round the edge. Rows are real signals: two are
/// the parts of a complex one, and of the frequencies along them half are kept. The result is divided by the squared transform
/// of a cubic B-spline's samples, once for charges that were spread by splines, once for a field that will be read by them.
/// Source: Linderman, Rachh, Hoskins, Steinerberger and Kluger (2019), Nature Methods 16; for splines on grids
/// Essmann et al. (1995), J. Chem. Phys. 103.
/// </remarks>
sealed class CauchyConvolution
{
    const int Pair = 2 * LaneFft.Lanes;

    readonly LaneFft _alongRows;
    readonly LaneFft _alongColumns;
    readonly int _halves;
    readonly float[] _kernel;
    float[] _spectrum = [];

    /// <param name="rows">Rows that hold charges.</param>
    /// <param name="columns">Columns that hold charges.</param>
    /// <param name="spacing">Distance between neighboring nodes.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    internal CauchyConvolution(int rows, int columns, double spacing, int threads)
    {
        // The inverse of the spline's transform reaches some nodes further.
        const int reach = 8;
        (_alongColumns, _alongRows) = (
            new(LaneFft.SizeFor((2 * rows) + reach)),
            new(LaneFft.SizeFor((2 * columns) + reach))
        );
        (Rows, Columns, Spacing) = ((_alongColumns.Size - reach) / 2, (_alongRows.Size - reach) / 2, spacing);
        _halves = ((_alongRows.Size / 2) + LaneFft.Lanes) / LaneFft.Lanes;
        _kernel = Kernel(threads);
    }

    /// <summary>Most rows that it can hold.</summary>
    internal int Rows { get; }

    /// <summary>Most columns that it can hold.</summary>
    internal int Columns { get; }

    /// <summary>Distance between neighboring nodes.</summary>
    internal double Spacing { get; }

    /// <summary>Numbers between a group of 16 rows and the next.</summary>
    internal int GroupLength => _alongRows.Size * Pair;

    /// <summary>A grid for some rows: the value of row r and column c lies at (r / 16)·<see cref="GroupLength"/> + 16·c + r % 16.</summary>
    internal static int Groups(int rows) => (rows + Pair - 1) / Pair;

    /// <summary>Charges become the field at their nodes, in place.</summary>
    /// <param name="grid">Charges on the first rows and columns, 0 elsewhere.</param>
    /// <param name="rows">Rows that hold charges, at most <see cref="Rows"/>.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    internal void Run(float[] grid, int rows, int threads, CancellationToken cancel)
    {
        var needed = _halves * rows * LaneFft.Stride;
        if (_spectrum.Length < needed)
        {
            _spectrum = new float[_halves * Rows * LaneFft.Stride];
        }

        var spectrum = _spectrum;
        Blocks.For(Groups(rows), threads, group => ToFrequencies(grid, spectrum, group, rows), cancel);
        Blocks.For(_halves, threads, half => Multiply(spectrum, half, rows), cancel);
        Blocks.For(Groups(rows), threads, group => FromFrequencies(grid, spectrum, group, rows), cancel);
    }

    /// <summary>Transforms 16 rows and parts the two signals of each pair.</summary>
    void ToFrequencies(float[] grid, float[] spectrum, int group, int rows)
    {
        var values = grid.AsSpan(group * GroupLength, GroupLength);
        _alongRows.Forward(values);
        var size = _alongRows.Size;
        Span<float> parts = stackalloc float[4 * LaneFft.Lanes];
        for (var k = 0; k <= size / 2; k++)
        {
            var one = values[(_alongRows.Place[k] * Pair)..];
            var other = values[(_alongRows.Place[(size - k) % size] * Pair)..];
            var (a, b) = (Vector256.Create<float>(one), Vector256.Create<float>(one[LaneFft.Lanes..]));
            var (c, d) = (Vector256.Create<float>(other), Vector256.Create<float>(other[LaneFft.Lanes..]));
            var half = Vector256.Create(0.5f);
            ((a + c) * half).CopyTo(parts);
            ((b + d) * half).CopyTo(parts[LaneFft.Lanes..]);
            ((b - d) * half).CopyTo(parts[(2 * LaneFft.Lanes)..]);
            ((c - a) * half).CopyTo(parts[(3 * LaneFft.Lanes)..]);
            var first = FirstOf(k, group, rows);
            for (var lane = 0; lane < Math.Min(Pair, rows - (group * Pair)); lane++)
            {
                spectrum[first + (lane * LaneFft.Stride)] = parts[lane];
                spectrum[first + (lane * LaneFft.Stride) + LaneFft.Lanes] = parts[Pair + lane];
            }
        }
    }

    /// <summary>Joins two signals to a pair, and transforms 16 rows back.</summary>
    void FromFrequencies(float[] grid, float[] spectrum, int group, int rows)
    {
        var values = grid.AsSpan(group * GroupLength, GroupLength);
        var size = _alongRows.Size;
        Span<float> parts = stackalloc float[4 * LaneFft.Lanes];
        parts.Clear();
        for (var k = 0; k <= size / 2; k++)
        {
            var first = FirstOf(k, group, rows);
            for (var lane = 0; lane < Math.Min(Pair, rows - (group * Pair)); lane++)
            {
                parts[lane] = spectrum[first + (lane * LaneFft.Stride)];
                parts[Pair + lane] = spectrum[first + (lane * LaneFft.Stride) + LaneFft.Lanes];
            }

            var real = Vector256.Create<float>(parts);
            var realOfSecond = Vector256.Create<float>(parts[LaneFft.Lanes..]);
            var imaginary = Vector256.Create<float>(parts[(2 * LaneFft.Lanes)..]);
            var imaginaryOfSecond = Vector256.Create<float>(parts[(3 * LaneFft.Lanes)..]);
            var other = values[(_alongRows.Place[(size - k) % size] * Pair)..];
            (real + imaginaryOfSecond).CopyTo(other);
            (realOfSecond - imaginary).CopyTo(other[LaneFft.Lanes..]);
            var one = values[(_alongRows.Place[k] * Pair)..];
            (real - imaginaryOfSecond).CopyTo(one);
            (realOfSecond + imaginary).CopyTo(one[LaneFft.Lanes..]);
        }

        _alongRows.Inverse(values);
    }

    /// <summary>Where in the spectrum the frequency k of the first row of a group lies.</summary>
    static int FirstOf(int k, int group, int rows) =>
        ((((k / LaneFft.Lanes) * rows) + (group * Pair)) * LaneFft.Stride) + (k % LaneFft.Lanes);

    /// <summary>Eight frequencies along the rows: along the columns there, times the kernel, and back.</summary>
    void Multiply(float[] spectrum, int half, int rows)
    {
        var length = _alongColumns.Size * LaneFft.Stride;
        var rented = ArrayPool<float>.Shared.Rent(length);
        var values = rented.AsSpan(0, length);
        var filled = spectrum.AsSpan(half * rows * LaneFft.Stride, rows * LaneFft.Stride);
        filled.CopyTo(values);
        values[filled.Length..].Clear();
        _alongColumns.Forward(values);
        var kernel = _kernel.AsSpan(half * _alongColumns.Size * LaneFft.Lanes);
        for (var i = 0; i < _alongColumns.Size; i++)
        {
            var factor = Vector256.Create<float>(kernel[(i * LaneFft.Lanes)..]);
            var value = values[(i * LaneFft.Stride)..];
            (Vector256.Create<float>(value) * factor).CopyTo(value);
            var imaginary = value[LaneFft.Lanes..];
            (Vector256.Create<float>(imaginary) * factor).CopyTo(imaginary);
        }

        _alongColumns.Inverse(values);
        values[..filled.Length].CopyTo(filled);
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The kernel's frequencies, which are real, in the order of the transforms, with all constant factors.</summary>
    float[] Kernel(int threads)
    {
        var (rows, columns) = (_alongColumns.Size, _alongRows.Size);
        var grid = new float[Groups(rows) * GroupLength];
        var spectrum = new float[_halves * rows * LaneFft.Stride];
        var kernel = new float[_halves * rows * LaneFft.Lanes];
        var (down, across) = (Spline(rows), Spline(columns));
        Blocks.For(
            Groups(rows),
            threads,
            group =>
            {
                Sample(grid, group, rows, columns);
                ToFrequencies(grid, spectrum, group, rows);
            },
            CancellationToken.None
        );
        Blocks.For(
            _halves,
            threads,
            half =>
            {
                var values = spectrum.AsSpan(half * rows * LaneFft.Stride, rows * LaneFft.Stride);
                _alongColumns.Forward(values);
                for (var frequency = 0; frequency < rows; frequency++)
                {
                    var place = _alongColumns.Place[frequency];
                    for (var lane = 0; lane < LaneFft.Lanes; lane++)
                    {
                        var spline = down[frequency] * across[((half * LaneFft.Lanes) + lane) % columns];
                        kernel[(((half * rows) + place) * LaneFft.Lanes) + lane] =
                            values[(place * LaneFft.Stride) + lane] / (spline * spline * rows * columns);
                    }
                }
            },
            CancellationToken.None
        );
        return kernel;
    }

    void Sample(float[] grid, int group, int rows, int columns)
    {
        var kernel = new CauchyKernel(Spacing);
        for (var row = group * Pair; row < Math.Min((group + 1) * Pair, rows); row++)
        {
            var down = Math.Min(row, rows - row) * Spacing;
            for (var column = 0; column < columns; column++)
            {
                var across = Math.Min(column, columns - column) * Spacing;
                grid[(group * GroupLength) + (column * Pair) + (row % Pair)] = (float)
                    kernel.Smooth((down * down) + (across * across));
            }
        }
    }

    /// <summary>Transform of the samples 1/6, 4/6, 1/6 of a cubic B-spline.</summary>
    static float[] Spline(int size) =>
        [.. Enumerable.Range(0, size).Select(k => (float)((2 + Math.Cos(2 * Math.PI * k / size)) / 3))];
}
