namespace Clientele.Tests;

/// <summary>Wrong command lines, and what a newcomer reads: what is wrong, and what would be right.</summary>
public sealed class MessageTests(SmallShop small)
{
    [Theory]
    [InlineData("", "Say what to do: run, check, demo, ask")]
    [InlineData("runn FILE", "There is no command 'runn' (did you mean 'run'?)")]
    [InlineData("--recipe default", "There is no command '--recipe'")]
    [InlineData("run", "run needs FILE. Example: clientele run orders.csv")]
    [InlineData("check", "check needs FILE. Example: clientele check orders.csv")]
    [InlineData("check FILE --seed 1", "check has no option '--seed'; it has ")]
    [InlineData("check FILE --recipe defualt", "No recipe 'defualt' (did you mean 'default'?)")]
    [InlineData("run FILE --colour red", "run has no option '--colour'; it has --shop")]
    [InlineData("run --sop x FILE", "run has no option '--sop' (did you mean '--shop'?)")]
    [InlineData("run FILE -shop x", "run has no option '-shop' (did you mean '--shop'?)")]
    [InlineData("run FILE --seeed=3", "run has no option '--seeed=3' (did you mean '--seed'?)")]
    [InlineData("run FILE --shop", "--shop needs DIR after it.")]
    [InlineData("run FILE --shop a --shop b", "--shop is given 2 times: give it once.")]
    [InlineData("run FILE --shop FILE", "is a file. Name a directory")]
    [InlineData("run FILE --shop FILE/x", "would lie under the file")]
    [InlineData("run FILE --questions", "--questions needs SLUG,… after it.")]
    [InlineData("run FILE --questions ,", "--questions names no question.")]
    [InlineData("run FILE --seed", "--seed needs N after it.")]
    [InlineData("run FILE --seed 1 --seed 2", "--seed is given 2 times")]
    [InlineData("run FILE FILE", "is given 2 times: its orders would count as often.")]
    [InlineData("run nowhere", "There is no file 'nowhere'.")]
    [InlineData("run FILE --map order_id", "--map takes field=Header, not 'order_id'.")]
    [InlineData("run FILE --map order_id=", "--map takes field=Header, not 'order_id='.")]
    [InlineData("run FILE --map order_id=A,order_id=B", "--map gives order_id to 'A' and to 'B'")]
    [InlineData("run FILE --map order_id=A,status=a", "gives the column 'A' to 'order_id' and to 'status'")]
    [InlineData(
        "check FILE --date-format %Q",
        "--date-format is '%Q', which is no pattern of times: %d is the day"
    )]
    [InlineData("run FILE --map qantity=A", "knows no field 'qantity' (did you mean 'quantity'?)")]
    [InlineData(
        "run FILE --set rfm.level_top=6 --set rfm.level_middle=9",
        "level_top is 6, but must not be less"
    )]
    [InlineData("run FILE --set segments=3.5", "--set takes question.option=value, not 'segments=3.5'.")]
    [InlineData("demo extra", "demo has no use for the word 'extra'. If it is the shop: --shop extra")]
    [InlineData("demo --recipe default", "demo has no option '--recipe'; it has --kind")]
    [InlineData("demo --shop FILE", "is a file. Name a directory")]
    [InlineData("ask rfm", "as in: clientele ask rfm --shop myshop")]
    [InlineData("ask rmf --shop SHOP", "There is no question 'rmf' (did you mean 'rfm'?)")]
    [InlineData("ask insider_features --shop SHOP", ",insider_features (a run answers only")]
    [InlineData("ask rfm cohorts --shop SHOP", "ask has no use for the word 'cohorts'.")]
    [InlineData("ask rfm --shop FILE", "is a file. Name a directory")]
    [InlineData(
        "ask rfm --shop no/shop",
        "holds no published shop. Make one: clientele run FILE --shop no/shop"
    )]
    [InlineData(
        "status --shop no/shop",
        "holds no published shop. Make one: clientele run FILE --shop no/shop"
    )]
    [InlineData("export", "export needs TABLE. Example: clientele export")]
    [InlineData("export rfm --shop SHOP", "export needs --to FILE.")]
    [InlineData("export rfm --shop SHOP --to .", "--to is the folder '.'")]
    [InlineData("export rmf --shop SHOP --to a.csv", "There is no table 'rmf' (did you mean 'rfm'?)")]
    [InlineData("export insider_features --shop SHOP --to a.csv", "which makes it, was not asked")]
    [InlineData("export orders --shop SHOP --to a.csv --before now", "--before is 'now', but must be a day")]
    [InlineData("fit", "fit needs MODEL. Example: clientele fit kmeans")]
    [InlineData("fit kmean --in FILE --out o", "There is no model 'kmean' (did you mean 'kmeans'?)")]
    [InlineData("fit kmeans --in FILE --out FILE", "--out is the file")]
    [InlineData("fit kmeans --in FILE --out o --clusters 3", "fit has no option '--clusters'")]
    [InlineData("fit kmeans --in FILE --out o --set clusters", "--set takes name=value, not 'clusters'.")]
    [InlineData("fit kmeans --in FILE --out o --set colour=red", "colour is not a setting")]
    [InlineData(
        "fit kmeans --in FILE --out o --set cluster=3",
        "cluster is not a setting (did you mean 'clusters'?)"
    )]
    [InlineData("run FILE --recipe defualt", "No recipe 'defualt' (did you mean 'default'?)")]
    [InlineData("run FILE --questions cohort", "There is no question 'cohort' (did you mean 'cohorts'?)")]
    [InlineData(
        "run FILE --set segments.cluster=3",
        "segments: cluster is not a setting (did you mean 'clusters'?)"
    )]
    [InlineData(
        "run FILE --set segment.clusters=3",
        "There is no question 'segment' (did you mean 'segments'?)"
    )]
    [InlineData("run FILE --encoding windows1252", "knows no 'windows1252' (did you mean 'windows-125")]
    [InlineData("doktor", "There is no command 'doktor' (did you mean 'doctor'?)")]
    [InlineData("doctor SHOP", "If it is the shop: --shop")]
    [InlineData("doctor --jsn", "doctor has no option '--jsn' (did you mean '--json'?)")]
    [InlineData("completion", "completion needs SHELL. Example: clientele completion bash")]
    [InlineData("completion bsh", "There is no completion for 'bsh' (did you mean 'bash'?)")]
    [InlineData("init --shop FILE", "is a file. Name a directory")]
    [InlineData("schema x", "schema has no use for the word 'x'.")]
    [InlineData("status", "status needs --shop DIR.")]
    [InlineData("status SHOP", "If it is the shop: --shop")]
    [InlineData("status --shop SHOP --json", "status has no option '--json'; it has --shop")]
    public void A_wrong_call_says_what_is_wrong_and_what_would_be_right(string call, string said)
    {
        using var folder = new Folder();
        var arguments = call.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word =>
                word.Replace("FILE", small.OrderFile, StringComparison.Ordinal)
                    .Replace("SHOP", small.Published.Path, StringComparison.Ordinal)
            );

