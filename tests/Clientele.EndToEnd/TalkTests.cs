using System.Text.Json.Nodes;

namespace Clientele.Tests;

/// <summary>Who hears what: people, other programs, terminals.</summary>
public sealed partial class TalkTests
{
    const char Escape = '\u001b';

    [Fact]
    public void Json_is_one_object_on_stdout_and_all_talk_on_stderr()
    {
        using var folder = new Folder();
        var (shop, file) = (new Shop(folder["shop"]), Orders.Write(folder, "orders.csv", Orders.Lines(200)));

        var made = RepublishTests.Run(file, shop, "--json").Good();
        var again = RepublishTests.Run(file, shop, "--json").Good();

        var told = JsonNode.Parse(made.Output)!;
        Assert.Equal(shop.RunId, told["run_id"]!.GetValue<string>());
        Assert.True(told["published"]!.GetValue<bool>());
        var toldAgain = JsonNode.Parse(again.Output)!;
        Assert.False(toldAgain["published"]!.GetValue<bool>());
        Assert.NotEmpty(told["seconds"]!.AsObject());
        // Those of the published run would be of another day.
        Assert.Empty(toldAgain["seconds"]!.AsObject());
        Assert.Contains("Reading orders.csv", made.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, made.Output + made.Errors);
    }

    [Fact]
    public void Json_leaves_stdout_empty_when_refused()
    {
        using var folder = new Folder();

        var refused = TheProgram
            .Run("run", folder.Write("odd.csv", "a,b\n1,2\n"), "--shop", folder["shop"], "--json")
            .Refused(3);

        Assert.Empty(refused.Output);
    }

