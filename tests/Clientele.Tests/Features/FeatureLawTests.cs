using System.Reflection;
using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What holds for every feature set. All is found by reflection: a new set is tested without a line of test.</summary>
public class FeatureLawTests
{
    /// <summary>What a run does to a real file: returns are kept apart.</summary>
    const string Clean = "- returns";

    static readonly DateOnly NewYear = new(2024, 1, 1);

    static readonly string[] Lines =
    [
        "1,ann,2023-10-03 10:00:00,mug,Mug,2,3.50,France",
        "1,ann,2023-10-03 10:00:00,cup,Cup,1,2.00,France",
        "2,bob,2023-10-28 12:30:00,mug,Mug blue,1,3.50,Spain",
        "3,ann,2023-11-05 09:15:00,pot,Pot,1,12.00,Spain",
        "4,,2023-11-06 18:00:00,mug,Mug,4,3.40,France",
        "5,cid,2023-12-24 08:00:00,cup,Tasse,3,2.00,",
        "C6,ann,2023-12-27 11:00:00,pot,Pot,-1,12.00,Spain",
        "7,bob,2023-12-31 23:59:59,pot,Pot,2,11.50,Spain",
    ];

    /// <summary>Later than new year: a new customer, a new name, another country, a return of an old order.</summary>
    static readonly string[] Later =
    [
        "8,abe,2024-01-01 00:00:00,mug,Becher,50,3.50,Italy",
        "9,ann,2024-01-07 12:00:00,mug,Becher,60,3.50,Italy",
        "9,ann,2024-01-07 12:00:00,cup,Becher,70,3.50,Italy",
        "C10,bob,2024-01-09 12:00:00,mug,Becher,-1,3.50,Italy",
        "11,zoe,2024-03-01 12:00:00,new,New,1,9.00,Italy",
    ];

    static readonly string[] People =
    [
        "('ann', 'France', 'Brie', '77', 1990, 'F', timestamp '2023-10-01 09:00:00', 'Search', 'Max')",
        "('bob', null, 'Leon', null, 1980, 'M', timestamp '2024-01-01 00:00:00', 'Email', null)",
        "('idle', 'Spain', 'Leon', '24', 1970, null, timestamp '2023-12-31 23:59:59', null, 'Max')",
    ];

    static readonly string[] LaterPeople =
    [
        "('abe', 'Italy', 'Lazio', '00', 1991, 'M', timestamp '2024-01-01 00:00:00', 'Search', 'Max')",
        "('nobody', 'Italy', 'Lazio', '01', 1992, 'M', timestamp '2024-03-01 00:00:00', 'Search', 'Eve')",
    ];

    /// <summary>Every public static set, and the sets of one column.</summary>
    static readonly Dictionary<string, FeatureSet> All = typeof(FeatureSet)
        .Assembly.GetExportedTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(FeatureSet))
        .Select(field => (FeatureSet)field.GetValue(null)!)
        .Append(RawProfile.Of("product_name", isCoded: true))
        .Append(RawProfile.ValuesOf("unit_price"))
        .ToDictionary(set => set.Sql.Name, StringComparer.Ordinal);

    /// <summary>A shop with files of customers and products beside the orders.</summary>
    static TestShop Shop(IEnumerable<string> lines, IEnumerable<string> people, int threads = 0) =>
        new BesideSource(
            "(customer_id, country, state, shipping_zip, birth_year, sex, registered_at, traffic_source, account_manager) "
                + $"values {string.Join(',', people)}",
            "(product_id, category) values ('mug', 'Cups'), ('pot', 'Pots')"
        ).With([.. lines], Clean, NewYear, threads);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_on_the_day_or_later_changes_nothing(string name)
    {
        using var before = Shop(Lines, People);
        using var after = Shop([.. Lines, .. Later], [.. People, .. LaterPeople]);

        Assert.Equal(TextOf(name, before), TextOf(name, after));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_order_of_the_file_changes_nothing(string name)
    {
        using var sorted = Shop(Lines, People);
        using var shuffled = Shop(Lines.Reverse(), People.Reverse());

        Assert.Equal(TextOf(name, sorted), TextOf(name, shuffled));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_number_of_threads_changes_nothing(string name)
    {
        using var one = Shop(Lines, People, threads: 1);
        using var two = Shop(Lines, People, threads: 2);

        Assert.Equal(TextOf(name, one), TextOf(name, two));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_column_says_what_it_means(string name) =>
        Assert.All(
            All[name].Features,
            feature =>
            {
                Assert.Matches("^[a-z][a-z0-9_]*$", feature.Column);
                Assert.NotEmpty(feature.Meaning);
            }
        );

    [Fact]
    public void A_set_that_reads_on_would_be_caught()
    {
        var leaky = new FeatureSet(
            "leaky",
            new("leaky", "select count(*) as lines from core.order_lines"),
            [new("lines", "All lines", "lines")]
        );
        using var before = TestShop.Of(Lines, Clean, NewYear);
        using var after = TestShop.Of([.. Lines, .. Later], Clean, NewYear);

        Assert.NotEqual(
            TestShop.TextOf(leaky.Compute(before.Database, At(before))),
            TestShop.TextOf(leaky.Compute(after.Database, At(after)))
        );
    }

    [Fact]
    public void Customers_are_what_one_counts_by_hand()
    {
        using var shop = TestShop.Of(Lines, Clean, NewYear);

        var customers = Customers.Set.Compute(shop.Database, At(shop));

        Assert.Equal(["ann", "bob", "cid"], customers.Texts("customer_id"));
        Assert.Equal([2, 2, 1], customers.Numbers("orders"));
        Assert.Equal([3, 2, 1], customers.Numbers("lines"));
        Assert.Equal([3, 2, 1], customers.Numbers("products"));
        Assert.Equal([21, 26.5, 6], customers.Numbers("gross_revenue"));
        Assert.Equal([12, 0, 0], customers.Numbers("returned_value"));
        Assert.Equal([9, 26.5, 6], customers.Numbers("net_revenue"));
        Assert.Equal([57, 1, 8], customers.Numbers("days_since_last"));
        Assert.Equal([90, 65, 8], customers.Numbers("tenure_days"));
        Assert.Equal([33, 64, double.NaN], customers.Numbers("mean_days_between_orders"));
        Assert.Equal(["France", "Spain", ""], customers.Texts("country"));
    }

    [Theory]
    [InlineData(RecencyCount.Calendar, 57)]
    [InlineData(RecencyCount.Elapsed, 57)]
    [InlineData(RecencyCount.LastDay, 56)]
    public void Days_since_the_last_order_are_counted_as_the_recipe_says(RecencyCount recency, double ann)
    {
        using var shop = TestShop.Of(Lines, Clean, NewYear);

        var customers = Customers.Set.Compute(shop.Database, At(shop) with { Recency = recency });

        Assert.Equal(ann, customers.Numbers("days_since_last")[0]);
    }

    static string TextOf(string name, TestShop shop) =>
        TestShop.TextOf(Unkeyed(All[name].Compute(shop.Database, At(shop))));

    /// <summary>Keys are ranks over the whole file: a later customer moves them, but not their order.</summary>
    static Table Unkeyed(Table table) =>
        new(table.Name, [.. table.Columns.Where(c => !c.Name.EndsWith("_key", StringComparison.Ordinal))]);

    static Moment At(TestShop shop) => new(shop.Contents.AsOf.ToDateTime(TimeOnly.MinValue));
}
