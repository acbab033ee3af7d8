using System.IO.Compression;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Trouble with files and with the machine, seen from outside: the exit code, the sentence, and the shop as it was.</summary>
public sealed class TroubleTests(SmallShop small)
{
    [Theory]
    [InlineData("1,ann,2023-01-02,mug,Mug,2,3.50")]
    [InlineData(
        "1,ann,2023-01-02,mug,Mug,2,3.50\n2,ann,2023-03-02,mug,Mug,1,3.50\n3,ann,2023-04-05,cup,Cup,1,3"
    )]
    public void One_row_and_one_customer_make_a_whole_shop(string rows)
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        var file = folder.Write(
            "a.csv",
            $"order_id,customer_id,date,sku,description,quantity,price\n{rows}\n"
        );

        TheProgram.Run("run", file, "--shop", shop.Path).Good();

        shop.IsWhole();
    }

    [Fact]
    public void A_formula_in_a_description_is_text_in_every_export()
    {
        using var folder = new Folder();
        var shop = new Shop(folder["shop"]);
        var file = folder.Write(
            "a.csv",
            "order_id,customer_id,date,sku,description,quantity,price\n1,=cmd,2023-01-02,@m,=cmd|' /C calc'!A0,2,3.50\n"
        );
        TheProgram.Run("run", file, "--shop", shop.Path).Good();
        foreach (
            var name in (string[])
                [
                    "products.csv",
                    "products.xlsx",
                    "products.json",
                    "products.parquet",
                    "order_lines.csv",
                    "customers.csv",
                ]
        )
        {
            var table = name.Split('.')[0];
            TheProgram.Run("export", table, "--shop", shop.Path, "--to", folder[name]).Good();
        }

        var csv = Directory
            .GetFiles(shop["tables"])
            .Concat(Directory.GetFiles(folder.Path, "*.csv"))
            .Except([file]);
        Assert.All(
            csv.SelectMany(File.ReadLines).SelectMany(line => line.Split(',')),
            cell => Assert.False(cell.TrimStart('"').StartsWith('=') || cell.StartsWith('@'), cell)
        );
        Assert.Contains("'=cmd|", File.ReadAllText(folder["products.csv"]), StringComparison.Ordinal);
        using var book = ZipFile.OpenRead(folder["products.xlsx"]);
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<f>", sheet.ReadToEnd(), StringComparison.Ordinal);
        // What only programs read holds the text as it is: no program runs it from there.
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        foreach (var name in (string[])["products.json", "products.parquet"])
        {
            var names = database.Read(new(name, $"select name from '{folder[name]}'")).Texts("name");
            Assert.Equal(["=cmd|' /C calc'!A0"], names);
        }
    }

    [Fact]
    public void A_shop_below_a_regular_file_is_refused_before_anything_is_read()
    {
        using var folder = new Folder();
        var file = Orders.Write(folder, "orders.csv", Orders.Lines(20));

        var said = TheProgram.Run("run", file, "--shop", Path.Combine(file, "deep", "shop")).Refused(2);

        Assert.Contains("would lie under the file", said.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Reading", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export orders --shop SHOP --to FILE/deep/a.csv")]
    [InlineData("fit scale --in points.csv --out FILE/deep/fitted")]
    [InlineData("demo --customers 50 --shop FILE/deep/shop")]
    [InlineData("init --shop FILE/deep/shop")]
    [InlineData("run FILE/orders.csv --shop new")]
    [InlineData("check FILE/orders.csv")]
    public void Any_path_below_a_regular_file_is_wrong_usage(string call)
    {
        using var folder = new Folder();
        var points = folder.Write("points.csv", "x,y\n1,2\n3,4\n");
        var words = call.Split(' ')
            .Select(w => w.Replace("FILE", small.OrderFile, StringComparison.Ordinal))
            .Select(w => w == "SHOP" ? small.Published.Path : w);

        var errors = TheProgram.RunIn(folder.Path, [], words).Refused(2).Errors;

        Assert.DoesNotContain("Could not find a part", errors, StringComparison.Ordinal);

        Assert.Equal([points], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("run", "orders.csv", "--shop", "shop")]
    [InlineData("check", "locked.csv")]
    public void Somebody_without_permission_is_told_so(params string[] call)
    {
        Assert.SkipUnless(
            IsRoot && File.Exists("/usr/bin/setpriv"),
            "Only root with setpriv can become somebody else."
        );
        using var folder = new Folder();
        Orders.Write(folder, "orders.csv", Orders.Lines(20));
        File.Copy(folder["orders.csv"], folder["locked.csv"]);
        Finish(folder, "/usr/bin/env", ["chmod", "400", "locked.csv"]).Good();
        Finish(folder, "/usr/bin/env", ["chmod", "755", folder.Path]).Good();

        var said = Finish(
            folder,
            "/usr/bin/setpriv",
            ["--reuid=65534", "--regid=65534", "--clear-groups", TheProgram.File, .. call]
        );

        Assert.SkipWhen(said.Code == 127, $"Nobody cannot run the program where it lies: {said.Errors}");
        said.Refused(2);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Theory]
    [InlineData("locked/orders.csv", "check", "locked/orders.csv")]
    [InlineData("locked/shop/current", "run", "orders.csv", "--shop", "locked/shop")]
    [InlineData("locked", "check", "locked")]
    [InlineData("clientele.yml", "init", "--shop", ".")]
    [InlineData("a.csv", "export", "orders", "--shop", "SHOP", "--to", "a.csv")]
    [InlineData("a.parquet", "export", "orders", "--shop", "SHOP", "--to", "a.parquet")]
    public void What_one_may_not_do_is_told_with_what_to_do(string path, params string[] call)
    {
        Assert.SkipUnless(
            IsRoot && File.Exists("/usr/bin/setpriv"),
            "Only root with setpriv can become somebody else."
        );
        using var folder = new Folder();
        Directory.CreateDirectory(folder["locked"]);
        Orders.Write(folder, "orders.csv", Orders.Lines(20));
        File.Copy(folder["orders.csv"], folder["locked/orders.csv"]);
        Finish(folder, "/usr/bin/env", ["chmod", "700", "locked"]).Good();
        Finish(folder, "/usr/bin/env", ["chmod", "755", folder.Path]).Good();
        Finish(folder, "/usr/bin/env", ["chmod", "-R", "a+rX", Path.GetDirectoryName(small.Published.Path)!])
            .Good();

        var said = Finish(
            folder,
            "/usr/bin/setpriv",
            [
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                TheProgram.File,
                .. call.Select(w => w == "SHOP" ? small.Published.Path : w),
            ]
        );

        Assert.SkipWhen(said.Code == 127, $"Nobody cannot run the program where it lies: {said.Errors}");
        said.Refused(2);
        Assert.Contains("You may not", said.Errors, StringComparison.Ordinal);
        Assert.Contains($"{path}'", said.Errors, StringComparison.Ordinal);
        Assert.Contains("Ask its owner for the right", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_is_full_is_told_and_the_shop_stays_as_it_was()
    {
        Assert.SkipUnless(IsRoot, "Only root can mount a small disk.");
        using var folder = new Folder();
        Directory.CreateDirectory(folder["disk"]);
        Assert.SkipUnless(
            Finish(
                folder,
                "/usr/bin/env",
                ["mount", "-t", "tmpfs", "-o", "size=9m", "small", folder["disk"]]
            ).Code == 0,
            "No small disk can be mounted here."
        );
        try
        {
            var shop = new Shop(folder["disk/shop"]);
            RepublishTests.Run(Orders.Write(folder, "orders.csv", Orders.Lines(50)), shop).Good();
            var (before, hashes) = (shop.RunId, shop.Hashes());

            var said = RepublishTests
                .Run(Orders.Write(folder, "large.csv", Orders.Lines(60_000)), shop)
                .Refused(1);

            Assert.Contains("no room left", said.Errors, StringComparison.Ordinal);
            Assert.Contains(
                "Make room there, or name a --shop on another disk",
                said.Errors,
                StringComparison.Ordinal
            );
            Assert.Contains("three times the size of its files", said.Errors, StringComparison.Ordinal);
            Assert.Equal(before, shop.RunId);
            Assert.Equal(hashes, shop.Hashes());
            Assert.Empty(Directory.GetFiles(shop.Path, "next.duckdb*"));
            shop.IsWhole();
        }
        finally
        {
            // A program that another test starts at this moment holds our open files until it runs.
            Finish(folder, "/usr/bin/env", ["umount", "--lazy", folder["disk"]]);
        }
    }

    [Fact]
    public void A_limit_on_the_size_of_files_is_told_and_leaves_nothing()
    {
        using var folder = new Folder();
        Orders.Write(folder, "orders.csv", Orders.Lines(20_000));

        var said = Finish(
            folder,
            "/usr/bin/env",
            [
                "bash",
                "-c",
                $"export DOTNET_EnableWriteXorExecute=0; ulimit -f 1000; exec '{TheProgram.File}' run orders.csv --shop shop --questions cohorts",
            ]
        );

        said.Refused(1);
        Assert.Contains("ulimit -f", said.Errors, StringComparison.Ordinal);
        Assert.Equal([folder["orders.csv"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void An_import_that_was_killed_and_is_repeated_doubles_nothing()
    {
        using var folder = new Folder();
        var file = Orders.Write(folder, "orders.csv", Orders.Lines(20_000));
        var (fresh, killed) = (new Shop(folder["fresh/shop"]), new Shop(folder["killed/shop"]));
        RepublishTests.Run(file, fresh).Good();
        using (var run = TheProgram.Start("run", file, "--shop", killed.Path, "--questions", "cohorts"))
        {
            while (
                run.StandardOutput.ReadLine() is { } line
                && !line.StartsWith("Reading", StringComparison.Ordinal)
            ) { }

            TheProgram.Signal(run, TheProgram.Kill);
            run.WaitForExit();
        }

        TheProgram.Run("status", "--shop", killed.Path).Refused(2);
        RepublishTests.Run(file, killed).Good();

        Assert.Equal(fresh.Hashes(), killed.Hashes());
        Assert.Equal(fresh.RunId, killed.RunId);
        killed.IsWhole();
    }

    static bool IsRoot => Environment.UserName == "root";

    static Outcome Finish(Folder folder, string file, IEnumerable<string> arguments) =>
        TheProgram.Finish(TheProgram.Start(file, arguments, folder.Path, []));
}
