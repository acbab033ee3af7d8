using System.Globalization;
using Clientele.Insights;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The printed and recomputed numbers of systems C and D, on the real file.</summary>
public class OnlineRetailTests
{
    [Fact]
    public void Rfm_classic_keeps_the_printed_rows_step_by_step()
    {
        using var shop = Of("rfm-classic");

        Assert.Equal(541_909, shop.Summary.Read);
        Assert.Equal(0, shop.Summary.Rejected);
        Assert.Equal(
            ["536641", "536641", "526054", "524878"],
            shop.Texts("select rows_after::varchar from core.ledger order by rowid")
        );
        Assert.Equal(
            9_747_747.934,
            shop.Number(
                "select (sum(amount_removed) + (select sum(amount) from core.order_lines))::double from core.ledger"
            ),
            tolerance: 1e-9
        );
    }

    [Fact]
    public void Rfm_classic_gives_every_cell_of_the_cohorts_and_every_row_of_rfm()
    {
        using var shop = Of("rfm-classic");
        var study = shop.Study(RecencyCount.Elapsed);
        Answer(study, "rfm-classic", "rfm", "cohorts");

        Compare(
            shop,
            TestData.Expected("online_retail_cohorts.csv"),
            """
            select count(*) as cells, max(greatest(
              abs(e.Customers - a.customers), abs(e.Retention - a.retention), abs(AvgQuantity - mean_quantity),
              abs(AvgUnitPrice - mean_unit_price), abs(AvgTotal - mean_line_total))) as worst
            from expected as e join results.cohorts as a
              on left(CohortMonth::varchar, 7) = cohort and CohortIndex = period + 1
            """,
            rows: 91,
            tolerance: 1e-6
        );
        Compare(
            shop,
            TestData.Expected("online_retail_rfm_literal.csv"),
            """
            select count(*) as cells, max(greatest(
              abs(Recency - days_since_last), abs(Frequency_lines - frequency), abs(MonetaryValue - monetary),
              abs(e.R - a.r), abs(e.F - a.f), abs(M_as_in_notebook - a.m), abs(RFM_Score - a.score),
              case when RFM_Level = level then 0 else 1 end)) as worst
            from expected as e join results.rfm as a on e.CustomerID::varchar = a.customer_id
            """,
            rows: 4_339,
            tolerance: 0.005
        );
        Assert.Equal(
            ["Low 1926", "Middle 1591", "Top 822"],
            shop.Texts("select level || ' ' || count(*) from results.rfm group by level order by level")
        );
    }

    [Fact]
    public void Rfm_classic_quartiles_gives_the_printed_levels_and_clusters()
    {
        using var shop = Of("rfm-classic-quartiles");
        Answer(shop.Study(RecencyCount.Elapsed), "rfm-classic-quartiles", "rfm", "segments");

        Assert.Equal(
            ["Low 1287", "Middle 1788", "Top 1263"],
            shop.Texts("select level || ' ' || count(*) from results.rfm group by level order by level")
        );
        Assert.Equal(
            5_315,
            shop.Number("select inertia from results.segment_scan where chosen"),
            tolerance: 1
        );
        double[] printed = [956, 1_859, 1_523];
        var sizes = shop.Read("select customers from results.segments order by segment").Numbers("customers");
        Assert.All(
            Enumerable.Range(0, 3),
            i => Assert.Equal(printed[i], sizes[i], tolerance: 0.01 * printed[i])
        );
    }

    /// <summary>Inertias of system C, read off its plot; with one cluster it is the number of values.</summary>
    [Fact]
    public void Rfm_classic_quartiles_gives_the_printed_curve_of_inertia()
    {
        using var shop = Of("rfm-classic-quartiles");
        var customers = shop.Study(RecencyCount.Elapsed).Customers;
        string[] names = ["days_since_last", "lines", "gross_revenue"];
        var raw = new Matrix(customers.Rows, names.Length);
        for (var c = 0; c < names.Length; c++)
        {
            var values = customers.Numbers(names[c]);
            for (var row = 0; row < values.Length; row++)
            {
                raw[row][c] = values[row];
            }
        }

        var scaled = new Scaler(new() { Transform = ShapeTransform.Log, Decimals = 3 }).Fit(raw).Apply(raw);

        double[] printed = [13_014, 6_890, 5_320, 4_440, 3_770, 3_370, 3_050];
        Assert.All(
            Enumerable.Range(1, printed.Length),
            k =>
                Assert.Equal(
                    printed[k - 1],
                    new KMeans(new() { Clusters = k }).Fit(scaled).Inertia,
                    tolerance: 0.015 * printed[k - 1]
                )
        );
    }

