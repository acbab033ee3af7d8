using System.Diagnostics;
using System.Globalization;

namespace Clientele.Tests;

/// <summary>Kills and interruptions: the published shop stays whole and readable.</summary>
public sealed class CrashTests(ITestOutputHelper log)
{
    [Fact]
    public void Killed_at_twenty_moments_the_shop_is_the_old_or_the_new_one()
    {
        using var folder = new Folder();
        var (shop, file) = (new Shop(folder["shop"]), Orders.Small(folder));
        var (duration, publishing) = Measure(Call(file, shop, 0));
        var (published, asOf) = (0, ExpectedAsOf(0));
        for (var moment = 1; moment <= 20; moment++)
        {
            var before = shop.RunId;
            using var run = TheProgram.Start(Call(file, shop, moment));
            if (moment % 3 == 0)
            {
                WaitForPublishing(run);
                Thread.Sleep(publishing * (moment / 3) / 6);
            }
            else
            {
                run.WaitForExit(duration * moment / 20);
            }

            TheProgram.Signal(run, TheProgram.Kill);
            run.WaitForExit();

            shop.IsWhole();
            Assert.Equal(
                shop.RunId == before ? asOf : ExpectedAsOf(moment),
                shop.Insights["as_of"]!.GetValue<string>()
            );
            asOf = shop.Insights["as_of"]!.GetValue<string>();
            published += shop.RunId == before ? 0 : 1;
            if (moment % 5 == 0)
            {
                Reads(shop, folder);
            }
        }

        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A run takes {duration.TotalSeconds:0.0} s, {publishing.TotalMilliseconds:0} ms from publishing to its end; {published} of 20 killed runs had published."
            )
        );
        TheProgram.Run(Call(file, shop, 21)).Good();
        shop.IsWhole();
        Assert.Empty(Directory.GetFiles(shop.Path, "next.duckdb*"));
        Assert.Empty(Directory.GetDirectories(shop["runs"], "*.partial"));
    }

    [Fact]
    public void Killed_while_first_publishing_the_shop_is_there_or_not()
    {
        using var folder = new Folder();
        var file = Orders.Write(folder, "orders.csv", Orders.Lines(200));
        foreach (var moment in (int[])[0, 10, 20, 40])
        {
            var shop = new Shop(folder[$"shop{moment}"]);
            using var run = TheProgram.Start("run", file, "--shop", shop.Path, "--questions", "cohorts");
            WaitForPublishing(run);
            Thread.Sleep(moment);
            TheProgram.Signal(run, TheProgram.Kill);
            run.WaitForExit();

            Assert.Contains(TheProgram.Run("status", "--shop", shop.Path).Code, (int[])[0, 2]);
            RepublishTests.Run(file, shop).Good();
            shop.IsWhole();
        }
    }

    /// <summary>Leftovers of a run that died between two steps of publishing, each made by hand.</summary>
    [Fact]
    public void What_a_dead_run_left_does_not_stop_the_next()
    {
        using var folder = new Folder();
        var (shop, file) = RepublishTests.Quick(folder);
        Directory.CreateDirectory(shop[$"runs/{shop.RunId}.old"]);
        Directory.CreateDirectory(shop["runs/0123456789abcdef.partial/tables"]);
        File.WriteAllText(shop["next.duckdb"], "half");
        File.WriteAllText(shop["next.duckdb.wal"], "half");
        Directory.CreateDirectory(shop["next.duckdb.tmp"]);
        File.CreateSymbolicLink(shop["current.next"], "runs/nowhere");
        var first = shop.RunId;

        RepublishTests.Run(file, shop, "--seed", "1").Good();
        RepublishTests.Run(file, shop).Good();

        Assert.Equal(first, shop.RunId);
        shop.IsWhole();
        Assert.Equal(2, Directory.GetDirectories(shop["runs"]).Length);
        Assert.False(File.Exists(shop["next.duckdb"]));
        Assert.False(Directory.Exists(shop["next.duckdb.tmp"]));
    }

    [Fact]
    public void Interrupted_at_any_step_it_stops_within_seconds_and_changes_nothing()
    {
        using var folder = new Folder();
        var (shop, file) = RepublishTests.Quick(folder);
        var (before, hashes) = (shop.RunId, shop.Hashes());
        var large = Orders.Write(folder, "large.csv", Orders.Lines(20_000));
        var slowest = TimeSpan.Zero;
        foreach (var step in (string[])["Reading", "Cleaning", "Building", "What does", "Which kinds"])
        {
            // A shell that started us in the background may have made us deaf to Ctrl-C.
            using var run = TheProgram.Start(
                "/usr/bin/env",
                ["--default-signal=INT", TheProgram.File, "run", large, "--shop", shop.Path],
                null,
                []
            );
            WaitFor(run, step);
            TheProgram.Signal(run, TheProgram.Interrupt);
            var watch = Stopwatch.StartNew();
            Assert.True(
                run.WaitForExit(TimeSpan.FromSeconds(10)),
                $"Not stopped within ten seconds in '{step}'."
            );
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;

            Assert.Equal(130, run.ExitCode);
            Assert.Contains("Interrupted", run.StandardError.ReadToEnd(), StringComparison.Ordinal);
            Assert.Equal(before, shop.RunId);
            Assert.Empty(Directory.GetFiles(shop.Path, "next.duckdb*"));
        }

        log.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Slowest stop: {slowest.TotalSeconds:0.00} s")
        );
        Assert.Equal(hashes, shop.Hashes());
    }

    [Fact]
    public void Of_two_runs_at_once_one_is_told_to_wait()
    {
        using var folder = new Folder();
        var (shop, file) = (new Shop(folder["shop"]), Orders.Small(folder));
        using var first = TheProgram.Start(Call(file, shop, 0));
        WaitFor(first, "Reading");

        TheProgram.Run(Call(file, shop, 1)).Refused(5);

        Assert.Equal(0, TheProgram.Finish(first).Code);
        shop.IsWhole();
        Assert.Equal(ExpectedAsOf(0), shop.Insights["as_of"]!.GetValue<string>());
    }

    [Fact]
    public void Six_runs_at_once_leave_one_whole_shop()
    {
        using var folder = new Folder();
        var (shop, file) = (new Shop(folder["shop"]), Orders.Write(folder, "orders.csv", Orders.Lines(100)));

        var runs = Enumerable.Range(0, 6).Select(day => TheProgram.Start(Call(file, shop, day))).ToList();
        var codes = runs.ConvertAll(run => TheProgram.Finish(run).Code);

        Assert.All(codes, code => Assert.Contains(code, (int[])[0, 5]));
        Assert.Contains(0, codes);
        shop.IsWhole();
    }

    /// <summary>Every call another as-of, so that files of two runs cannot be taken for each other.</summary>
    static string[] Call(string file, Shop shop, int day) =>
        ["run", file, "--shop", shop.Path, "--as-of", ExpectedAsOf(day), "--questions", "rfm"];

    static string ExpectedAsOf(int day) =>
        new DateTime(2023, 12, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How long a run takes, and its end from the moment that it publishes.</summary>
    static (TimeSpan All, TimeSpan Publishing) Measure(string[] call)
    {
        var watch = Stopwatch.StartNew();
        using var run = TheProgram.Start(call);
        WaitForPublishing(run);
        var begun = watch.Elapsed;
        run.WaitForExit();
        return (watch.Elapsed, watch.Elapsed - begun);
    }

    static void Reads(Shop shop, Folder folder)
    {
        Assert.Contains(
            shop.RunId,
            TheProgram.Run("status", "--shop", shop.Path).Good().Output,
            StringComparison.Ordinal
        );
        TheProgram.Run("ask", "rfm", "--shop", shop.Path).Good();
        TheProgram.Run("export", "rfm", "--shop", shop.Path, "--to", folder["rfm.csv"]).Good();
        Assert.Equal(File.ReadAllBytes(shop["tables/rfm.csv"]), File.ReadAllBytes(folder["rfm.csv"]));
    }

    static void WaitForPublishing(Process run) => WaitFor(run, "Publishing");

    static void WaitFor(Process run, string step)
    {
        while (run.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(step, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The run never said '{step}': {run.StandardError.ReadToEnd()}");
    }
}