        var refused = TheProgram.RunIn(folder.Path, [], arguments).Refused(2);

        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_follows_an_unknown_option_is_not_called_a_missing_file()
    {
        var errors = TheProgram.Run("run", small.OrderFile, "--colour", "red").Refused(2).Errors;

        Assert.DoesNotContain("There is no file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_recipe_shop_file_settings_questions_and_map_are_told_at_once()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["shop"]);
        folder.Write("shop/clientele.yml", "colour: red\nthousands: '.'\n");
        folder.Write(
            "mine.yaml",
            "clean:\n  - sweep\n  - excluded_products: { pattern: '(abc' }\nquestions:\n  cohorts: { period: year }\n"
        );

        var errors = TheProgram
            .RunIn(
                folder.Path,
                [],
                $"run {small.OrderFile} nowhere.csv --shop shop --recipe mine.yaml --map colour=A,order_id --questions weather --set rfm.scores=foo --set segments=3 --as-of never --colour red".Split(
                    ' '
                )
            )
            .Refused(2)
            .Errors;

        Assert.All(
            (string[])
                [
                    "no option '--colour'",
                    "no file 'nowhere.csv'",
                    "no field 'colour'",
                    "not 'order_id'",
                    "unknown key 'colour'",
                    "are both '.'",
                    "no rule 'sweep'",
                    "excluded_products: pattern is '(abc'",
                    "Recipe mine, line 5: cohorts: period is 'year'",
                    "no question 'weather'",
                    "rfm: scores is 'foo'",
                    "not 'segments=3'",
                    "--as-of is 'never'",
                ],
            part => Assert.Contains(part, errors, StringComparison.Ordinal)
        );
        Assert.Single(Directory.GetFileSystemEntries(folder["shop"]));
    }

    [Theory]
    [InlineData(3, true, "odd.csv")]
    [InlineData(3, true, "orders.csv", "--map", "order_id=Nowhere")]
    [InlineData(2, true, "orders.csv", "--as-of", "1999-01-01")]
    [InlineData(2, false, "orders.csv", "--set", "x=1")]
    [InlineData(2, false, "orders.csv", "--recipe", "bad.yaml")]
    public void A_run_that_is_refused_leaves_nothing_behind(
        int code,
        bool reads,
        string file,
        params string[] more
    )
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["files"]);
        folder.Write("files/odd.csv", "a,b\n1,2\n");
        folder.Write("files/bad.yaml", "clean:\n  - excluded_products: { pattern: '(abc' }\n");
        Orders.Write(folder, "files/orders.csv", Orders.Lines(20));

        var said = TheProgram
            .RunIn(folder["files"], [], ["run", file, "--shop", "../deep/shop", .. more])
            .Refused(code);

        Assert.Equal([folder["files"]], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal(reads, said.Output.Contains("Reading", StringComparison.Ordinal));
    }

    [Fact]
    public void An_as_of_day_where_the_recipe_leaves_no_order_is_told_so()
    {
        using var folder = new Folder();
        var file = folder.Write("orders.csv", "order_id,date,sku,price\n1,2024-01-01,POST,5\n");

        var errors = TheProgram
            .Run("run", file, "--shop", folder["shop"], "--as-of", "2024-02-01")
            .Refused(2)
            .Errors;

        Assert.StartsWith(
            "There is no order before 2024-02-01, nor after: the recipe leaves none.",
            errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_plainly()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc.");

        var errors = TheProgram.Run("run", small.OrderFile, "--shop", "/proc/shop").Refused(2).Errors;

        Assert.StartsWith("Cannot write in '/proc/shop'", errors, StringComparison.Ordinal);
    }
}
