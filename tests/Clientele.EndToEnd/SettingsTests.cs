namespace Clientele.Tests;

/// <summary><c>init</c>, <c>schema</c>, and settings from a file or from variables.</summary>
public sealed class SettingsTests(SmallShop small)
{
    [Fact]
    public void Init_makes_the_directory_and_changes_nothing()
    {
        using var folder = new Folder();
        TheProgram.RunIn(folder.Path, [], "init", "--shop", "deep/shop").Good();
        var shop = new Shop(folder["deep/shop"]);

        TheProgram.Run("run", small.OrderFile, "--shop", shop.Path).Good();

        Assert.Contains("#currency: ", File.ReadAllText(shop["clientele.yml"]), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(small.Published["ledger.csv"]), File.ReadAllText(shop["ledger.csv"]));
        Assert.Equal("shop", shop.Manifest["shop"]!.GetValue<string>());
    }

    [Fact]
    public void Init_without_a_shop_writes_where_one_stands_and_replaces_nothing()
    {
        using var folder = new Folder();
        TheProgram.RunIn(folder.Path, [], "init").Good();
        File.AppendAllText(folder["clientele.yml"], "name: Ours\n");
        var mine = File.ReadAllText(folder["clientele.yml"]);

        var errors = TheProgram.RunIn(folder.Path, [], "init").Refused(2).Errors;

        Assert.Contains("init replaces nothing", errors, StringComparison.Ordinal);
        Assert.Equal(mine, File.ReadAllText(folder["clientele.yml"]));
    }

    [Fact]
    public void The_schema_is_what_other_validators_take_for_one()
    {
        using var folder = new Folder();
        folder.Write("schema.json", TheProgram.Run("schema").Good().Output);
        const string check = """
            import json, sys
            try:
                from jsonschema import Draft202012Validator
            except ImportError:
                sys.exit(77)
            schema = json.load(open("schema.json"))
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            for good in [None, {}, {"currency": "€", "currency_place": "after"}, {"thousands": None}]:
                validator.validate(good)
            for bad in [{"colour": "red"}, {"currency": " €"}, {"thousands": "."}, {"date_order": "dd"}, []]:
                assert not validator.is_valid(bad), bad
            """;

        var said = TheProgram.Finish(
            TheProgram.Start("/usr/bin/env", ["python3", "-c", check], folder.Path, [])
        );

        Assert.SkipWhen(said.Code is 77 or 127, "python3 with jsonschema is not there.");
        said.Good();
    }

    [Fact]
    public void A_variable_overrides_the_file_and_makes_another_run()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        Directory.CreateDirectory(shop.Path);
        folder.Write("shop/clientele.yml", "currency: £\ndate_order: mdy\n");
        string[] call = ["run", small.OrderFile, "--shop", shop.Path, "--questions", "profile"];
        TheProgram.Run(call).Good();
        var (run, said) = (shop.RunId, shop.Insights.ToJsonString());
        Assert.Contains("from January ", said, StringComparison.Ordinal);

        TheProgram
            .RunIn(
                folder.Path,
                [("CLIENTELE__CURRENCY", "Fr."), ("clientele__currency_place", "after")],
                call
            )
            .Good();

        Assert.NotEqual(run, shop.RunId);
        Assert.Contains(
            "\u00A0Fr.",
            shop.Insights["insights"]![0]!["answer"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        TheProgram.Run(call).Good();
        Assert.Equal(run, shop.RunId);
    }

    [Fact]
    public void Unknown_variables_are_refused_with_all_that_is_wrong_besides()
    {
        using var folder = new Folder();

        var errors = TheProgram
            .RunIn(
                folder.Path,
                [("CLIENTELE__CURENCY", "€"), ("CLIENTELE__DATE_ORDER", "never"), ("CLIENTELE_DATA", "x")],
                "run",
                small.OrderFile,
                "--recipe",
                "defualt"
            )
            .Refused(2)
            .Errors;

        Assert.All(
            (string[])
                [
                    "CLIENTELE__CURENCY overrides no key (did you mean 'CLIENTELE__CURRENCY'?)",
                    "CLIENTELE__DATE_ORDER: date_order is 'never', but must be dmy, mdy or ymd.",
                    "No recipe 'defualt' (did you mean 'default'?)",
                ],
            part => Assert.Contains(part, errors, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("CLIENTELE_DATA", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
