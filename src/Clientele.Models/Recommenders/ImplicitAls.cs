namespace Clientele.Models;

/// <summary>Describes customers and items by a few numbers each whose products say who bought what: weighted matrix factorisation.</summary>
/// <remarks>
/// Least is Σ_all p² + Σ_bought (c·(1 − p)² − p²) + λ·(Σ|x|² + Σ|y|²) with p = x·y and c = α·weight, customers and items in turn.
/// O(entries·f + rows·f²) a pass. Source: Hu, Koren and Volinsky (2008); Takács, Pilászy and Tikk (2011) for the conjugate gradient.
/// </remarks>
public sealed class ImplicitAls(AlsOptions options) : IRecommender
{
    /// <summary>Steps of conjugate gradient a pass.</summary>
    const int Steps = 3;

    readonly AlsOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => "als";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default) =>
        new LearnedAls(Factorize(log.Sums, cancel).Items, _options, cancel);

    /// <summary>Finds the factors.</summary>
    /// <param name="purchases">A row a customer, a column an item; weights above 0.</param>
    /// <param name="cancel">Looked at now and then.</param>
    public AlsFactors Factorize(SparseMatrix purchases, CancellationToken cancel = default)
    {
        var customers = new FactorTable(purchases.Rows, _options.Factors);
        var items = FactorTable.Random(purchases.Columns, _options.Factors, _options.Seed);
        var holders = purchases.Transposed();
        for (var pass = 0; pass < _options.Iterations; pass++)
        {
            new AlsRows(items, _options, cancel).Solve(purchases, customers, Steps);
            new AlsRows(customers, _options, cancel).Solve(holders, items, Steps);
        }

        return new AlsFactors(customers, items);
    }
}

/// <summary>What <see cref="ImplicitAls"/> found.</summary>
/// <param name="Customers">A row a customer.</param>
/// <param name="Items">A row an item.</param>
public sealed record AlsFactors(FactorTable Customers, FactorTable Items)
{
    /// <summary>What was to be made least.</summary>
    public double Loss(SparseMatrix purchases, AlsOptions options)
    {
        var (left, right) = (
            Customers.Gram(0, options.Threads, default),
            Items.Gram(0, options.Threads, default)
        );
        var loss = left.Zip(right, (a, b) => (double)a * b).Sum();
        for (var row = 0; row < purchases.Rows; row++)
        {
            var columns = purchases.ColumnsOf(row);
            var values = purchases.ValuesOf(row);
            for (var place = 0; place < columns.Length; place++)
            {
                var p = Product(Customers[row], Items[columns[place]]);
                loss += (options.Alpha * values[place] * (1 - p) * (1 - p)) - (p * p);
            }
        }

        return loss + (options.Regularization * (Squares(Customers) + Squares(Items)));
    }

    static double Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (double)a[i] * b[i];
        }

        return sum;
    }

    static double Squares(FactorTable table)
    {
        var sum = 0.0;
        for (var row = 0; row < table.Rows; row++)
        {
            sum += Product(table[row], table[row]);
        }

        return sum;
    }
}

/// <summary>Items by factors; a customer's are solved for when asked, so that who came later can be served too.</summary>
sealed class LearnedAls : ILearnedRecommender
{
    /// <summary>From nothing, not from the last pass: more steps than one pass takes.</summary>
    const int Steps = 8;

    readonly FactorTable _items;
    readonly AlsRows _solver;
    readonly float[] _panels;

    internal LearnedAls(FactorTable items, AlsOptions options, CancellationToken cancel)
    {
        _items = items;
        _solver = new AlsRows(items, options, cancel);
        _panels = Panels(items);
    }

    public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
    {
        const int Tile = FactorKernel.Tile;
        var tiles = new FactorTable((customers.Length + Tile - 1) / Tile * Tile, _items.Factors);
        _solver.Solve(log.Sums, customers, tiles, Steps);
        var room = new float[Tile * FactorKernel.Columns];
        for (var panel = 0; panel * FactorKernel.Columns < _items.Rows; panel++)
        {
            var first = panel * FactorKernel.Columns;
            var width = Math.Min(FactorKernel.Columns, _items.Rows - first);
            for (var row = 0; row < customers.Length; row += Tile)
            {
                FactorKernel.Multiply(
                    ref tiles[row][0],
                    tiles.Width,
                    leftStep: 1,
                    ref _panels[first * _items.Factors],
                    FactorKernel.Columns,
                    _items.Factors,
                    ref room[0],
                    FactorKernel.Columns
                );
                for (var i = row; i < Math.Min(row + Tile, customers.Length); i++)
                {
                    room.AsSpan((i - row) * FactorKernel.Columns, width)
                        .CopyTo(scores[((i * _items.Rows) + first)..]);
                }
            }
        }
    }

    /// <summary>The closest of what was bought, by factors and weight.</summary>
    public int Because(PurchaseLog log, int customer, int item)
    {
        var items = log.Sums.ColumnsOf(customer);
        var weights = log.Sums.ValuesOf(customer);
        var (best, most) = (-1, 0f);
        for (var place = 0; place < items.Length; place++)
        {
            var near =
                weights[place]
                * System.Numerics.Tensors.TensorPrimitives.Dot<float>(_items[items[place]], _items[item]);
            if (items[place] != item && near > most)
            {
                (best, most) = (items[place], near);
            }
        }

        return best;
    }

    /// <summary>Factors of sixteen items side by side, factor after factor.</summary>
    static float[] Panels(FactorTable items)
    {
        const int Columns = FactorKernel.Columns;
        var panels = new float[(items.Rows + Columns - 1) / Columns * Columns * items.Factors];
        for (var item = 0; item < items.Rows; item++)
        {
            for (var factor = 0; factor < items.Factors; factor++)
            {
                panels[(item / Columns * Columns * items.Factors) + (factor * Columns) + (item % Columns)] =
                    items[item][factor];
            }
        }

        return panels;
    }
}
