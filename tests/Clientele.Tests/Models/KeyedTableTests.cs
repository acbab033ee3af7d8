using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Models that run on tables of ids.</summary>
public sealed class KeyedTableTests
{
    static readonly Dictionary<string, string> None = [];

    public static TheoryData<string> Names =>
        [.. TableModels.All.Where(m => m.Keys != null).Select(m => m.Name)];

    static ITableModel Named(string name) => TableModels.All.First(m => m.Name == name);

    /// <summary>Purchases as rows: ids, and where the model reads them weight, day and segment.</summary>
    static NamedMatrix Table(ITableModel model, IReadOnlyList<(string A, string B, int Day)> rows)
    {
        var names = model.Keys!.Numbers;
        var values = new Matrix(rows.Count, Math.Max(1, names.Count));
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < names.Count; column++)
            {
                values[row][column] = names[column] == "day" ? rows[row].Day : double.NaN;
            }
        }

        return new NamedMatrix(names, values)
        {
            Keys =
            [
                [.. rows.Select(r => r.A)],
                [.. rows.Select(r => r.B)],
            ],
        };
    }

    static List<(string, string, int)> Rows(int seed)
    {
        var log = PurchaseLogs.Planted(40, 20, 2, seed);
        return
        [
            .. Enumerable
                .Range(0, log.Customers)
                .SelectMany(c =>
                    log.Items(c)
                        .ToArray()
                        .Zip(log.Baskets(c).ToArray(), (item, basket) => ($"c{c:00}", $"{item:000}", basket))
                ),
        ];
    }

    static string Text(TableFit fit) =>
        string.Join(
            '\n',
            fit.Tables.SelectMany(t => t.Columns)
                .Select(c => $"{c.Name}:{string.Join(',', c.Texts ?? [.. c.Numbers!.Select(n => $"{n:R}")])}")
        );

    static TableFit Fit(ITableModel model, IReadOnlyList<(string, string, int)> rows, int threads = 1) =>
        model.Fit(
            Table(model, rows),
            // Of all that a customer bought there are very many sets.
            model.Settings.Any(s => s.Name == "max_length")
                ? new Dictionary<string, string> { ["max_length"] = "2" }
                : None,
            seed: 3,
            threads,
            TestContext.Current.CancellationToken
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_rows_give_equal_tables_for_any_threads(string name)
    {
        var (model, rows) = (Named(name), Rows(1));
        var one = Fit(model, rows);

        Assert.NotEmpty(one.Tables);
        Assert.Empty(one.Rows);
        Assert.All(
            one.Tables,
            t => Assert.Single(t.Columns.Select(c => c.Texts?.Length ?? c.Numbers!.Length).Distinct())
        );
        Assert.Equal(Text(one), Text(Fit(model, rows, threads: 4)));
    }

    /// <summary>Ids are numbered by their letters; only who bought first is told by the order of rows of a day.</summary>
    [Theory]
    [InlineData("itemsets")]
    [InlineData("association_rules")]
    [InlineData("pairs")]
    [InlineData("sequences")]
    [InlineData("popularity")]
    [InlineData("item_cosine")]
    [InlineData("als")]
    public void The_order_of_the_rows_changes_nothing(string name)
    {
        var (model, rows) = (Named(name), Rows(2));
        var turned = rows.AsEnumerable().Reverse().ToList();

        Assert.Equal(Text(Fit(model, rows)), Text(Fit(model, turned)));
    }

    [Fact]
    public void Rules_are_those_of_a_count()
    {
        var rows = Rows(4);
        var baskets = rows.GroupBy(r => r.Item1).Select(g => g.Select(r => r.Item2).ToHashSet()).ToList();
        var rules = Fit(Named("association_rules"), rows).Tables[0];
        string[] Texts(string name) => rules.Columns.First(c => c.Name == name).Texts!;
        double[] Numbers(string name) => rules.Columns.First(c => c.Name == name).Numbers!;

        var checkedRules = 0;
        for (var rule = 0; rule < Texts("antecedent").Length; rule += 13)
        {
            var left = Texts("antecedent")[rule].Split(" + ");
            var right = Texts("consequent")[rule].Split(" + ");
            var all = baskets.Count(b => left.Concat(right).All(b.Contains));
            Assert.Equal(all, Numbers("count")[rule]);
            Assert.Equal((double)all / baskets.Count, Numbers("support")[rule], 1e-12);
            Assert.Equal(
                (double)all / baskets.Count(b => left.All(b.Contains)),
                Numbers("confidence")[rule],
                1e-12
            );
            checkedRules++;
        }

        Assert.True(checkedRules > 5);
    }

    [Fact]
    public void A_network_has_its_communities_and_weights_below_0_are_refused()
    {
        var model = Named("network");
        var rows = new List<(string, string, int)>();
        foreach (var side in (string[])["l", "r"])
        {
            for (var i = 0; i < 5; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    rows.Add(($"{side}{i}", $"{side}{j}", 0));
                }
            }
        }

        rows.Add(("l0", "r0", 0));
        var fit = Fit(model, rows);
        var community = fit.Tables[0].Columns.First(c => c.Name == "community").Numbers!;

        Assert.Equal(2, fit.Summary["communities"]);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], community);

        var table = Table(model, rows);
        table.Values[4][0] = -1;
        var fault = Assert.Throws<TableRowException>(() =>
            model.Fit(table, None, 0, 1, TestContext.Current.CancellationToken)
        );
        Assert.Equal((4, "weight"), (fault.Row, fault.Column));
    }

    [Fact]
    public void Sequences_need_days()
    {
        var model = Named("sequences");
        var table = Table(model, Rows(1));
        table.Values.Values.Fill(double.NaN);

        var fault = Assert.Throws<ArgumentException>(() =>
            model.Fit(table, None, 0, 1, TestContext.Current.CancellationToken)
        );
        Assert.Contains("There is no column 'day'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Bad_settings_are_named(string name)
    {
        var fault = Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() =>
            Named(name).Check(new Dictionary<string, string> { ["threads"] = "-1", ["colour"] = "blue" })
        );
        Assert.Contains("colour", fault.Message, StringComparison.Ordinal);
    }
}
