using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The engine: what goes in comes out, and what fails says where.</summary>
public sealed class DuckDatabaseTests
{
    static readonly string?[] Texts =
    [
        "",
        "a",
        "exactly 12 b",
        "thirteen byte",
        null,
        "żółć 🛒 購物車",
        "🛒🛒🛒",
        "it's \"quoted\"; drop table x; --",
        "nul\0within",
        new('x', 100_000),
    ];

    static Column[] Kinds =>
        [
            new TextColumn("texts", Texts),
            new NumberColumn(
                "numbers",
                [
                    0,
                    -0.1,
                    double.NaN,
                    double.MinValue,
                    double.MaxValue,
                    double.Epsilon,
                    1.0 / 3,
                    -1,
                    1e-300,
                    double.PositiveInfinity,
                ]
            ),
            new IntegerColumn(
                "wholes",
                [0, -1, null, long.MinValue, long.MaxValue, 42, 1L << 53, -(1L << 53) - 1, 7, 8]
            ),
            new DecimalColumn(
                "decimals",
                [
                    0,
                    -0.0001m,
                    null,
                    99_999_999_999_999.9999m,
                    -99_999_999_999_999.9999m,
                    2.55m,
                    0.1m,
                    -3,
                    1_000_000,
                    12.5m,
                ]
            ),
            new DateColumn(
                "dates",
                [
                    .. Enumerable
                        .Range(0, 10)
                        .Select(i => i == 3 ? (DateOnly?)null : new DateOnly(1600 + (i * 99), 1, 1)),
                ]
            ),
            new TimeColumn(
                "times",
                [
                    .. Enumerable
                        .Range(0, 10)
                        .Select(i =>
                            i == 3
                                ? (DateTime?)null
                                : new DateTime(1600 + (i * 99), 12, 31, 23, 59, 59).AddMicroseconds(i)
                        ),
                ]
            ),
            new FlagColumn("flags", [true, false, null, true, true, false, false, null, true, false]),
        ];

    public static TheoryData<string> Columns => [.. Kinds.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_comes_out_as_it_went_in(string name)
    {
        using var database = Open();
        var column = Kinds.Single(c => c.Name == name);

        database.Save(new Table("t", [column]));
        var read = database.Read(new("t", "from results.t order by rowid"))[name];

        Assert.Equal(column.GetType(), read.GetType());
        Assert.Equal(
            Enumerable.Range(0, 10).Select(column.ToText),
            Enumerable.Range(0, 10).Select(read.ToText)
        );
    }

    [Fact]
    public void Columns_of_all_kinds_stand_side_by_side()
    {
        using var database = Open();

        database.Save(new Table("t", Kinds));

        Assert.Equal(
            TestShop.TextOf(new("t", Kinds)),
            TestShop.TextOf(database.Read(new("t", "from results.t order by rowid")))
        );
    }

    [Theory]
    [InlineData("select 1::tinyint - 2::tinyint", "-1")]
    [InlineData("select (-300)::smallint", "-300")]
    [InlineData("select 255::utinyint", "255")]
    [InlineData("select 65535::usmallint", "65535")]
    [InlineData("select 4294967295::uinteger", "4294967295")]
    [InlineData("select 7::ubigint", "7")]
    [InlineData("select (-7)::hugeint", "-7")]
    [InlineData("select 0.5::float", "0.5")]
    [InlineData("select 1.5::decimal(4, 1)", "1.5")]
    [InlineData("select 1.5::decimal(9, 1)", "1.5")]
    [InlineData("select -1.23456789::decimal(38, 8)", "-1.23456789")]
    public void Every_number_type_that_sql_makes_is_read(string query, string expected)
    {
        using var database = Open();
        var read = database.Read(new("q", query)).Columns[0];

        Assert.Equal(
            double.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            read.ToNumbers()[0]
        );
    }

    [Theory]
    [InlineData("results", "t; drop table x")]
    [InlineData("results", "t\"")]
    [InlineData("other", "t")]
    public void Names_that_are_not_ours_make_no_sql(string schema, string table)
    {
        using var database = Open();
        var rows = new Table(table, [new NumberColumn("n", [1])]);

        Assert.Throws<WarehouseException>(() =>
        {
            database.Save(rows);
            database.Append(schema, rows);
        });
    }

    [Fact]
    public void Money_beyond_what_is_held_is_refused()
    {
        using var database = Open();

        Assert.Throws<WarehouseException>(() =>
            database.Save(new Table("t", [new DecimalColumn("money", [100_000_000_000_000m])]))
        );
        Assert.Throws<WarehouseException>(() =>
            database.Save(new Table("t", [new DecimalColumn("money", [decimal.MaxValue])]))
        );
    }

    static DuckDatabase Open()
    {
        var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        database.Execute(new("schema", "create schema results"));
        return database;
    }
}
