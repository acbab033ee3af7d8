using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class ImplicitAlsTests
{
    static readonly AlsOptions Options = new()
    {
        Factors = 6,
        Regularization = 0.3,
        Alpha = 2.5,
        Iterations = 12,
        Solver = AlsSolver.Exact,
        Seed = 7,
    };

    static readonly SparseMatrix Purchases = PurchaseLogs.Planted(50, 30, 3, seed: 11).Sums;

    static double[][] Dense()
    {
        var dense = Enumerable.Range(0, Purchases.Rows).Select(_ => new double[Purchases.Columns]).ToArray();
        for (var row = 0; row < dense.Length; row++)
        {
            foreach (var (place, column) in Purchases.ColumnsOf(row).ToArray().Index())
            {
                dense[row][column] = Purchases.ValuesOf(row)[place];
            }
        }

        return dense;
    }

    /// <summary>The sum as it is written in the paper: over all cells.</summary>
    static double Loss(double[][] dense, double[][] x, double[][] y)
    {
        var loss = Options.Regularization * x.Concat(y).Sum(row => row.Sum(v => v * v));
        for (var row = 0; row < dense.Length; row++)
        {
            for (var column = 0; column < y.Length; column++)
            {
                var p = x[row].Zip(y[column], (a, b) => a * b).Sum();
                var c = dense[row][column] > 0 ? Options.Alpha * dense[row][column] : 1;
                loss += c * Math.Pow((dense[row][column] > 0 ? 1 : 0) - p, 2);
            }
        }

        return loss;
    }

    /// <summary>Normal equations over all cells, by Gauss.</summary>
    static double[] Solve(double[] values, double[][] others)
    {
        var f = Options.Factors;
        var a = Enumerable.Range(0, f).Select(_ => new double[f + 1]).ToArray();
        for (var i = 0; i < f; i++)
        {
            a[i][i] += Options.Regularization;
        }

        for (var column = 0; column < others.Length; column++)
        {
            var c = values[column] > 0 ? Options.Alpha * values[column] : 1;
            for (var i = 0; i < f; i++)
            {
                for (var j = 0; j < f; j++)
                {
                    a[i][j] += c * others[column][i] * others[column][j];
                }

                a[i][f] += values[column] > 0 ? c * others[column][i] : 0;
            }
        }

        for (var i = 0; i < f; i++)
        {
            for (var k = 0; k < f; k++)
            {
                if (k != i)
                {
                    var by = a[k][i] / a[i][i];
                    for (var j = i; j <= f; j++)
                    {
                        a[k][j] -= by * a[i][j];
                    }
                }
            }
        }

        return [.. Enumerable.Range(0, f).Select(i => a[i][f] / a[i][i])];
    }

    static double[][] Rows(FactorTable table) =>
        [
            .. Enumerable
                .Range(0, table.Rows)
                .Select(row => table[row][..table.Factors].ToArray().Select(v => (double)v).ToArray()),
        ];

    static double Reference(double[][] dense)
    {
        var y = Rows(FactorTable.Random(Purchases.Columns, Options.Factors, Options.Seed));
        double[][] x = [];
        for (var pass = 0; pass < Options.Iterations; pass++)
        {
            x = [.. dense.Select(row => Solve(row, y))];
            y = [.. Enumerable.Range(0, y.Length).Select(c => Solve([.. dense.Select(row => row[c])], x))];
        }

        return Loss(dense, x, y);
    }

    [Fact]
    public void The_loss_is_that_of_a_dense_reference()
    {
        var dense = Dense();
        var found = new ImplicitAls(Options).Factorize(Purchases, TestContext.Current.CancellationToken);

        Assert.Equal(
            1,
            found.Loss(Purchases, Options) / Loss(dense, Rows(found.Customers), Rows(found.Items)),
            1e-5
        );
        Assert.Equal(1, found.Loss(Purchases, Options) / Reference(dense), 1e-4);
    }

    [Fact]
    public void Three_steps_of_conjugate_gradient_end_as_low_as_exact_solutions()
    {
        var many = Options with { Iterations = 60 };
        var exact = new ImplicitAls(many).Factorize(Purchases, TestContext.Current.CancellationToken);
        var steps = many with { Solver = AlsSolver.ConjugateGradient };
        var found = new ImplicitAls(steps).Factorize(Purchases, TestContext.Current.CancellationToken);

        Assert.InRange(found.Loss(Purchases, Options) / exact.Loss(Purchases, Options), 0.99, 1.01);
    }

    [Fact]
    public void Every_pass_lowers_the_loss()
    {
        var last = double.PositiveInfinity;
        for (var passes = 1; passes <= 8; passes++)
        {
            var loss = new ImplicitAls(Options with { Iterations = passes })
                .Factorize(Purchases, TestContext.Current.CancellationToken)
                .Loss(Purchases, Options);
            Assert.True(loss < last * (1 + 1e-6));
            last = loss;
        }
    }

    /// <summary>Factors that fill no whole vectors, and rows of one entry and of more than a thread copies at once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(64)]
    public void Any_number_of_factors_gives_the_same_for_any_threads(int factors)
    {
        var options = new AlsOptions { Factors = factors, Iterations = 3 };
        var one = new ImplicitAls(options with { Threads = 1 }).Factorize(
            Purchases,
            TestContext.Current.CancellationToken
        );
        var four = new ImplicitAls(options with { Threads = 4 }).Factorize(
            Purchases,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Rows(one.Customers), Rows(four.Customers));
        Assert.Equal(Rows(one.Items), Rows(four.Items));
        Assert.All(Rows(one.Items), row => Assert.All(row, value => Assert.True(double.IsFinite(value))));
    }

    [Fact]
    public void Scores_are_products_of_the_factors()
    {
        var log = PurchaseLogs.Planted(50, 37, 3, seed: 11);
        var options = new AlsOptions { Factors = 12 };
        var found = new ImplicitAls(options).Factorize(log.Sums, TestContext.Current.CancellationToken);
        var learned = new ImplicitAls(options).Fit(log, TestContext.Current.CancellationToken);
        var dense = Enumerable.Range(0, log.ItemCount).Select(i => (double)0).ToArray();

        // A customer's factors are solved for anew, exactly: nearly those of the last pass.
        var scores = PurchaseLogs.Scores(learned, log, 3);
        for (var item = 0; item < dense.Length; item++)
        {
            var product = found
                .Customers[3]
                .ToArray()
                .Zip(found.Items[item].ToArray(), (a, b) => a * b)
                .Sum();
            Assert.InRange(scores[item] - product, -0.1, 0.1);
        }
    }
}
