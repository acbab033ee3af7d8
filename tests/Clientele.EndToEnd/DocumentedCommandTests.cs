using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Clientele.Tests;

/// <summary>Every command that the pages show is run as it stands, in a folder with the files that it names.</summary>
public sealed partial class DocumentedCommandTests : IDisposable
{
    readonly Folder _folder = new();

    public DocumentedCommandTests()
    {
        var lines = Orders.Lines(600);
        Orders.Write(_folder, "orders-2024.csv", lines.Where(l => Orders.TimeOf(l).Year == 2024));
        using (
            var gzip = new StreamWriter(
                new GZipStream(File.Create(_folder["orders-2023.csv.gz"]), CompressionLevel.Fastest)
            )
        )
        {
            gzip.Write(
                string.Join('\n', lines.Where(l => Orders.TimeOf(l).Year == 2023).Prepend(Orders.Header))
            );
        }

        Directory.CreateDirectory(_folder["exports"]);
        foreach (var file in (string[])["orders-2023.csv.gz", "orders-2024.csv"])
        {
            File.Copy(_folder[file], Path.Combine(_folder["exports"], file));
        }

        _folder.Write(
            "points.csv",
            "x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i % 3 * 9 + i},{i % 5}\n"))
        );
        var bought = Enumerable.Range(0, 90).Select(i => $"{i % 15},{i * i % 7}\n").ToList();
        _folder.Write("baskets.csv", "basket,item\n" + string.Concat(bought));
        _folder.Write("purchases.csv", "user,item\n" + string.Concat(bought));
        _folder.Write("new.csv", "customer_id,days_since_last,orders,gross_revenue\nn1,12,3,99.5\n");
        File.Copy(
            Path.Combine(TestData.ProjectRoot(), "recipes", "rfm-classic.yaml"),
            _folder["my-recipe.yaml"]
        );
        File.CreateSymbolicLink(_folder["clientele"], TheProgram.File);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/cli.md")]
    [InlineData("docs/settings.md")]
    public void Commands_of_a_page_work_as_they_stand(string page)
    {
        var path = Path.Combine(TestData.ProjectRoot(), page);
        Assert.SkipUnless(File.Exists(path), $"{page} is not written yet.");
        var commands = Blocks()
            .Matches(File.ReadAllText(path))
            .SelectMany(block => block.Groups["text"].Value.Split('\n'))
            .Where(line => line.StartsWith("./clientele", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.NotEmpty(commands);

        // Readers come first on some pages: the shop that they name is there.
        Call("./clientele run orders.csv --shop myshop --quiet");
        commands.ForEach(Call);
    }

    void Call(string command)
    {
        // It has no smaller one, and is made by DemoTests.
        if (command.Contains("--kind thelook-europe", StringComparison.Ordinal))
        {
            return;
        }

        var call = Smaller(command);
        var map = Map().Match(call);
        Orders.Write(_folder, "orders.csv", Orders.Lines(600));
        if (map.Success)
        {
            Rename(map.Groups["map"].Value);
        }

        var said = TheProgram.Finish(
            TheProgram.Start("/usr/bin/env", ["bash", "-c", call], _folder.Path, [])
        );

        Assert.True(said.Code == 0, $"{command} ended with {said.Code}: {said.Errors}");
    }

    /// <summary>Demos are what they are, of fewer customers.</summary>
    static string Smaller(string command) =>
        command.Contains(" demo", StringComparison.Ordinal)
            ? Sizes().Replace(command.Split('#')[0], "")
                + (
                    command.Contains(" --kind", StringComparison.Ordinal)
                        ? " --customers 400"
                        : " --customers 200 --months 8"
                )
            : command;

    /// <summary>A file with the odd headers that the example names.</summary>
    void Rename(string map)
    {
        var lines = File.ReadAllLines(_folder["orders.csv"]);
        var odd = map.Split(',').Select(pair => pair.Split('=')).ToDictionary(p => p[0], p => p[1]);
        lines[0] = Orders
            .Header.Replace("InvoiceNo", odd["order_id"], StringComparison.Ordinal)
            .Replace("InvoiceDate", odd["ordered_at"], StringComparison.Ordinal)
            .Replace("UnitPrice", odd["unit_price"], StringComparison.Ordinal);
        File.WriteAllLines(_folder["orders.csv"], lines);
    }

    [GeneratedRegex("```bash\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex("--map (?<map>[^ ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Map();

    [GeneratedRegex("--(customers|months) [0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sizes();
}
