using System.Globalization;
using System.Text.RegularExpressions;

namespace Clientele.Tests;

/// <summary>The code of docs/notebooks.md, run as it stands beside a shop: it must read what the shop's database says.</summary>
public sealed partial class NotebookTests(SmallShop small) : IDisposable
{
    const string Revenue = "sum(gross_revenue) from results.customers";
    const string Spent = "sum(monetary) from results.rfm";
    const string Sold = "sum(amount) from core.order_lines";
    const string SoldToNamed =
        "sum(amount) from core.order_lines join core.customers using (customer_key) join results.rfm using (customer_id)";

    static readonly string Page = File.ReadAllText(
        Path.Combine(TestData.ProjectRoot(), "docs", "notebooks.md")
    );

    /// <summary>The first may be one beside the system's, without the packages of the system.</summary>
    static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pandas", "pd.read_csv(", "print(customers['gross_revenue'].sum())", Revenue)]
    [InlineData("pandas, pyarrow", "pd.read_parquet(", "print(lines['amount'].sum())", Sold)]
    [InlineData("duckdb, pandas", "duckdb.sql(", "print(top['amount'].astype(float).sum())", SoldToNamed)]
    public void Python_reads_the_tables(string libraries, string by, string last, string known)
    {
        var python = Pythons.FirstOrDefault(p => Call(p, "-c", $"import {libraries}").Code == 0);
        Assert.SkipWhen(
            python == null,
            $"python3 with {libraries} is not installed: CONTRIBUTING.md says how."
        );
        Prepare();

        Assert.Equal(Known(known), Run(Block("python", by) + last, python!, "-c"), 6);
    }

    [Theory]
    [InlineData("utils", "read.csv(", "cat(sprintf('%.4f', sum(customers$gross_revenue)))", Revenue)]
    [InlineData("arrow", "read_parquet(", "cat(sprintf('%.4f', sum(as.numeric(rfm$monetary))))", Spent)]
    public void R_reads_the_tables(string library, string by, string last, string known)
    {
        Assert.SkipUnless(
            Call("Rscript", "-e", $"library({library})").Code == 0,
            $"Rscript with {library} is not installed: CONTRIBUTING.md says how."
        );
        Prepare();

        Assert.Equal(Known(known), Run(Block("r", by) + last, "Rscript", "-e"), 6);
    }

    [Theory]
    [InlineData(
        "python",
        "python3",
        "-c",
        "import pandas",
        "pd.read_csv(",
        "print(','.join(customers['zip'].dropna()))"
    )]
    [InlineData(
        "r",
        "Rscript",
        "-e",
        "library(utils)",
        "read.csv(",
        "cat(customers$zip[customers$zip != ''])"
    )]
    public void Postcodes_keep_their_zeros(
        string language,
        string program,
        string flag,
        string needs,
        string by,
        string last
    )
    {
        var found = ((string[])[program, $"/usr/bin/{program}"]).FirstOrDefault(p =>
            Call(p, flag, needs).Code == 0
        );
        Assert.SkipWhen(found == null, $"{program} with {needs} is not there: CONTRIBUTING.md says how.");
        Directory.CreateDirectory(_folder["myshop/tables"]);
        _folder.Write(
            "myshop/tables/customers.csv",
            "customer_id,first_order,last_order,gross_revenue,zip,segment,rfm_segment\n"
                + "007,2023-01-01,2023-01-02,1.00,09014,a,b\n8,2023-01-01,2023-01-02,2.00,,a,b\n"
        );

        var printed = Call(found!, flag, Block(language, by) + last).Good().Output;

        Assert.Equal("09014", printed.TrimEnd().Split('\n')[^1]);
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
        Assert.Equal(5, blocks.Count);
    }

    /// <summary>The commands of the page, in a folder with the shop that they name.</summary>
    void Prepare()
    {
        Directory.CreateSymbolicLink(_folder["myshop"], small.Published.Path);
        File.CreateSymbolicLink(_folder["clientele"], TheProgram.File);
        Assert.All(Blocks("bash"), code => Call("bash", "-ec", code).Good());
    }

    /// <summary>The page's only block that reads by something.</summary>
    static string Block(string language, string by) =>
        Blocks(language).Single(code => code.Contains(by, StringComparison.Ordinal));

    /// <summary>What the code's last line prints, after what the page's own lines print.</summary>
    double Run(string code, string program, string flag)
    {
        var printed = Call(program, flag, code)
            .Good()
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(printed.Length > 2, "The page's code prints nothing.");
        return double.Parse(printed[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>What the shop's database says.</summary>
    double Known(string sum)
    {
        using var database = small.Published.Open();
        return database.Read(new("known", $"select {sum}")).Columns[0].ToNumbers()[0];
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
