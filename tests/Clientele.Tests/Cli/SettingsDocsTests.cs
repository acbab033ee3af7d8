using System.Text;
using Clientele.Cli;

namespace Clientele.Tests;

/// <summary>docs/settings.md is written from the keys; <c>CLIENTELE_GOLDEN=write</c> writes it anew.</summary>
public sealed class SettingsDocsTests
{
    const string Head = """
        # Settings of a shop: clientele.yml

        A file that you may put in the shop's directory. Written from the code: run the tests with `CLIENTELE_GOLDEN=write` after a change.

        ```bash
        ./clientele init --shop myshop
        ./clientele schema > clientele.schema.json
        ```

        [`init`](cli.md#init) writes the file with every key explained and none set; [`schema`](cli.md#schema) prints its JSON Schema, for editors
        that check and complete YAML. All keys are optional, and a key without a value says nothing. An unknown key is refused with the nearest known
        one. All faults are told at once, with their lines, before anything is read.

        | key | meaning | must be | default | variable |
        |---|---|---|---|---|

        """;

    const string Meaning = """

        `time_zone` decides by whose clock times without an offset are, and what is one day: [how](cli.md#time-zone). `--time-zone` stands over it.
        `first_day` counts only for [exports without dates](cli.md#first-day); `--first-day` stands over it.

        ## What it decides

        All but `time_zone` and `first_day`: how numbers and dates are written wherever people read them: in the report's sentences, titles, key figures, pictures and tables, in `ask`,
        and in the sentences of `insights.json`. CSV files, the numbers and dates of figures in `insights.json`, and the names of cohorts are
        always plain: 1234.56, 2011-12-09. A German shop writes 1.234,56 € and 9 December 2011 with:

        ```yaml

        """;

    const string Variables = """
        ```

        ## Environment variables

        A variable overrides a key of the file, for one call or for a whole machine:

        ```bash
        CLIENTELE__CURRENCY="€" ./clientele run orders.csv --shop myshop
        ```

        Case does not count. A variable that is set but empty is an empty text: `CLIENTELE__THOUSANDS=` writes no groups. A variable that begins
        with `CLIENTELE__` and names no key is refused. Settings are part of a run's id, wherever they come from: another currency is another run. What is
        published stays as it was: `ask` and `export` look at no setting.

        """;

    [Fact]
    public void The_page_of_settings_says_what_the_keys_declare()
    {
        var path = Path.Combine(TestData.ProjectRoot(), "docs", "settings.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("CLIENTELE_GOLDEN") == "write")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path),
            "docs/settings.md is not there: run once with CLIENTELE_GOLDEN=write."
        );
        Assert.Equal(page, File.ReadAllText(path));
    }

    static string Page()
    {
        var page = new StringBuilder(Head);
        foreach (var key in ShopKeys.All)
        {
            var usual = key.Default is null or "" ? key.Usual : $"`{key.Usual}`";
            page.Append($"| `{key.Name}` | {key.Meaning} | {key.Limits} | {usual} | `{key.Variable}` |\n");
        }

        page.Append(Meaning);
        foreach (var key in ShopKeys.All)
        {
            page.Append($"{key.Name}: {ShopKey.Written(key.Example)}\n");
        }

        return page.Append(Variables).ToString();
    }
}
