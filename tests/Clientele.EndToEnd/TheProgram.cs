using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Tests;

/// <summary>What a call of the program came to.</summary>
sealed record Outcome(int Code, string Output, string Errors)
{
    /// <summary>The outcome, if the program ended well; its errors otherwise.</summary>
    internal Outcome Good()
    {
        Assert.True(Code == 0, $"Exit code {Code}: {Errors}");
        return this;
    }

    /// <summary>The outcome, if its output holds all of these.</summary>
    internal Outcome Says(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            Assert.Contains(part, Output, StringComparison.Ordinal);
        }

        return this;
    }

    /// <summary>Refused as documented: the code, one plain message, nothing on stdout that looks like a result.</summary>
    internal Outcome Refused(int code)
    {
        Assert.True(Code == code, $"Exit code {Code}, not {code}. {Output} {Errors}");
        Assert.NotEmpty(Errors.Trim());
        foreach (var inner in (string[])["   at ", "Exception", "System.", "LINE 1"])
        {
            Assert.DoesNotContain(inner, Errors, StringComparison.Ordinal);
        }

        return this;
    }
}

/// <summary>The real program, as a process.</summary>
static partial class TheProgram
{
    internal const int Interrupt = 2;
    internal const int Kill = 9;

    /// <summary>As users have it: compiled ahead, and built first if a source is newer.</summary>
    internal static string File { get; } = Built();

    static string Built()
    {
        var root = TestData.ProjectRoot();
        using var build = Process.Start(
            new ProcessStartInfo(Path.Combine(root, "clientele"), ["--version"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
        return Path.Combine(root, "artifacts/publish/Clientele.Cli/release/Clientele.Cli");
    }

    /// <summary>Runs it to its end.</summary>
    internal static Outcome Run(params IEnumerable<string> arguments) => Finish(Start(arguments));

    /// <summary>Runs it in a folder, with more environment.</summary>
    internal static Outcome RunIn(
        string folder,
        (string Name, string Value)[] environment,
        params IEnumerable<string> arguments
    ) => Finish(Start(File, arguments, folder, environment));

    /// <summary>Starts it; its output is to be read by whoever called.</summary>
    internal static Process Start(params IEnumerable<string> arguments) => Start(File, arguments, null, []);

    /// <summary>Starts any program.</summary>
    internal static Process Start(
        string file,
        IEnumerable<string> arguments,
        string? folder,
        (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for the end, at most two minutes.</summary>
    internal static Outcome Finish(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill();
                Assert.Fail("The program did not end within two minutes.");
            }

            return new Outcome(
                process.ExitCode,
                output.GetAwaiter().GetResult(),
                errors.GetAwaiter().GetResult()
            );
        }
    }

    /// <summary>Sends a signal; a process that has ended already is left alone.</summary>
    internal static void Signal(Process process, int signal) => _ = SendSignal(process.Id, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
