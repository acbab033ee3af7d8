using System.Text.Json.Nodes;

namespace Clientele.Tests;

public sealed class DemoTests
{
    [Fact]
    public void A_small_demo_makes_a_whole_shop_and_its_truth()
    {
        using var folder = new Folder();
        var (shop, again) = (new Shop(folder["a/demo"]), new Shop(folder["b/demo"]));

        var said = Demo(folder.Path, "--shop", shop.Path, "--seed", "3");
        Demo(folder.Path, "--shop", again.Path, "--seed", "3");

        shop.IsWhole();
        Assert.Contains(shop["report.html"], said.Output, StringComparison.Ordinal);
        Assert.Equal(3, JsonNode.Parse(File.ReadAllText(shop["truth.json"]))!["seed"]!.GetValue<int>());
        Assert.Equal(shop.Hashes(), again.Hashes());
        Assert.Equal(File.ReadAllBytes(shop["truth.json"]), File.ReadAllBytes(again["truth.json"]));
    }

    [Fact]
    public void Without_a_shop_the_demo_lies_in_demo_and_a_lost_truth_comes_back()
    {
        using var folder = new Folder();
        Demo(folder.Path);
        var truth = File.ReadAllBytes(folder["demo/truth.json"]);
        File.Delete(folder["demo/truth.json"]);

        var again = Demo(folder.Path);

        Assert.Contains("Nothing has changed", again.Output, StringComparison.Ordinal);
        Assert.Equal(truth, File.ReadAllBytes(folder["demo/truth.json"]));
    }

    [Fact]
    public void A_demo_of_accounts_lies_in_a_shop_of_its_own_and_has_no_months()
    {
        using var folder = new Folder();

        TheProgram
            .RunIn(folder.Path, [], ["demo", "--kind", "account-managed", "--customers", "300"])
            .Good()
            .Says(", without dates: ");
        var refused = TheProgram.RunIn(
            folder.Path,
            [],
            ["demo", "--kind", "account-managed", "--months", "8"]
        );

        Assert.True(File.Exists(folder["account-managed/report.html"]));
        Assert.Equal(2, refused.Code);
        Assert.Contains("--months is of kind shop", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_demo_of_thelook_lies_beside_its_extract_and_has_no_customers_to_choose()
    {
        using var folder = new Folder();

        TheProgram
            .RunIn(folder.Path, [], ["demo", "--kind", "thelook-europe"])
            .Good()
            .Says("are Active and bring 51");
        var refused = TheProgram.RunIn(
            folder.Path,
            [],
            ["demo", "--kind", "thelook-europe", "--customers", "300"]
        );

        Assert.Equal(
            27_735,
            File.ReadLines(folder["thelook-europe/ecommerce_users_orders_europe.csv"]).Count()
        );
        Assert.True(File.Exists(folder["thelook-europe/tables/thelook_scores.csv"]));
        Assert.Equal(2, refused.Code);
        Assert.Contains(
            "--customers is not of kind thelook-europe",
            refused.Errors,
            StringComparison.Ordinal
        );
    }

    static Outcome Demo(string folder, params string[] more) =>
        TheProgram.RunIn(folder, [], ["demo", "--customers", "300", "--months", "8", .. more]).Good();
}
