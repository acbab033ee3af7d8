using System.Text.RegularExpressions;

namespace Clientele.Tests;

/// <summary>The code of docs/notebooks.md, run as it stands beside a shop.</summary>
public sealed partial class NotebookTests(SmallShop small) : IDisposable
{
    static readonly string Page = File.ReadAllText(
        Path.Combine(TestData.ProjectRoot(), "docs", "notebooks.md")
    );

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pandas", "pyarrow")]
    [InlineData("duckdb", "pandas")]
    public void Python_reads_the_tables(string library, string beside)
    {
        Assert.SkipUnless(
            Call("python3", "-c", $"import {library}, {beside}").Code == 0,
            $"python3 with {library} and {beside} is not installed: CONTRIBUTING.md says how."
        );
        Prepare();

        RunAll(
            "python",
            code => code.Contains($"import {library}", StringComparison.Ordinal),
            "python3",
            "-c"
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void R_reads_the_tables(bool arrow)
    {
        Assert.SkipUnless(
            Call("Rscript", "-e", arrow ? "library(arrow)" : "1").Code == 0,
            $"Rscript{(arrow ? " with arrow" : "")} is not installed: CONTRIBUTING.md says how."
        );
        Prepare();

        RunAll(
            "r",
            code => code.Contains("library(arrow)", StringComparison.Ordinal) == arrow,
            "Rscript",
            "-e"
        );
    }

    /// <summary>Holds where no library is installed, too.</summary>
    [Fact]
    public void Every_block_of_Python_is_Python_and_reads_files_that_are_there()
    {
        Assert.SkipUnless(Call("python3", "--version").Code == 0, "python3 is not installed.");
        Prepare();
        var blocks = Blocks("python").Concat(Blocks("r")).ToList();

        Assert.All(
            Blocks("python"),
            code => Call("python3", "-c", "import ast, sys; ast.parse(sys.argv[1])", code).Good()
        );
        var files = blocks.SelectMany(b => Files().Matches(b)).Select(m => m.Value).Distinct().ToList();
        Assert.Equal(
            ["myshop/tables/customers.csv", "order_lines.parquet", "rfm.parquet"],
            files.Order(StringComparer.Ordinal)
        );
        Assert.All(files, file => Assert.True(File.Exists(_folder[file]), $"There is no {file}."));
    }

    /// <summary>The commands of the page, in a folder with the shop that they name.</summary>
    void Prepare()
    {
        Directory.CreateSymbolicLink(_folder["myshop"], small.Published.Path);
        File.CreateSymbolicLink(_folder["clientele"], TheProgram.File);
        Assert.All(Blocks("bash"), code => Call("bash", "-ec", code).Good());
    }

    void RunAll(string language, Func<string, bool> which, string program, string flag)
    {
        var blocks = Blocks(language).Where(which).ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, code => Assert.NotEmpty(Call(program, flag, code).Good().Output));
    }

    static IEnumerable<string> Blocks(string language) =>
        CodeBlocks()
            .Matches(Page)
            .Where(m => m.Groups["language"].Value == language)
            .Select(m => m.Groups["code"].Value);

    Outcome Call(params string[] words) =>
        TheProgram.Finish(TheProgram.Start("/usr/bin/env", words, _folder.Path, []));

    [GeneratedRegex(
        "```(?<language>[a-z]+)\n(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CodeBlocks();

    [GeneratedRegex(@"(?<=[""'])[\w/]+\.(parquet|csv)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Files();
}