    [Fact]
    public void Quiet_says_only_the_outcome()
    {
        using var folder = new Folder();
        var (shop, file) = (new Shop(folder["shop"]), Orders.Write(folder, "orders.csv", Orders.Lines(200)));

        var said = RepublishTests.Run(file, shop, "--quiet").Good();

        Assert.Empty(said.Errors);
        Assert.StartsWith(
            $"Published run {shop.RunId}",
            Assert.Single(said.Output.Trim().Split('\n')),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_terminal_lines_are_plain()
    {
        using var folder = new Folder();
        var (shop, file) = (new Shop(folder["shop"]), Orders.Write(folder, "orders.csv", Orders.Lines(200)));

        var said = RepublishTests.Run(file, shop).Good();

        Assert.DoesNotContain(Escape, said.Output);
        Assert.Contains("Reading orders.csv\n", said.Output, StringComparison.Ordinal);
        Assert.Contains("0 rejected", said.Output, StringComparison.Ordinal);
        Assert.Contains("Seconds: ", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_a_terminal_a_bar_moves_and_NO_COLOR_is_honoured(bool noColor)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script is not there: install bsdutils.");
        using var folder = new Folder();
        var file = Orders.Write(folder, "orders.csv", Orders.Lines(200));
        var call = $"'{TheProgram.File}' run '{file}' --shop '{folder["shop"]}' --questions cohorts";
        (string, string)[] environment = noColor
            ? [("TERM", "xterm-256color"), ("NO_COLOR", "1")]
            : [("TERM", "xterm-256color")];

        var said = TheProgram
            .Finish(TheProgram.Start("/usr/bin/script", ["-qec", call, "/dev/null"], null, environment))
            .Good();

        Assert.Contains("Published run", said.Output, StringComparison.Ordinal);
        Assert.Contains('━', said.Output);
        Assert.Equal(!noColor, said.Output.Contains($"{Escape}[38;5;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_on_a_terminal_is_styled_but_not_with_NO_COLOR(bool noColor)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script is not there: install bsdutils.");
        using var folder = new Folder();
        var (shop, _) = RepublishTests.Quick(folder);
        (string, string)[] environment = noColor
            ? [("TERM", "xterm-256color"), ("NO_COLOR", "1")]
            : [("TERM", "xterm-256color")];

        var said = TheProgram
            .Finish(
                TheProgram.Start(
                    "/usr/bin/script",
                    ["-qec", $"'{TheProgram.File}' ask cohorts --shop '{shop.Path}'", "/dev/null"],
                    null,
                    environment
                )
            )
            .Good();

        Assert.Contains("Who comes back", said.Output, StringComparison.Ordinal);
        // The runtime itself switches the keypad; a style ends in m.
        Assert.Equal(!noColor, Style().IsMatch(said.Output));
    }

    [System.Text.RegularExpressions.GeneratedRegex(
        @"\x1b\[[0-9;]*m",
        System.Text.RegularExpressions.RegexOptions.None,
        1000
    )]
    private static partial System.Text.RegularExpressions.Regex Style();

    [Fact]
    public void An_as_of_long_after_the_last_order_is_warned_of_even_when_quiet()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "one.csv",
            "order_id,customer_id,date,sku,quantity,unit_price\n1,anna,2023-03-01,mug,1,5.00\n"
        );
        var shop = new Shop(folder["shop"]);

        var far = RepublishTests.Run(file, shop, "--quiet", "--as-of", "2023-04-02").Good();
        var near = RepublishTests.Run(file, shop, "--quiet", "--as-of", "2023-04-01").Good();

        Assert.Equal(
            "Warning: --as-of 2023-04-02 is 32 days after the last order, of 2023-03-01: these days without an order count for every customer.",
            far.Output.Split('\n')[0].Trim()
        );
        Assert.DoesNotContain("Warning", near.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_is_a_row_and_not_rows()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "one.csv",
            "order_id,customer_id,date,sku,quantity,unit_price\n1,anna,2023-03-01,mug,1,5.00\n"
        );
        var shop = new Shop(folder["shop"]);

        var run = TheProgram.Run("run", file, "--shop", shop.Path).Good().Output;
        var status = TheProgram.Run("status", "--shop", shop.Path).Good().Output;
        var export = TheProgram
            .Run("export", "orders", "--shop", shop.Path, "--to", folder["o.csv"])
            .Good()
            .Output;

        Assert.Contains("one.csv: 1 row read as ", run, StringComparison.Ordinal);
        Assert.Contains("Cleaning 1 row by recipe", run, StringComparison.Ordinal);
        Assert.Contains("1 row, 0 rejected", status, StringComparison.Ordinal);
        Assert.Contains("customers: 1 row\n", status, StringComparison.Ordinal);
        Assert.StartsWith("1 row in ", export, StringComparison.Ordinal);
        Assert.DoesNotMatch(Plural(), run + status + export + File.ReadAllText(shop["insights.json"]));
    }

    /// <summary>One of something, and its plural: "1 rows", but not "11 rows" or "0.1 days".</summary>
    [System.Text.RegularExpressions.GeneratedRegex(
        @"(?<![\d.,])1 (rows|lines|customers|orders|days|products|countries|units|tables|columns|kinds|months|segments|cohorts|values)\b",
        System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial System.Text.RegularExpressions.Regex Plural();

    [Fact]
    public void On_a_terminal_the_rows_of_a_long_reading_are_told()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script is not there: install bsdutils.");
        using var folder = new Folder();
        // No order twice, few customers: long to read, quick to ask.
        var lines = Enumerable
            .Range(0, 600_000)
            .Select(i =>
                $"{i},P{i % 9},THING NUMBER {i % 9},1,2023-0{1 + i % 9}-05 10:00:00,2.50,{12000 + i % 50},France"
            );
        var file = Orders.Write(folder, "long.csv", lines);
        var call =
            $"'{TheProgram.File}' run '{file}' --shop '{folder["shop"]}' --questions cohorts --threads 1";

        var said = TheProgram
            .Finish(
                TheProgram.Start(
                    "/usr/bin/script",
                    ["-qec", call, "/dev/null"],
                    null,
                    [("TERM", "xterm-256color"), ("NO_COLOR", "1")]
                )
            )
            .Good();

        Assert.Matches("Reading [^ ]+: about [1-9][0-9]{2},000 of [56][0-9]{2},000 rows", said.Output);
        Assert.Contains("Cleaning 600,000 rows", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("demo")]
    [InlineData("ask")]
    [InlineData("export")]
    [InlineData("fit")]
    [InlineData("status")]
    public void Help_shows_an_example_and_the_name_that_people_type(string command)
    {
        var help = TheProgram
            .Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])
            .Good()
            .Output;

        Assert.Contains($"Example: clientele {command}", help, StringComparison.Ordinal);
        Assert.Contains($"Usage:\n  clientele {command}", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_documents_the_exit_codes()
    {
        var help = TheProgram.Run("--help").Good().Output;

        foreach (var code in (string[])["0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "130 "])
        {
            Assert.Contains(
                code,
                help[help.IndexOf("Exit codes", StringComparison.Ordinal)..],
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Version_is_a_number() =>
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+\s*$", TheProgram.Run("--version").Good().Output);
}
