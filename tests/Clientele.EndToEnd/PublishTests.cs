using System.Globalization;
using System.Text.Json.Nodes;
using Clientele.Warehouse;

[assembly: AssemblyFixture(typeof(Clientele.Tests.SmallShop))]

namespace Clientele.Tests;

public sealed class PublishTests(SmallShop small)
{
    static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["customers"] =
            "customer_id,first_order,last_order,orders,lines,units,products,gross_revenue,returned_units,returned_value,net_revenue,average_order_value,days_since_last,tenure_days,mean_days_between_orders,country,rfm_segment,segment",
        ["rfm"] = "customer_id,days_since_last,frequency,monetary,r,f,m,score,code,level,segment",
        ["rfm_segments"] =
            "segment,customers,customer_share,revenue,revenue_share,mean_days_since_last,mean_frequency,mean_monetary,advice",
        ["cohorts"] =
            "cohort,period,customers,retention,orders,revenue,mean_quantity,mean_unit_price,mean_line_total,complete",
        ["segments"] = "segment,name,customers,customer_share,revenue,revenue_share",
        ["segment_scan"] = "k,inertia,silhouette,calinski_harabasz,davies_bouldin,gap,stability_ari,chosen",
        ["profile_columns"] = "type,missing,min,max,mean,median,sd,skewness,kurtosis",
        ["profile_daily"] = "orders,revenue",
        ["profile_hour"] = "orders,revenue",
        ["profile_weekday"] = "orders,revenue",
        ["profile_month"] = "orders,revenue",
        ["profile_country"] = "country,orders,revenue",
        ["profile_products"] = "product_id,orders,revenue",
        ["profile_correlations"] = "pearson",
    };

    public static TheoryData<string> Tables => [.. Columns.Keys];

    [Fact]
    public void A_run_publishes_files_that_belong_together() => small.Published.IsWhole();

    [Theory]
    [InlineData("shop.duckdb")]
    [InlineData("report.html")]
    [InlineData("insights.json")]
    [InlineData("ledger.csv")]
    [InlineData("manifest.json")]
    public void A_run_publishes(string file) => Assert.True(new FileInfo(small.Published[file]).Exists);

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_at_least_the_promised_columns(string table) =>
        Assert.Empty(Columns[table].Split(',').Except(small.Published.HeaderOf(table)));

    [Fact]
    public void Segments_tell_mean_and_importance_of_every_feature()
    {
        foreach (var feature in (string[])["days_since_last", "orders", "gross_revenue"])
        {
            Assert.Contains($"mean_{feature}", small.Published.HeaderOf("segments"));
            Assert.Contains($"importance_{feature}", small.Published.HeaderOf("segments"));
        }
    }

    [Fact]
    public void The_manifest_tells_inputs_dates_and_seconds()
    {
        var manifest = small.Published.Manifest;

        var input = manifest["inputs"]![0]!;
        Assert.Equal(File.ReadLines(small.OrderFile).Count() - 1, input["rows"]!.GetValue<int>());
        Assert.Equal(0, input["rejected"]!.GetValue<int>());
        Assert.Matches("^[0-9a-f]{64}$", input["sha256"]!.GetValue<string>());
        Assert.Equal(
            Orders.First.AddDays(Orders.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            manifest["as_of"]!.GetValue<string>()
        );
        Assert.Contains("read", manifest["seconds"]!.AsObject().Select(s => s.Key));
        Assert.Matches("^[0-9a-f]{16}$", small.Published.RunId);
    }

    [Fact]
    public void Seconds_stand_in_the_manifest_and_nowhere_else()
    {
        Assert.DoesNotContain(
            "seconds",
            File.ReadAllText(small.Published["insights.json"]),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "published_at",
            File.ReadAllText(small.Published["insights.json"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Customer_ids_have_no_trailing_zero() =>
        Assert.All(
            File.ReadLines(small.Published["tables/customers.csv"]).Skip(1),
            line => Assert.Matches("^[0-9]{5},", line)
        );

    [Fact]
    public void The_schemas_are_raw_core_and_results()
    {
        using var database = small.Published.Open();

        var schemas = database.Read(
            new("schemas", "select distinct schema_name from duckdb_tables() order by schema_name")
        );

        Assert.Equal(["core", "raw", "results"], schemas.Texts("schema_name"));
    }

    [Fact]
    public void The_ledger_reconciles_raw_to_kept_to_the_cent()
    {
        var lines = File.ReadAllLines(small.Published["ledger.csv"]);
        Assert.Equal(
            "rule,reason,rows_before,rows_removed,rows_changed,rows_after,amount_removed,customers_after",
            lines[0]
        );
        using var database = small.Published.Open();
        var ledger = database.Read(
            new(
                "ledger",
                $"from read_csv('{small.Published["ledger.csv"]}', header = true, types = {{'amount_removed': 'decimal(38, 4)'}})"
            )
        );
        var before = ledger.Numbers("rows_before");
        var removed = ledger.Numbers("rows_removed");
        var after = ledger.Numbers("rows_after");

        Assert.Equal(File.ReadLines(small.OrderFile).Count() - 1, before[0]);
        for (var rule = 0; rule < ledger.Rows; rule++)
        {
            Assert.Equal(before[rule] - removed[rule], after[rule]);
            Assert.True(
                rule == 0 || before[rule] == after[rule - 1],
                $"Rule {rule + 1} begins where the one before it ended."
            );
        }

        Assert.Equal(0, Gap(database));
        Assert.Equal(
            after[^1],
            database.Read(new("kept", "select count(*) as n from core.order_lines")).Number("n")
        );
    }

    /// <summary>Raw gross less all that the ledger took, less what was kept.</summary>
    double Gap(DuckDatabase database) =>
        database
            .Read(
                new(
                    "gap",
                    $"""
                    select (select sum(quantity * unit_price) from raw.lines)
                      - (select sum(amount_removed) from read_csv('{small.Published[
                        "ledger.csv"
                    ]}', header = true, types = {"{'amount_removed': 'decimal(38, 4)'}"}))
                      - (select sum(amount) from core.order_lines) as gap
                    """
                )
            )
            .Number("gap");

    [Fact]
    public void Recipe_insiders_adds_exactly_the_columns_of_the_reference()
    {
        var expected = File.ReadLines(TestData.Expected("online_retail_insiders_features.csv")).First();
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);

        TheProgram
            .Run(
                "run",
                small.OrderFile,
                "--shop",
                shop.Path,
                "--recipe",
                "insiders",
                "--questions",
                "insider_features"
            )
            .Good();

        Assert.Equal(expected.Split(','), shop.HeaderOf("insider_features"));
        Assert.Equal("insiders", shop.Manifest["recipe"]!.GetValue<string>());
        shop.IsWhole();
    }

    [Fact]
    public void Insights_of_all_questions_have_figures_with_titles()
    {
        var insights = small.Published.Insights["insights"]!.AsArray();

        Assert.Equal(
            ["profile", "rfm", "cohorts", "segments", "value"],
            insights.Select(i => i!["slug"]!.GetValue<string>())
        );
        Assert.All(
            insights.SelectMany(i => i!["figures"]!.AsArray()),
            figure => Assert.NotEmpty(figure!["title"]!.GetValue<string>())
        );
        Assert.All(insights, i => Assert.NotNull(i!["caveats"] as JsonArray));
    }
}
