using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class TableModelTests
{
    static readonly Dictionary<string, string> None = [];

    static ITableModel Model(string name) => TableModels.All.Single(model => model.Name == name);

    static NamedMatrix Clouds() => new(["x", "y"], Points.Blobs(clusters: 3, size: 20, columns: 2).Points);

    [Fact]
    public void Kmeans_labels_every_row_and_tells_its_scores()
    {
        var fit = Model("kmeans").Fit(Clouds(), new Dictionary<string, string> { ["clusters"] = "3" }, 1, 1);

        var column = Assert.Single(fit.Rows);
        Assert.Equal("cluster", column.Name);
        Assert.Equal(60, column.Values.Length);
        Assert.Equal(
            1,
            AdjustedRand.Of(Points.Blobs(3, 20, 2).Labels, [.. column.Values.Select(v => (int)v)])
        );
        Assert.InRange(((Dictionary<string, double>)fit.Summary["scores"])["silhouette"], 0.8, 1);
        Assert.Equal(true, fit.Summary["converged"]);
        Assert.All(["inertia", "scores", "columns", "parameters"], key => Assert.Contains(key, fit.Summary));
    }

    [Fact]
    public void A_seed_among_the_settings_wins()
    {
        var fit = Model("kmeans").Fit(Clouds(), new Dictionary<string, string> { ["seed"] = "9" }, 1, 1);

        var parameters = Assert.IsType<IReadOnlyDictionary<string, string>>(
            fit.Summary["parameters"],
            exactMatch: false
        );
        Assert.Equal("9", parameters["seed"]);
        Assert.Equal("z_score", parameters["method"]);
    }

    [Fact]
    public void Threads_change_nothing_that_is_told()
    {
        var one = Model("kmeans").Fit(Clouds(), None, 1, 1);
        var two = Model("kmeans").Fit(Clouds(), None, 1, 2);

        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(one.Summary),
            System.Text.Json.JsonSerializer.Serialize(two.Summary)
        );
        Assert.Equal(one.Rows[0].Values, two.Rows[0].Values);
    }

    [Fact]
    public void What_does_not_suit_the_table_is_told_by_the_names_of_column_and_setting()
    {
        var table = new NamedMatrix(["age", "debt"], new Matrix([2, 1, 6, -1], columns: 2));
        string Refusal(string model, string setting, string value) =>
            Assert
                .Throws<ArgumentException>(() =>
                    Model(model).Fit(table, new Dictionary<string, string> { [setting] = value }, 0, 1)
                )
                .Message;

        Assert.StartsWith("Column 'debt' holds -1, but", Refusal("scale", "transform", "log1p"));
        Assert.StartsWith("Column 'debt' holds -1, but", Refusal("kmeans", "transform", "log1p"));
        Assert.StartsWith(
            "clusters is 30, but can be no more than the points: 2.",
            Refusal("kmeans", "clusters", "30")
        );
    }

    [Fact]
    public void Scale_gives_every_column_back_in_order()
    {
        var fit = Model("scale")
            .Fit(new NamedMatrix(["a", "b"], new Matrix([2, 1, 6, 3], columns: 2)), None, 0, 0);

        Assert.Equal(["a", "b"], fit.Rows.Select(column => column.Name));
        Assert.Equal([-1, 1], fit.Rows[1].Values);
    }

    /// <summary>Models of numbers; those of ids have tests of their own.</summary>
    public static TheoryData<string> Names =>
        [.. TableModels.All.Where(model => model.Keys == null).Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_that_is_not_known_is_refused_with_those_that_are(string name)
    {
        var model = Model(name);

        var error = Assert.Throws<ValidationException>(() =>
            model.Fit(Clouds(), new Dictionary<string, string> { ["nonsense"] = "1" }, 1, 1)
        );

        Assert.All(
            model.Settings,
            setting => Assert.Contains(setting.Name, error.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_model_runs_on_defaults_and_gives_a_value_a_row(string name)
    {
        var fit = Model(name).Fit(Suiting(name), None, seed: 1, threads: 1);

        Assert.NotEmpty(fit.Rows);
        Assert.All(fit.Rows, column => Assert.Equal(60, column.Values.Length));
    }

    /// <summary>Any sixty rows; laws of buying need their own columns.</summary>
    static NamedMatrix Suiting(string name) =>
        name switch
        {
            "ziln" => new(
                ["x", "y"],
                new Matrix([.. Enumerable.Range(0, 60).SelectMany(i => new double[] { i % 7, i % 3 * i })], 2)
            ),
            "sbg" => new(
                ["alive"],
                new Matrix([.. Enumerable.Range(0, 60).Select(t => 1000.0 / (t + 1))], 1)
            ),
            "nbd" or "bg_nbd" or "mbg_nbd" or "pareto_nbd" or "bg_bb" or "gamma_gamma" => new(
                ["x", "t_x", "T", "spend"],
                new Matrix(
                    [
                        .. Enumerable
                            .Range(0, 60)
                            .SelectMany(i =>
                                new[]
                                {
                                    i % 4,
                                    i % 4 == 0 ? 0 : 3.0 + (i % 7),
                                    12,
                                    i % 4 == 0 ? 0 : 5 + (i % 9),
                                }
                            ),
                    ],
                    4
                )
            ),
            _ => Clouds(),
        };

    [Fact]
    public void Names_are_in_order_and_differ() =>
        Assert.Equal(
            TableModels.All.Select(m => m.Name).Distinct().Order(StringComparer.Ordinal),
            TableModels.All.Select(m => m.Name)
        );
}
