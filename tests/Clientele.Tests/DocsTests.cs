using System.CommandLine;
using System.Text.RegularExpressions;
using Clientele.Cli;
using Clientele.Features;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The documents hold: links lead somewhere, commands exist, and every column is explained.</summary>
public sealed partial class DocsTests
{
    static readonly IReadOnlyList<Command> All = Commands.All();

    public static TheoryData<string> Pages
    {
        get
        {
            var root = TestData.ProjectRoot();
            string[] folders = ["docs", "bench", "recipes"];
            var pages = Directory
                .GetFiles(root, "*.md")
                .Concat(
                    folders
                        .Select(f => Path.Combine(root, f))
                        .Where(Directory.Exists)
                        .SelectMany(f => Directory.GetFiles(f, "*.md", SearchOption.AllDirectories))
                );
            return [.. pages.Select(p => Path.GetRelativePath(root, p)).Order(StringComparer.Ordinal)];
        }
    }

    public static TheoryData<string> CommandNames => [.. All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_a_heading(string page)
    {
        var path = Path.Combine(TestData.ProjectRoot(), page);
        var dead = new List<string>();
        foreach (var link in Links().Matches(File.ReadAllText(path)).Select(m => m.Groups["to"].Value))
        {
            if (link.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, parts[0]);
            var exists = File.Exists(target) || Directory.Exists(target);
            if (!exists || (parts.Length == 2 && !Anchors(target).Contains(parts[1])))
            {
                dead.Add(link);
            }
        }

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_in_a_document_exists(string page)
    {
        var wrong = CommandLines(File.ReadAllText(Path.Combine(TestData.ProjectRoot(), page)))
            .Where(line => !IsKnown(line))
            .ToList();

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Every_option_stands_in_its_section_of_the_command_page(string name)
    {
        var command = All.First(c => c.Name == name);
        var sections = Sections(Read("docs/cli.md"), "## ");

        Assert.Contains(name, sections);
        Assert.All(
            command.Options,
            option => Assert.Contains($"`{option.Name}", sections[name], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_column_of_every_table_is_explained_and_no_other()
    {
        var documented = Sections(Read("docs/tables.md"), "### ")
            .ToDictionary(
                s => s.Key,
                s => Cells().Matches(s.Value).Select(m => m.Groups["name"].Value).ToList()
            );
        var wrong = new List<string>();
        foreach (var (table, columns) in Tables())
        {
            var said = documented.GetValueOrDefault(table, []);
            wrong.AddRange(
                columns
                    .Where(c => !said.Exists(s => Stands(s, c)))
                    .Select(c => $"{table}.{c} is not explained")
            );
            wrong.AddRange(
                said.Where(s => !columns.Exists(c => Stands(s, c))).Select(s => $"{table}.{s} is not there")
            );
        }

        Assert.Empty(wrong);
    }

    static string Read(string page) => File.ReadAllText(Path.Combine(TestData.ProjectRoot(), page));

    /// <summary>Lines of fenced blocks that call the program; a backslash joins a line with the next.</summary>
    static IEnumerable<string> CommandLines(string text) =>
        Fences()
            .Matches(text)
            .SelectMany(block =>
                block.Groups["code"].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            )
            .Select(line => line.Trim())
            .Where(line => Calls().IsMatch(line))
            .Select(line => Ends().Split(line)[0]);

    static bool IsKnown(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        var command = All.FirstOrDefault(c => words.Length > 0 && c.Name == words[0]);
        var options = words.Where(w => w.StartsWith('-')).Select(w => w.Split('=')[0]);
        var known = (command?.Options.SelectMany(o => o.Aliases.Append(o.Name)) ?? []).Concat([
            "--help",
            "--version",
        ]);
        return (command != null || words.All(w => w is "--help" or "--version"))
            && !options.Except(known).Any();
    }

    /// <summary>Text under each heading of one level; the heading is its name, without code marks.</summary>
    static Dictionary<string, string> Sections(string text, string mark) =>
        text.Split($"\n{mark}")
            .Skip(1)
            .Select(s => s.Split('\n', 2))
            .ToDictionary(s => s[0].Trim('`', ' '), s => s.Length > 1 ? s[1] : "", StringComparer.Ordinal);

    static HashSet<string> Anchors(string page) =>
        [
            .. Headings()
                .Matches(File.ReadAllText(page))
                .Select(m =>
                    NoAnchor().Replace(m.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-')
                ),
        ];

    /// <summary><c>mean_FEATURE</c> stands for a column of any feature.</summary>
    static bool Stands(string said, string column) =>
        said == column
        || (
            said.EndsWith("FEATURE", StringComparison.Ordinal)
            && column.StartsWith(said[..^"FEATURE".Length], StringComparison.Ordinal)
        );

    /// <summary>Every table that a small shop gives, with its columns.</summary>
    static Dictionary<string, List<string>> Tables()
    {
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        var demo = new DemoSource(
            new DemoOptions
            {
                Customers = 400,
                Months = 12,
                Browsing = false,
            }
        );
        // The demo knows years of birth: of one customer only the class is told.
        var classed = new BesideSource(
            "(customer_id, age_class) select max(text_of(customer_id)), '35-44' from raw.coded_lines"
        );
        var shop = ShopBuild.Run(
            database,
            new ShopPlan([demo, classed], RecipeReader.Load("default")),
            (_, _) => { },
            default
        );
        var study = new Study(database, new Moment(shop.AsOf.ToDateTime(TimeOnly.MinValue)), seed: 0);
        var quick = new Dictionary<string, string>
        {
            ["members"] = "silhouette",
            ["largest"] = "4",
            ["starts"] = "1",
        };
        var settings = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["segments"] = quick };
        var answers = Interview.Ask(
            study,
            Questions.Ask([.. Questions.Slugs], settings),
            (_, _) => { },
            default
        );
        Assert.DoesNotContain(answers, a => a.Unanswered);

        var tables = study.Saved.Append(study.Ledger()).ToDictionary(t => t.Name, Names);
        tables["import"] = Names(ImportTable.Of(database, shop, TimeZones.Utc));
        tables["rejects"] = Names(database.Read(new("rejects", "from raw.rejects")));
        foreach (var core in (string[])["orders", "order_lines", "returns", "products"])
        {
            tables[core] = Exported(database, core);
        }

        return tables;
    }

    static List<string> Names(Table table) => [.. table.Columns.Select(c => c.Name)];

    static List<string> Exported(DuckDatabase database, string table)
    {
        var file = Path.Combine(Path.GetTempPath(), $"clientele-docs-{Environment.ProcessId}-{table}.csv");
        try
        {
            TableExport.Write(database, table, file, before: null);
            database.Execute(new("export", "drop table temp.export"));
            return [.. File.ReadLines(file).First().Split(',')];
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex(
        @"^```[a-z]*\n(?<code>.*?)^```",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Fences();

    [GeneratedRegex(@"^(\./)?clientele\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Calls();

    /// <summary>Where the words of a command end: a comment, a pipe, a redirection, the next command.</summary>
    [GeneratedRegex(@"\s(#|\||>|2>|&&|;)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(
        @"^#+ (?<text>.+?)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoAnchor();

    /// <summary>The first cell of a table's row, where it is code.</summary>
    [GeneratedRegex(
        @"^\| `(?<name>[A-Za-z_0-9]+)` \|",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Cells();
}
