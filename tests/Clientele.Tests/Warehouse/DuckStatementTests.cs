using System.Diagnostics;
using Clientele.Warehouse;

namespace Clientele.Tests;

public class DuckStatementTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(10_000)]
    public void Any_number_of_rows_comes_out_in_order(int rows)
    {
        using var database = Open();
        long?[] numbers = [.. Enumerable.Range(0, rows).Select(i => i % 65 == 64 ? (long?)null : i)];
        string?[] texts =
        [
            .. numbers.Select(n => n % 3 == 0 ? null : $"row {n} {new string('é', (int)(n ?? 0) % 20)}"),
        ];

        database.Save(new Table("t", [new IntegerColumn("n", numbers), new TextColumn("s", texts)]));
        var read = database.Read(new("t", "from results.t order by rowid"));

        Assert.Equal(rows, read.Rows);
        Assert.Equal(numbers, ((IntegerColumn)read["n"]).Values);
        Assert.Equal(texts, ((TextColumn)read["s"]).Values);
    }

    [Fact]
    public void Every_kind_of_parameter_binds()
    {
        using var database = Open();

        var read = database.Read(
            new(
                "parameters",
                "select $s as s, $i as i, $l as l, $d as d, $m as m, $b as b, $day as day, $time as time, $n is null as n"
            ),
            ("s", "o'clock 🛒"),
            ("i", -7),
            ("l", long.MinValue),
            ("d", 0.1),
            ("m", -12.3456m),
            ("b", true),
            ("day", new DateOnly(2011, 12, 9)),
            ("time", new DateTime(2011, 12, 9, 12, 50, 0).AddMicroseconds(1)),
            ("n", null)
        );

        Assert.Equal(
            "s,i,l,d,m,b,day,time,n\no'clock 🛒,-7,-9223372036854775808,0.1,-12.3456,true,2011-12-09,2011-12-09 12:50:00.000001,true\n",
            TestShop.TextOf(read)
        );
    }

    [Fact]
    public void An_error_names_the_statement()
    {
        using var database = Open();

        var error = Assert.Throws<WarehouseException>(() =>
            database.Read(new("my_file", "select nothing from nowhere"))
        );
        Assert.StartsWith("my_file: ", error.Message);
        var late = Assert.Throws<WarehouseException>(() =>
            database.Execute(new("late", "select 'x'::integer"))
        );
        Assert.StartsWith("late: ", late.Message);
        var kind = Assert.Throws<WarehouseException>(() =>
            database.Read(new("kind", "select interval 1 day as i"))
        );
        Assert.StartsWith("kind: column i ", kind.Message);
    }

    [Fact]
    public void A_parameter_that_is_not_in_the_statement_is_refused_by_name()
    {
        using var database = Open();

        var error = Assert.Throws<WarehouseException>(() =>
            database.Read(new("q", "select $a"), ("a", 1), ("other", 2))
        );

        Assert.Equal("q has no parameter $other.", error.Message);
        Assert.StartsWith(
            "q: ",
            Assert.Throws<WarehouseException>(() => database.Read(new("q", "select $a"))).Message
        );
        Assert.Throws<ArgumentException>(() => database.Read(new("q", "select $a"), ("a", Guid.Empty)));
    }

    [Fact]
    public void A_statement_goes_on_working_after_one_that_failed()
    {
        using var database = Open();

        Assert.Throws<WarehouseException>(() => database.Execute(new("bad", "selec 1")));

        Assert.Equal(1, database.Read(new("good", "select 1 as n")).Number("n"));
    }

    [Fact]
    public void Execute_tells_how_many_rows_changed()
    {
        using var database = Open();
        database.Execute(new("t", "create table t as from range(5)"));

        Assert.Equal(2, database.Execute(new("d", "delete from t where range < $n"), ("n", 2)));
    }

    [Fact]
    public void Cancelling_stops_a_long_statement_within_a_second()
    {
        // Before the timer of the token: opening the database takes its time too.
        var clock = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory) { Cancel = stop.Token });

        Assert.ThrowsAny<OperationCanceledException>(() =>
            database.Read(
                new(
                    "long",
                    "select sum(a.range * b.range) as n from range(10_000_000) a, range(10_000_000) b"
                )
            )
        );

        Assert.InRange(clock.Elapsed.TotalSeconds, 0.2, 5);
        Assert.ThrowsAny<OperationCanceledException>(() => database.Read(new("next", "select 1")));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            database.Append("results", new("t", [new NumberColumn("n", [1])]))
        );
    }

    [Fact]
    public void Two_may_read_a_file_at_once_and_neither_may_write()
    {
        using var folder = new TestFolder();
        using (var made = new DuckDatabase(new DuckOptions(folder["shop.duckdb"])))
        {
            made.Execute(new("t", "create table t as select 42 as n"));
        }

        var reading = new DuckOptions(folder["shop.duckdb"]) { ReadOnly = true };
        using var first = new DuckDatabase(reading);
        using var second = new DuckDatabase(reading);

        Assert.Equal(42, first.Read(new("n", "select n from t")).Number("n"));
        Assert.Equal(42, second.Read(new("n", "select n from t")).Number("n"));
        Assert.Contains(
            "read-only",
            Assert.Throws<WarehouseException>(() => second.Execute(new("w", "delete from t"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_by_name()
    {
        using var folder = new TestFolder();
        var path = folder.Write("shop.duckdb", new string('x', 10_000));

        var error = Assert.Throws<WarehouseException>(() => new DuckDatabase(new DuckOptions(path)));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_a_table_refuses_are_an_error_and_never_lost_in_silence()
    {
        using var database = Open();
        database.Execute(new("t", "create table results.t (n bigint primary key)"));

        var error = Assert.Throws<WarehouseException>(() =>
            database.Append("results", new Table("t", [new IntegerColumn("n", [1, 1])]))
        );

        Assert.StartsWith("results.t: ", error.Message);
        Assert.Throws<WarehouseException>(() =>
            database.Append("results", new Table("none", [new IntegerColumn("n", [1])]))
        );
        Assert.Throws<WarehouseException>(() =>
            database.Append("results", new Table("t", [new TextColumn("n", ["x"])]))
        );
        Assert.Throws<WarehouseException>(() =>
            database.Append(
                "results",
                new Table("t", [new IntegerColumn("n", [2]), new IntegerColumn("m", [3])])
            )
        );
    }

    static DuckDatabase Open()
    {
        var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        database.Execute(new("schema", "create schema results"));
        return database;
    }

    [Fact]
    public async Task How_far_a_statement_is_can_be_asked_from_another_thread()
    {
        using var folder = new TestFolder();
        File.WriteAllLines(
            folder["n.csv"],
            Enumerable.Range(0, 1_500_000).Select(i => $"{i},a text to make the line longer")
        );
        using var database = new DuckDatabase(
            new DuckOptions(DuckOptions.InMemory) { CountsProgress = true, Threads = 1 }
        );
        Assert.Null(database.Progress);

        var reading = Task.Run(
            () =>
                database.Execute(
                    new(
                        "reading",
                        $"create table n as from read_csv('{folder["n.csv"]}', auto_detect = false, buffer_size = 4000000, columns = {{'n': 'bigint', 't': 'varchar'}})"
                    )
                ),
            TestContext.Current.CancellationToken
        );
        var seen = new List<double>();
        while (!reading.IsCompleted)
        {
            if (database.Progress is { } share)
            {
                seen.Add(share);
            }
        }

        await reading;
        Assert.NotEmpty(seen);
        Assert.All(seen, share => Assert.InRange(share, double.Epsilon, 1));
        database.Dispose();
        Assert.Null(database.Progress);
    }
}