    [Fact]
    public void Insiders_gives_every_row_of_the_features()
    {
        using var shop = Of("insiders");
        Answer(shop.Study(RecencyCount.LastDay), "insiders", "insider_features");

        Compare(
            shop,
            TestData.Expected("online_retail_insiders_features.csv"),
            """
            select count(*) as cells, max(greatest(
              abs(e.gross_revenue - a.gross_revenue), abs(e.recency_days - a.recency_days),
              abs(e.qtd_invoices - a.qtd_invoices), abs(e.qtd_items - a.qtd_items),
              abs(e.qtd_items_variety - a.qtd_items_variety), abs(e.unique_products - a.unique_products),
              abs(e.frequency - a.frequency), abs(e.qtde_returns - a.qtde_returns),
              abs(e.percentage_returned - a.percentage_returned))) as worst
            from expected as e join results.insider_features as a on e.customer_id::varchar = a.customer_id
            """,
            rows: 5_679,
            tolerance: 1e-6
        );
        Assert.Equal(
            10_019_441.92,
            shop.Number("select sum(gross_revenue)::double from results.insider_features"),
            tolerance: 1e-6
        );
    }

    [Fact]
    public void The_control_totals_of_the_file_hold()
    {
        using var shop = Of("default");
        var study = shop.Study();
        Answer(study, "default", "profile");

        var columns = study.Saved.First(t => t.Name == "profile_columns");
        int Row(string header) => Array.IndexOf(columns.Texts("column_name"), header);
        Assert.Equal(25_900, columns.Numbers("distinct_values")[Row("InvoiceNo")]);
        Assert.Equal(4_070, columns.Numbers("distinct_values")[Row("StockCode")]);
        Assert.Equal(4_372, columns.Numbers("distinct_values")[Row("CustomerID")]);
        Assert.Equal(135_080, columns.Numbers("missing")[Row("CustomerID")]);
        Assert.Equal(1_454, columns.Numbers("missing")[Row("Description")]);
        Assert.Equal(218.08, columns.Numbers("sd")[Row("Quantity")], tolerance: 0.005);
        Assert.Equal(186.5, columns.Numbers("skewness")[Row("UnitPrice")], tolerance: 0.05);
        Assert.Equal(119_769, columns.Numbers("kurtosis")[Row("Quantity")], tolerance: 1);
    }

    [Theory]
    [InlineData(LifetimeLaw.BgNbd)]
    [InlineData(LifetimeLaw.MbgNbd)]
    [InlineData(LifetimeLaw.ParetoNbd)]
    public void As_of_September_laws_of_stopping_run_to_their_edge_and_say_so(LifetimeLaw law)
    {
        using var shop = Of("default");
        var histories = shop.Texts(
                """
                with days as (
                  select customer_key, ordered_at::date as day
                  from core.order_lines
                  where customer_key is not null and ordered_at < timestamp '2011-09-10'
                  group by all
                )
                select count(*) - 1 || ' ' || max(day) - min(day) || ' ' || date '2011-09-10' - min(day)
                from days group by customer_key order by customer_key
                """
            )
            .Select(text => text!.Split(' ').Select(int.Parse).ToArray())
            .Select(cells => new PurchaseHistory(cells[0], cells[1], cells[2]))
            .ToList();

        var fit = new LifetimeModel(law, new()).Fit(histories, TestContext.Current.CancellationToken);

        Assert.InRange(histories.Count, 3300, 3400);
        Assert.Equal("nbd", fit.Fallback);
        Assert.Contains("runs to its edge", fit.Note, StringComparison.Ordinal);
        var nbd = Assert.IsType<Nbd>(fit.Process);
        Assert.InRange(nbd.R, 0.712, 0.732);
        Assert.InRange(nbd.Alpha, 64.9, 66.9);
        // Naive formulas give absurd totals here: the known customers bought on 4,482 days in the 90 that followed.
        Assert.InRange(histories.Sum(h => fit.Process.Expected(h, 90)), 3000, 8000);
    }

    internal static TestShop Of(string recipe) =>
        TestShop.Of(
            [TestShop.Csv(TestData.Data("online-retail/online_retail.csv.gz"))],
            RecipeReader.Load(recipe)
        );

    static void Answer(Study study, string recipe, params string[] slugs)
    {
        var settings = RecipeReader.Load(recipe).Questions;
        // Ten numbers of clusters are not needed to see one.
        var asked = settings.ToDictionary(q => q.Key, q => q.Value);
        if (slugs.Contains("segments"))
        {
            asked["segments"] = new Dictionary<string, string>(asked["segments"])
            {
                ["largest"] = "4",
                ["members"] = "silhouette",
            };
        }

        Interview.Ask(
            study,
            Questions.Ask(slugs, asked),
            (_, _) => { },
            TestContext.Current.CancellationToken
        );
    }

    static void Compare(TestShop shop, string file, string query, int rows, double tolerance)
    {
        shop.Database.Execute(
            new(
                "expected",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"create or replace table expected as from read_csv('{file}')"
                )
            )
        );
        var found = shop.Read(query);
        Assert.Equal(rows, shop.Number("select count(*) from expected"));
        Assert.Equal(rows, found.Number("cells"));
        Assert.InRange(found.Number("worst"), 0, tolerance);
    }
}
