namespace Clientele.Tests;

/// <summary>The script <c>clientele</c>, in a tree of its own with a program, a dotnet and an npm that only say that they ran.</summary>
public sealed class LauncherTests : IDisposable
{
    readonly Folder _tree = new();

    public LauncherTests()
    {
        foreach (
            var folder in (string[])
                ["src/Clientele.Cli", "recipes", "artifacts/publish/Clientele.Cli/release", "tools"]
        )
        {
            Directory.CreateDirectory(_tree[folder]);
        }

        File.Copy(Path.Combine(TestData.ProjectRoot(), "clientele"), _tree["clientele"]);
        Executable("clientele", File.ReadAllText(_tree["clientele"]));
        Executable(
            "artifacts/publish/Clientele.Cli/release/Clientele.Cli",
            "#!/bin/sh\necho \"ran $*\"\nexit 3\n"
        );
        Executable(
            "tools/dotnet",
            $"#!/bin/sh\necho \"$*\" >> '{_tree["builds"]}'\n[ ! -e '{_tree["broken"]}' ] || {{ echo 'error CS1002'; exit 1; }}\n"
        );
        Executable("tools/npm", "#!/bin/sh\n");
        foreach (
            var source in (string[])
                [
                    "src/Clientele.Cli/Program.cs",
                    "recipes/default.yaml",
                    "Directory.Build.props",
                    "package-lock.json",
                ]
        )
        {
            _tree.Write(source, "");
        }

        Age(
            "src",
            "src/Clientele.Cli",
            "recipes",
            "src/Clientele.Cli/Program.cs",
            "recipes/default.yaml",
            "Directory.Build.props",
            "package-lock.json"
        );
        _tree.Write("artifacts/publish/built", "");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_built_program_is_run_with_its_arguments_and_exit_code()
    {
        var said = Launch(_tree["clientele"], "/", "run", "two words.csv");

        Assert.Equal((3, "ran run two words.csv\n", ""), (said.Code, said.Output, said.Errors));
        Assert.Empty(Builds);
    }

    [Theory]
    [InlineData("src/Clientele.Cli/Program.cs")]
    [InlineData("src/Clientele.Cli/New.cs")]
    [InlineData("recipes/default.yaml")]
    [InlineData("Directory.Build.props")]
    [InlineData("package-lock.json")]
    public void A_newer_source_is_built_once(string source)
    {
        _tree.Write(source, "changed");
        File.SetLastWriteTimeUtc(
            _tree[source],
            File.GetLastWriteTimeUtc(_tree["artifacts/publish/built"]).AddSeconds(1)
        );

        var first = Launch(_tree["clientele"], "/");
        File.SetLastWriteTimeUtc(
            _tree["artifacts/publish/built"],
            TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2)
        );
        Launch(_tree["clientele"], "/");

        Assert.Contains("Building", first.Errors, StringComparison.Ordinal);
        Assert.StartsWith("ran", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("publish", Assert.Single(Builds), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_build_is_shown_and_tried_again()
    {
        File.Delete(_tree["artifacts/publish/built"]);
        _tree.Write("broken", "");

        var failed = Launch(_tree["clientele"], "/");
        File.Delete(_tree["broken"]);
        var mended = Launch(_tree["clientele"], "/");

        Assert.Equal(1, failed.Code);
        Assert.Contains("error CS1002", failed.Errors, StringComparison.Ordinal);
        Assert.Empty(failed.Output);
        Assert.StartsWith("ran", mended.Output, StringComparison.Ordinal);
        Assert.Equal(2, Builds.Length);
    }

    [Fact]
    public void It_is_found_from_anywhere_and_through_links()
    {
        Directory.CreateDirectory(_tree["bin"]);
        File.CreateSymbolicLink(_tree["bin/clientele"], "../clientele");
        File.CreateSymbolicLink(_tree["bin/second"], _tree["bin/clientele"]);

        Assert.Equal("ran a\n", Launch("./clientele", _tree.Path, "a").Output);
        Assert.Equal("ran b\n", Launch("../clientele", _tree["src"], "b").Output);
        Assert.Equal("ran c\n", Launch("bin/clientele", _tree.Path, "c").Output);
        Assert.Equal("ran d\n", Launch(_tree["bin/second"], "/", "d").Output);
        Assert.Empty(Builds);
    }

    string[] Builds => File.Exists(_tree["builds"]) ? File.ReadAllLines(_tree["builds"]) : [];

    Outcome Launch(string script, string folder, params string[] arguments) =>
        TheProgram.Finish(
            TheProgram.Start(
                "/usr/bin/env",
                ["bash", "-c", "exec \"$0\" \"$@\"", script, .. arguments],
                folder,
                [("PATH", $"{_tree["tools"]}:{Environment.GetEnvironmentVariable("PATH")}")]
            )
        );

    void Executable(string name, string text)
    {
        _tree.Write(name, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                _tree[name],
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    void Age(params string[] names)
    {
        foreach (var name in names)
        {
            File.SetLastWriteTimeUtc(_tree[name], TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        }
    }
}
